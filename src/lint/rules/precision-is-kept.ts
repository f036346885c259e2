import type { Corpus } from '../../corpus/corpus.ts'
import { type Edtf, parseEdtf } from '../../corpus/edtf.ts'
import { datesIn, monthDays, type WrittenDate } from '../dates.ts'
import { passagesOf } from '../passages.ts'
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

function checkWriting(writing: Writing, check: CorpusCheck, report: Report): void {
  const { role, text, claims, subject } = writing
  const precise = datesIn(ownVoice(text)).filter(({ precision }) => precision !== 'year')
  if (precise.length === 0) return
  const dates = claims.flatMap((id) => datesOfClaim(id, check.corpus))
  const words = claims.flatMap((id) => wordsOfClaim(id, role, check))
  for (const written of precise) {
    if (isBound(text, written) || words.some((it) => says(it, written))) continue
    const covering = dates.filter((date) => covers(date, written))
    if (covering.length === 0 || covering.some((date) => rankOf(date) >= ranks[written.precision])) continue
    const known = covering[0]!.text
    const notes = [`it rests on ${claims.join(', ')}`]
    report(writing, `“${written.text}” is more precise than the claim, which has ${known}`, { notes, subject })
  }
}

/** “By November 2002” is the day on which a source says it, not the day of the thing. */
function isBound(text: string, { at }: WrittenDate): boolean {
  return /(?<!\p{L})(?:by|until|before|since|after|from|к|до|после)\s+(?:early |mid-|late )?$/iu.test(text.slice(0, at))
}

/** The passages of a claim, or what the lock keeps of them in clear, and its gist, unless that is what is checked. */
function wordsOfClaim(id: string, role: Writing['role'], { corpus, evidence }: CorpusCheck): readonly string[] {
  const claim = corpus.claims.get(id)
  return [...passagesOf(id, evidence), ...(role === 'gist' ? [] : [claim?.gist ?? '']), claim?.date?.note ?? '']
}

/** Whether a text has the date in some order of its parts, or its day and month without the year. */
function says(text: string, { iso, precision }: WrittenDate): boolean {
  if (datesIn(text).some((date) => date.iso.startsWith(iso))) return true
  return precision === 'day' && monthDays(text).includes(iso.slice(5))
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
