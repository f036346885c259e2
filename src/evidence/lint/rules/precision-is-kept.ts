import { itemAt } from '../../../core/index.ts'
import type { Edtf } from '../../../corpus/index.ts'
import { passagesOf } from '../../lock.ts'
import { ownVoice } from '../../quotes.ts'
import {
  covers,
  type DatedRecord,
  datedRecords,
  datesIn,
  datesOfClaim,
  isBound,
  monthDays,
  overlap,
  type WrittenDate,
} from '../dates.ts'
import type { CorpusCheck, Report, WritingRule } from '../rule.ts'
import type { Writing } from '../writing.ts'

const ranks = { day: 3, month: 2, season: 1, year: 1, decade: 0, century: 0 } as const

export const precisionIsKept: WritingRule = {
  id: 'precision-is-kept',
  severity: 'error',
  summary: 'A date in prose is no more precise than in the claims that it rests on.',
  norm: 'ACLED and GTD codebooks',
  reason: 'A day that the source does not give is invented.',
  scope: 'writing',
  fails: { 'pack:arden': 'change: [{text: The harbour opened on 1 March 2005., claims: [harbour-reopened]}]' },
  findings: ['pack:arden: “1 March 2005” is more precise than the claim, which has 2005-03'],
  passes: { 'pack:arden': 'change: [{text: The harbour opened in March 2005., claims: [harbour-reopened]}]' },
  check(input, report) {
    for (const writing of input.writings) checkWriting(writing, input, report)
    if (!('pack' in input)) for (const dated of datedRecords(input.corpus)) checkRecord(dated, input, report)
  },
}

function checkWriting(writing: Writing, check: CorpusCheck, report: Report): void {
  const { role, text, claims } = writing
  const precise = datesIn(ownVoice(text)).filter(({ precision }) => precision !== 'year')
  if (precise.length === 0) return
  const dates = claims.flatMap((id) => datesOfClaim(id, check.corpus))
  const words = claims.flatMap((id) => wordsOfClaim(id, role, check))
  for (const written of precise) {
    if (isBound(text, written) || words.some((it) => says(it, written))) continue
    const covering = dates.filter((date) => covers(date, written))
    if (covering.length === 0 || covering.some((date) => rankOf(date) >= ranks[written.precision])) continue
    const known = itemAt(covering, 0).text
    const notes = [`it rests on ${claims.join(', ')}`]
    report(writing, `“${written.text}” is more precise than the claim, which has ${known}`, { notes })
  }
}

/** A chronology is no more precise than what it rests on. */
function checkRecord(record: DatedRecord, check: CorpusCheck, report: Report): void {
  const { date, claims } = record
  const rank = rankOf(date)
  const near = claims.flatMap((id) => datesOfClaim(id, check.corpus)).filter((it) => overlap(it, date))
  if (rank < ranks.month || near.length === 0 || near.some((it) => rankOf(it) >= rank)) return
  const precision = rank === ranks.day ? 'day' : 'month'
  const iso = (date.min ?? date.max)!.slice(0, precision === 'day' ? 10 : 7)
  const words = claims.flatMap((id) => wordsOfClaim(id, 'statement', check))
  if (words.some((it) => says(it, { iso, precision }))) return
  const notes = [`it rests on ${claims.join(', ')}`]
  report(record, `“${date.text}” is more precise than the claim, which has ${itemAt(near, 0).text}`, { notes })
}

/** The passages of a claim, or what the lock keeps of them in clear, and its gist, unless that is what is checked. */
function wordsOfClaim(id: string, role: Writing['role'], { corpus, evidence }: CorpusCheck): readonly string[] {
  const claim = corpus.claims.get(id)
  return [...passagesOf(id, evidence), ...(role === 'gist' ? [] : [claim?.gist ?? '']), claim?.date?.note ?? '']
}

/** Whether a text has the date in some order of its parts, or its day and month without the year. */
function says(text: string, { iso, precision }: Pick<WrittenDate, 'iso' | 'precision'>): boolean {
  if (datesIn(text).some((date) => date.iso.startsWith(iso))) return true
  return precision === 'day' && monthDays(text).includes(iso.slice(5))
}

/** The precision of a date, or of the better end of an interval that the day may be an end of. */
function rankOf(date: Edtf): number {
  if (date.kind === 'date') return ranks[date.precision]
  return Math.max(...[date.from, date.to].map((end) => (end ? ranks[end.precision] : 0)))
}
