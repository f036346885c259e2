import { readableOn } from './colour.ts'
import type { Assessment, ConfidenceLevel, Figure, FigureData, ThreatItem } from './figure.ts'
import type { Pen } from './pen.ts'
import { likelihoodTint } from './scale.ts'
import { element, picture } from './svg.ts'

export interface MatrixOptions {
  /** What the columns are; the rows are vectors, or threats when the columns are periods. Absent: targets while they are few. */
  readonly columns?: 'target' | 'period' | undefined
}

type By = 'target' | 'period'

interface Cell extends Assessment {
  readonly threat: ThreatItem
}

interface Heading {
  readonly key: string
  readonly lines: readonly string[]
  readonly note: readonly string[]
}

const rowLabel = { target: 96, period: 150 }
const headLook = { size: 7.5, bold: true }
const noteLook = { size: 7 }
const leading = 8.8
const pad = 5

/**
 * Threats, vector by target or threat by period: in each cell the term of likelihood with its range, on a ground that
 * darkens with it, and the confidence in words and bars. Nothing when no threat has been assessed.
 */
export function matrix({ threats }: FigureData, options: MatrixOptions, pen: Pen): Figure | undefined {
  const cells = threats.flatMap((threat) => threat.assessments.map((one) => ({ ...one, threat })))
  if (!cells.length) return undefined
  const by = options.columns ?? (unique(cells.map((cell) => cell.threat.target)).length > 5 ? 'period' : 'target')
  const columnKeys = by === 'target' ? unique(cells.map((cell) => cell.threat.target)) : periods(cells)
  const left = rowLabel[by]
  const width = (pen.width - left) / columnKeys.length
  const heads = columnKeys.map((key) => pen.wrap(key, width - 2 * pad, headLook))
  const headHeight = Math.max(...heads.map((lines) => lines.length)) * leading + 7
  const body = heads.map((lines, i) => pen.lines(left + i * width + pad, 9, lines, leading, headLook))
  let y = headHeight
  for (const row of rowHeadings(threats, by, left, pen)) {
    const inRow = cells.filter((cell) => rowKey(cell.threat, by) === row.key)
    const blocks = columnKeys.map((key) =>
      inRow.filter((cell) => columnKey(cell, by) === key).map((cell) => block(cell, width, by === 'target', pen)),
    )
    const height = Math.max(labelHeight(row), ...blocks.map((one) => total(one)))
    body.push(
      rule(y, pen),
      label(row, y, pen),
      ...blocks.flatMap((one, i) => column(one, left + i * width, y, width, height, pen)),
    )
    y += height
  }
  body.push(rule(y, pen), key(y + 12, pen))
  const alt = pen.words.alt.matrix(
    threats.length,
    cells.map((cell) => sentence(cell, pen)),
  )
  const height = Math.ceil(y + 16)
  return {
    svg: picture(pen.width, height, pen.words.titles.matrix, alt, body),
    width: pen.width,
    height,
    alt,
    table: { columns: tableColumns(pen), rows: cells.map((cell) => tableRow(cell, pen)) },
  }
}

const unique = (keys: readonly string[]) => [...new Set(keys)]
const periods = (cells: readonly Cell[]) =>
  unique([...cells].sort((a, b) => order(a.period.from, b.period.from)).map((cell) => cell.period.text))
const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

const rowKey = (threat: ThreatItem, by: By) => (by === 'target' ? threat.vector : threat.title)
const columnKey = (cell: Cell, by: By) => (by === 'target' ? cell.threat.target : cell.period.text)

function rowHeadings(threats: readonly ThreatItem[], by: By, left: number, pen: Pen): Heading[] {
  const assessed = threats.filter((threat) => threat.assessments.length)
  return unique(assessed.map((threat) => rowKey(threat, by))).map((key) => {
    const { vector, target } = assessed.find((one) => rowKey(one, by) === key)!
    const note = by === 'period' ? pen.wrap(target, left - 8, noteLook) : []
    return { key, lines: pen.wrap(vector, left - 8, headLook), note }
  })
}

const labelHeight = ({ lines, note }: Heading) => (lines.length + note.length) * leading + 2 * pad

function label({ lines, note }: Heading, y: number, pen: Pen): string {
  const baseline = y + pad + 6.6
  return (
    pen.lines(0, baseline, lines, leading, headLook) +
    pen.lines(0, baseline + lines.length * leading, note, leading, { ...noteLook, fill: pen.colours.muted })
  )
}

/** One assessment, ready to be placed. */
interface Block {
  readonly height: number
  readonly ground: string
  draw(x: number, y: number): string
}

const total = (blocks: readonly Block[]) => blocks.reduce((sum, one) => sum + one.height, 0)

