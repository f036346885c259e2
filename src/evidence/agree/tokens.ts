import { itemAt } from '../../core/index.ts'
import { isAbbreviation } from '../segments.ts'

/** A word, a number or a mark of a text. */
export interface Token {
  readonly kind: 'word' | 'number' | 'mark'
  /** As written. */
  readonly text: string
  /** A word in lower case and in one spelling of its letters, without its possessive; other tokens as written. */
  readonly word: string
  /** Offsets into the text, in UTF-16 units. */
  readonly at: number
  readonly to: number
  readonly isCapital: boolean
  /** First word of a sentence: its capital letter says nothing. */
  readonly opens: boolean
  /** The number of its sentence, from 0. */
  readonly sentence: number
}

/** A text and what it consists of; places are indexes of tokens. */
export interface Tokenised {
  readonly text: string
  readonly tokens: readonly Token[]
}

/** The word at a place; none beyond the text. */
export const wordAt = (tokens: readonly Token[], at: number): string => tokens[at]?.word ?? ''

/** The words from one place up to another, as written. */
export const wordsOf = (
  { text, tokens }: Tokenised,
  { from, to }: { readonly from: number; readonly to: number },
): string => text.slice(tokens[from]?.at, tokens[to - 1]?.to)

const token =
  /(?<number>\d{1,3}(?:[ \u00a0\u2009\u202f'’]\d{3}(?!\d))+(?:[.,]\d+)?|\d+(?:[.,]\d+)*)|(?<word>(?:\p{Lu}\.){2,}|[kcdmкcсдм]?[mм][²³23](?![\p{L}\p{N}])|°\s?[CFС](?!\p{L})|\p{L}[\p{L}\p{M}]*(?:['’]\p{L}[\p{L}\p{M}]*)*)|(?<mark>[^\s\p{L}\p{N}])/gu
const elided = /^(l|d|qu|n|s|j|c|m|t|jusqu|lorsqu|puisqu|aujourd)['’](?=\p{L})/iu

const germanMonth = /^\s*(?:Jan|Jän|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)/

/** The tokens of a text; contracted words are taken apart (`didn’t` is `did not`, `l’eau` is `l eau`). */
export function tokensOf(text: string): readonly Token[] {
  const found: Token[] = []
  let [sentence, opens] = [0, true]
  for (const match of withPlainDigits(text.normalize('NFC')).matchAll(token)) {
    const [written] = match
    const kind = match.groups!.number !== undefined ? 'number' : match.groups!.word !== undefined ? 'word' : 'mark'
    if (kind === 'mark') {
      found.push(made(kind, written, written, match.index, false, sentence))
      const last = found.at(-2)
      const next = /^["'”’»)\]]*\s*(?:["'“‘«([„]\s?)*([\p{Lu}\p{N}])/u.exec(
        text.slice(match.index + 1, match.index + 8),
      )
      const isOrdinal =
        written === '.' && last?.kind === 'number' && germanMonth.test(text.slice(match.index + 1, match.index + 8))
      const ends =
        /[!?…]/.test(written) || (written === '.' && !(last && isAbbreviation(last.text, text.slice(match.index + 1))))
      if ((ends && next && !isOrdinal) || /[\u2022]/.test(written)) {
        sentence++
        opens = true
      }
      continue
    }
    let at = match.index
    for (const part of kind === 'word' ? known(written) : [{ text: written, word: written }]) {
      found.push(made(kind, part.text, part.word, at, opens && kind === 'word', sentence))
      at += part.text.length
      opens = false
    }
  }
  return found
}

/** Digits of every script, and the separators of Arabic numbers, as those of English; each is one unit of UTF-16. */
function withPlainDigits(text: string): string {
  return text
    .replace(/(?![0-9])(?=\p{Nd})[^\u{10000}-\u{10ffff}]/gu, (digit) => String(digitOf(digit.charCodeAt(0))))
    .replace(/(?<=\d)٫(?=\d)/g, '.')
    .replace(/(?<=\d)٬(?=\d)/g, ',')
}

/** The digits of a script stand in a row, from zero. */
function digitOf(code: number): number {
  let zero = code
  while (/\p{Nd}/u.test(String.fromCharCode(zero - 1))) zero--
  return code - zero
}

function made(kind: Token['kind'], text: string, word: string, at: number, opens: boolean, sentence: number): Token {
  const isCapital = kind === 'word' && /^\p{Lu}/u.test(text)
  return { kind, text, word, at, to: at + text.length, isCapital, opens, sentence }
}

const parts = new Map<string, ReturnType<typeof partsOf>>()

/** What a word as written is taken apart into, once a process. */
function known(written: string): ReturnType<typeof partsOf> {
  let found = parts.get(written)
  if (found === undefined) {
    found = partsOf(written)
    parts.set(written, found)
  }
  return found
}

function partsOf(written: string): readonly { text: string; word: string }[] {
  const not = /^(.+)n['’]t$/i.exec(written)
  if (not) {
    const stem = { ca: 'can', wo: 'will', sha: 'shall' }[itemAt(not, 1).toLowerCase()] ?? itemAt(not, 1)
    return [
      { text: itemAt(not, 1), word: fold(stem) },
      { text: written.slice(itemAt(not, 1).length), word: 'not' },
    ]
  }
  const cut = elided.exec(written)
  if (cut && cut[0].length < written.length && !/^\p{Lu}['’]\p{Lu}/u.test(written))
    return [{ text: cut[0], word: fold(itemAt(cut, 1)) }, ...partsOf(written.slice(cut[0].length))]
  // Полгода is half a year.
  const half =
    /^(пол)((?:года|часа|дня|века|месяца|минуты|литра|метра|тонны|миллиона|миллиарда|тысячи|сотни|десятка)$)/iu.exec(
      written,
    )
  if (half) return [itemAt(half, 1), itemAt(half, 2)].map((text) => ({ text, word: fold(text) }))
  return [{ text: written, word: fold(written) }]
}

/** A word in lower case, one spelling a letter, without dots, stress marks and its possessive. */
function fold(word: string): string {
  return word
    .toLowerCase()
    .replace(/['’]s?$/, '')
    .replace(/ё/g, 'е')
    .replace(/\.|\u0301/g, '')
    .replace(/(?<=[mм])2$/, '²')
    .replace(/°\s/, '°')
    .replace(/(?<=[mм])3$/, '³')
    .replace(/’/g, "'")
}

/** Reads a number written in digits, as the language writes it: `1,340`, `1 340`, `1.340`, `1’340`, `4,5`. */
export function digits(text: string, hasComma: boolean): number {
  const plain = text.replace(/[ \u00a0\u2009\u202f'’]/g, '')
  const groups = hasComma ? /^\d{1,3}(?:\.\d{3})+(?=,|$)/ : /^\d{1,3}(?:,\d{3})+(?=\.|$)/
  const [mark, point] = hasComma ? [/\./g, ','] : [/,/g, '.']
  if (groups.test(plain)) return Number(plain.replace(mark, '').replace(point, '.'))
  return Number(/^\d+[.,]\d+$/.test(plain) ? plain.replace(',', '.') : plain.replace(/[.,]/g, ''))
}

export const yearShape = /^(?:1[89]|20)\d\d$/

/** A number that can be the day of a month. */
export function dayOf(token: Token | undefined): number | undefined {
  const day = token?.kind === 'number' && /^\d{1,2}$/.test(token.text) ? Number(token.text) : 0
  return day >= 1 && day <= 31 ? day : undefined
}
