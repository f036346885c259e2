import { itemAt } from '../core/index.ts'
import { wordPlaces } from './segments.ts'
import { bareWord } from './words.ts'

/** A run of words that two texts have in common: circular reporting often shows only in this. */
export interface SharedRun {
  /** The two sources, in the order of their keys. */
  readonly sources: readonly [string, string]
  /** The 1-based paragraph of the run in each. */
  readonly paragraphs: readonly [number, number]
  readonly words: number
  /** The claims of each source whose passages hold eight words of the run. */
  readonly claims: readonly [readonly string[], readonly string[]]
  /** The run itself, without punctuation; absent when only the lock knows of it. */
  readonly text?: string
}

/** Where a claim's passage stands, in words of its text. */
export interface PinnedWords {
  readonly claim: string
  readonly from: number
  readonly to: number
}

/** A text as a row of bare words. */
export interface Row {
  readonly source: string
  readonly words: readonly string[]
  /** The 1-based paragraph of each word. */
  readonly paragraphs: readonly number[]
  readonly pinned: readonly PinnedWords[]
}

/** Eight words in a row are not met by chance: the length that the model joins claims on. */
const runLength = 8

/** A paragraph's bare words, and the offset at which each begins. */
export function bareWordsOf(paragraph: string): readonly { readonly word: string; readonly at: number }[] {
  return wordPlaces(paragraph)
    .map(({ from, to }) => ({ word: bareWord(paragraph.slice(from, to)), at: from }))
    .filter(({ word }) => word !== '')
}

/**
 * Every run of at least eight words that two texts share, each reported once at its full length. Hashes of all runs
 * are sorted, so the time grows with the words, not with the pairs of texts.
 */
export function sharedRuns(rows: readonly Row[]): readonly SharedRun[] {
  if (rows.length < 2) return []
  const runs: SharedRun[] = []
  const seen = new Set<string>()
  for (const bucket of bucketsOf(rows)) {
    for (const [a, b] of pairsOf(bucket)) {
      const run = extend(rows, a, b)
      if (!run) continue
      const key = `${run.a.row}:${run.a.from}:${run.b.row}:${run.b.from}`
      if (seen.has(key)) continue
      seen.add(key)
      runs.push(describe(rows, run))
    }
  }
  return runs
}

interface Position {
  readonly row: number
  readonly from: number
}
interface Run {
  readonly a: Position
  readonly b: Position
  readonly words: number
}

/** Positions that start with the same eight words, by hash: groups that hold more than one text. */
function* bucketsOf(rows: readonly Row[]): Generator<readonly Position[]> {
  const total = rows.reduce((sum, { words }) => sum + Math.max(0, words.length - runLength + 1), 0)
  const hashes = new Float64Array(total)
  const rowOf = new Uint32Array(total)
  const fromOf = new Uint32Array(total)
  let count = 0
  for (const [row, { words }] of rows.entries()) {
    const ids = words.map(hashWord)
    for (let from = 0; from + runLength <= words.length; from++, count++) {
      hashes[count] = hashRun(ids, from)
      rowOf[count] = row
      fromOf[count] = from
    }
  }
  const order = sameHashes(hashes)
  for (const group of order) {
    const positions = group.map((index) => ({ row: itemAt(rowOf, index), from: itemAt(fromOf, index) }))
    if (positions.some(({ row }) => row !== itemAt(positions, 0).row)) yield positions
  }
}

/** Groups of indexes whose hashes are equal, in the order of their first index. */
function sameHashes(hashes: Float64Array): readonly (readonly number[])[] {
  const sorted = Float64Array.from(hashes).sort()
  const repeated = new Map<number, number[]>()
  for (let index = 1; index < sorted.length; index++) {
    if (sorted[index] === sorted[index - 1]) repeated.set(itemAt(sorted, index), [])
  }
  if (repeated.size > 0) for (const [index, hash] of hashes.entries()) repeated.get(hash)?.push(index)
  return [...repeated.values()].sort((a, b) => itemAt(a, 0) - itemAt(b, 0))
}

function hashWord(word: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < word.length; index++) hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193)
  return hash >>> 0
}

/** Two 26-bit hashes side by side: below 2^53, so equal doubles are equal hashes. */
function hashRun(ids: readonly number[], from: number): number {
  let low = 17
  let high = 31
  for (let index = from; index < from + runLength; index++) {
    low = Math.imul(low ^ itemAt(ids, index), 0x9e3779b1)
    low ^= low >>> 15
    high = Math.imul(high + itemAt(ids, index), 0x85ebca6b)
    high ^= high >>> 13
  }
  return (high >>> 6) * 0x4000000 + (low >>> 6)
}

/** Pairs of positions in different texts. Boilerplate that many texts carry is paired with its first text only. */
function* pairsOf(positions: readonly Position[]): Generator<readonly [Position, Position]> {
  const all = positions.length <= 24
  for (let i = 0; i < (all ? positions.length : 1); i++) {
    for (let j = i + 1; j < positions.length; j++) {
      if (itemAt(positions, i).row !== itemAt(positions, j).row) yield [itemAt(positions, i), itemAt(positions, j)]
    }
  }
}

/** The longest run around a pair, or nothing when the hashes only happened to agree. */
function extend(rows: readonly Row[], a: Position, b: Position): Run | undefined {
  const one = itemAt(rows, a.row).words
  const two = itemAt(rows, b.row).words
  for (let step = 0; step < runLength; step++) if (one[a.from + step] !== two[b.from + step]) return undefined
  let back = 0
  while (a.from > back && b.from > back && one[a.from - back - 1] === two[b.from - back - 1]) back++
  let words = runLength + back
  const start = { a: a.from - back, b: b.from - back }
  while (start.a + words < one.length && start.b + words < two.length && one[start.a + words] === two[start.b + words])
    words++
  return { a: { row: a.row, from: start.a }, b: { row: b.row, from: start.b }, words }
}

function describe(rows: readonly Row[], { a, b, words }: Run): SharedRun {
  const [first, second] = itemAt(rows, a.row).source < itemAt(rows, b.row).source ? [a, b] : [b, a]
  const one = itemAt(rows, first.row)
  const two = itemAt(rows, second.row)
  return {
    sources: [one.source, two.source],
    paragraphs: [itemAt(one.paragraphs, first.from), itemAt(two.paragraphs, second.from)],
    words,
    claims: [claimsIn(one, first.from, words), claimsIn(two, second.from, words)],
    text: one.words.slice(first.from, first.from + words).join(' '),
  }
}

function claimsIn(row: Row, from: number, words: number): readonly string[] {
  const overlap = (pinned: PinnedWords) => Math.min(pinned.to, from + words) - Math.max(pinned.from, from)
  return [...new Set(row.pinned.filter((pinned) => overlap(pinned) >= runLength).map(({ claim }) => claim))]
}