function block(cell: Cell, width: number, withPeriod: boolean, pen: Pen): Block {
  const ground = cell.likelihood ? likelihoodTint(cell.likelihood, pen) : '#ffffff'
  const ink = readableOn(ground, pen.colours.ink)
  const room = width - 2 * pad
  const texts = [
    ...(withPeriod ? pen.wrap(cell.period.text, room, noteLook).map((text) => [text, noteLook] as const) : []),
    ...pen
      .wrap(cell.likelihood?.term ?? pen.words.noLikelihood, room, headLook)
      .map((text) => [text, headLook] as const),
    ...(cell.likelihood ? [[cell.likelihood.range, noteLook] as const] : []),
  ]
  return {
    ground,
    height: (texts.length + 1) * leading + 2 * pad + 1,
    draw: (x, y) => {
      const first = y + pad + 6.6
      const last = first + texts.length * leading + 1
      return (
        texts.map(([text, look], i) => pen.text(x + pad, first + i * leading, text, { ...look, fill: ink })).join('') +
        bars(x + pad, last, cell.confidence, ink) +
        pen.text(x + pad + 13, last, confidenceWords(cell.confidence, room, pen), { ...noteLook, fill: ink })
      )
    },
  }
}

/** `low confidence` where all three levels have room for the word, `low` where not. */
function confidenceWords(level: ConfidenceLevel, room: number, pen: Pen): string {
  const full = (one: ConfidenceLevel) => `${pen.words.confidence[one]} ${pen.words.confidenceWord}`
  const fits = (['low', 'moderate', 'high'] as const).every((one) => pen.measure(full(one), noteLook) + 13 <= room)
  return fits ? full(level) : pen.words.confidence[level]
}

/** What the bars are, and what an empty cell means. */
function key(y: number, pen: Pen): string {
  const look = { ...noteLook, fill: pen.colours.muted }
  const first = `${pen.words.confidenceWord}:`
  const levels = (['low', 'moderate', 'high'] as const).map((level) => ({ level, word: pen.words.confidence[level] }))
  let x = pen.measure(first, look) + 6
  const drawn = levels.map(({ level, word }) => {
    const one = bars(x, y, level, pen.colours.muted) + pen.text(x + 13, y, word, look)
    x += 13 + pen.measure(word, look) + 10
    return one
  })
  return pen.text(0, y, first, look) + drawn.join('') + pen.text(x + 6, y, pen.words.notAssessed, look)
}

/** Three bars of rising height, as many filled as the confidence has steps. */
function bars(x: number, baseline: number, level: ConfidenceLevel, ink: string): string {
  const filled = { low: 1, moderate: 2, high: 3 }[level]
  return [0, 1, 2]
    .map((i) => {
      const height = 2.4 + 1.7 * i
      const box = { x: x + i * 3.6, y: baseline - height, width: 2.6, height, stroke: ink, 'stroke-width': 0.5 }
      return element('rect', { ...box, fill: ink, 'fill-opacity': i < filled ? 1 : 0 })
    })
    .join('')
}

/** The blocks of one cell, one under the other; the last takes the rest of the row. */
function column(blocks: readonly Block[], x: number, top: number, width: number, height: number, pen: Pen): string[] {
  let y = top
  return blocks.flatMap((one, i) => {
    const own = i === blocks.length - 1 ? top + height - y : one.height
    const ground = { x: x + 0.75, y: y + 0.75, width: width - 1.5, height: own - 1.5, fill: one.ground }
    const drawn = [element('rect', { ...ground, stroke: pen.colours.rule, 'stroke-width': 0.5 }), one.draw(x, y)]
    y += own
    return drawn
  })
}

const rule = (y: number, pen: Pen) =>
  element('line', { x1: 0, x2: pen.width, y1: y, y2: y, stroke: pen.colours.rule, 'stroke-width': 0.7 })

function sentence({ threat, period, likelihood, confidence }: Cell, pen: Pen): string {
  const how = likelihood && `${likelihood.term} (${likelihood.range})`
  return pen.words.alt.cell(threat.vector, threat.target, period.text, how, pen.words.confidence[confidence])
}

const tableColumns = ({ words: { columns } }: Pen) => [
  columns.vector,
  columns.target,
  columns.period,
  columns.likelihood,
  columns.range,
  columns.confidence,
]

function tableRow({ threat, period, likelihood, confidence }: Cell, pen: Pen): string[] {
  const { vector, target } = threat
  const { words } = pen
  const term = likelihood?.term ?? words.noLikelihood
  return [vector, target, period.text, term, likelihood?.range ?? '–', words.confidence[confidence]]
}
