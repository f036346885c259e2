import type { Place } from '../../core/index.ts'
import { type Corpus, type Edtf, parseEdtf } from '../../corpus/index.ts'
import { datum, standing } from './rule.ts'

/** A date that a text writes out. */
export interface WrittenDate {
  /** As written, e.g. `19 November 2002`. */
  readonly text: string
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly iso: string
  readonly precision: 'day' | 'month' | 'year'
  readonly at: number
}

const months: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'january february march april may june july august september october november december',
    'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
    'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь',
    'январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре',
    'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан',
  ].flatMap((list) => list.split(' ').map((name, index) => [name, index + 1])),
)
const month = `(?:${Object.keys(months).join('|')})`
const whole = (pattern: string) => new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'giu')
const forms = [
  { pattern: whole(`(\\d{1,2})\\s+(${month})\\s+((?:19|20)\\d{2})`), order: 'dmy' },
  { pattern: whole(`(${month})\\s+(\\d{1,2}),?\\s+((?:19|20)\\d{2})`), order: 'mdy' },
  { pattern: whole(`(${month})\\s+((?:19|20)\\d{2})`), order: 'my' },
  { pattern: whole('((?:19|20)\\d{2})'), order: 'y' },
] as const
const anyMonth = new RegExp(month, 'iu')
const dayFirst = whole(`(\\d{1,2})\\s+(${month})`)
const monthFirst = whole(`(${month})\\s+(\\d{1,2})`)

/** The dates that a text writes out with their year, in reading order. A year inside a longer date is not one by itself. */
export function datesIn(text: string): readonly WrittenDate[] {
  const found: WrittenDate[] = []
  if (!/(?:19|20)\d\d/.test(text)) return found
  let rest = text
  for (const { pattern, order } of anyMonth.test(text) ? forms : forms.slice(-1)) {
    for (const match of rest.matchAll(pattern)) {
      found.push({ ...read(match, order), text: match[0], at: match.index })
      rest = rest.slice(0, match.index) + ' '.repeat(match[0].length) + rest.slice(match.index + match[0].length)
    }
  }
  return found.sort((a, b) => a.at - b.at)
}

/** The days that a text names with or without their year, as `MM-DD`. */
export function monthDays(text: string): readonly string[] {
  const day = (name: string, number: string) => `${pad(months[name.toLowerCase()]!)}-${pad(Number(number))}`
  return [
    ...[...text.matchAll(dayFirst)].map(([, number, name]) => day(name!, number!)),
    ...[...text.matchAll(monthFirst)].map(([, name, number]) => day(name!, number!)),
  ]
}

function read(match: RegExpExecArray | RegExpMatchArray, order: string): Pick<WrittenDate, 'iso' | 'precision'> {
  const [one, two, three] = match.slice(1) as [string, string, string]
  const number = (name: string) => pad(months[name.toLowerCase()]!)
  if (order === 'dmy') return { iso: `${three}-${number(two)}-${pad(Number(one))}`, precision: 'day' }
  if (order === 'mdy') return { iso: `${three}-${number(one)}-${pad(Number(two))}`, precision: 'day' }
  if (order === 'my') return { iso: `${two}-${number(one)}`, precision: 'month' }
  return { iso: one, precision: 'year' }
}

const pad = (value: number) => String(value).padStart(2, '0')

/** The dates that a claim's record gives: of the thing, of the words, of the figure. */
export function datesOfClaim(id: string, corpus: Corpus): readonly Edtf[] {
  const claim = corpus.claims.get(id)
  const all = [claim?.date?.edtf, claim?.said?.date, claim?.value?.['as-of']]
  return all.flatMap((text) => (text === undefined ? [] : (parseEdtf(text) ?? [])))
}

/** Whether two dates can be of one day, as one that is not known can. */
export function overlap(a: Edtf | undefined, b: Edtf | undefined): boolean {
  return (a?.min ?? '') <= (b?.max ?? '9999') && (b?.min ?? '') <= (a?.max ?? '9999')
}

/** Whether a date lies in another, as far as it is given: 2005-06-17 in 2005-06. */
export function covers(date: Edtf, { iso }: Pick<WrittenDate, 'iso'>): boolean {
  return (date.min ?? '').slice(0, iso.length) <= iso && iso <= (date.max ?? '9999-99-99').slice(0, iso.length)
}

/** “By November 2002” is the day on which a source says it, not the day of the thing. */
export function isBound(text: string, { at }: WrittenDate): boolean {
  return /(?<!\p{L})(?:by|until|before|since|after|from|к|до|после)\s+(?:early |mid-|late )?$/iu.test(text.slice(0, at))
}

/** A date that a register gives, printed in a chronology, and the claims that it rests on. */
export interface DatedRecord {
  readonly date: Edtf
  /** How its date is known where it is that of the report. */
  readonly basis: string | undefined
  readonly claims: readonly string[]
  readonly subject?: string
  readonly place: Place
}

/** The dates of events and of the steps of measures. */
export function datedRecords(corpus: Corpus): readonly DatedRecord[] {
  const events = standing(corpus.events).map(({ id, kind, date, basis, claims }) => ({
    ...{ about: datum(corpus, 'event', id, 'date'), date, claims },
    basis: kind === 'publication' ? 'its own date of publication' : basis,
  }))
  const steps = standing(corpus.measures).flatMap(({ id, history }) =>
    history.map(({ date, basis, claims }, at) => ({
      ...{ about: datum(corpus, 'measure', id, 'history', at, 'date'), date, claims, basis },
    })),
  )
  return [...events, ...steps].flatMap(({ about, date: text, basis, claims }) => {
    const date = text === undefined ? undefined : parseEdtf(text)
    return date ? [Object.assign(about, { date, basis, claims })] : []
  })
}
