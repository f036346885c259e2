import { itemAt, must } from '../../core/index.ts'
import { edtf, formatDate } from '../../corpus/index.ts'
import { calendar, gapBands, gapLabels, hatch, type TimeAxis, timeAxis } from './axis.ts'
import { byDate, fullTitle, isIn } from './dates.ts'
import { defineFigure, interval, listOf, oneOf } from './define.ts'
import { type Figure, type FigureData, type Gap, type Lane, laneNames, type Span, type TimelineItem } from './figure.ts'
import { asManyAsFit } from './fit.ts'
import { figure, key, type Part, rule } from './looks.ts'
import { type Exactness, exactness, exactnesses, extent, mark, markRadius, place } from './marks.ts'
import { laneInk } from './palette.ts'
import type { Pen } from './pen.ts'
import { stack } from './rows.ts'
import { element } from './svg.ts'
import { type Entry, legend } from './timeline-legend.ts'

interface TimelineOptions {
  readonly lanes: readonly Lane[]
  /** Whether the numbers are told under the drawing; `auto`: when a page has room for it. */
  readonly legend: 'auto' | 'yes' | 'no'
  readonly period: FigureData['period']
}

const rowHeight = 2 * markRadius + 1.4
const laneHead = 11.5
const noteLeading = 9
const axisTop = 14

/**
 * Events and measures over the period, in lanes, numbered by date: marks stand at their true dates and step down where
 * they would touch; the numbers are told below. What rests on most claims, where a page has no room for all. Nothing when
 * there is nothing with a date in the period.
 */
function timeline(data: FigureData, options: TimelineOptions, pen: Pen): Figure | undefined {
  const items = data.items.filter((item) => options.lanes.includes(item.lane))
  const entries = numbered(items, options.period)
  if (!entries.length) return undefined
  const rest = items.filter((item) => !isIn(item, options.period))
  return asManyAsFit(
    entries,
    ({ claims }) => claims?.length ?? 0,
    (some, left) => drawn(some, left, rest, data, options, pen),
  )
}

function drawn(
  entries: readonly Entry[],
  left: number,
  rest: readonly TimelineItem[],
  data: FigureData,
  options: TimelineOptions,
  pen: Pen,
): Figure {
  const axis = timeAxis(options.period, 1, pen.width - 1, data.gaps)
  const gaps = data.gaps.filter((gap) => axis.shows(gap))
  const lanes = drawLanes(entries, gaps, axis, pen)
  const signs = key(signsOf(entries, gaps, pen), lanes.bottom + 11, 12, pen)
  const untold = [
    ...(left > 0 ? [pen.words.more(left)] : []),
    ...(rest.length > 0 ? [pen.words.notDrawn(rest.length)] : []),
  ]
  const told = legend(signs.bottom + 12, entries, options.legend, untold.length > 0, pen)
  const notes = [
    ...(told ? [] : [pen.words.numbersInTable]),
    ...(axis.isNarrowed ? [pen.words.narrowed] : []),
    ...untold,
  ]
  const noteLook = { size: 7, italic: true, fill: pen.colours.muted }
  const lines = notes.length ? pen.wrap(notes.join(' '), pen.width, noteLook) : []
  const noteTop = (told ?? signs).bottom + 11
  const bottom = noteTop + (lines.length - 1) * noteLeading
  const height = Math.ceil(bottom + 4)
  const alt = [describe(entries, options.period.text, gaps, pen), ...untold].join(' ')
  const body = [
    ...lanes.body,
    ...signs.body,
    ...(told?.body ?? []),
    pen.lines(0, noteTop, lines, noteLeading, noteLook),
  ]
  const { number, date, what, kind } = pen.words.columns
  const table = { columns: [number, date, what, kind], rows: rows(entries, rest, pen) }
  return figure(pen.words.titles.timeline, { height, alt, table }, body, pen)
}

/** The number that the mark of each record bears, by the item’s key, so that a table of one’s own can bear it too. */
export function timelineNumbers({ items, period }: FigureData): ReadonlyMap<string, number> {
  return new Map(
    numbered(items, period).flatMap(({ key, number }) => (key === undefined ? [] : [[key, number] as const])),
  )
}

function numbered(items: readonly TimelineItem[], period: Span): Entry[] {
  return items
    .filter((item) => isIn(item, period))
    .sort(byDate)
    .map((item, i) => ({ ...item, number: i + 1 }))
}

