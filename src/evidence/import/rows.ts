import { itemAt, lastOf } from '../../core/index.ts'
import { type Fragment, median, type Page } from './layout.ts'

/** Text between two cuts of a row. */
export interface Line {
  text: string
  readonly x: number
  right: number
  readonly y: number
  size: number
}

/** Fragments on one baseline, from left to right; raised and lowered ones belong to their line. */
export interface Row {
  readonly y: number
  readonly size: number
  readonly fragments: readonly Fragment[]
}

export function rowsOf(fragments: readonly Fragment[]): Row[] {
  const rows: Fragment[][] = []
  const printed = fragments.filter(({ text }) => text.trim() !== '')
  for (const fragment of [...printed].sort((a, b) => b.size - a.size || a.y - b.y)) {
    const near = rows.filter((it) =>
      it.some(({ y, size }, index) => {
        const off = fragment.y - y
        return (index === 0 || size > 1.15 * fragment.size) && off > -0.6 * size && off < 0.3 * size
      }),
    )
    // Columns have baselines of their own: what is raised is of the line that it touches.
    const row = near.length > 1 ? near.sort((a, b) => apart(fragment, a) - apart(fragment, b))[0] : near[0]
    if (row) row.push(fragment)
    else rows.push([fragment])
  }
  return rows.map(rowOf).sort((a, b) => a.y - b.y)
}

/** How far a fragment stands from the nearest of a row. */
const apart = ({ x, y, width }: Fragment, row: readonly Fragment[]) =>
  Math.min(...row.map((it) => Math.max(x - it.x - it.width, it.x - x - width, 0) + Math.abs(it.y - y)))

const rowOf = (fragments: readonly Fragment[]): Row => {
  const sorted = [...fragments].sort((a, b) => a.x - b.x)
  const base = sorted.reduce((a, b) => (b.size * b.text.length > a.size * a.text.length ? b : a))
  return { y: base.y, size: base.size, fragments: sorted }
}

/** The lines of a column. A row has several where gaps stand under each other: these are the cells of a table. */
export function linesOf(rows: readonly Row[]): Line[][] {
  const edges = rows.map(edgesOf)
  const [left, right] = [Math.min(...edges.map(([x]) => x)), Math.max(...edges.map(([, x]) => x))]
  const gaps = rows.map(cellGaps)
  return rows.map((row, index) => {
    const [from, to] = itemAt(edges, index)
    // A line of justified text may happen to have a gap above another; three near each other do not.
    const enough = from - left < 2 && right - to < 2 ? 2 : 1
    const near = (enough === 1 ? [-1, 1] : [-2, -1, 1, 2]).map((step) => gaps[index + step] ?? [])
    const cuts = itemAt(gaps, index).filter(
      (at) => near.filter((it) => it.some((x) => Math.abs(x - at) < 2)).length >= enough,
    )
    const lines: Line[] = []
    for (const fragment of row.fragments) {
      const last = lines.at(-1)
      const gap = last ? fragment.x - last.right : Number.POSITIVE_INFINITY
      const text = raised(fragment, row)
      if (!last || cuts.includes(fragment.x)) {
        lines.push({ text, x: fragment.x, right: fragment.x + fragment.width, y: row.y, size: row.size })
        continue
      }
      last.text += gap > 0.12 * row.size ? ` ${text}` : text
      last.right = Math.max(last.right, fragment.x + fragment.width)
    }
    return lines
  })
}

/** Where text goes on behind a gap that is wider than the spaces of its row: in justified text all are alike. */
function cellGaps({ fragments, size }: Row): number[] {
  const gaps = fragments
    .slice(1)
    .map((it, i) => ({ at: it.x, width: it.x - itemAt(fragments, i).x - itemAt(fragments, i).width }))
  const narrowest = Math.min(...gaps.map(({ width }) => width).filter((width) => width > 0.12 * size))
  return gaps
    .filter(({ width }) => width > 1.2 * size && (gaps.length < 2 || width > 1.6 * narrowest))
    .map(({ at }) => at)
}

const edgesOf = ({ fragments }: Row) => [itemAt(fragments, 0).x, lastOf(fragments).x + lastOf(fragments).width] as const

/** The call of a note, in letters of its own: as a plain figure it would run into the word before it. */
function raised({ text, y, size }: Fragment, row: Row): string {
  const isCall = size < 0.85 * row.size && y < row.y - 0.1 * row.size && /^[\d,*†‡–-]+$/.test(text.trim())
  return isCall ? inSuperscript(text.trim()) : text.trim()
}

export const inSuperscript = (text: string) => text.replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? digit)

