import { localeNames, localeOf, nearest } from '../core/index.ts'
import { formatDate } from './date-words.ts'
import { daysIn, parseEdtf } from './edtf.ts'
import { inPrintedMarks, straightMarks } from './written-field.ts'

/** Why `text` is not a date that is read here, and what may have been meant. */
export function edtfFault(text: string): { readonly reason: string; readonly notes: readonly string[] } {
  if (parseEdtf(inPrintedMarks(text) ?? ''))
    return { reason: `“${text}” is not an EDTF date`, notes: straightMarks(text) }
  const readings = inTwoOrders(text)
  const meant = [text, ...likely(text)].map(shortened).find((it) => it !== text && parseEdtf(it))
  const notes = [
    ...(isNone.test(text)
      ? ['a work without a date has `issued: null`; other dates are left out where nobody knows them']
      : []),
    ...(readings.length > 1
      ? [`did you mean ${readings.map((it) => `"${it}" (${formatDate(it)})`).join(' or ')}?`]
      : meant
        ? [`did you mean "${meant}"?`]
        : []),
    'e.g. "2004-05-12", "2004-03~", "2003", "200X", "2004-21" (spring), "2003/2005", "../2004"',
  ]
  const unsupported = kinds.find(([shape]) => shape.test(text))?.[1]
  if (unsupported) return { reason: `“${text}” is EDTF of a kind that is not read: ${unsupported}`, notes }
  const ends = text.split('/')
  if (ends.length === 2 && ends.every(parseEdtf))
    return { reason: `“${text}” ends before it begins`, notes: notes.slice(0, 0) }
  const long = ends.find((end) => shortened(end) !== end)
  if (long) {
    const [year, month] = [long.slice(0, 4), long.slice(5, 7)]
    const days = daysIn(Number(year), Number(month))
    return {
      reason: `“${text}” is no date: ${formatDate(`${year}-${month}`)} has ${days} days`,
      notes: notes.slice(0, 1),
    }
  }
  return { reason: `“${text}” is not an EDTF date`, notes }
}

/** A date with the last day of a month for a day that it does not have. */
const shortened = (text: string) =>
  text.replace(
    /(?<=^|\/)(\d{4})-(0[1-9]|1[0-2])-(\d\d)(?=[?~%]?(?:\/|$))/g,
    (it, year: string, month: string, day: string) => {
      const last = daysIn(Number(year), Number(month))
      return Number(day) > last ? `${year}-${month}-${last}` : it
    },
  )

/** How people write in a record that there is no date. */
const isNone =
  /^(?:n\.?\s?d\.?|no date|undated|unknown|none|s\.?\s?[df]\.?|o\.?\s?[jd]\.?|б\.?\s?[гд]\.?|без даты|без года|күні жоқ|\?+|-+)$/i

const kinds: readonly (readonly [RegExp, string])[] = [
  [/^-?\d{4}-\d\d-\d\dT\d\d/, 'a time of day'],
  [/^Y-?\d+/, 'a year beyond 9999'],
  [/^-?\d{4}-(?:2[5-9]|3\d|4[01])$/, 'a quarter or another part of a year'],
  [/^[[{].*[\]}]$/, 'a set'],
  [/^[?~%]|[?~%]-|[?~%]\d|S\d+$|X.*[\dX]-\d|^-?\d*X\d|E\d/, 'level 2'],
]

const folded = (word: string) => word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** The number of the name that a word is, or begins, in any language of packs, if all that it begins have one. */
function numberOf(
  word: string,
  namesOf: (dates: ReturnType<typeof localeOf>['dates']) => readonly (readonly string[])[],
) {
  const lists = localeNames.flatMap((it) => namesOf(localeOf(it).dates)).map((names) => names.map(folded))
  const begun = (is: (name: string) => boolean) =>
    new Set(lists.flatMap((names) => names.flatMap((it, at) => (is(it) ? at : []))))
  const wanted = folded(word)
  const whole = begun((it) => it === wanted)
  const found = whole.size > 0 ? whole : begun((it) => wanted.length > 2 && it.startsWith(wanted))
  if (found.size === 1) return [...found][0]
  const near = nearest(wanted, lists.flat())
  return found.size > 1 || near === undefined ? undefined : lists.find((names) => names.includes(near))?.indexOf(near)
}

const two = (part: string | number) => String(part).padStart(2, '0')

const monthOf = (word: string) =>
  two((numberOf(word, ({ months, monthsOfDay = [] }) => [months, monthsOfDay]) ?? -1) + 1)

const seasonOf = (word: string) =>
  21 + ((/^fall$/i.test(word) ? 2 : numberOf(word, ({ seasons }) => [seasons])) ?? Number.NaN)

const century = (year: string) => (year.length > 2 ? year : `${Number(year) < 50 ? 20 : 19}${year}`)

