import { itemAt } from '../core/index.ts'
import { spansOf } from './anchor.ts'
import { changesBetween, printTokens } from './fingerprint.ts'
import { unwrapped } from './lines.ts'
import { wordsOf } from './normalise.ts'
import { endsSentence } from './words.ts'

/** The stretch of a text that is most like a passage which is no longer there. */
export interface Near {
  /** The 1-based paragraph. */
  readonly para: number
  readonly text: string
}

interface Stretch {
  readonly para: number
  /** The index of its first word in the paragraph. */
  readonly from: number
}
interface Compared extends Stretch, Near {
  /** Words that differ. */
  readonly score: number
  /** How many of its ends are those of a sentence: what counts between stretches that differ in as many words. */
  readonly sentenceEnds: number
}

/** Stretches that are compared word by word. */
const compared = 5

/**
 * The stretch most like a print, if more than half of its words are left in their order. Stretches are weighed by the
 * pairs of neighbouring words that they share with it, in time that grows with the text alone; a comparison word by word
 * costs the square of the passage's length, so only those that weigh most are compared.
 */
export function nearestStretch(print: string, lines: readonly string[]): Near | undefined {
  const blocks = unwrapped(lines)
  const near = nearestIn(
    print,
    blocks.map(({ text }) => text),
  )
  if (!near) return undefined
  const { para } = spansOf(near.text, lines)[0] ?? itemAt(blocks, near.para - 1)
  return { para, text: near.text }
}

function nearestIn(print: string, paragraphs: readonly string[]): Near | undefined {
  const length = print.split(' ').length
  const reach = Math.max(1, Math.min(8, Math.floor(1600 / length)))
  let best: Compared | undefined
  const compare = (words: readonly string[], para: number, from: number, size: number): void => {
    const stretch = words.slice(from, from + size)
    const text = stretch.join(' ')
    const changes = changesBetween(print, text)
    const score = changes.reduce((sum, { was, now }) => sum + Math.max(was.length, now.length), 0)
    const isStart = from === 0 || endsSentence(words[from - 1] ?? '')
    const sentenceEnds = Number(isStart) + Number(endsSentence(stretch.at(-1) ?? ''))
    if (!best || score < best.score || (score === best.score && sentenceEnds > best.sentenceEnds))
      best = { para, from, text, score, sentenceEnds }
  }
  for (const { para, from } of likelyStretches(print, paragraphs)) {
    const words = wordsOf(itemAt(paragraphs, para - 1))
    for (let start = Math.max(0, from - reach); start <= from + reach; start++) compare(words, para, start, length)
  }
  if (!best) return undefined
  const { para, from } = best
  const words = wordsOf(itemAt(paragraphs, para - 1))
  const end = from + length
  for (let size = Math.max(1, length - reach); size <= length + reach; size++) {
    compare(words, para, from, size)
    compare(words, para, Math.max(0, end - size), size)
  }
  return best.score * 2 < length ? best : undefined
}

/** The stretch of each paragraph that has most of a print's pairs of neighbouring words; of the best paragraphs. */
function likelyStretches(print: string, paragraphs: readonly string[]): readonly Stretch[] {
  const wanted = print.split(' ')
  const pairs = new Set(pairsOf(wanted))
  let likely: (Stretch & { readonly weight: number })[] = []
  for (const [index, paragraph] of paragraphs.entries()) {
    const { from, weight } = heaviest(pairsOf(printTokens(wordsOf(paragraph))), pairs, wanted.length - 1)
    if (weight === 0) continue
    likely.push({ para: index + 1, from, weight })
    if (likely.length > compared * 4) likely = heaviestFirst(likely).slice(0, compared)
  }
  return heaviestFirst(likely).slice(0, compared)
}

function heaviestFirst<T extends { readonly weight: number }>(stretches: readonly T[]): T[] {
  return [...stretches].sort((a, b) => b.weight - a.weight)
}

function pairsOf(tokens: readonly string[]): readonly string[] {
  return tokens.slice(1).map((token, index) => `${tokens[index]} ${token}`)
}

/** Where `size` pairs in a row have most of those wanted. */
function heaviest(
  pairs: readonly string[],
  wanted: ReadonlySet<string>,
  size: number,
): { from: number; weight: number } {
  let best = { from: 0, weight: 0 }
  let weight = 0
  for (const [index, pair] of pairs.entries()) {
    if (wanted.has(pair)) weight++
    if (index >= size && wanted.has(itemAt(pairs, index - size))) weight--
    if (weight > best.weight) best = { from: Math.max(0, index - size + 1), weight }
  }
  return best
}
