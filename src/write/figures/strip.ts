import { itemAt } from '../../core/index.ts'
import { hatch, plate } from './axis.ts'
import { byDate, type DatedItem, fullTitle, isIn, known } from './dates.ts'
import { defineFigure, ids } from './define.ts'
import type { Figure, FigureData, Gap, TimelineItem } from './figure.ts'
import { figure } from './looks.ts'
import { exactness, mark } from './marks.ts'
import { laneInk } from './palette.ts'
import type { Pen } from './pen.ts'
import { element } from './svg.ts'

const look = { size: 7.8 }
const dateLook = { size: 7.8, bold: true } as const
const leading = 9
const breakWidth = 52
const stem = 9

interface Spot {
  readonly item: DatedItem
  readonly x: number
  readonly above: boolean
  readonly lines: readonly string[]
  readonly dates: readonly string[]
}

/**
 * The events and measures that are named, in words, in their order on one line: above and below it in turn, evenly apart,
 * with a hatched break where a stretch without sources lies between two. Nothing where none has a date in the period.
 */
function strip(data: FigureData, keys: readonly string[] | undefined, pen: Pen): Figure | undefined {
  const items = itemsOf(data, keys)
  if (items.length === 0) return undefined
  const { spots, breaks } = spread(items, data.gaps, pen)
  const tall = (above: boolean) =>
    Math.max(0, ...spots.filter((it) => it.above === above).map((it) => it.dates.length + it.lines.length)) * leading
  const axis = tall(true) + stem + 4
  const height = Math.ceil(axis + stem + tall(false) + 6)
  const alt = pen.words.alt.strip(
    items.map(({ date, title }) => `${date.text}${pen.words.colon}${title}`),
    breaks.map(({ gap }) => gap.text),
  )
  const body = [
    element('line', { x1: 0, x2: pen.width, y1: axis, y2: axis, stroke: pen.colours.ink, 'stroke-width': 1 }),
    ...breaks.flatMap(({ x }) => drawBreak(x, axis, pen)),
    ...spots.flatMap((spot) => drawSpot(spot, axis, pen)),
  ]
  const table = {
    columns: [pen.words.columns.date, pen.words.columns.what],
    rows: items.map(({ date, title }) => [date.text, title]),
  }
  return figure(pen.words.titles.strip, { height, alt, table }, body, pen)
}

function itemsOf({ items, period }: FigureData, keys: readonly string[] | undefined): readonly DatedItem[] {
  const isNamed = ({ key }: TimelineItem) => keys === undefined || keys.includes(key?.replace(/^\w+:/, '') ?? '')
  const shown = items.filter((item): item is DatedItem => isIn(item, period) && isNamed(item)).sort(byDate)
  return keys === undefined ? [...chosen(shown)].sort(byDate) : shown
}

const room = 9

/** Without a choice of one's own: of each year what is dated best, then the next best, as many as have room. */
function chosen(items: readonly DatedItem[]): readonly DatedItem[] {
  const years = new Map<string, DatedItem[]>()
  const days = ({ date }: DatedItem) => Date.parse(date.to) - Date.parse(date.from)
  for (const item of [...items].sort((a, b) => days(a) - days(b))) {
    const year = known(item.date).from.slice(0, 4)
    years.set(year, [...(years.get(year) ?? []), item])
  }
  const lists = [...years.values()]
  // Of more years than there is room for, those that are spread over all.
  const some =
    lists.length > room
      ? Array.from({ length: room }, (_, i) => itemAt(lists, Math.round((i * (lists.length - 1)) / (room - 1))))
      : lists
  const rounds = Array.from({ length: items.length }, (_, round) => some.flatMap((list) => list[round] ?? []))
  return rounds.flat().slice(0, room)
}

/** Each item has a place of one width, and labels take two of them; a break takes its own. */
function spread(items: readonly DatedItem[], gaps: readonly Gap[], pen: Pen) {
  const before = (gap: Gap) => items.findIndex(({ date }) => known(date).from >= gap.from)
  const breaks = gaps.map((gap) => ({ gap, at: before(gap) })).filter(({ at }) => at > 0)
  const slot = (pen.width - breakWidth * breaks.length) / (items.length + 1.5)
  const shift = (index: number) => breaks.filter(({ at }) => at <= index).length * breakWidth
  const spots = items.map((item, index): Spot => {
    const x = slot * (index + 0.5) + shift(index)
    // The next label of the same row begins two places on; the last one has the rest.
    const width = slot * 2 - 8
    return {
      item,
      x,
      above: index % 2 === 0,
      dates: pen.wrap(item.date.text, width, dateLook),
      lines: pen.wrap(fullTitle(item, pen), width, look),
    }
  })
  return { spots, breaks: breaks.map(({ gap, at }) => ({ gap, x: slot * at + shift(at) - breakWidth })) }
}

function drawSpot({ item, x, above, lines, dates }: Spot, axis: number, pen: Pen): string[] {
  const tall = (lines.length + dates.length) * leading
  const first = above ? axis - stem - tall + leading - 1 : axis + stem + leading - 3
  const [from, to] = above ? [axis - stem - tall, axis] : [axis, axis + stem + tall - 3]
  return [
    element('line', { x1: x, x2: x, y1: from, y2: to, stroke: pen.colours.rule, 'stroke-width': 0.8 }),
    mark(x, axis, '', item.lane, exactness(item.date), pen),
    pen.lines(x + 4, first, dates, leading, { ...dateLook, fill: laneInk[item.lane] }),
    pen.lines(x + 4, first + dates.length * leading, lines, leading, look),
  ]
}

function drawBreak(x: number, axis: number, pen: Pen): string[] {
  const words = pen.words.gap.find((it) => pen.measure(it, { size: 6.8 }) < breakWidth - 8) ?? ''
  const look = { size: 6.8, fill: pen.colours.muted, italic: true }
  return [
    hatch(x + 3, axis - 6, breakWidth - 6, 12, pen),
    ...(words ? [plate(x + breakWidth / 2, axis + 2.3, words, pen, look)] : []),
  ]
}

export const stripFigure = defineFigure({
  options: { items: ids() },
  shows: (data, { items }) => itemsOf(data, items),
  draw: (data, { items }, { pen }) => strip(data, items, pen),
})
