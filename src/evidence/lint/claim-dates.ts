import { type Corpus, type Edtf, parseEdtf } from '../../corpus/index.ts'
import type { WrittenDate } from './dates.ts'

/** The dates that a claim's record gives: of the thing, of the words, of the figure. */
export function datesOfClaim(id: string, corpus: Corpus): readonly Edtf[] {
  const claim = corpus.claims.get(id)
  const all = [claim?.date?.edtf, claim?.said?.date, claim?.value?.['as-of']]
  return all.flatMap((text) => (text === undefined ? [] : (parseEdtf(text) ?? [])))
}

/** Whether two dates can be of one day. */
export function overlap(a: Edtf, b: Edtf): boolean {
  return (a.min ?? '') <= (b.max ?? '9999') && (b.min ?? '') <= (a.max ?? '9999')
}

/** Whether a date lies in another, as far as it is given: 2005-06-17 in 2005-06. */
export function covers(date: Edtf, { iso }: Pick<WrittenDate, 'iso'>): boolean {
  return (date.min ?? '').slice(0, iso.length) <= iso && iso <= (date.max ?? '9999-99-99').slice(0, iso.length)
}

/** “By November 2002” is the day on which a source says it, not the day of the thing. */
export function isBound(text: string, { at }: WrittenDate): boolean {
  return /(?<!\p{L})(?:by|until|before|since|after|from|к|до|после)\s+(?:early |mid-|late )?$/iu.test(text.slice(0, at))
}
