import { analyse } from 'chardet'
import { itemAt, lastOf } from '../../core/index.ts'
import { readCsv } from './csv.ts'
import type { ImportedText } from './imported.ts'

/** Encodings of eight bits that are met: ISO 8859-1 is read as the Windows code page that contains it. */
const guessable = ['windows-1251', 'koi8-r', 'windows-1252', 'iso-8859-5', 'iso-8859-2', 'ibm866']

/** The text of bytes in any common encoding, and which it is: a byte-order mark decides, then UTF-8, then what looks likeliest. */
export function decode(bytes: Uint8Array, declared?: string): { readonly text: string; readonly encoding: string } {
  const as = (encoding: string, fatal = false) => new TextDecoder(encoding, { fatal }).decode(bytes)
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: as('utf-16le'), encoding: 'UTF-16' }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: as('utf-16be'), encoding: 'UTF-16' }
  // No other encoding of text has bytes that are zero: of each space one is, the upper one.
  const zeros = [0, 1].map((odd) => bytes.filter((byte, at) => byte === 0 && at % 2 === odd).length)
  if (Math.max(...zeros) > bytes.length / 100)
    return {
      text: as(itemAt(zeros, 1) > itemAt(zeros, 0) ? 'utf-16le' : 'utf-16be'),
      encoding: 'UTF-16 without a byte-order mark',
    }
  try {
    return { text: as('utf-8', true), encoding: 'UTF-8' }
  } catch {
    const known = declared && supported(declared)
    const guesses = analyse(bytes).map(({ name }) => name.toLowerCase().replace(/^iso-8859-1$/, 'windows-1252'))
    const encoding =
      known ||
      likeliest(
        guesses.filter((name) => guessable.includes(name)),
        bytes,
      )
    return { text: /^(?:windows-1252|iso-8859-1)$/.test(encoding) ? western(bytes) : as(encoding), encoding }
  }
}

const upper = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/** Windows-1252 by hand: some versions of Node take its upper letters for control characters. */
function western(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) =>
    byte >= 0x80 && byte < 0xa0 ? upper[byte - 0x80] : String.fromCharCode(byte),
  )
  return text.join('')
}

function supported(name: string): string | undefined {
  try {
    return new TextDecoder(name).encoding
  } catch {
    return undefined
  }
}

/** Cyrillic in the wrong table of eight bits is Cyrillic too, but with its capitals and small letters changed about. */
function likeliest(guesses: readonly string[], bytes: Uint8Array): string {
  const isCyrillic = guesses.some((name) => /1251|koi8|8859-5|866/.test(name))
  const candidates = isCyrillic ? ['windows-1251', 'koi8-r', 'ibm866', 'iso-8859-5'] : guesses
  const oddness = (encoding: string) => {
    const text = new TextDecoder(encoding).decode(bytes)
    const odd = text.match(
      /\p{Ll}\p{Lu}|[\u0080-\u009f]|[\u2500-\u25ff]|(?<=\p{L})[¤¦§©«»°±]|\p{Script=Latin}\p{Script=Cyrillic}/gu,
    )
    return odd?.length ?? 0
  }
  const [best = 'windows-1252'] = [...candidates].sort((a, b) => oddness(a) - oddness(b))
  return best
}

/** A table as text: a row a paragraph, with bars between its cells, as in texts from Word. */
export function readTable(bytes: Uint8Array): ImportedText {
  const { text, encoding } = decode(bytes)
  const rows = readCsv(text).map((cells) => clean(cells.join(' | ')))
  const paragraphs = rows.filter((row) => /[^|\s]/.test(row))
  return { paragraphs, described: {}, notes: encoding === 'UTF-8' ? [] : [`read as ${encoding}`] }
}

/**
 * Plain text: empty lines part paragraphs. Without any, each line is a paragraph, unless the lines are cut at one width:
 * then a short one ends a paragraph.
 */
export function readPlain(bytes: Uint8Array): ImportedText {
  const { text, encoding } = decode(bytes)
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/)
  const { paragraphs, how } = paragraphsOf(lines.map((line) => line.replace(/[\t ]+$/, '')))
  const notes = [...(encoding === 'UTF-8' ? [] : [`read as ${encoding}`]), ...(how ? [how] : [])]
  return { paragraphs, described: {}, notes }
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
