import { defineFigure } from './define.ts'
import { type Assessment, type ConfidenceLevel, confidenceLevels, type Figure, type FigureData } from './figure.ts'
import { asManyAsFit, leftOutLine, withLeftOut } from './fit.ts'
import { figure, headLook, leading, noteLook, pad, plotPart, rise, rule } from './looks.ts'
import type { Pen } from './pen.ts'
import { axis, rangeBar } from './scale.ts'
import { element } from './svg.ts'

/** A threat as it is judged for one period. */
type Row = Assessment & { readonly title: string }

const widestLabel = 156
const widestTerm = 92
const barsWidth = 13
const gap = 14
/** In less than these points the confidence stands below the term. */
const narrow = 400

/**
 * The range of each likelihood that is judged, as a bar on 0–100 %, the likeliest first, with the confidence; then the
 * findings on the record, and by name the threats that nobody judged. The likeliest, where a page has no room for all.
 * Nothing below two likelihoods: there is no order to be seen.
 */
function likelihood({ threats }: FigureData, pen: Pen): Figure | undefined {
  const rows = rowsOf(threats)
  if (rows.length === 0) return undefined
  const unjudged = threats.filter(({ assessments }) => assessments.length === 0)
  const items = [...rows, ...unjudged.map(({ title }) => title)]
  const table = tableOf(threats, unjudged, pen)
  return asManyAsFit(
    items,
    (item) => -items.indexOf(item),
    (some, left) => drawn(some, left, table, pen),
  )
}

function rowsOf(threats: FigureData['threats']): readonly Row[] {
  const rows = threats.flatMap(({ title, assessments }): Row[] => assessments.map((one) => ({ ...one, title })))
  return rows.filter((row) => row.likelihood).length < 2 ? [] : rows.sort((a, b) => middle(b) - middle(a))
}

function drawn(items: readonly (Row | string)[], left: number, table: Figure['table'], pen: Pen): Figure {
  const rows = items.filter((item) => typeof item !== 'string')
  const unjudged = items.filter((item) => typeof item === 'string')
  const { body, height } = draw(rows, unjudged, left, pen)
  const alt = withLeftOut(describe(rows, unjudged.length, pen), left, pen)
  return figure(pen.words.titles.likelihood, { height, alt, table }, body, pen)
}

function tableOf(threats: FigureData['threats'], unjudged: FigureData['threats'], pen: Pen): Figure['table'] {
  const { columns, notJudged, confidence } = pen.words
  const judged = threats.flatMap(({ vector, target, title, assessments }) =>
    assessments.map((one) => [title, vector, target, one.period.text, termOf(one, pen), confidence[one.confidence]]),
  )
  return {
    columns: [columns.threat, columns.vector, columns.target, columns.period, columns.likelihood, columns.confidence],
    rows: [...judged, ...unjudged.map(({ title, vector, target }) => [title, vector, target, '–', notJudged, '–'])],
  }
}

const middle = ({ likelihood: step }: Row) => (step ? step.low + step.high : -1)

const saidOf = ({ likelihood: step }: Assessment, { words }: Pen) => step?.term ?? words.noLikelihood

const termOf = ({ likelihood: step }: Assessment, { words }: Pen) =>
  step ? `${step.term} (${step.range})` : words.noLikelihood

function draw(rows: readonly Row[], unjudged: readonly string[], left: number, pen: Pen) {
  const { columns, confidence, colon, semicolon, notJudged } = pen.words
  const muted = { ...noteLook, fill: pen.colours.muted }
  const isNarrow = pen.width < narrow
  const levels = confidenceLevels.map((level) => barsWidth + pen.measure(confidence[level], noteLook))
  const sureWidth = Math.max(pen.measure(columns.confidence, muted), ...levels)
  const words = rows.flatMap((row) => saidOf(row, pen).split(' ')).map((word) => pen.measure(word, headLook))
  const termWidth = Math.max(pen.measure(columns.likelihood, muted), ...words, isNarrow ? sureWidth : widestTerm - gap)
  const term = pen.width - termWidth - (isNarrow ? 0 : gap + sureWidth)
  const labelWidth = Math.min(widestLabel, term - gap - 10 - pen.width * plotPart)
  const plot = { left: labelWidth + 10, right: term - gap }
  const body: string[] = []
  let y = 14
  for (const row of rows) {
    const step = row.likelihood
    const title = pen.wrap(row.title, labelWidth, headLook)
    const period = pen.wrap(row.period.text, labelWidth, noteLook)
    const said = pen.wrap(saidOf(row, pen), termWidth + 0.1, headLook)
    const terms = said.length + (step ? 1 : 0)
    const lines = Math.max(title.length + period.length, terms + (isNarrow ? 1 : 0))
    const [sureX, sureY] = isNarrow ? [term, y + rise + terms * leading] : [pen.width - sureWidth, y + rise]
    const height = lines * leading + 2 * pad
    body.push(
      rule(y, pen),
      pen.lines(0, y + rise, title, leading, headLook),
      pen.lines(0, y + rise + title.length * leading, period, leading, muted),
      step ? rangeBar(step, plot, y + pad - 0.5, pen) : '',
      pen.lines(term, y + rise, said, leading, headLook),
      step ? pen.text(term, y + rise + said.length * leading, step.range, noteLook) : '',
      bars(sureX, sureY, row.confidence, pen.colours.ink),
      pen.text(sureX + barsWidth, sureY, confidence[row.confidence], noteLook),
    )
    y += height
  }
  const heads = [
    pen.text(0, 9, columns.threat, muted),
    pen.text(term, 9, columns.likelihood, muted),
    isNarrow ? '' : pen.text(pen.width - sureWidth, 9, columns.confidence, muted),
  ]
  const rest = unjudged.length > 0 ? pen.wrap(`${notJudged}${colon}${unjudged.join(semicolon)}`, pen.width, muted) : []
  const bottom = y + 18 + rest.length * leading
  const notes = [pen.lines(0, y + 26, rest, leading, muted), leftOutLine(left, bottom + 8, pen)]
  return {
    body: [...heads, ...axis(plot, 14, y, pen), ...body, rule(y, pen), ...notes],
    height: Math.ceil(bottom + (left > 0 ? 12 : 0)),
  }
}

/** Three bars of rising height, as many filled as the confidence has steps. */
function bars(x: number, baseline: number, level: ConfidenceLevel, ink: string): string {
  const filled = confidenceLevels.indexOf(level) + 1
  return confidenceLevels
    .map((_, i) => {
      const height = 2.4 + 1.7 * i
      const box = { x: x + i * 3.6, y: baseline - height, width: 2.6, height, stroke: ink, 'stroke-width': 0.5 }
      return element('rect', { ...box, fill: ink, 'fill-opacity': i < filled ? 1 : 0 })
    })
    .join('')
}

/** The threats under each term, the likeliest first; then how many nobody judged. */
function describe(rows: readonly Row[], unjudged: number, pen: Pen): string {
  const { alt, confidence } = pen.words
  const named = [...new Set(rows.map((row) => termOf(row, pen)))].map((term) => {
    const own = rows.filter((row) => termOf(row, pen) === term)
    return [term, own.map((one) => `${one.title}, ${one.period.text}, ${confidence[one.confidence]}`)] as const
  })
  return alt.likelihood(new Set(rows.map(({ title }) => title)).size + unjudged, named, unjudged)
}

export const likelihoodFigure = defineFigure({
  options: {},
  shows: ({ threats }) => rowsOf(threats),
  draw: (data, _options, { pen }) => likelihood(data, pen),
})
