import { itemAt, sha256 } from '../core/index.ts'
import type { Passage } from '../corpus/index.ts'
import { fold } from './fold.ts'
import { isOfOne, type Reading, readingsOf, type Span, spanIn } from './lines.ts'
import { normalisePhrase } from './normalise.ts'
import type { Stretch } from './segments.ts'
import { isEdge } from './words.ts'

/** What became of a passage. `moved` is a pass that `check --fix` writes down; only `ok` and `moved` are passes. */
export type Outcome = 'ok' | 'moved' | 'drifted' | 'ambiguous' | 'lost' | 'unverified'

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
  const same = digest === undefined ? candidates : withDigest(digest, candidates, passage, paragraphs)
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

/** Every stretch of one paragraph, over its lines, that begins with the words `start` and runs to the next words `end`. */
export function spansBetween(start: string, end: string, paragraphs: readonly string[]): readonly Span[] {
  const stretchesIn = stretchesBetween(start, end)
  return readingsOf(paragraphs)
    .flatMap((reading) =>
      stretchesIn(reading)
        .filter(({ from, to }) => isOfOne(reading, from, to, paragraphs))
        .map(({ from, to }) => spanIn(reading, from, to)),
    )
    .sort((a, b) => a.para - b.para || a.from - b.from)
    .filter((it, at, all) => !isSame(it, all[at - 1]))
}

/** Every place where words stand as whole words. */
export function spansOf(words: string, paragraphs: readonly string[]): readonly Span[] {
  return spansBetween(words, words, paragraphs)
}

// How the hyphens in it are read tells no two places apart.
const isSame = (a: Span, b: Span | undefined) => a.para === b?.para && a.from === b.from

/** Tells where in a text the words `start` begin a stretch that runs to the next words `end`. */
function stretchesBetween(start: string, end: string): (it: Reading) => readonly Stretch[] {
  const [first, last] = [fold(normalisePhrase(start)), fold(normalisePhrase(end))]
  return ({ folded: { text, at } }) => {
    const starts = placesOf(first, text)
    const ends = first === last || starts.length === 0 ? starts : placesOf(last, text)
    let next = 0
    return starts.flatMap((from) => {
      const least = Math.max(from, from + first.length - last.length)
      while (next < ends.length && itemAt(ends, next) < least) next++
      const place = ends[next]
      return place === undefined ? [] : [{ from: at(from), to: at(place + last.length) }]
    })
  }
}

/** The places that have a passage's digest: among the candidates, or wherever its lines were cut or put together since. */
function withDigest(
  digest: string,
  candidates: readonly Span[],
  { start, end }: Passage,
  paragraphs: readonly string[],
): readonly Span[] {
  const same = candidates.filter((span) => hasDigest(span, digest))
  if (same.length > 0) return same
  const stretchesIn = stretchesBetween(start, end)
  for (const reading of readingsOf(paragraphs)) {
    const spans = stretchesIn(reading).flatMap(({ from, to }) => {
      const hyphens = reading.hyphens.filter((at) => from < at && at < to)
      const span = spanIn(reading, from, to)
      const forms = hyphensRead(
        span.text,
        hyphens.map((at) => at - from),
      )
      return forms.flatMap((text) => (hasDigest({ ...span, text }, digest) ? [{ ...span, text }] : [])).slice(0, 1)
    })
    if (spans.length > 0) return spans
  }
  return []
}

/** More hyphens at the ends of lines than a passage has; each doubles the ways to read it. */
const mostHyphens = 6

/** A text in each way to read the hyphens at these places, which it has or not. */
function hyphensRead(text: string, places: readonly number[]): readonly string[] {
  const last = places.length > mostHyphens ? undefined : places.at(-1)
  if (last === undefined) return [text]
  const rest = text.slice(text[last] === '-' ? last + 1 : last)
  return hyphensRead(text.slice(0, last), places.slice(0, -1)).flatMap((head) => [`${head}-${rest}`, head + rest])
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
