import { itemAt, localeOf, numberText, sectionWords } from '../../../core/index.ts'
import { edtfFault, formatDate, parseEdtf } from '../../../corpus/index.ts'
import { escapeMarkdown } from '../escape.ts'
import { inline, Markdown } from '../markdown.ts'
import { type Helper, helper, isInline, number, text, whole } from './helper.ts'

/** Dates, numbers and codes in the pack's language. */
export const writing: readonly Helper[] = [
  helper('write', {
    name: 'date',
    summary: 'Writes an EDTF date in words, in the pack’s language.',
    example: { template: '{{date "2005-06-17/2005-06-30"}}', gives: '17–30 June 2005' },
    takes: [text('date')],
    run: ([given], _options, { pack, refuse }) => {
      if (parseEdtf(given)) return formatDate(given, pack.language)
      const { reason, notes } = edtfFault(given)
      return refuse('date-is-edtf', reason, { notes })
    },
  }),
  helper('write', {
    name: 't',
    summary:
      'Writes words of a shipped section in the pack’s language, with what they name in braces put in, in the form that goes with `count`; words that it does not know stay, and are told in a language other than English.',
    example: { template: '{{t "{count} claims" count=3}}', gives: '3 claims' },
    takes: [text('words')],
    open: true,
    run: ([english], values, { pack, refuse }) => {
      const given: Readonly<Record<string, unknown>> = values
      const { count } = given
      const known =
        pack.words?.[english] ?? sectionWords(english, pack.language, typeof count === 'number' ? count : undefined)
      if (known === undefined)
        refuse('words-are-translated', `“${english}” has no words in ${pack.language}, and is printed in English`, {
          notes: ['write them in the pack under “words”, or take the section from a new “briefpack init”'],
        })
      const parts = (known ?? english).split(/\{(\w+)\}/)
      const wanting = parts.find((name, index) => index % 2 === 1 && !isInline(given[name]))
      if (wanting !== undefined) return refuse('template-is-valid', `“${english}” needs ${wanting}=…`)
      const value = (name: string) => {
        const it = given[name]
        return typeof it === 'number' ? numberText(it, pack.language) : isInline(it) ? it : ''
      }
      const isPlain = !english.includes('*') && Object.values(given).every((it) => !(it instanceof Markdown))
      if (isPlain) return parts.map((part, index) => (index % 2 === 0 ? part : value(part))).join('')
      const words = (part: string) =>
        part.split(/(\*+[^*]+\*+)/).map((it) => {
          const [, mark, emphasised] = /^(\*+)([^*]+)\*+$/.exec(it) ?? []
          return emphasised === undefined ? escapeMarkdown(it) : `${mark}${escapeMarkdown(emphasised)}${mark}`
        })
      return new Markdown(...parts.flatMap((part, index) => (index % 2 === 0 ? words(part) : [inline(value(part))])))
    },
  }),
  helper('write', {
    name: 'number',
    summary: 'Writes a number with its thousands apart.',
    example: { template: '{{number 30000}}', gives: '30,000' },
    takes: [number('number')],
    run: ([given], _options, { pack }) => numberText(given, pack.language),
  }),
  helper('write', {
    name: 'percent',
    summary: 'Writes a share, from 0 to 1, in whole per cent.',
    example: { template: '{{percent 0.615}}', gives: '62%' },
    takes: [number('share')],
    run: ([share], _options, { pack }) =>
      `${numberText(Math.round(share * 100), pack.language)}${localeOf(pack.language).numbers.percent}`,
  }),
  helper('write', {
    name: 'plural',
    summary:
      'Writes a count with the form of the noun that goes with it. English needs the plural only of irregular nouns; Russian takes three forms.',
    example: { template: '{{plural 3 "source"}}', gives: '3 sources' },
    takes: [whole('count')],
    rest: text('form'),
    least: 2,
    run: ([count, ...forms], _options, { pack, refuse }) => {
      const { forms: needed, formsOf, plural } = localeOf(pack.language).numbers
      const all = forms.length === 1 && formsOf ? formsOf(itemAt(forms, 0)) : forms
      if (all.length === needed) return `${numberText(count, pack.language)} ${all[plural(Math.abs(count))]}`
      return refuse('template-is-valid', `plural needs ${needed} forms in ${pack.language}, and has ${forms.length}`)
    },
  }),
  helper('write', {
    name: 'code',
    summary: 'Prints a digest, a path or another text for machines as code.',
    example: { template: '{{code "a_b*"}}', gives: '`a_b*`' },
    takes: [text('text')],
    run: ([given], _options, { refuse }) =>
      /^[^\s`|](?:[^\n\r`|]*[^\s`|])?$/.test(given)
        ? new Markdown(`\`${given}\``)
        : refuse('template-is-valid', `“${given}” cannot be printed as code`, {
            notes: ['code has no backtick, bar or line end, and no white space at its ends'],
          }),
  }),
]
