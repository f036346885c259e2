/**
 * From where words stand on pages to paragraphs: lines, columns, running heads, notes, hyphens, and what goes on over a
 * page. Lengths are in points, `y` grows downwards. It is geometry only, and knows nothing of a file format.
 */

/** A stretch of text on one baseline. */
export interface Fragment {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
}

export interface Page {
  readonly label: string
  readonly width: number
  readonly height: number
  readonly fragments: readonly Fragment[]
}

/** A paragraph, and the label of the page that it begins on. */
export interface PagedParagraph {
  readonly text: string
  readonly page: string
}

interface Line {
  text: string
  readonly x: number
  right: number
  readonly y: number
  size: number
}

interface Block {
  readonly lines: Line[]
  readonly page: string
  readonly isNote: boolean
  /** The edges of the column that it stands in. */
  readonly left: number
  readonly right: number
}

/** The paragraphs of a document in reading order; what stands at the head or foot of page after page is left out. */
export function paragraphsIn(pages: readonly Page[]): readonly PagedParagraph[] {
  const words = pages.flatMap(({ fragments }) => fragments.filter(({ text }) => text.trim() !== ''))
  const body = commonest(words.flatMap(({ text, size }) => Array<number>(text.length).fill(Math.round(size * 10) / 10)))
  const laid = pages.map((page) => ({ page, rows: rowsOf(page.fragments) }))
  const repeated = runningRows(laid)
  const columns = laid.flatMap(({ page, rows }) =>
    columnsOf(rows.filter((row) => !repeated.has(row))).map((column) => ({ page, lines: linesOf(column) })),
  )
  const vocabulary = hyphenatedWords(columns.flatMap(({ lines }) => lines))
  const blocks = joined(columns.flatMap(({ page, lines }) => blocksOf(lines, page, body)))
  return blocks.map(({ lines, page }) => ({ text: textOf(lines, vocabulary), page }))
}

/** Fragments on one baseline, from left to right; raised and lowered ones belong to their line. */
interface Row {
  readonly y: number
  readonly size: number
  readonly fragments: readonly Fragment[]
}

function rowsOf(fragments: readonly Fragment[]): Row[] {
  const rows: Fragment[][] = []
  const printed = fragments.filter(({ text }) => text.trim() !== '')
  for (const fragment of [...printed].sort((a, b) => b.size - a.size || a.y - b.y)) {
    const row = rows.find((it) => {
      const off = fragment.y - it[0]!.y
      return off > -0.6 * it[0]!.size && off < 0.3 * it[0]!.size && Math.abs(off) < 0.6 * it[0]!.size
    })
    if (row) row.push(fragment)
    else rows.push([fragment])
  }
  return rows.map(rowOf).sort((a, b) => a.y - b.y)
}

const rowOf = (fragments: readonly Fragment[]): Row => {
  const sorted = [...fragments].sort((a, b) => a.x - b.x)
  const base = sorted.reduce((a, b) => (b.size * b.text.length > a.size * a.text.length ? b : a))
  return { y: base.y, size: base.size, fragments: sorted }
}

