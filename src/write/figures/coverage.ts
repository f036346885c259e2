import { utcMonth, utcYear } from 'd3-time'
import { tint } from '../theme/colour.ts'
import { calendar, gapBands, gapLabels, hatch, isInYears, type TimeAxis, timeAxis } from './axis.ts'
import { known } from './dates.ts'
import { defineFigure } from './define.ts'
import type { Dated, Figure, FigureData, SourceItem } from './figure.ts'
import { asManyAsFit, leftOutLine } from './fit.ts'
import { figure, key, rule } from './looks.ts'
import type { Pen } from './pen.ts'
import { element, line } from './svg.ts'

const labelWidth = ({ width }: Pen) => Math.min(112, width * 0.3)
const top = 14
const rowHeight = 22
const strip = 8
const barRoom = 34

/**
 * Which stretch of the period each source tells of: the months that its claims are about, darker for more, the day it
 * was issued, the claims of all sources by year or month, and the stretches that none covers. The sources with most claims,
 * where a page has no room for all. Nothing without a source.
 */
function coverage(data: FigureData, pen: Pen): Figure | undefined {
  if (data.sources.length === 0) return undefined
  return asManyAsFit(
    data.sources,
    ({ claims }) => claims.length,
    (some, left) => drawn(some, left, data, pen),
  )
}

function drawn(sources: readonly SourceItem[], left: number, { period, ...data }: FigureData, pen: Pen): Figure {
  const axis = timeAxis(period, labelWidth(pen), pen.width - 1)
  const gaps = data.gaps.filter((gap) => axis.shows(gap))
  const rowsEnd = top + sources.length * rowHeight
  const bottom = rowsEnd + barRoom
  const most = Math.max(1, ...sources.flatMap((source) => [...byMonth(source.claims, axis).values()]))
  const legend = key(signsOf(most, gaps.length > 0, pen), bottom + 12, 14, pen)
  const body = [
    ...gapBands(gaps, axis, top, bottom, pen),
    ...calendar(axis, top, bottom, pen),
    ...sources.flatMap((source, i) => row(source, most, top + i * rowHeight, axis, pen)),
    ...allSources(data.sources, rowsEnd, axis, pen),
    ...gapLabels(gaps, axis, top + 9, pen),
    rule(bottom, pen),
    ...legend.body,
    leftOutLine(left, legend.bottom + 12, pen),
  ]
  const height = legend.bottom + (left > 0 ? 18 : 6)
  const silent = gaps.map((gap) => gap.text)
  const rows = sources.map(tableRow)
  const { source, issued, claims, undated, first, last } = pen.words.columns
  const columns = [source, issued, claims, undated, first, last]
  const { colon, semicolon } = pen.words
  const told = rows.map(([label, , claims]) => `${label}${colon}${claims}`)
  const shown = [...byUnit(data.sources, axis)].map(
    ([start, count]) => `${dayOf(start).slice(0, isInYears(axis) ? 4 : 7)}${colon}${count}`,
  )
  const alt = `${pen.words.alt.coverage(data.sources.length, period.text, silent)} ${pen.words.columns.claims}${colon}${told.join(semicolon)}. ${left > 0 ? `${pen.words.more(left)} ` : ''}${pen.words.allSources}${colon}${shown.join(semicolon)}.`
  return figure(pen.words.titles.coverage, { height, alt, table: { columns, rows } }, body, pen)
}

function row(source: SourceItem, most: number, y: number, axis: TimeAxis, pen: Pen): string[] {
  const look = { size: 7.5 }
  const lines = pen.wrap(source.label, labelWidth(pen) - 8, look).slice(0, 2)
  const middle = y + rowHeight / 2
  return [
    rule(y, pen),
    pen.lines(0, middle + (lines.length > 1 ? -1.8 : 2.6), lines, 8.6, look),
    ...[...byMonth(source.claims, axis)].map((one) => monthBar(one, most, middle, axis, pen)),
    ...(source.issued && axis.shows(source.issued) ? [issued(source.issued, middle, axis, pen)] : []),
  ]
}

/** How many claims are about each month of the axis; a claim about a year is about its twelve months. */
function byMonth(claims: readonly Dated[], axis: TimeAxis): Map<string, number> {
  const counts = new Map<string, number>()
  for (const claim of claims.filter((one) => axis.shows(one))) {
    const { from, to } = known(claim)
    const months = utcMonth.range(utcMonth.floor(new Date(from)), new Date(Date.parse(to) + 1))
    for (const month of months.map((date) => date.toISOString().slice(0, 7))) {
      if (month >= axis.from.slice(0, 7) && month <= axis.to.slice(0, 7))
        counts.set(month, (counts.get(month) ?? 0) + 1)
    }
  }
  return counts
}

function monthBar([month, count]: [string, number], most: number, middle: number, axis: TimeAxis, pen: Pen): string {
  const first = `${month}-01`
  const next = utcMonth.offset(new Date(first), 1)
  const last = new Date(next.getTime() - 1).toISOString().slice(0, 10)
  const [x, right] = [axis.start(first), axis.end(last)]
  const fill = shade(count, most, pen)
  // Neighbours of one shade are told apart where there is room for it.
  const width = right - x + (isInYears(axis) ? 0.15 : -0.8)
  return element('rect', { x, y: middle - strip / 2, width: Math.max(width, 0.5), height: strip, fill })
}

