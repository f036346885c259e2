/**
 * From where words stand on pages to paragraphs: lines, columns, running heads, notes, hyphens, and what goes on over a
 * page. Lengths are in points, `y` grows downwards. It is geometry only, and knows nothing of a file format.
 */

import { itemAt, lastOf } from '../../core/index.ts'
import { columnsOf, gutterOf, inSuperscript, type Line, linesOf, type Row, rowsOf, runningRows } from './rows.ts'

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

interface Block {
  readonly lines: Line[]
  readonly page: string
  readonly isNote: boolean
  /** The edges of the column that it stands in. */
  readonly left: number
  readonly right: number
}

/** The rows of each page; what stands at the head or foot of page after page is left out. */
export function printedIn(pages: readonly Page[]): readonly { readonly page: Page; readonly rows: readonly Row[] }[] {
  const laid = pages.map((page) => ({ page, rows: rowsOf(page.fragments) }))
  const repeated = runningRows(laid)
  return laid.map(({ page, rows }) => ({ page, rows: rows.filter((row) => !repeated.has(row)) }))
}

/** The paragraphs of a document in reading order. */
export function paragraphsIn(pages: readonly Page[], printed = printedIn(pages)): readonly PagedParagraph[] {
  const words = pages.flatMap(({ fragments }) => fragments.filter(({ text }) => text.trim() !== ''))
  const body =
    commonest(words.flatMap(({ text, size }) => Array<number>(text.length).fill(Math.round(size * 10) / 10))) ?? 0
  const gutter = commonest(printed.flatMap(({ rows }) => gutterOf(rows) ?? []))
  const columns = printed.flatMap(({ page, rows }) =>
    columnsOf(rows, gutter).map((column) => ({ page, lines: linesOf(column) })),
  )
  const vocabulary = hyphenatedWords(columns.flatMap(({ lines }) => lines))
  const blocks = joined(markCalls(columns.flatMap(({ page, lines }) => blocksOf(lines, page, body))))
  return blocks.map(({ lines, page }) => ({ text: textOf(lines, vocabulary), page }))
}

function blocksOf(rows: readonly Line[][], { label, height }: Page, body: number): Block[] {
  const lines = rows.flat()
  const left = Math.min(...lines.map(({ x }) => x))
  const right = Math.max(...lines.map((it) => it.right))
  const isJustified = rows.filter((row) => right - lastOf(row).right < 2).length > 0.5 * rows.length
  const gaps = rows.slice(1).flatMap((row, i) => {
    const [line, before] = [itemAt(row, 0), lastOf(itemAt(rows, i))]
    const gap = line.y - before.y
    return gap < 3 * body ? [{ gap, isFull: right - before.right < roomFor(line, isJustified) }] : []
  })
  // Behind a full line a paragraph goes on; where paragraphs are short, most gaps are between them.
  const [full, every] = [gaps.filter(({ isFull }) => isFull), gaps].map((some) => median(some.map(({ gap }) => gap)))
  const pitch = Math.min(full || Number.POSITIVE_INFINITY, every ?? 0)
  const margin = commonest(rows.map((row) => Math.round(itemAt(row, 0).x))) ?? 0
  const blocks: Block[] = []
  let [previous, start] = [undefined as Line[] | undefined, undefined as Line | undefined]
  for (const row of rows) {
    const line = row.length === 1 ? itemAt(row, 0) : asOne(row)
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
      (isItem(line.text) && (isEnd(before.text) || isItem(itemAt(lastOf(blocks).lines, 0).text))) ||
      (isNote && opensNote(line.text, itemAt(lastOf(blocks).lines, 0).text)) ||
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
    } else lastOf(blocks).lines.push(line)
    previous = row
  }
  return blocks
}

/**
 * A call that is set in raised figures of the font itself looks like any number to a reader of the file, and would be
 * one: “in May.1”. It is the one number that is glued to a word where a note of its page begins with it.
 */
function markCalls(blocks: readonly Block[]): readonly Block[] {
  for (const note of blocks.filter(({ isNote }) => isNote)) {
    const first = itemAt(note.lines, 0)
    const number = /^\d{1,3}(?=\s?\D)/.exec(first.text)?.[0]
    if (number === undefined) continue
    const call = new RegExp(`(?<=[\\p{L}\\p{Pe}\\p{Pf}.,;:!?…"'])${number}(?=\\s|$)`, 'gu')
    const lines = blocks.filter(({ page, isNote }) => page === note.page && !isNote).flatMap((it) => it.lines)
    const found = lines.flatMap((line) => [...line.text.matchAll(call)].map(() => line))
    if (found.length !== 1) continue
    itemAt(found, 0).text = itemAt(found, 0).text.replace(call, inSuperscript(number))
    first.text = `${inSuperscript(number)} ${first.text.slice(number.length).trimStart()}`
  }
  return blocks
}

/** Cells beside each other: a row of a table is one paragraph. */
function asOne(row: readonly Line[]): Line {
  const [first] = row
  return row.length === 1
    ? first!
    : { ...first!, text: row.map(({ text }) => text.trim()).join(' | '), right: lastOf(row).right }
}

function roomFor({ text, x, right }: Line, isJustified: boolean): number {
  const [word = ''] = text.trim().split(/\s/)
  const width = ((right - x) / Math.max(text.length, 1)) * (word.length + 1)
  return isJustified ? Math.max(width, 6) : 1.6 * width + 8
}

/** The numbers of notes follow each other: “22 July” at the head of a line of note 1 is none. */
function opensNote(text: string, before: string): boolean {
  if (/^[⁰¹²³⁴⁵⁶⁷⁸⁹*†‡]+\s?\S/.test(text)) return true
  const [number, last] = [text, before].map((it) => /^\d+(?=[.)]?\s?\S)/.exec(it)?.[0])
  if (number === undefined || /^[⁰¹²³⁴⁵⁶⁷⁸⁹]/.test(before)) return false
  return last === undefined || Number(number) === Number(last) + 1
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
  const [last, first] = [lastOf(before.lines), itemAt(after.lines, 0)]
  // Within one column the lines have already been told apart.
  const isBroken = before.page !== after.page || (first.y < last.y && after.left > before.left)
  if (!isBroken || (isItem(first.text) && isEnd(last.text)) || last.text.includes(' | ') || first.text.includes(' | '))
    return false
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

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}

function commonest(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([a, n], [b, m]) => m - n || a - b)[0]?.[0]
}
