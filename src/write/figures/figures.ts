import { barFigure, lineFigure, tableFigure } from './chart.ts'
import { coverageFigure } from './coverage.ts'
import { dangersFigure } from './dangers.ts'
import type { FigureKind } from './define.ts'
import { hierarchyFigure } from './hierarchy.ts'
import { likelihoodFigure } from './likelihood.ts'
import { mapFigure } from './map.ts'
import { networkFigure } from './network.ts'
import { phasesFigure } from './phases.ts'
import { scaleFigure } from './scale.ts'
import { stripFigure } from './strip.ts'
import { timelineFigure } from './timeline.ts'

/** The figures that can be drawn, by the name that a call gives. */
const figures: Readonly<Record<string, FigureKind>> = {
  timeline: timelineFigure,
  likelihood: likelihoodFigure,
  dangers: dangersFigure,
  network: networkFigure,
  coverage: coverageFigure,
  scale: scaleFigure,
  phases: phasesFigure,
  strip: stripFigure,
  hierarchy: hierarchyFigure,
  map: mapFigure,
  bar: barFigure,
  line: lineFigure,
  table: tableFigure,
}

export const figureNames = Object.keys(figures)

export function figureOf(name: string): FigureKind | undefined {
  return Object.hasOwn(figures, name) ? figures[name] : undefined
}
