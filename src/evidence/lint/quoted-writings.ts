import type { Claim } from '../../corpus/index.ts'
import type { Evidence } from '../examine.ts'
import { isQuoted, type QuotedFrom } from '../lock.ts'
import { findQuotation, type QuotationResult } from '../quotation.ts'
import { ownVoice, quotationsIn } from '../quotes.ts'
import { wordsIn } from '../segments.ts'
import type { CorpusCheck } from './rule.ts'
import { termsIn } from './scale-terms.ts'
import type { Writing } from './writing.ts'

/** A quotation in our prose, and the sources that it may be taken from. */
export interface QuotedWriting {
  readonly words: string
  readonly writing: Writing
  /** Our own words around it. */
  readonly voice: string
  readonly sources: readonly string[]
  /** The claim whose `quote-translation` has these words: they are ours, and the claim's `quote` is the source's. */
  readonly translates: Claim | undefined
}

/** Every quotation in the prose whose sources are known. A title or a likelihood term in quotation marks is none. */
export function quotedWritings({ corpus, writings, blocks }: CorpusCheck): readonly QuotedWriting[] {
  const titles = new Set(
    [...corpus.sources.values()].flatMap((it) => [it.title, it['container-title'], it.translation?.title]),
  )
  const quoted = (words: string, writing: Writing): QuotedWriting => {
    const claims = writing.claims.flatMap((id) => corpus.claims.get(id) ?? [])
    const sources = writing.sources ?? [...new Set(claims.map(({ source }) => source))]
    const translates = claims.find((claim) => isTranslationIn(words, claim))
    return { words, writing, voice: ownVoice(writing.text), sources, translates }
  }
  const inline = writings.flatMap((writing) => {
    if ((writing.sources ?? writing.claims).length === 0 || writing.role === 'remark') return []
    return quotationsIn(writing.text)
      .filter(({ words }) => !titles.has(words.replace(/[.,;:]$/, '')) && !isTerm(words))
      .map(({ words }) => quoted(words, writing))
  })
  return [...inline, ...blocks.map(({ words, writing }) => quoted(words, writing))]
}

/** What became of a quotation, and by which words of which sources. */
export interface LookedUp {
  readonly result: QuotationResult
  /** It was found where the text was at hand: the lock knows it. */
  readonly byLock: boolean
  /** Where it was found; where it was not, the places to look. */
  readonly at: readonly QuotedFrom[]
}

/** What a look into the texts at hand gave, and into the lock for those that are not: of a translation, for its original. */
export function lookUp({ words, sources, translates }: QuotedWriting, evidence: Evidence): LookedUp {
  const all = translates
    ? [{ words: translates.quote ?? '', source: translates.source }]
    : sources.map((source) => ({ words, source }))
  return lookUpIn(all, evidence)
}

/** A source that has the words decides. */
function lookUpIn(all: readonly QuotedFrom[], { texts, lock }: Evidence): LookedUp {
  const looks = all.map((at) => {
    const { result } = findQuotation(at.words, texts.get(at.source))
    const byLock = result === 'unchecked' && isQuoted(lock, at)
    return { at, byLock, result: byLock ? 'found' : result }
  })
  const result = certain.find((it) => looks.some((look) => look.result === it)) ?? 'unchecked'
  const same = looks.filter((it) => it.result === result)
  return { result, byLock: same.length > 0 && same.every(({ byLock }) => byLock), at: same.map(({ at }) => at) }
}

// Words that are in no text at hand may be in one that is not: nothing is known then.
const certain: readonly QuotationResult[] = ['found', 'unchecked', 'indeterminate', 'not-found']

const translation = /our translation|translated by us|перевод наш|наш перевод|біздің аударма|аударма біздікі/i

/** Whether our own words say that a quotation is translated by us. */
export function isMarkedAsTranslation({ voice }: QuotedWriting): boolean {
  return translation.test(voice)
}

/** Fewer words are a term that is held at arm's length rather than somebody's sentence. */
export function isSpeech(words: string): boolean {
  return wordsIn(words).length >= 4
}

function isTranslationIn(words: string, claim: Claim): boolean {
  const ours = claim['quote-translation']
  return ours !== undefined && findQuotation(words, [ours.text]).result === 'found'
}

function isTerm(words: string): boolean {
  return termsIn(words).some(({ term }) => term === words.toLowerCase())
}

/** What became of the quotations in some writings; those of claims are looked up with the claims' gists. */
export function lookUpAll(input: CorpusCheck): readonly LookedUp[] {
  const { corpus, evidence, writings } = input
  const own = new Set(writings.flatMap(({ role, subject }) => (role === 'gist' ? [subject] : [])))
  const ofClaims = [...corpus.claims.values()].flatMap(({ id, quote, source }) =>
    quote === undefined || !own.has(`claim:${id}`) ? [] : [lookUpIn([{ words: quote, source }], evidence)],
  )
  return [...ofClaims, ...quotedWritings(input).map((quoted) => lookUp(quoted, evidence))]
}

/** How many quotations came to each result, and how many of those found the lock vouches for. */
export type QuotationCounts = Readonly<Record<QuotationResult | 'byLock', number>>

export function countQuotations(all: readonly LookedUp[]): QuotationCounts {
  const counts = { found: 0, 'not-found': 0, indeterminate: 0, unchecked: 0, byLock: 0 }
  for (const { result, byLock } of all) {
    counts[result]++
    if (byLock) counts.byLock++
  }
  return counts
}
