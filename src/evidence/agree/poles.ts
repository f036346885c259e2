import { itemAt } from '../../core/index.ts'
import { clauseAt } from './clauses.ts'
import type { Clause } from './reading.ts'
import type { Marker } from './signs.ts'
import { poles as table } from './tables/poles.ts'
import { type Token, wordAt } from './tokens.ts'
import { rowsOf } from './word-table.ts'

/** A word that has a contrary: on which axis, and at which of its ends with the negations around it counted in. */
export interface Pole {
  readonly axis: string
  /** 1 or -1. */
  readonly end: number
  readonly isTurned: boolean
  /** Other words may stand within it: `schloss … aus`. */
  readonly isSplit: boolean
  readonly from: number
  readonly to: number
}

interface Entry {
  readonly words: readonly string[]
  readonly axis: string
  readonly end: number
}

const [whole, starts] = [new Map<string, Entry[]>(), new Map<string, Entry[]>()]
for (const [axis, list] of rowsOf(table)) {
  for (const [side, phrases] of list.split(' / ').entries())
    for (const phrase of phrases.split('|')) {
      const words = phrase.trim().split(' ')
      const isStart = itemAt(words, 0).endsWith('*')
      const key = isStart ? itemAt(words, 0).slice(0, -1) : itemAt(words, 0)
      const map = isStart ? starts : whole
      map.set(key, [...(map.get(key) ?? []), { words, axis, end: side === 0 ? 1 : -1 }])
    }
}

/** What is north is not south by a negation. */
const fixed = /^(?:status|birth|latitude|longitude|sex|age|share)$/

const longestBetween = 8
const longestStart = Math.max(...[...starts.keys()].map(({ length }) => length))
const heads = new Set([...starts.keys()].map((start) => start.slice(0, 3)))

/** The poles of a text; the longest phrase at each place says of which axes. */
export function polesOf(
  tokens: readonly Token[],
  markers: readonly Marker[],
  clauses: readonly Clause[],
  isVerbFinal: boolean,
): Pole[] {
  const found: Pole[] = []
  for (let at = 0; at < tokens.length; at++) {
    const { kind, word } = itemAt(tokens, at)
    if (kind !== 'word') continue
    const entries = entriesOf(word)
    if (entries.length === 0) continue
    const sized = entries.map((entry) => ({ entry, to: endOf(entry.words, tokens, at) })).filter(({ to }) => to > 0)
    const longest = Math.max(0, ...sized.map(({ entry }) => entry.words.length))
    const best = sized.filter(({ entry }) => entry.words.length === longest)
    const isInner = (axis: string) => found.some((it) => it.axis === axis && it.from < at && at < it.to)
    for (const { entry, to } of best)
      if (entry.axis !== '-' && !isInner(entry.axis))
        found.push({
          axis: entry.axis,
          end: entry.end,
          isTurned: false,
          isSplit: entry.words.includes('…'),
          from: at,
          to,
        })
    if (best.some(({ entry }) => entry.axis === '-')) at += longest - 1
  }
  return found.map((pole) =>
    !fixed.test(pole.axis) && isTurned(pole, tokens, markers, clauses, isVerbFinal)
      ? { ...pole, end: -pole.end, isTurned: true }
      : pole,
  )
}

const known = new Map<string, readonly Entry[]>()

/** The phrases that a word can begin. */
function entriesOf(word: string): readonly Entry[] {
  let found = known.get(word)
  if (found === undefined) {
    const entries = [...(whole.get(word) ?? [])]
    for (let size = 3; size <= Math.min(longestStart, word.length) && heads.has(word.slice(0, 3)); size++)
      entries.push(...(starts.get(word.slice(0, size)) ?? []))
    found = entries
    known.set(word, found)
  }
  return found
}

/** The place after a phrase that begins here; 0 where it does not stand. */
function endOf(words: readonly string[], tokens: readonly Token[], from: number): number {
  let at = from
  for (const [index, word] of words.entries()) {
    if (word === '…') continue
    const isFar = words[index - 1] === '…'
    const last = isFar ? at + longestBetween : at
    while (
      at < last &&
      tokens[at] &&
      !isWord(itemAt(tokens, at), word) &&
      itemAt(tokens, at).sentence === itemAt(tokens, from).sentence
    )
      at++
    if (!tokens[at] || !isWord(itemAt(tokens, at), word)) return 0
    at++
  }
  return at
}

function isWord({ kind, word }: Token, form: string): boolean {
  return kind === 'word' && (form.endsWith('*') ? word.startsWith(form.slice(0, -1)) : word === form)
}

/** An odd number of negations in its clause, its own word not counted unless it has the negation in an ending. */
function isTurned(
  { axis, from, to, isSplit }: Pole,
  tokens: readonly Token[],
  markers: readonly Marker[],
  clauses: readonly Clause[],
  isVerbFinal: boolean,
) {
  const clause = clauseAt({ clauses }, from)
  // `Никто не пострадал` is one negation, and is in the phrase.
  if (!isSplit && to - from > 1 && markers.some((it) => it.signs.has('not') && it.from >= from && it.to < to))
    return false
  const near = markers.filter(
    (it) =>
      // What is said not to rise need not fall.
      (it.signs.has('not') || (it.signs.has('denies') && axis !== 'degree')) &&
      clause !== undefined &&
      it.from >= clause.from &&
      it.to <= Math.max(clause.to, to) &&
      ((it.from >= to && it.signs.has('not') && (isVerbFinal || it.from - to < 3)) ||
        // `Schließt Kündigungen nicht aus`.
        (it.from > from && it.to < to) ||
        (it.to <= from && (it.signs.has('not') || from - it.to < 5)) ||
        (to - from === 1 &&
          /^\p{Script=Cyrillic}+$/u.test(wordAt(tokens, from)) &&
          it.signs.has('not') &&
          it.to - it.from === 1 &&
          !/^(?:нет|жоқ)/.test(wordAt(tokens, from)))),
  )
  // `Ne … pas` is one negation, and so is `не … никто`.
  return near.length > 0 && near.some(({ signs }) => signs.has('denies')) !== near.some(({ signs }) => signs.has('not'))
}
