import { didYouMean } from '../../../core/index.ts'
import { inline, Markdown } from '../markdown.ts'
import { type Helper, type HelperContext, helper, text, words } from './helper.ts'

const lists = ['contents', 'figures', 'tables', 'bibliography']

export const placing: readonly Helper[] = [
  helper('place', {
    name: 'figure',
    summary:
      'Puts a figure drawn from the corpus here, alone in its paragraph, with its caption and the `id` by which `ref` finds it; other named arguments are its options (docs/figures.md lists them).',
    example: {
      template: '{{figure "timeline" caption="Tolls & fees" from="2002"}}',
      gives: '![Tolls \\& fees](figure:timeline?from=2002)',
    },
    takes: [text('name')],
    options: { caption: words('caption'), id: text('id') },
    open: true,
    run: ([name], { caption = '', id, ...options }, context) =>
      callOf('figure', name, inline(caption), options, context, id),
  }),
  helper('place', {
    name: 'list',
    summary: 'Puts the contents, the figures, the tables or the bibliography here, alone in its paragraph.',
    example: { template: '{{list "contents" depth=2}}', gives: '![](list:contents?depth=2)' },
    takes: [text('name')],
    open: true,
    run: ([name], options, context) => {
      if (lists.includes(name)) return callOf('list', name, '', options, context)
      return context.refuse('template-is-valid', `“${name}” is not a list`, {
        notes: [...didYouMean(name, lists), `the lists are ${lists.join(', ')}`],
      })
    },
  }),
  helper('place', {
    name: 'lang',
    summary: 'Marks words as being in another language.',
    example: { template: '{{lang "порт" "ru"}}', gives: '[порт]{lang=ru}' },
    takes: [words('words'), text('language')],
    run: ([shown, language], _options, context) => {
      if (/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/.test(language)) {
        return new Markdown(`[${inline(shown)}]{lang=${language}}`)
      }
      return context.refuse('template-is-valid', `“${language}” is not a language tag such as en-GB, ru or kk-Latn`)
    },
  }),
]

function callOf(
  scheme: string,
  name: string,
  caption: string,
  options: Readonly<Record<string, unknown>>,
  context: HelperContext,
  id?: string,
): Markdown | symbol {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) {
    return context.refuse('template-is-valid', `“${name}” is not the name of a ${scheme}`)
  }
  const entries = Object.entries(options)
  const wrong = entries.find(([, value]) => !['string', 'number', 'boolean'].includes(typeof value))
  if (wrong)
    return context.refuse('template-is-valid', `the option “${wrong[0]}” of a ${scheme} is not a text or number`)
  const query = entries.map(([key, value]) => `${key}=${encode(String(value))}`).join('&')
  const attributes = id === undefined ? '' : `{#${id}}`
  return new Markdown(`![${caption}](${scheme}:${name}${query && `?${query}`})${attributes}`)
}

/** Percent-encoding that leaves nothing that Markdown reads. */
function encode(value: string): string {
  return encodeURIComponent(value).replace(/[!'()*_~]/g, (it) => `%${it.charCodeAt(0).toString(16).toUpperCase()}`)
}
