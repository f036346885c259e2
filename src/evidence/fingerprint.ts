/**
 * What the lock keeps of a passage, so that a change can be told without a copy of the text: numbers, negations and
 * names in clear, four bits of every other word. That is enough to line the words up, and too little to read them.
 */
import { itemAt } from '../core/index.ts'
import { wordsOf } from './normalise.ts'
import { bareWord, endsSentence, isName, isNegation, isNumber } from './words.ts'

/** A stretch that reads differently. A word that was not kept in clear is `undefined`. */
export interface Change {
  readonly was: readonly (string | undefined)[]
  readonly now: readonly string[]
}

/** The print of normalised text: one token a word, `=word` in clear or one hexadecimal digit. */
export function fingerprintOf(text: string): string {
  return printTokens(wordsOf(text)).join(' ')
}

/** The words that a print keeps in clear, in their order: its numbers, negations and names. */
export function clearWords(print: string): string {
  return print
    .split(' ')
    .flatMap((token) => (token.startsWith('=') ? [token.slice(1)] : []))
    .join(' ')
}

/** What differs between a printed passage and the text that stands in its place now, in reading order. */
export function changesBetween(print: string, text: string): readonly Change[] {
  const before = print.split(' ').filter((token) => token !== '')
  const words = wordsOf(text)
  const after = printTokens(words)
  const changes: Change[] = []
  let from = { before: 0, after: 0 }
  for (const match of [...commonTokens(before, after), { before: before.length, after: after.length }]) {
    if (match.before > from.before || match.after > from.after) {
      const was = before.slice(from.before, match.before).map(clearWord)
      changes.push({ was, now: words.slice(from.after, match.after) })
    }
    from = { before: match.before + 1, after: match.after + 1 }
  }
  return changes
}

/** The changes in words, e.g. `“30,000” → “25,000”; added “not”`. Long stretches are cut short. */
export function describeChanges(changes: readonly Change[]): string {
  const shown = changes.slice(0, 4).map(describeChange)
  return [...shown, ...(changes.length > 4 ? [`and ${changes.length - 4} more`] : [])].join('; ')
}

/** What a reader must hear of: a number, a negation or a name that was there and is not, or is there and was not. */
export function graveChanges(changes: readonly Change[]): readonly string[] {
  const kinds = [
    ['a number', isNumber],
    ['a negation', isNegation],
    ['a capitalised name', (word: string) => isName(word, true)],
  ] as const
  return kinds.flatMap(([kind, is]) => (changes.some((change) => touches(change, is)) ? [kind] : []))
}

function touches({ was, now }: Change, is: (word: string) => boolean): boolean {
  const before = new Set(
    was
      .filter((word) => word !== undefined)
      .filter(is)
      .map(bareOrNumber),
  )
  const after = new Set(now.filter(is).map(bareOrNumber))
  return [...before].some((word) => !after.has(word)) || [...after].some((word) => !before.has(word))
}

/** A number's sign is part of it. */
function bareOrNumber(word: string): string {
  return isNumber(word) ? `${/[-−+](?=\p{N})/u.exec(word)?.[0] ?? ''}${bareWord(word)}` : bareWord(word)
}

function describeChange({ was, now }: Change): string {
  if (was.length === 0) return `added ${quoted(now)}`
  if (now.length === 0) return `dropped ${quotedOld(was)}`
  return `${quotedOld(was)} → ${quoted(now)}`
}

function quotedOld(words: readonly (string | undefined)[]): string {
  if (words.every((word) => word === undefined)) return words.length === 1 ? 'a word' : `${words.length} words`
  return quoted(words.map((word) => word ?? '…'))
}

function quoted(words: readonly string[]): string {
  const shown = words.length > 12 ? [...words.slice(0, 6), '…', ...words.slice(-5)] : words
  return `“${shown.join(' ')}”`
}

/** The tokens of a print, one for each word. */
export function printTokens(words: readonly string[]): readonly string[] {
  return words.map((word, index) => {
    const startsSentence = index === 0 || endsSentence(itemAt(words, index - 1))
    const isClear = isNumber(word) || isNegation(word) || isName(word, startsSentence)
    return isClear ? `=${word}` : fourBits(word)
  })
}

const clearWord = (token: string) => (token.startsWith('=') ? token.slice(1) : undefined)

/** FNV-1a folded to one hexadecimal digit. */
function fourBits(word: string): string {
  let hash = 0x811c9dc5
  for (let index = 0; index < word.length; index++) hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193)
  const folded = hash ^ (hash >>> 16)
  return ((folded ^ (folded >>> 8) ^ (folded >>> 4)) & 15).toString(16)
}

interface Match {
  readonly before: number
  readonly after: number
}

/** The most pairs of tokens that are compared: more would not fit into memory, and nobody reads such a difference. */
const mostCompared = 4_000_000

/** The longest common subsequence of two token lists, as pairs of indexes; of very long ones, what begins and ends alike. */
function commonTokens(before: readonly string[], after: readonly string[]): readonly Match[] {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head++
  let tail = 0
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  const middle = { before: before.slice(head, before.length - tail), after: after.slice(head, after.length - tail) }
  const inside =
    middle.before.length * middle.after.length > mostCompared ? [] : longestCommon(middle.before, middle.after)
  return [
    ...Array.from({ length: head }, (_, index) => ({ before: index, after: index })),
    ...inside.map((match) => ({ before: match.before + head, after: match.after + head })),
    ...Array.from({ length: tail }, (_, index) => ({
      before: before.length - tail + index,
      after: after.length - tail + index,
    })),
  ]
}

function longestCommon(before: readonly string[], after: readonly string[]): readonly Match[] {
  const width = after.length + 1
  const lengths = new Uint16Array((before.length + 1) * width)
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const skip = Math.max(itemAt(lengths, (i + 1) * width + j), itemAt(lengths, i * width + j + 1))
      lengths[i * width + j] = before[i] === after[j] ? itemAt(lengths, (i + 1) * width + j + 1) + 1 : skip
    }
  }
  const matches: Match[] = []
  for (let i = 0, j = 0; i < before.length && j < after.length; ) {
    if (before[i] === after[j]) matches.push({ before: i++, after: j++ })
    else if (itemAt(lengths, (i + 1) * width + j) >= itemAt(lengths, i * width + j + 1)) i++
    else j++
  }
  return matches
}
