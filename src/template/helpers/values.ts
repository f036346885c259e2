import { formatDate } from '../../corpus/date-words.ts'
import { parseEdtf } from '../../corpus/edtf.ts'
import { inline, Markdown } from '../markdown.ts'
import { wordsOf } from '../words.ts'
import { anything, type Helper, helper, isInline, list, number, text, whole, words } from './helper.ts'

const items = {
  name: 'items',
  expects: 'a list of texts, numbers or Markdown',
  accepts: (value: unknown): value is readonly (string | number | Markdown)[] =>
    Array.isArray(value) && value.every(isInline),
} as const

export const writing: readonly Helper[] = [
  helper('write', {
    name: 'date',
    summary: 'Writes an EDTF date in words, in the pack’s language.',
    example: { template: '{{date "2005-06-17/2005-06-30"}}', gives: '17–30 June 2005' },
    takes: [text('date')],
    run: ([given], _options, { pack, refuse }) =>
      parseEdtf(given) ? formatDate(given, pack.language) : refuse('date-is-edtf', `“${given}” is not an EDTF date`),
  }),
  helper('write', {
    name: 'number',
    summary: 'Writes a number with its thousands apart.',
    example: { template: '{{number 30000}}', gives: '30,000' },
    takes: [number('number')],
    run: ([given], _options, { pack }) => formatNumber(given, pack.language),
  }),
  helper('write', {
    name: 'percent',
    summary: 'Writes a share, from 0 to 1, in whole per cent.',
    example: { template: '{{percent 0.615}}', gives: '62%' },
    takes: [number('share')],
    run: ([share], _options, { pack }) =>
      `${formatNumber(Math.round(share * 100), pack.language)}${wordsOf(pack.language).percent}`,
  }),
  helper('write', {
    name: 'plural',
    summary: 'Writes a count with the form of the noun that goes with it: two forms in English, three in Russian.',
    example: { template: '{{plural 3 "source" "sources"}}', gives: '3 sources' },
    takes: [whole('count')],
    rest: text('form'),
    least: 2,
    run: ([count, ...forms], _options, { pack, refuse }) => {
      const { forms: needed, plural } = wordsOf(pack.language)
      if (forms.length === needed) return `${formatNumber(count, pack.language)} ${forms[plural(Math.abs(count))]}`
      return refuse('template-is-valid', `plural needs ${needed} forms in ${pack.language}, and has ${forms.length}`)
    },
  }),
  helper('write', {
    name: 'join',
    summary: 'Writes the items of a list with a separator between them, and another before the last if one is given.',
    example: { template: '{{join names ", " " and "}}', gives: 'Ada, Ben and Cy' },
    takes: [items, text('separator')],
    rest: text('last separator'),
    least: 2,
    run: ([given, separator, last = separator]) => {
      const marks = (index: number) => (index === given.length - 1 ? last : separator)
      const pieces = given.flatMap((item, index) => (index === 0 ? [item] : [marks(index), item]))
      if (pieces.every((piece) => !(piece instanceof Markdown))) return pieces.join('')
      return new Markdown(...pieces.map(inline))
    },
  }),
  helper('write', {
    name: 'capital',
    summary: 'Writes a text with a capital first letter.',
    example: { template: '{{capital "quoted in"}}', gives: 'Quoted in' },
    takes: [text('text')],
    run: ([given], _options, { pack }) => capital(given, pack.language),
  }),
  helper('write', {
    name: 'sentence',
    summary: 'Writes a text as a sentence: with a capital and a full stop, unless it ends with a mark of its own.',
    example: { template: '{{sentence "one author and one wire report"}}', gives: 'One author and one wire report.' },
    takes: [text('text')],
    run: ([given], _options, { pack }) => {
      const whole = capital(given, pack.language)
      return /[.!?…][”’»")\]]*$/.test(whole) ? whole : `${whole}.`
    },
  }),
]

export const testing: readonly Helper[] = [
  helper('test', {
    name: 'count',
    summary: 'Gives the number of items of a list.',
    example: { template: '{{count names}}', gives: '3' },
    takes: [list('list')],
    run: ([given]) => given.length,
  }),
  helper('test', {
    name: 'eq',
    summary: 'Holds when two texts, numbers or flags are the same.',
    example: { template: '{{#if (eq kind "person")}}yes{{else}}no{{/if}}', gives: 'no' },
    takes: [anything('value'), anything('value')],
    run: ([a, b]) => a === b,
  }),
  helper('test', {
    name: 'gt',
    summary: 'Holds when the first number is greater than the second.',
    example: { template: '{{#if (gt (count names) 2)}}many{{/if}}', gives: 'many' },
    takes: [number('number'), number('number')],
    run: ([a, b]) => a > b,
  }),
  helper('test', {
    name: 'not',
    summary: 'Holds when the value does not: it is empty, false, 0 or a list without items.',
    example: { template: '{{#if (not note)}}no note{{/if}}', gives: 'no note' },
    takes: [anything('value')],
    run: ([value]) => !holds(value),
  }),
  helper('test', {
    name: 'and',
    summary: 'Holds when every value does.',
    example: { template: '{{#if (and names (not note))}}both{{/if}}', gives: 'both' },
    rest: anything('value'),
    least: 2,
    run: (values) => values.every(holds),
  }),
  helper('test', {
    name: 'or',
    summary: 'Holds when a value does.',
    example: { template: '{{#if (or note names)}}either{{/if}}', gives: 'either' },
    rest: anything('value'),
    least: 2,
    run: (values) => values.some(holds),
  }),
]

/** As in Handlebars, but a record is never empty: nothing, `false`, 0, an empty text and an empty list do not hold. */
export function holds(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value)
}

function capital(given: string, language: string): string {
  const [first = '', ...rest] = given
  return first.toLocaleUpperCase(language) + rest.join('')
}

function formatNumber(value: number, language: string): string {
  const { thousands, decimal } = wordsOf(language)
  const [whole, fraction] = String(Math.abs(value)).split('.') as [string, string?]
  const sign = value < 0 ? '−' : ''
  const grouped = whole.length > 4 || thousands === ',' ? whole.replace(/\B(?=(\d{3})+$)/g, thousands) : whole
  return sign + grouped + (fraction === undefined ? '' : decimal + fraction)
}