function drawLanes(entries: readonly Entry[], gaps: readonly Gap[], axis: TimeAxis, pen: Pen): Part {
  let top = axisTop
  const lanes = laneNames
    .map((lane) => ({ lane, entries: entries.filter((entry) => entry.lane === lane) }))
    .filter((lane) => lane.entries.length)
  const drawn = lanes.flatMap((lane) => {
    const part = drawLane(lane.lane, lane.entries, axis, top, pen)
    top = part.bottom
    return part.body
  })
  const firstName = nameWidth(itemAt(lanes, 0).lane, pen)
  const clear = gaps.filter((gap) => axis.start(gap.from) > firstName)
  const body = [
    ...gapBands(gaps, axis, axisTop, top, pen),
    ...calendar(axis, axisTop, top, pen),
    ...drawn,
    ...gapLabels(clear, axis, axisTop + 8.4, pen),
    rule(axisTop, pen),
    rule(top, pen),
  ]
  return { body, bottom: top }
}

function drawLane(lane: Lane, entries: readonly Entry[], axis: TimeAxis, top: number, pen: Pen): Part {
  const placed = entries.map((entry) => place(entry.date, axis))
  const { rows, count } = stack(
    placed.map(({ left, right }) => [left, right]),
    0.8,
  )
  const marks = entries.map((entry, i) => {
    const y = top + laneHead + rowHeight * (itemAt(rows, i) + 0.5)
    const look = exactness(entry.date)
    return {
      behind: extent(itemAt(placed, i), y, lane, look, entry.date.open),
      before: mark(itemAt(placed, i).x, y, String(entry.number), lane, look, pen),
    }
  })
  const plate = { x: 1, y: top + 1.5, width: nameWidth(lane, pen), height: 9.5, fill: '#ffffff' }
  return {
    bottom: top + laneHead + rowHeight * count + 3.5,
    body: [
      rule(top, pen),
      ...marks.map((one) => one.behind),
      ...marks.map((one) => one.before),
      element('rect', plate),
      pen.text(3, top + 8.6, pen.words.lanes[lane], { ...nameLook, fill: laneInk[lane] }),
    ],
  }
}

const nameLook = { size: 7.2, bold: true }
const nameWidth = (lane: Lane, pen: Pen) => pen.measure(pen.words.lanes[lane], nameLook) + 5

/** How to read the marks: only the ways that are drawn. */
function signsOf(entries: readonly Entry[], gaps: readonly Gap[], pen: Pen) {
  const used = new Set(entries.map((entry) => exactness(entry.date)))
  const signs = exactnesses
    .filter((way) => used.has(way))
    .map((way) => ({
      words: pen.words.exactness[way],
      width: 22,
      draw: (x: number, y: number) => keyMark(x, y - 2.4, way, pen),
    }))
  const gap = { words: pen.words.gapKey, width: 22, draw: (x: number, y: number) => hatch(x, y - 6.7, 16, 8.6, pen) }
  return gaps.length > 0 ? [...signs, gap] : signs
}

function keyMark(left: number, y: number, way: Exactness, pen: Pen): string {
  const x = way === 'open' ? left + 5 : left + 8
  const placed = { x, from: left, to: left + 16, left, right: left + 16 }
  const behind = way === 'day' || way === 'month' ? '' : extent(placed, y, 'statements', way, 'to')
  return behind + mark(x, y, '', 'statements', way, pen)
}

function describe(items: readonly TimelineItem[], period: string, gaps: readonly Gap[], pen: Pen): string {
  const counts = laneNames
    .map((lane) => [pen.words.lanes[lane], items.filter((item) => item.lane === lane).length] as const)
    .filter(([, number]) => number)
  return pen.words.alt.timeline(
    counts,
    period,
    gaps.map((gap) => gap.text),
  )
}

/** Numbered items, then those that no date puts on the axis. */
function rows(entries: readonly Entry[], rest: readonly TimelineItem[], pen: Pen): string[][] {
  const row = (number: string, item: TimelineItem) => [
    number,
    item.date?.text ?? pen.words.undated,
    fullTitle(item, pen),
    pen.words.lanes[item.lane],
  ]
  return [...entries.map((entry) => row(String(entry.number), entry)), ...rest.map((item) => row('–', item))]
}

export const timelineFigure = defineFigure({
  options: { lanes: listOf(laneNames), legend: oneOf(['auto', 'yes', 'no']), period: interval() },
  shows: (data, { lanes = laneNames }) => {
    const items = data.items.filter(({ lane }) => lanes.includes(lane))
    return items.some((item) => isIn(item, data.period)) ? items : []
  },
  draw(data, { lanes = laneNames, legend = 'auto', period }, { pen, language }) {
    return timeline(data, { lanes, legend, period: period ? stretch(period, language) : data.period }, pen)
  },
})

function stretch(text: string, language: string): FigureData['period'] {
  const { min, max } = edtf(text)
  return { from: must(min), to: must(max), text: formatDate(text, language) }
}
