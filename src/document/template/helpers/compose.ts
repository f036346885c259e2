import { codePointOf, localeOf } from '../../../core/index.ts'
import { inline, Markdown } from '../markdown.ts'
import { type Helper, helper, isInline, omissible, text } from './helper.ts'

const items = {
  name: 'items',
  expects: 'a list of texts, numbers or Markdown',
  accepts: (value: unknown): value is readonly (string | number | Markdown)[] =>
    Array.isArray(value) && value.every(isInline),
} as const
const piece = {
  name: 'text',
  expects: 'a text or a number',
  accepts: (value: unknown): value is string | number => typeof value === 'string' || Number.isFinite(value),
} as const

/** Texts made of texts. */
export const composing: readonly Helper[] = [
  helper('compose', {
    name: 'join',
    summary: 'Writes the items of a list with a separator between them, and another before the last if one is given.',
    example: { template: '{{join names ", " " and "}}', gives: 'Ada, Ben and Cy' },
    takes: [items, text('separator'), omissible(text('last separator'))],
    run: ([given, between, last], _, { pack }) => {
      const separator = between === '; ' ? localeOf(pack.language).cover.semicolon : between
      const marks = (index: number) => (index === given.length - 1 ? (last ?? separator) : separator)
      const pieces = given.flatMap((item, index) => (index === 0 ? [item] : [marks(index), item]))
      if (pieces.every((piece) => !(piece instanceof Markdown))) return pieces.join('')
      return new Markdown(...pieces.map(inline))
    },
  }),
  helper('compose', {
    name: 'concat',
    summary: 'Writes texts and numbers one after the other, as one text: for ids.',
    example: { template: '{{ref (concat "year-" 2004)}}', gives: '[](#year-2004)' },
    takes: [],
    rest: piece,
    least: 2,
    run: (values) => values.join(''),
  }),
  helper('compose', {
    name: 'slug',
    summary:
      'Makes an id of a text: lower-case Latin letters and digits with hyphens; other letters become their code points.',
    example: { template: '{{ref (slug "Café & порт 2")}}', gives: '[](#cafe-43f43e440442-2)' },
    takes: [text('text')],
    run: ([given]) => slug(given),
  }),
  helper('compose', {
    name: 'capital',
    summary: 'Writes a text with a capital first letter.',
    example: { template: '{{capital "quoted in"}}', gives: 'Quoted in' },
    takes: [text('text')],
    run: ([given], _options, { pack }) => capital(given, pack.language),
  }),
  helper('compose', {
    name: 'sentence',
    summary: 'Writes a text as a sentence: with a capital and a full stop, unless it ends with a mark of its own.',
    example: { template: '{{sentence "one author and one wire report"}}', gives: 'One author and one wire report\\.' },
    takes: [text('text')],
    run: ([given], _options, { pack }) => sentence(given, pack.language),
  }),
]

function slug(given: string): string {
  const latin = given.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const spelt = latin.replace(/[\p{L}\p{N}]/gu, (it) => (/[a-z0-9]/.test(it) ? it : codePointOf(it).toString(16)))
  return spelt.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
}

function capital(given: string, language: string): string {
  const [first = '', ...rest] = given
  return first.toLocaleUpperCase(language) + rest.join('')
}

export function sentence(given: string, language: string): string {
  const whole = capital(given, language)
  return /[.!?…][”’»")\]]*$/.test(whole) ? whole : `${whole}.`
}
