import type { Fonts } from '../fonts/fonts.ts'
import type { Theme } from '../theme.ts'
import type { Figure, FigureData, TableFigure } from './figure.ts'
import { figureOf } from './figures.ts'
import { layout } from './network-layout.ts'
import { readOptions } from './options.ts'
import { makePen } from './pen.ts'
import type { Country } from './world.ts'

/**
 * Draw the figure that `name` names, as wide as the text of the theme's page. `undefined` when there is no such figure
 * or nothing to draw in it; options that `figureProblems` finds fault with are left out of account. Placing the actors of
 * a network takes the most time: who does not look at the drawing leaves it out with `unplaced`.
 */
export function drawFigure(
  name: string,
  options: Readonly<Record<string, string>>,
  data: FigureData,
  fonts: Fonts,
  theme: Theme,
  language: string,
  arrange: typeof layout = layout,
  world: readonly Country[] = [],
): Figure | TableFigure | undefined {
  const made = makePen(fonts, theme, language)
  const { lanes, groups } = made.words
  const words = {
    ...made.words,
    lanes: { ...lanes, ...data.names?.lanes },
    groups: { ...groups, ...data.names?.groups },
  }
  const pen = { ...made, words }
  return figureOf(name)?.draw(data, readOptions(name, options), { pen, language, arrange, world })
}
