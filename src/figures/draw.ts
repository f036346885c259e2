import { formatDate } from '../corpus/date-words.ts'
import { edtf } from '../corpus/edtf.ts'
import type { Fonts } from '../fonts/fonts.ts'
import type { Theme } from '../write/theme.ts'
import { chart } from './chart.ts'
import { coverage } from './coverage.ts'
import { actorGroups, type Figure, type FigureData, laneNames, tieKinds } from './figure.ts'
import { hierarchy } from './hierarchy.ts'
import { map } from './map.ts'
import { matrix } from './matrix.ts'
import { network } from './network.ts'
import { layout } from './network-layout.ts'
import { type FigureName, isFigureName, readOptions } from './options.ts'
import { makePen, type Pen } from './pen.ts'
import { phases } from './phases.ts'
import { likelihoodScale } from './scale.ts'
import { strip } from './strip.ts'
import { timeline } from './timeline.ts'
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
): Figure | undefined {
  if (!isFigureName(name)) return undefined
  return figures[name](data, options, makePen(fonts, theme, language), language, arrange, world)
}

type Draw = (
  data: FigureData,
  options: Readonly<Record<string, string>>,
  pen: Pen,
  language: string,
  arrange: typeof layout,
  world: readonly Country[],
) => Figure | undefined

const figures: Record<FigureName, Draw> = {
  timeline: (data, options, pen, language) => {
    const { lanes = laneNames, legend = 'auto', period } = readOptions('timeline', options)
    return timeline(data, { lanes, legend, period: period ? stretch(period, language) : data.period }, pen)
  },
  matrix: (data, options, pen) => matrix(data, readOptions('matrix', options), pen),
  network: (data, options, pen, _language, arrange) =>
    network(
      data,
      {
        groups: actorGroups,
        ties: tieKinds,
        most: 35,
        'min-ties': 1,
        islands: 'no',
        ...readOptions('network', options),
      },
      pen,
      arrange,
    ),
  coverage: (data, _options, pen) => coverage(data, pen),
  scale: (data, _options, pen) => likelihoodScale(data, pen),
  phases: (data, _options, pen) => phases(data, pen),
  strip: (data, options, pen) => strip(data, readOptions('strip', options).items, pen),
  hierarchy: (data, options, pen) => hierarchy(data, readOptions('hierarchy', options).actors, pen),
  map: (data, _options, pen, _language, _arrange, world) => map(data, world, pen),
  bar: (data, options, pen) => chart(data, 'bar', readOptions('bar', options).from, pen),
  line: (data, options, pen) => chart(data, 'line', readOptions('line', options).from, pen),
}

function stretch(text: string, language: string): FigureData['period'] {
  const { min, max } = edtf(text)
  return { from: min!, to: max!, text: formatDate(text, language) }
}