/** One claim is seen, and twenty differ from ten: the shade grows with the square root of the count. */
const shade = (count: number, most: number, pen: Pen) => tint(pen.colours.accent, 0.25 + 0.75 * Math.sqrt(count / most))

function issued(date: Dated, middle: number, axis: TimeAxis, pen: Pen): string {
  const x = (axis.start(date.from) + axis.end(date.to)) / 2
  return flag(Math.min(x, axis.right - 3), middle, pen)
}

/** A triangle that stands on the strip. */
function flag(x: number, middle: number, pen: Pen): string {
  const y = middle - strip / 2
  const d = `${line(x - 3.2, y - 5.2, x + 3.2, y - 5.2, x, y - 0.2)}Z`
  return element('path', { d, fill: '#ffffff', stroke: pen.colours.ink, 'stroke-width': 0.9 })
}

const unitOf = (axis: TimeAxis) => (isInYears(axis) ? utcYear : utcMonth)

/** How many dated claims fall in each year, or in each month of a short axis, by the middle of their dates there. */
function byUnit(sources: readonly SourceItem[], axis: TimeAxis): Map<number, number> {
  const unit = unitOf(axis)
  const counts = new Map<number, number>()
  for (const claim of sources.flatMap((source) => source.claims).filter((claim) => axis.shows(claim))) {
    const { from, to } = known(claim)
    const [first, last] = unit === utcYear ? [from, to] : [laterOf(from, axis.from), earlierOf(to, axis.to)]
    const start = unit.floor(new Date((Date.parse(first) + Date.parse(last)) / 2)).getTime()
    counts.set(start, (counts.get(start) ?? 0) + 1)
  }
  return new Map([...counts].sort(([a], [b]) => a - b))
}

function allSources(sources: readonly SourceItem[], y: number, axis: TimeAxis, pen: Pen): string[] {
  const unit = unitOf(axis)
  const counts = byUnit(sources, axis)
  const most = Math.max(...counts.values(), 1)
  const base = y + barRoom
  const counted = pen.wrap(unit === utcYear ? pen.words.perYear : pen.words.perMonth, labelWidth(pen) - 8, { size: 7 })
  const first = base - 6 - (counted.length - 1) * 8.6
  const bars = [...counts].flatMap(([start, count]) => {
    const [left, right] = [axis.start(dayOf(start)), axis.start(dayOf(unit.offset(new Date(start), 1)))]
    if (right - left < 1) return []
    const height = Math.max((barRoom - 13) * (count / most), 0.8)
    const bar = { x: left + 2, y: base - height, width: Math.max(right - left - 4, 1), height }
    return [
      element('rect', { ...bar, fill: tint(pen.colours.accent, 0.55) }),
      pen.text((left + right) / 2, base - height - 2.4, String(count), { size: 7, anchor: 'middle' }),
    ]
  })
  return [
    rule(y, pen),
    pen.text(0, first - 9, pen.words.allSources, { size: 7.5, bold: true }),
    pen.lines(0, first, counted, 8.6, { size: 7, fill: pen.colours.muted }),
    ...bars,
  ]
}

const dayOf = (date: Date | number) => new Date(date).toISOString().slice(0, 10)
const laterOf = (a: string, b: string) => (a > b ? a : b)
const earlierOf = (a: string, b: string) => (a < b ? a : b)

function signsOf(most: number, hasGap: boolean, pen: Pen) {
  const { claim, range, issued } = pen.words.coverageKey
  const counts = most > 1 ? [1, most / 3, most] : [1]
  const shades = (x: number, y: number) =>
    counts
      .map((count, i) => ({ x: x + i * 8, y: y - 6.4, width: 8.1, height: strip, fill: shade(count, most, pen) }))
      .map((box) => element('rect', box))
      .join('')
  return [
    { draw: shades, width: counts.length * 8 + 6, words: most > 1 ? `${claim}${range} ${most}` : claim },
    { draw: (x: number, y: number) => flag(x + 3, y + 3.6, pen), width: 12, words: issued },
    ...(hasGap
      ? [{ draw: (x: number, y: number) => hatch(x, y - 6.6, 16, 8.4, pen), width: 22, words: pen.words.gapKey }]
      : []),
  ]
}

function tableRow({ label, issued, claims, undated }: SourceItem): string[] {
  const byStart = [...claims].sort((a, b) => (known(a).from < known(b).from ? -1 : 1))
  const byEnd = [...claims].sort((a, b) => (known(a).to < known(b).to ? -1 : 1))
  return [
    label,
    issued?.text ?? '–',
    String(claims.length),
    String(undated),
    byStart[0]?.text ?? '–',
    byEnd.at(-1)?.text ?? '–',
  ]
}

export const coverageFigure = defineFigure({ options: {}, draw: (data, _options, { pen }) => coverage(data, pen) })