/** The lines of a column. A row has several where gaps stand under each other: these are the cells of a table. */
function linesOf(rows: readonly Row[]): Line[][] {
  const edges = rows.map(edgesOf)
  const [left, right] = [Math.min(...edges.map(([x]) => x)), Math.max(...edges.map(([, x]) => x))]
  const gaps = rows.map(cellGaps)
  return rows.map((row, index) => {
    const [from, to] = edges[index]!
    // A line of justified text may happen to have a gap above another; three in a row do not.
    const enough = from - left < 2 && right - to < 2 ? 2 : 1
    const near = [index - 1, index + 1].flatMap((it) => [gaps[it] ?? []])
    const cuts = gaps[index]!.filter((at) => near.filter((it) => it.some((x) => Math.abs(x - at) < 2)).length >= enough)
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
  const gaps = fragments.slice(1).map((it, i) => ({ at: it.x, width: it.x - fragments[i]!.x - fragments[i]!.width }))
  const narrowest = Math.min(...gaps.map(({ width }) => width).filter((width) => width > 0.12 * size))
  return gaps
    .filter(({ width }) => width > 1.2 * size && (gaps.length < 2 || width > 1.6 * narrowest))
    .map(({ at }) => at)
}

const edgesOf = ({ fragments }: Row) => [fragments[0]!.x, fragments.at(-1)!.x + fragments.at(-1)!.width] as const

/** The call of a note, in letters of its own: as a plain figure it would run into the word before it. */
function raised({ text, y, size }: Fragment, row: Row): string {
  const isCall = size < 0.85 * row.size && y < row.y - 0.1 * row.size && /^[\d,*†‡–-]+$/.test(text.trim())
  return isCall ? text.trim().replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? digit) : text.trim()
}

/** Rows at the head and foot of pages that say the same on others too, but for numbers, and page numbers. */
function runningRows(pages: readonly { readonly page: Page; readonly rows: readonly Row[] }[]): ReadonlySet<Row> {
  const seen = new Map<string, Row[]>()
  const running = new Set<Row>()
  for (const { page, rows } of pages) {
    for (const [rank, row] of rows.entries()) {
      const isHead = rank < 2 && row.y < 0.15 * page.height
      const isFoot = rank >= rows.length - 2 && row.y > 0.85 * page.height
      if (!isHead && !isFoot) continue
      const words = row.fragments
        .map(({ text }) => text.trim())
        .join(' ')
        .replace(/\d+/g, '#')
        .replace(/\b[ivxlc]+\b/gi, '#')
      if (/^[\p{P}\s]*(?:\p{L}+\.?\s)?#(?:\s*(?:\/|of|из|von|sur|de)\s*#)?[\p{P}\s]*$/u.test(words)) running.add(row)
      const key = `${isHead ? 'head' : 'foot'} ${words}`
      seen.set(key, [...(seen.get(key) ?? []), row])
    }
  }
  for (const rows of seen.values()) {
    const alike = rows.filter((row) => rows.filter(({ y }) => Math.abs(y - row.y) < 3).length > 1)
    if (alike.length >= Math.min(3, Math.max(2, pages.length / 3))) for (const row of alike) running.add(row)
  }
  return running
}

/** The rows in reading order, a list for each column or full-width stretch between columns. */
function columnsOf(rows: readonly Row[], depth = 0): Row[][] {
  const gutter = depth < 3 ? gutterOf(rows) : undefined
  if (gutter === undefined) return rows.length > 0 ? [[...rows]] : []
  const bands: { readonly isFull: boolean; readonly rows: Row[] }[] = []
  for (const row of rows) {
    const isFull = crosses(row, gutter)
    const last = bands.at(-1)
    if (last?.isFull === isFull) last.rows.push(row)
    else bands.push({ isFull, rows: [row] })
  }
  return bands.flatMap(({ isFull, rows: band }) => {
    if (isFull) return columnsOf(band, depth + 1)
    const sides = [side(band, gutter, 'left'), side(band, gutter, 'right')]
    return sides.flatMap((it) => columnsOf(it, depth + 1))
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
function gutterOf(rows: readonly Row[]): number | undefined {
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
    if (isRunning(one) && isRunning(other) && (!best || within.length > best.rows)) best = { at, rows: within.length }
  }
  return best?.at
}

/** Most lines of running text go on to the right edge of their column. */
function isRunning(rows: readonly Row[]): boolean {
  const edges = rows.map(edgesOf)
  const [left, right] = [Math.min(...edges.map(([x]) => x)), Math.max(...edges.map(([, x]) => x))]
  const filled = edges.filter(([from, to]) => to - from > 0.7 * (right - left))
  return filled.length > 0.5 * rows.length && right - left > 9 * median(rows.map(({ size }) => size))
}

function blocksOf(rows: readonly Line[][], { label, height }: Page, body: number): Block[] {
  const lines = rows.flat()
  const left = Math.min(...lines.map(({ x }) => x))
  const right = Math.max(...lines.map((it) => it.right))
  const pitch = median(
    rows
      .slice(1)
      .map((row, i) => row[0]!.y - rows[i]![0]!.y)
      .filter((gap) => gap < 3 * body),
  )
  const margin = commonest(rows.map((row) => Math.round(row[0]!.x)))
  const isJustified = rows.filter((row) => right - row.at(-1)!.right < 2).length > 0.5 * rows.length
  const blocks: Block[] = []
  let [previous, start] = [undefined as Line[] | undefined, undefined as Line | undefined]
  for (const row of rows) {
    const line = row.length === 1 ? row[0]! : asOne(row)
    const before = previous && asOne(previous)
    const isNote: boolean =
      (line.size < 0.93 * body && line.y > 0.5 * height) ||
      /^[⁰¹²³⁴⁵⁶⁷⁸⁹*†‡]+\s\S/.test(line.text) ||
      (blocks.at(-1)?.isNote ?? false)
    const opens =
      !before ||
      line.y - before.y >
        (Math.abs(line.size - body) > 0.07 * body ? 1.5 * line.size : Math.max(1.25 * pitch, 1.05 * line.size)) ||
      Math.abs(line.size - before.size) > 0.07 * before.size ||
      isItem(line.text) ||
      (isNote && /^[\d⁰¹²³⁴⁵⁶⁷⁸⁹*†]+[.)]?\s?\S/.test(line.text)) ||
      row.length > 1 ||
      previous!.length > 1 ||
      // An indented first line; a hanging line is indented too, but under its own.
      (line.x > margin + 0.8 * line.size && line.x > before.x + 0.8 * line.size && start !== before) ||
      (line.x > margin + 0.8 * line.size && before.x < line.x - 0.8 * line.size && isEnd(before.text)) ||
      // The line before ends early, and had room for the first word of this one.
      (isEnd(before.text) && right - before.right > roomFor(line, isJustified))
    if (opens) {
      blocks.push({ lines: [line], page: label, isNote, left, right })
      start = line
    } else blocks.at(-1)!.lines.push(line)
    previous = row
  }
  return blocks
}

/** Cells beside each other: a row of a table is one paragraph. */
function asOne(row: readonly Line[]): Line {
  const [first] = row
  return row.length === 1
    ? first!
    : { ...first!, text: row.map(({ text }) => text.trim()).join(' | '), right: row.at(-1)!.right }
}

function roomFor({ text, x, right }: Line, isJustified: boolean): number {
  const [word = ''] = text.trim().split(/\s/)
  const width = ((right - x) / Math.max(text.length, 1)) * (word.length + 1)
  return isJustified ? Math.max(width, 6) : 1.6 * width + 8
}

const isEnd = (text: string) => /[.!?:;…]["'”’»)\]⁰¹²³⁴⁵⁶⁷⁸⁹\d]*\s*$/u.test(text)
const isItem = (text: string) => /^\s*(?:[•◦▪–—■●○‣·*-]|\(?\p{L}\)|\(?\d{1,2}[.)])\s/u.test(text)

/** Puts what a page or a column cuts in two together, past the notes between. */
function joined(blocks: readonly Block[]): Block[] {
  const whole: Block[] = []
  for (const block of blocks) {
    const last = whole.findLast(({ isNote }) => isNote === block.isNote)
    if (last && goesOn(last, block)) last.lines.push(...block.lines)
    else whole.push({ ...block, lines: [...block.lines] })
  }
  return whole
}

function goesOn(before: Block, after: Block): boolean {
  const [last, first] = [before.lines.at(-1)!, after.lines[0]!]
  // Within one column the lines have already been told apart.
  const isBroken = before.page !== after.page || (first.y < last.y && after.left > before.left)
  if (!isBroken || isItem(first.text) || last.text.includes(' | ') || first.text.includes(' | ')) return false
  if (Math.abs(last.size - first.size) > 0.07 * last.size) return false
  if (/[-‐]\s*$/.test(last.text) && /^\s*\p{Ll}/u.test(first.text)) return true
  if (first.x > after.left + 0.8 * first.size && after.lines.length > 1) return false
  const isFull = before.right - last.right < 0.12 * (before.right - before.left)
  return isEnd(last.text) ? isFull && /^\s*\p{Ll}/u.test(first.text) : isFull || /^\s*[\p{Ll}\d(«“]/u.test(first.text)
}

/** Words that stand with a hyphen inside a line: where one of them is cut at its hyphen, it keeps it. */
function hyphenatedWords(lines: readonly Line[][]): ReadonlySet<string> {
  return new Set(
    lines.flat().flatMap(({ text }) => (text.match(/\p{L}+(?:[-‐]\p{L}+)+/gu) ?? []).map((it) => it.toLowerCase())),
  )
}

function textOf(lines: readonly Line[], hyphenated: ReadonlySet<string>): string {
  let text = ''
  for (const line of lines) {
    const next = line.text.trim()
    const cut = /(\p{L}+)[-‐]$/u.exec(text)
    const rest = /^\p{Ll}+/u.exec(next)
    if (text === '') text = next
    else if (cut && rest) {
      const kept = hyphenated.has(`${cut[1]}-${rest[0]}`.toLowerCase())
      text = `${kept ? text : text.slice(0, -1)}${next}`
    } else text = /[-‐–—/]$/.test(text) && !/\s[-‐–—/]$/.test(text) ? `${text}${next}` : `${text} ${next}`
  }
  return text.replace(/\s+/g, ' ').trim()
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}

function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([a, n], [b, m]) => m - n || a - b)[0]?.[0] ?? 0
}
