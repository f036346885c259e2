import { grouped } from '../../../core/index.ts'
import { type Claim, type Corpus, familyOf, formatDate, parseEdtf, type Source } from '../../../corpus/index.ts'
import { passagesOf } from '../../lock.ts'
import { ownVoice } from '../../quotes.ts'
import {
  covers,
  type DatedRecord,
  datedRecords,
  datesIn,
  datesOfClaim,
  isBound,
  overlap,
  type WrittenDate,
} from '../dates.ts'
import type { CorpusCheck, Report, WritingRule } from '../rule.ts'

export const citationSupports: WritingRule = {
  id: 'citation-supports',
  severity: 'warning',
  summary: 'The numbers and names of a cited sentence are in a claim that it cites.',
  norm: 'ICD 206',
  reason: 'A citation that does not have the number or the name in it is the wrong one.',
  scope: 'writing',
  fails: {
    'pack:arden': 'change: [{text: Some 900 dockers of the Sea League were sent home., claims: [dockers-sent-home]}]',
  },
  findings: [
    'pack:arden: the number “900” is in no claim that the sentence cites',
    'pack:arden: “Sea League” is in no claim that the sentence cites',
  ],
  passes: { 'pack:arden': 'change: [{text: Some 400 dockers were sent home., claims: [dockers-sent-home]}]' },
  check(input, report) {
    const { corpus, names, writings } = input
    const grounds = groundsOf(input)
    if (!('pack' in input)) for (const record of datedRecords(corpus)) checkRecord(record, corpus, report)
    for (const writing of writings) {
      const { role, text, claims, subject } = writing
      if (claims.length === 0 || (role !== 'statement' && role !== 'gist' && role !== 'judgment')) continue
      const own = ownVoice(text)
      const dates = datesIn(own)
      const numbers = numbersIn(dates.reduce(withoutDate, own))
      const mentions = role === 'gist' ? [] : names.in(own)
      if (dates.length === 0 && numbers.length === 0 && mentions.length === 0) continue
      // What a sentence rests on is not known while it names a claim that there is not.
      if (claims.some((id) => !corpus.claims.has(id))) continue
      const ground = claims.map(grounds)
      const rests = { notes: [`it rests on ${claims.join(', ')}`] }
      const horizon = role === 'judgment' ? horizonOf(subject, corpus) : undefined
      const isKnown = (number: string) => ground.some((it) => it.hasNumber(number)) || horizon?.includes(number)
      for (const date of dates) {
        if (numbersIn(date.text).every(isKnown)) continue
        // An invented day in a sourced month is reported by precision-is-kept.
        const known = claims.flatMap((id) => datesOfClaim(id, corpus))
        if (date.precision !== 'year' && !isBound(own, date) && known.some((it) => covers(it, date))) continue
        report(writing, `the date “${date.text}” is in no claim that the sentence cites`, rests)
      }
      for (const number of numbers) {
        if (!isKnown(number)) report(writing, `the number “${number}” is in no claim that the sentence cites`, rests)
      }
      const met = new Set<string>()
      for (const { actor, form } of mentions) {
        if (met.has(actor) || ground.some((it) => it.hasActor(actor))) continue
        met.add(actor)
        report(writing, `“${form}” is in no claim that the sentence cites`, rests)
      }
    }
  },
}

/** The date of an event or step is not another than its claims have. A claim without a date says nothing of it. */
function checkRecord(record: DatedRecord, corpus: Corpus, report: Report): void {
  const { date, claims } = record
  const known = claims.flatMap((id) => datesOfClaim(id, corpus))
  if (known.length === 0 || known.some((it) => overlap(it, date))) return
  const has = [...new Set(known.map(({ text }) => text))].join(', ')
  report(record, `no claim that it rests on is of ${date.text}: they have ${has}`, {
    notes: [`it rests on ${claims.join(', ')}`],
  })
}

function withoutDate(text: string, { text: date, at }: WrittenDate): string {
  return text.slice(0, at) + ' '.repeat(date.length) + text.slice(at + date.length)
}

/** The time that a judgment is of, and the day by which it is to be judged, are the analyst’s own. */
function horizonOf(judgment: string, corpus: Corpus): string | undefined {
  const { period = '', until = '' } = corpus.judgments.get(judgment.slice('judgment:'.length)) ?? {}
  return `${period} ${until}`
}

/** What a claim and its passages say: numbers as digits, actors by id. */
interface Ground {
  hasNumber(number: string): boolean
  hasActor(actor: string): boolean
}

