import type { Corpus } from '../../corpus/corpus.ts'
import { type Edtf, parseEdtf } from '../../corpus/edtf.ts'
import { datesIn, type WrittenDate } from '../dates.ts'
import { ownVoice } from '../quotes.ts'
import type { CorpusCheck, Report, WritingRule } from '../rule.ts'
import type { Writing } from '../writing.ts'

const ranks = { day: 3, month: 2, year: 1, decade: 0, century: 0 } as const

/** Prose is no more precise than the datum: “19 March 2004” for a claim of March 2004 is made up. */
export const precisionIsKept: WritingRule = {
  id: 'precision-is-kept',
  scope: 'writing',
  check(input, report) {
    for (const writing of input.writings) checkWriting(writing, input, report)
  },
}

function checkWriting(
  { text, claims, place, subject }: Writing,
  { corpus, evidence }: CorpusCheck,
  report: Report,
): void {
  const dates = claims.flatMap((id) => datesOfClaim(id, corpus))
  const words = claims.flatMap((id) => [
    corpus.claims.get(id)?.gist ?? '',
    ...(evidence.byClaim.get(id) ?? []).map(({ anchor }) => anchor.span?.text ?? ''),
  ])
  for (const written of datesIn(ownVoice(text))) {
    if (
      written.precision === 'year' ||
      (!subject.startsWith('claim:') && words.some((it) => it.includes(written.text)))
    )
      continue
    const covering = dates.filter((date) => covers(date, written))
    if (covering.length === 0 || covering.some((date) => rankOf(date) >= ranks[written.precision])) continue
    const known = covering[0]!.text
    report(place, `“${written.text}” is more precise than the claim, which has ${known}`, {
      notes: [`it rests on ${claims.join(', ')}`],
      subject,
    })
  }
}

function datesOfClaim(id: string, corpus: Corpus): readonly Edtf[] {
  const claim = corpus.claims.get(id)
  const all = [claim?.date?.edtf, claim?.said?.date, claim?.value?.['as-of']]
  return all.flatMap((text) => (text === undefined ? [] : (parseEdtf(text) ?? [])))
}

/** The precision of a date, or of the better end of an interval that the day may be an end of. */
function rankOf(date: Edtf): number {
  if (date.kind === 'date') return ranks[date.precision]
  return Math.max(...[date.from, date.to].map((end) => (end ? ranks[end.precision] : 0)))
}

function covers(date: Edtf, { iso }: WrittenDate): boolean {
  return (date.min ?? '').slice(0, iso.length) <= iso && iso <= (date.max ?? '9999-99-99').slice(0, iso.length)
}
