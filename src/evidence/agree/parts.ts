import { entryOf, itemAt, lastOf } from '../../core/index.ts'
import { type Claim, type Corpus, parseEdtf } from '../../corpus/index.ts'
import { findQuotation } from '../quotation.ts'
import { quotationsIn } from '../quotes.ts'
import { type Agreement, agreement } from './agree.ts'
import type { Gap } from './gap.ts'
import type { Grounds } from './grounds.ts'
import { namesIn } from './names.ts'
import { ungroundedNumbers } from './numbers.ts'
import { type Reading, read, soundsOfToken } from './reading.ts'
import { speakerIn } from './speakers.ts'
import { isWithin } from './timing.ts'

/** The part of a record that a gap is in. */
export type Part = 'gist' | 'value' | 'date' | 'speaker' | 'quote'

export interface PartGap extends Gap {
  readonly part: Part
}

/** Holds every part of a claim against the words that it is pinned to: gist, value, date, speaker and quoted words. */
export function gapsOf(
  claim: Claim,
  gist: Reading,
  passage: Reading,
  grounds: Grounds,
  corpus: Corpus,
): Pick<Agreement, 'isPartial'> & { readonly gaps: readonly PartGap[] } {
  const found = agreement(gist, passage, grounds)
  const speaker = speakerGap(claim, gist, passage, grounds, corpus)
  // Of a speaker whom the gist names, too, it is told once.
  const ofGist = found.gaps.filter((gap) => !(speaker && (gap.kind === 'speaker' || isNameOf(claim, gap, corpus))))
  const gaps = [
    ...ofGist.map((gap) => ({ ...gap, part: 'gist' as const })),
    ...quotedGaps(claim, passage),
    ...(speaker ? [{ ...speaker, part: 'speaker' as const }] : []),
    ...valueGaps(claim, gist, passage),
    ...dateGaps(claim, passage, grounds),
  ]
  return { gaps, isPartial: found.isPartial }
}

function speakerGap(
  { speaker, voice }: Claim,
  gist: Reading,
  passage: Reading,
  grounds: Grounds,
  corpus: Corpus,
): Gap | undefined {
  const actor = speaker === undefined ? undefined : corpus.actors.get(speaker)
  if (!actor || (voice !== 'direct' && voice !== 'indirect')) return undefined
  const words = actor.name
  if (!grounds.hasActor(actor.id, passage)) return { kind: 'speaker', words, reason: 'is not named in the passage' }
  const other = speakerIn(gist, passage, (name) => grounds.hasActor(actor.id, name))
  return other === undefined
    ? undefined
    : { kind: 'speaker', words, reason: `is not who speaks in the passage: ${other} does` }
}

function isNameOf({ speaker }: Claim, { kind, words }: Gap, corpus: Corpus): boolean {
  if (kind !== 'name') return false
  const { name, names } = entryOf(corpus.actors, speaker!)
  const own = read([name, ...names.map(({ form }) => form)].join(' '))
  const here = read(`; ${words}`)
  const last = namesIn(here).at(-1)
  const token = last ? itemAt(here.tokens, last.to - 1) : lastOf(here.tokens)
  return soundsOfToken(token, undefined).some((sound) => own.bySound.has(sound))
}

/** Words in quotation marks, and those of `quote`, stand in the pinned words. */
function quotedGaps({ gist, quote, 'quote-translation': translation }: Claim, passage: Reading): readonly PartGap[] {
  const lines = passage.text.split('\n')
  const isThere = (words: string) =>
    findQuotation(words, lines).result === 'found' || translation?.text.includes(words) === true
  const ofGist = quotationsIn(gist).filter(({ words }) => !isThere(words))
  const reason = 'is not in the pinned words'
  return [
    ...ofGist.map(({ words }) => ({ kind: 'quotation', words, reason, part: 'gist' }) as const),
    ...(quote !== undefined && !isThere(quote)
      ? [{ kind: 'quotation', words: quote, reason, part: 'quote' } as const]
      : []),
  ]
}

/** A value that is said to be approximate has a bound in the passage, whichever it is, and no other has one. */
function valueGaps({ value }: Claim, gist: Reading, passage: Reading): readonly PartGap[] {
  if (!value) return []
  const number = Math.abs(value.number)
  const { tag, comma } = gist.lexicon?.language ?? { tag: 'en', comma: false }
  const digits = comma ? String(number).replace('.', ',') : String(number)
  const plain = ungroundedNumbers(read(`${digits} ${value.unit}`, tag), passage)
  if (value.approximate && plain.length === 0) {
    const reason = 'is true, and the passage gives the number as it is'
    return [{ kind: 'limit', words: 'approximate', reason, part: 'value' }]
  }
  const gaps = value.approximate ? plain.filter(({ kind }) => kind !== 'limit') : plain
  return gaps.map((gap) => ({
    ...gap,
    words: gap.kind === 'limit' ? 'approximate' : `${number} ${value.unit}`,
    reason: gap.kind === 'limit' ? `is false, and the number ${gap.reason}` : gap.reason,
    part: 'value',
  }))
}

/** A date that is said to be the passage’s, or counted from the day of the source, is. */
function dateGaps({ date }: Claim, passage: Reading, { issued }: Grounds): readonly PartGap[] {
  if (!date || (date.basis !== 'explicit' && date.basis !== 'year-resolved')) return []
  const edtf = parseEdtf(date.edtf)
  if (!edtf) return []
  const years = [
    ...new Set(passage.dates.flatMap(({ year, isDecade }) => (year === undefined || isDecade ? [] : [year]))),
  ]
  const ends = edtf.kind === 'date' ? [edtf] : [edtf.from, edtf.to].flatMap((end) => end ?? [])
  const whole =
    edtf.kind === 'interval' && edtf.from?.min && edtf.to?.max ? [{ min: edtf.from.min, max: edtf.to.max }] : []
  const isThere = [whole, ends].some(
    (list) =>
      list.length > 0 &&
      list.every(({ min, max }) => passage.dates.some((it) => isWithin({ min, max }, it, issued, years))),
  )
  const reason =
    date.basis === 'explicit' ? 'is no date of the passage' : 'is no date of the passage, by the day of the source'
  return isThere ? [] : [{ kind: 'date', words: date.edtf, reason, part: 'date' }]
}