/** Rows at the head and foot of pages that say the same on others too, but for numbers, and page numbers. */
export function runningRows(
  pages: readonly { readonly page: Page; readonly rows: readonly Row[] }[],
): ReadonlySet<Row> {
  const seen = new Map<string, { row: Row; offset: number }[]>()
  const running = new Set<Row>()
  for (const [at, { page, rows }] of pages.entries()) {
    for (const [rank, row] of rows.entries()) {
      const isHead = rank < 2 && row.y < 0.15 * page.height
      const isFoot = rank >= rows.length - 2 && row.y > 0.85 * page.height
      if (!isHead && !isFoot) continue
      // It stands apart from the text.
      const inner = rows[isHead ? rank + 1 : rank - 1]
      if (rank > 0 && rank < rows.length - 1 && inner && Math.abs(inner.y - row.y) < 1.6 * row.size) continue
      const said = row.fragments.map(({ text }) => text.trim()).join(' ')
      const offset = Number(/^\d+/.exec(said)?.[0] ?? at) - at
      if ((rank === 0 || rank === rows.length - 1) && isOfPrint(said)) running.add(row)
      const words = said.replace(/\d+/g, '#').replace(/\b[ivxlc]+\b/gi, '#')
      if (/^[\p{P}\s]*(?:\p{L}+\.?\s)?#(?:\s*(?:\/|of|из|von|sur|de)\s*#)?[\p{P}\s]*$/u.test(words)) running.add(row)
      const key = `${isHead ? 'head' : 'foot'} ${words}`
      seen.set(key, [...(seen.get(key) ?? []), { row, offset }])
    }
  }
  for (const found of seen.values()) {
    // The number before a running head grows with the pages; that before a note does not.
    if (found.some(({ offset }) => offset !== itemAt(found, 0).offset)) continue
    const rows = found.map(({ row }) => row)
    const alike = rows.filter((row) => rows.filter(({ y }) => Math.abs(y - row.y) < 3).length > 1)
    if (alike.length >= Math.min(3, Math.max(2, pages.length / 3))) for (const row of alike) running.add(row)
  }
  return running
}

/** What a browser prints above and below a page: when it was printed, and where the page stands. */
const isOfPrint = (said: string) =>
  /^\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}:\d\d(?::\d\d)?(?: [AP]M)?(?: |$)/.test(said) ||
  /^(?:https?|file):\/\/\S+ (?:.* )?\d+\/\d+$/.test(said)

/**
 * The rows in reading order, a list for each column or full-width stretch between columns. A page with too few lines to
 * show its columns, as the last one may be, has the `known` ones of the others.
 */
export function columnsOf(rows: readonly Row[], known?: number, depth = 0): Row[][] {
  const gutter = depth < 3 ? (gutterOf(rows) ?? (isGutter(known, rows) ? known : undefined)) : undefined
  if (gutter === undefined) return rows.length > 0 ? [[...rows]] : []
  const bands: { readonly isFull: boolean; readonly rows: Row[] }[] = []
  for (const row of rows) {
    const isFull = crosses(row, gutter)
    const last = bands.at(-1)
    if (last?.isFull === isFull) last.rows.push(row)
    else bands.push({ isFull, rows: [row] })
  }
  return bands.flatMap(({ isFull, rows: band }) => {
    if (isFull) return columnsOf(band, undefined, depth + 1)
    const sides = [side(band, gutter, 'left'), side(band, gutter, 'right')]
    return sides.flatMap((it) => columnsOf(it, undefined, depth + 1))
  })
}

/** Text stands across the gutter, or comes nearer to it than columns do. */
function crosses({ fragments, size }: Row, gutter: number): boolean {
  const before = fragments.findLast(({ x }) => x < gutter - 1)
  const after = fragments.find(({ x }) => x >= gutter - 1)
  const end = before ? before.x + before.width : Number.NEGATIVE_INFINITY
  return end > gutter + 1 || (after !== undefined && after.x - end < 0.6 * size)
}

const side = (rows: readonly Row[], gutter: number, which: 'left' | 'right'): Row[] =>
  rows.flatMap(({ fragments }) => {
    const own = fragments.filter(({ x }) => x < gutter - 1 === (which === 'left'))
    return own.length > 0 ? [rowOf(own)] : []
  })

/** Where an upright strip without text parts two columns of running text; cells of a table are no such columns. */
export function gutterOf(rows: readonly Row[]): number | undefined {
  const edges = rows.map(edgesOf)
  const [left, right] = [Math.min(...edges.map(([x]) => x)), Math.max(...edges.map(([, x]) => x))]
  const starts = new Map<number, number>()
  for (const { fragments, size } of rows)
    for (const [index, { x }] of fragments.entries()) {
      const before = fragments[index - 1]
      if (before && x - before.x - before.width < 0.6 * size) continue
      starts.set(Math.round(x), (starts.get(Math.round(x)) ?? 0) + 1)
    }
  let best: { at: number; rows: number } | undefined
  for (const [at, count] of starts) {
    if (count < 4 || at < left + 0.2 * (right - left) || at > right - 0.12 * (right - left)) continue
    const within = rows.filter((row) => !crosses(row, at))
    const [one, other] = [side(within, at, 'left'), side(within, at, 'right')]
    if (within.length < 0.4 * rows.length || one.length < 4 || other.length < 4) continue
    // The lines of a column begin below each other; what stands behind a river of wide spaces does not.
    if (other.filter(({ fragments }) => Math.abs(itemAt(fragments, 0).x - at) < 1.5).length < 0.5 * other.length)
      continue
    if (isRunning(one) && isRunning(other) && (!best || within.length > best.rows)) best = { at, rows: within.length }
  }
  return best?.at
}

/** Whether a column of some lines begins where one does on other pages, and text stands before it. */
function isGutter(at: number | undefined, rows: readonly Row[]): at is number {
  if (at === undefined) return false
  const within = rows.filter((row) => !crosses(row, at))
  const other = side(within, at, 'right')
  return (
    within.length === rows.length &&
    other.length > 0 &&
    side(within, at, 'left').length > 0 &&
    other.filter(({ fragments }) => Math.abs(itemAt(fragments, 0).x - at) < 1.5).length > 0.6 * other.length
  )
}

/** Most lines of running text go on to the right edge of their column. */
function isRunning(rows: readonly Row[]): boolean {
  const edges = rows.map(edgesOf)
  const [left, right] = [Math.min(...edges.map(([x]) => x)), Math.max(...edges.map(([, x]) => x))]
  const filled = edges.filter(([from, to]) => to - from > 0.7 * (right - left))
  return filled.length > 0.5 * rows.length && right - left > 9 * median(rows.map(({ size }) => size))
}
