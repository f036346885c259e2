import { tint } from '../theme/colour.ts'
import { defineFigure } from './define.ts'
import type { Figure, FigureData, ScaleStep } from './figure.ts'
import { figure, leading, plotPart, rule } from './looks.ts'
import type { Pen } from './pen.ts'
import { element } from './svg.ts'

const rowHeight = 16
const top = 22

/** The likelihood scale as bars on 0–100 %: each step's term, the words that mean the same, its range. */
function likelihoodScale({ scale }: FigureData, pen: Pen): Figure {
  const { terms } = scale
  const columns = widths(terms, pen)
  let bottom = top
  const rows = terms.flatMap((step) => {
    const drawn = row(step, bottom, columns, pen)
    bottom += drawn.height
    return drawn.body
  })
  const body = [...heads(columns, pen), ...axis(columns, top - 3, bottom, pen), ...rows]
  const alt = pen.words.alt.scale(
    scale.name,
    terms.map((step) => `${step.term} ${step.range}`),
  )
  const { term, also, range } = pen.words.columns
  const table = {
    columns: [term, range, also],
    rows: terms.map((step) => [step.term, step.range, step.also.join(', ')]),
  }
  return figure(pen.words.titles.scale, { height: bottom + 18, alt, table }, body, pen)
}

/**
 * A step's ground: the likelier, the darker, so that the order holds in greyscale. It leaps at the middle, because no
 * ink reads well on a middle tone.
 */
export function likelihoodTint(step: ScaleStep, pen: Pen): string {
  const chance = (step.low + step.high) / 200
  return tint(pen.colours.accent, chance <= 0.5 ? 0.06 + 0.6 * chance : 0.55 + 0.4 * chance)
}

/** Where the columns begin; words that mean the same without a column of their own stand below the term. */
interface Columns extends Ends {
  readonly also: number | undefined
  readonly range: number
}

const termLook = { size: 8, bold: true }
const small = { size: 7.5 }

function widths(terms: readonly ScaleStep[], pen: Pen): Columns {
  const widest = (texts: readonly string[], look: { size: number }) =>
    Math.max(...texts.map((text) => pen.measure(text, look)))
  const also =
    widest(
      terms.map((step) => step.term),
      termLook,
    ) + 12
  const alsoWidth = widest([pen.words.columns.also, ...terms.map((step) => step.also.join(', '))], small)
  const range = pen.width - widest([pen.words.columns.range, ...terms.map((step) => step.range)], termLook)
  const [left, right] = [also + alsoWidth + 16, range - 14]
  const least = pen.width * plotPart
  return right - left < least ? { also: undefined, left: right - least, right, range } : { also, left, right, range }
}

/** Where 0 and 100 % lie. */
interface Ends {
  readonly left: number
  readonly right: number
}

const at = ({ left, right }: Ends, percent: number) => left + ((right - left) * percent) / 100

function heads(columns: Columns, pen: Pen): string[] {
  const look = { size: 7, fill: pen.colours.muted }
  const { term, also, range } = pen.words.columns
  return [
    pen.text(0, 9, term, look),
    columns.also === undefined ? '' : pen.text(columns.also, 9, also, look),
    pen.text(columns.range, 9, range, look),
    rule(14, pen),
  ]
}

/** In less than these points six numbers touch. */
const narrowest = 110

/** Lines and their numbers on 0–100 %. */
export function axis(ends: Ends, from: number, bottom: number, pen: Pen): string[] {
  const percents = ends.right - ends.left < narrowest ? [0, 50, 100] : [0, 20, 40, 60, 80, 100]
  return percents.flatMap((percent) => {
    const x = at(ends, percent)
    return [
      element('line', { x1: x, x2: x, y1: from, y2: bottom + 2, stroke: pen.colours.rule, 'stroke-width': 0.5 }),
      pen.text(x, bottom + 11, `${percent}%`, { size: 7, fill: pen.colours.muted, anchor: 'middle' }),
    ]
  })
}

function row(step: ScaleStep, y: number, columns: Columns, pen: Pen) {
  const baseline = y + 10.6
  const muted = { ...small, fill: pen.colours.muted }
  const words = step.also.join(', ')
  const isBelow = columns.also === undefined
  const term = isBelow ? pen.wrap(step.term, columns.left - 10, termLook) : [step.term]
  const also = isBelow ? pen.wrap(words, columns.left - 10, muted).filter(Boolean) : [words]
  const body = [
    pen.lines(0, baseline, term, leading, termLook),
    pen.lines(columns.also ?? 0, isBelow ? baseline + term.length * leading : baseline, also, leading, muted),
    rangeBar(step, columns, y + 3, pen),
    pen.text(columns.range, baseline, step.range, small),
  ].filter(Boolean)
  return { body, height: isBelow ? rowHeight + (term.length + also.length - 1) * leading : rowHeight }
}

/** The range of a step on 0–100 %. */
export function rangeBar(step: ScaleStep, ends: Ends, y: number, pen: Pen): string {
  return element('rect', {
    x: at(ends, step.low),
    y,
    width: at(ends, step.high) - at(ends, step.low),
    height: rowHeight - 6,
    fill: likelihoodTint(step, pen),
    stroke: pen.colours.accent,
    'stroke-width': 0.6,
  })
}

export const scaleFigure = defineFigure({
  options: {},
  credit: ({ scale }) => scale.name,
  draw: (data, _options, { pen }) => likelihoodScale(data, pen),
})