/** The ground of each claim, read when it is first asked for. */
function groundsOf({ corpus, evidence, names }: CorpusCheck): (claim: string) => Ground {
  const authors = authorsBySource(corpus)
  const known = new Map<string, Ground>()
  return (id) => {
    const ground = known.get(id) ?? read(id)
    known.set(id, ground)
    return ground
  }

  function read(id: string): Ground {
    const claim = corpus.claims.get(id)
    if (!claim) return { hasNumber: () => false, hasActor: () => false }
    const source = corpus.sources.get(claim.source)
    const dates = [claim.date?.edtf, claim.said?.date, claim.value?.['as-of'], source?.issued].flatMap(
      (date) => date ?? [],
    )
    const via = corpus.sources.get(claim.said?.via ?? '')
    const text = [
      ...textsOf(claim, source),
      ...(via ? worksOf(via) : []),
      ...passagesOf(id, evidence),
      ...wordsOf(dates),
      ...dates,
    ].join(' \n ')
    const named = new Set([...claim.about, claim.speaker, ...(authors.get(claim.source) ?? [])])
    const digits = new Set([...numbersIn(text), ...years(dates)])
    // Words cost more to read than figures and fields, and are seldom asked for.
    let inWords: ReadonlySet<string> | undefined
    let inText: ReadonlySet<string> | undefined
    return {
      hasNumber(number) {
        if (digits.has(number)) return true
        inWords ??= new Set(spelled(text))
        return inWords.has(number)
      },
      hasActor(actor) {
        if (named.has(actor)) return true
        inText ??= new Set(names.in(text).map((it) => it.actor))
        return inText.has(actor)
      },
    }
  }
}

function textsOf(claim: Claim, source: Source | undefined): readonly string[] {
  const { gist, quote, note, date, said, value } = claim
  const own = [gist, quote, note, date?.note, said?.role, said?.venue, said?.to, value && String(value.number)]
  return [...own, ...(source ? worksOf(source) : [])].filter((it) => it !== undefined)
}

function worksOf(source: Source): readonly string[] {
  const names = (source.author ?? []).map((name) => ('literal' in name ? name.literal : name.family))
  return [source.title, source['container-title'], source.publisher, ...names].filter((it) => it !== undefined)
}

function wordsOf(dates: readonly string[]): readonly string[] {
  return dates.filter((date) => parseEdtf(date)).map((date) => formatDate(date))
}

/** Every year that the dates run through. */
function years(dates: readonly string[]): readonly string[] {
  return dates.flatMap((text) => {
    const date = parseEdtf(text)
    const first = Number((date?.min ?? date?.max ?? '').slice(0, 4))
    const last = Number((date?.max ?? date?.min ?? '').slice(0, 4))
    return first ? Array.from({ length: Math.min(last - first, 200) + 1 }, (_, step) => String(first + step)) : []
  })
}

/** Actors with the family name of one of a source's authors: of several the text of the record tells only one. */
function authorsBySource({ actors, sources }: Corpus): ReadonlyMap<string, readonly string[]> {
  const byFamily = grouped([...actors.values()], ({ name }) => familyOf(name))
  const named = (source: Source) =>
    (source.author ?? []).flatMap((name) => ('family' in name ? (byFamily.get(name.family) ?? []) : []))
  return new Map([...sources].map(([id, source]) => [id, named(source).map((it) => it.id)]))
}

/** Numbers as bare digits: `30,000`, `30 000` and `30000` are one; the 1st is 1. */
function numbersIn(text: string): readonly string[] {
  const plain = text.replace(/(\d)[,\u00a0\u202f '’](?=\d{3}(?!\d))/g, '$1')
  return [...plain.matchAll(/(?<![\p{L}\p{N}.-])\d+(?:\.\d+)?(?!\p{L}*[-–]\p{L})/gu)].map(([number]) =>
    number.replace(/^0+(?=\d)/, ''),
  )
}

const words =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  )

function spelled(text: string): readonly string[] {
  const all = new Set(text.toLowerCase().split(/[^\p{L}]+/u))
  const ordinals = { first: 1, second: 2, third: 3, fourth: 4, fifth: 5, dozen: 12, hundred: 100, thousand: 1000 }
  return [
    ...words.flatMap((word, number) => (all.has(word) ? [String(number)] : [])),
    ...Object.entries(ordinals).flatMap(([word, number]) => (all.has(word) ? [String(number)] : [])),
  ]
}
