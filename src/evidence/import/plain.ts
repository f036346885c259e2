import { lastOf } from '../../core/index.ts'
import { readCsv } from './csv.ts'
import { decodeText } from './encoding.ts'
import type { ImportedText } from './imported.ts'

/** A table as text: a row a paragraph, with bars between its cells, as in texts from Word. */
export function readTable(bytes: Uint8Array, named?: string): ImportedText {
  const { text, notes } = decodeText(bytes, { named })
  const rows = readCsv(text).map((cells) => clean(cells.join(' | ')))
  const paragraphs = rows.filter((row) => /[^|\s]/.test(row))
  return { paragraphs, described: {}, notes }
}

/**
 * Plain text: empty lines part paragraphs. Without any, each line is a paragraph, unless the lines are cut at one width:
 * then a short one ends a paragraph.
 */
export function readPlain(bytes: Uint8Array, named?: string): ImportedText {
  const { text, notes } = decodeText(bytes, { named })
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/)
  const { paragraphs, how } = paragraphsOf(lines.map((line) => line.replace(/[\t ]+$/, '')))
  return { paragraphs, described: {}, notes: [...notes, ...(how ? [how] : [])] }
}

function paragraphsOf(lines: readonly string[]): { paragraphs: string[]; how?: string } {
  const blocks: string[][] = [[]]
  for (const line of lines) {
    if (line.trim() === '') blocks.push([])
    else lastOf(blocks).push(line)
  }
  const full = blocks.filter((block) => block.length > 0)
  if (!isWrapped(full)) return { paragraphs: full.flat().map(clean) }
  const parts = full.flatMap(cutAtShortLines)
  return { paragraphs: parts.map(join), how: 'the lines are cut at one width, and were joined' }
}

/** Lines that stop near one width, most of them in mid-sentence, were broken by a program. */
function isWrapped(blocks: readonly (readonly string[])[]): boolean {
  const inner = blocks.flatMap((block) => block.slice(0, -1))
  if (inner.length < 2) return false
  const width = longest(blocks.flat())
  const open = inner.filter((line) => !/[.!?:;…]["'”’»)\]]*$/u.test(line))
  return width <= 120 && open.length > 0.5 * inner.length
}

/** Where no empty line parts paragraphs, an indented line, or one after a short line that ends a sentence, opens one. */
function cutAtShortLines(block: readonly string[]): string[][] {
  const width = longest(block)
  const parts: string[][] = []
  for (const [index, line] of block.entries()) {
    const before = block[index - 1]
    const opens =
      before === undefined ||
      (/^\s{2,}/.test(line) && !/^\s{2,}/.test(before)) ||
      /^\s*(?:[-*•–]|\d{1,2}[.)])\s/.test(line) ||
      (before.length < 0.7 * width && /[.!?…]["'”’»)\]]*$/u.test(before) && block.length > 3)
    if (opens) parts.push([line])
    else lastOf(parts).push(line)
  }
  return parts
}

function join(lines: readonly string[]): string {
  const parts: string[] = []
  for (const line of lines.map((line) => line.trim())) {
    const before = parts.at(-1) ?? ''
    if (before.endsWith('\u00ad')) parts[parts.length - 1] = before.slice(0, -1)
    else if (parts.length > 0 && !(/\p{L}[-‐]$/u.test(before) && /^\p{Ll}/u.test(line))) parts.push(' ')
    parts.push(line)
  }
  return clean(parts.join(''))
}

const longest = (lines: readonly string[]) => lines.reduce((most, { length }) => Math.max(most, length), 0)

const clean = (text: string) => text.replace(/\s+/g, ' ').trim()
