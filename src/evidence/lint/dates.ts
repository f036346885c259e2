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
