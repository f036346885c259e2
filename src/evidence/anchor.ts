import { itemAt, sha256 } from '../core/index.ts'
import type { Passage } from '../corpus/index.ts'
import { fold, foldedLines, joined } from './fold.ts'
import { normalisePhrase } from './normalise.ts'
import { isEdge } from './words.ts'

/** What became of a passage. `moved` is a pass that `check --fix` writes down; only `ok` and `moved` are passes. */
export type Outcome = 'ok' | 'moved' | 'drifted' | 'ambiguous' | 'lost' | 'unverified'

/** A stretch of one paragraph: its 1-based number, and offsets into its normalised text (UTF-16 units). */
export interface Span {
  readonly para: number
  readonly from: number
  readonly to: number
  readonly text: string
}

export interface Anchor {
  readonly outcome: Outcome
  /** Where the passage stands: absent when it is lost, ambiguous or unverified. */
  readonly span?: Span
  /** Every stretch that begins and ends as the passage does. */
  readonly candidates: readonly Span[]
}

/**
 * Finds a passage in a text (`paragraphsOf`), or says why it cannot be relied on. The digest decides between places
 * that begin and end alike, so that nothing written elsewhere in the text can put a passage in doubt. Without one the words
 * stand in one place alone.
 */
export function anchor(
  passage: Passage,
  paragraphs: readonly string[] | undefined,
  digest: string | undefined = passage.sha256,
): Anchor {
  if (!paragraphs) return { outcome: 'unverified', candidates: [] }
  const candidates = spansBetween(passage.start, passage.end, paragraphs)
  if (digest === undefined && candidates.length > 1) return { outcome: 'ambiguous', candidates }
  const inLines = digest === undefined ? candidates : candidates.filter((span) => hasDigest(span, digest))
  const same = inLines.length > 0 || digest === undefined ? inLines : wrapped(passage, paragraphs, digest)
  const found = only(same) ?? only(same.filter((span) => span.para === passage.para))
  if (found) return { outcome: found.para === passage.para ? 'ok' : 'moved', span: found, candidates }
  if (same.length > 1) return { outcome: 'ambiguous', candidates }
  const changed = only(candidates) ?? only(candidates.filter((span) => span.para === passage.para))
  if (changed) return { outcome: 'drifted', span: changed, candidates }
  return { outcome: candidates.length > 0 ? 'ambiguous' : 'lost', candidates }
}

/** The SHA-256 of a span's text under `n2`, and the name of that: a passage's `sha256`. */
export function digestOf(span: Span): string {
  return `n2:${sha256(fold(span.text))}`
}

/** Whether a digest is that of a span, by the normalisation that it names; one without a name is `n1`. */
export function hasDigest(span: Span, digest: string): boolean {
  return digest === (digest.startsWith('n2:') ? digestOf(span) : sha256(span.text))
}

/** Every stretch of one paragraph that begins with the words `start` and runs to the next words `end`. */
export function spansBetween(start: string, end: string, paragraphs: readonly string[]): readonly Span[] {
  const stretchesIn = stretchesBetween(start, end)
  return foldedLines(paragraphs).flatMap(({ text, at }, index) =>
    stretchesIn(text).map(({ from, to }) => spanOf(itemAt(paragraphs, index), index + 1, at(from), at(to))),
  )
}

/** Every place where words stand as whole words. */
export function spansOf(words: string, paragraphs: readonly string[]): readonly Span[] {
  return spansBetween(words, words, paragraphs)
}

/** Tells where in a folded text the words `start` begin a stretch that runs to the next words `end`. */
function stretchesBetween(start: string, end: string): (text: string) => readonly { from: number; to: number }[] {
  const [first, last] = [fold(normalisePhrase(start)), fold(normalisePhrase(end))]
  return (text) => {
    const starts = placesOf(first, text)
    const ends = starts.length > 0 ? placesOf(last, text) : []
    return starts.flatMap((from) => {
      const to = ends.find((place) => place >= from && place + last.length >= from + first.length)
      return to === undefined ? [] : [{ from, to: to + last.length }]
    })
  }
}

/** The places of a passage over lines that were cut since it was pinned: only its digest tells that they are one. */
function wrapped({ start, end }: Passage, paragraphs: readonly string[], digest: string): readonly Span[] {
  if (!digest.startsWith('n2:')) return []
  const readings = spansAcross(start, end, paragraphs).map((spans) => spans.filter((span) => hasDigest(span, digest)))
  return readings.find((spans) => spans.length > 0) ?? []
}

/** As `spansBetween` gives them, over lines; once for each way to read the hyphens at their ends. */
export function spansAcross(start: string, end: string, paragraphs: readonly string[]): readonly (readonly Span[])[] {
  const stretchesIn = stretchesBetween(start, end)
  return joined(foldedLines(paragraphs).map((line) => line.text)).map(({ text, starts }) =>
    stretchesIn(text).map(({ from, to }) => {
      const index = starts.findLastIndex((it) => it <= from)
      const at = itemAt(foldedLines(paragraphs), index).at(from - itemAt(starts, index))
      return { para: index + 1, from: at, to: at + to - from, text: text.slice(from, to) }
    }),
  )
}

export function spanOf(paragraph: string, para: number, from: number, to: number): Span {
  return { para, from, to, text: paragraph.slice(from, to) }
}

/** The offsets at which a phrase stands as whole words. */
function placesOf(phrase: string, text: string): readonly number[] {
  const places: number[] = []
  if (phrase === '') return places
  for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + 1)) {
    if (isEdge(text, at) && isEdge(text, at + phrase.length)) places.push(at)
  }
  return places
}

function only<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined
}