/** `3/4/21`: the days that are meant where the day stands before the month, and where behind it. */
function inTwoOrders(text: string): string[] {
  const [, first = '', second = '', year = ''] = /^(\d{1,2})[/-](\d{1,2})[/-](\d{2}|\d{4})$/.exec(text) ?? []
  const days = [`${century(year)}-${two(second)}-${two(first)}`, `${century(year)}-${two(first)}-${two(second)}`]
  return [...new Set(days)].filter((it) => parseEdtf(it))
}

/** What a person may have meant, in the order of likelihood. */
function likely(text: string): string[] {
  const mark = /\?/.test(text) ? '?' : /^\s*(?:c|ca|circa|about|around)\b|~/i.test(text) ? '~' : ''
  const bare = text
    .replace(/^\s*(?:c|ca|circa|about|around)\b\.?\s*|^(?:le|den|am|el)\s+|[?~%()]/gi, '')
    .replace(/\s*(?:г|год|года|ж|жыл)\.?\s*$/i, '')
    .trim()
  const span = (y: string, first: number, length: number) =>
    `${y}-${two(`${first}`)}/${y}-${two(`${first + length - 1}`)}`
  const forms: [RegExp, (...parts: string[]) => string][] = [
    [/^(\d{4})-(2[5-9]|3[0-2])$/, (y, season) => `${y}-${21 + ((Number(season) - 25) % 4)}`],
    [/^(\d{4})-(3[3-6])$/, (y, quarter) => span(y, (Number(quarter) - 33) * 3 + 1, 3)],
    [/^(\d{4})-(3[7-9])$/, (y, third) => span(y, (Number(third) - 37) * 4 + 1, 4)],
    [/^(\d{4})-(4[01])$/, (y, half) => span(y, (Number(half) - 40) * 6 + 1, 6)],
    [/^(\d{4}-)(\d\d)\/(\d\d)$/, (y, a, b) => `${y}${a}/${y}${b}`],
    [/^(\d{4}-\d\d-)(\d\d)\/(\d\d)$/, (month, a, b) => `${month}${a}/${month}${b}`],
    [/^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[T ].*)?$/, (y, m, d) => `${y}-${two(m)}-${two(d)}`],
    [/^(\d{4})[-./](\d{1,2})$/, (y, m) => `${y}-${two(m)}`],
    [/^(\d{1,2}[/-]\d{1,2}[/-](?:\d{2}|\d{4}))$/, (date) => inTwoOrders(date)[0] ?? ''],
    [/^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{2}|\d{4})$/, (d, m, y) => `${century(y)}-${two(m)}-${two(d)}`],
    [
      /^(\d{1,2})(?:\.|º|er|st|nd|rd|th)? (?:de |of )?(\p{L}{3,11})\.?,? (?:del? )?(\d{4})$/iu,
      (d, m, y) => `${y}-${monthOf(m)}-${two(d)}`,
    ],
    [/^(\p{L}{3,11})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/iu, (m, d, y) => `${y}-${monthOf(m)}-${two(d)}`],
    [/^(\d{4}) (?:ж\.|жылғы|жылдың) (\d{1,2}) (\p{L}{3,11})$/iu, (y, d, m) => `${y}-${monthOf(m)}-${two(d)}`],
    [/^(\d{4})年(\d{1,2})月(\d{1,2})日$/, (y, m, d) => `${y}-${two(m)}-${two(d)}`],
    [/^(\d{4})年(\d{1,2})月$/, (y, m) => `${y}-${two(m)}`],
    [/^(\p{L}{3,11})\.?,? (?:del? |of )?(\d{4})$/iu, (m, y) => `${y}-${monthOf(m)}`],
    [/^(\p{L}{3,11}),? (?:del? |of )?(\d{4})$/iu, (s, y) => `${y}-${seasonOf(s)}`],
    [/^(\d{4}(?:-\d\d(?:-\d\d)?)?) *(?:[-–—]|\.\.+|to|until) *(\d{4}(?:-\d\d(?:-\d\d)?)?)$/, (a, b) => `${a}/${b}`],
    [/^(\d{2})(\d{2}) *[-–—] *(\d{2})$/, (century, a, b) => `${century}${a}/${century}${b}`],
    [/^(\d{3})0s$/, (decade) => `${decade}X`],
    [/^(\d{1,2})th century$/i, (century) => `${two(String(Number(century) - 1))}XX`],
    [
      /^(\d{1,4}) *(?:bc|bce|b\.c\.|b\.c\.e\.)$/i,
      (y) => (y === '1' ? '0000' : `-${String(Number(y) - 1).padStart(4, '0')}`),
    ],
    [/^(-?)(\d{3})$/, (sign, y) => `${sign}${y.padStart(4, '0')}`],
    [/^Y?(-?\d{4})$/, (y) => y],
    [/^-(0000.*)$/, (date) => date],
  ]
  return forms.flatMap(([shape, write]) => {
    const parts = shape.exec(bare)
    return parts ? [write(...parts.slice(1)) + mark] : []
  })
}
