import { wordsOf } from '../evidence/normalise.ts'
import { quotationsIn } from './quotes.ts'
import type { CorpusCheck } from './rule.ts'
import { termsIn } from './scale-terms.ts'
import type { Writing } from './writing.ts'

/** A quotation in our prose, and the sources that it may be taken from. */
export interface QuotedWriting {
  readonly words: string
  readonly writing: Writing
  readonly sources: readonly string[]
  /** It is our translation, and says so. */
  readonly translated: boolean
}

const translation = /our translation|translated by us|перевод наш|наш перевод|біздің аударма|аударма біздікі/i

/** Every quotation in the prose whose sources are known. A title or a likelihood term in quotation marks is none. */
export function quotedWritings({ corpus, writings }: CorpusCheck): readonly QuotedWriting[] {
  const titles = new Set(
    [...corpus.sources.values()].flatMap((it) => [it.title, it['container-title'], it.translation?.title]),
  )
  return writings.flatMap((writing) => {
    if (writing.claims.length === 0 || writing.role === 'remark') return []
    const sources = [...new Set(writing.claims.flatMap((id) => corpus.claims.get(id)?.source ?? []))]
    return quotationsIn(writing.text)
      .filter(({ words }) => !titles.has(words.replace(/[.,;:]$/, '')) && !isTerm(words))
      .map(({ words }) => ({ words, writing, sources, translated: translation.test(writing.text) }))
  })
}

/** Fewer words are a term that is held at arm's length rather than somebody's sentence. */
export function isSpeech(words: string): boolean {
  return wordsOf(words).length >= 4
}

function isTerm(words: string): boolean {
  return termsIn(words).some(({ term }) => term === words.toLowerCase())
}
