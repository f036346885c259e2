import { findQuotation, type QuotationResult } from '../quotation.ts'
import { quotedWritings, resultOf } from './quoted-writings.ts'
import type { CorpusCheck } from './rule.ts'

/** How many quotations came to each result. */
export type QuotationCounts = Readonly<Record<QuotationResult, number>>

/** What became of the quotations in some writings; those of claims are counted with the claims' gists. */
export function countQuotations(input: CorpusCheck): QuotationCounts {
  const { corpus, evidence, writings } = input
  const own = new Set(writings.flatMap(({ role, subject }) => (role === 'gist' ? [subject] : [])))
  const ofClaims = [...corpus.claims.values()].flatMap(({ id, quote, source }) =>
    quote === undefined || !own.has(`claim:${id}`) ? [] : [findQuotation(quote, evidence.texts.get(source)).result],
  )
  const counts = { found: 0, 'not-found': 0, indeterminate: 0, unchecked: 0 }
  for (const result of ofClaims) counts[result]++
  for (const quoted of quotedWritings(input)) counts[resultOf(quoted, evidence)]++
  return counts
}

export function sumOfCounts(all: readonly QuotationCounts[]): QuotationCounts {
  const sum = { found: 0, 'not-found': 0, indeterminate: 0, unchecked: 0 }
  for (const counts of all) for (const result of Object.keys(sum) as QuotationResult[]) sum[result] += counts[result]
  return sum
}
