import { baseLanguage, didYouMean, localeOf } from '../../../core/index.ts'
import { type Claim, type Judgment, likelihoodIn, type Statement, scaleIn, scales } from '../../../corpus/index.ts'
import { anchorOf } from '../../view/index.ts'
import { escapeMarkdown } from '../escape.ts'
import { Markdown, type Part } from '../markdown.ts'
import { citeGroup } from './cite.ts'
import { sentence } from './compose.ts'
import { type Helper, type HelperContext, helper, isRecord, text, unknownRecord } from './helper.ts'

const isStatement = (value: unknown): value is Statement =>
  isRecord(value) && typeof value.text === 'string' && Array.isArray(value.claims)

const statements = {
  name: 'statements',
  expects: 'a statement (a text and its claims) or a list of them',
  accepts: (value: unknown): value is Statement | readonly Statement[] =>
    isStatement(value) || (Array.isArray(value) && value.length > 0 && value.every(isStatement)),
} as const
/** A judgment as templates see it: its standing is the word that is printed. */
interface Judged {
  readonly text: string
  readonly likelihood?: string
  readonly standing?: string | null
}
const judgment = {
  name: 'judgment',
  expects: 'a judgment',
  accepts: (value: unknown): value is Judged =>
    isRecord(value) && typeof value.text === 'string' && isConfidence(value.confidence),
} as const
const confidence = {
  name: 'confidence',
  expects: 'the confidence of a judgment',
  accepts: (value: unknown): value is Judgment['confidence'] => isConfidence(value),
} as const
const claim = {
  name: 'claim',
  expects: 'a claim or its id',
  accepts: (value: unknown): value is Claim | string =>
    typeof value === 'string' || (isRecord(value) && typeof value.source === 'string' && Array.isArray(value.passages)),
} as const

export const saying: readonly Helper[] = [
  helper('say', {
    name: 'says',
    summary:
      'Prints a statement, or several as one run of text, each with the citation of its claims and a reference to the judgment that it repeats.',
    example: {
      template: '{{says statement}}',
      gives: 'The toll was kept ([](#judgment-toll-stays))\\.[[@harbour-2003, para. 2]]{claims=toll-kept}',
    },
    takes: [statements],
    run: ([given], _options, context) => {
      const parts = (Array.isArray(given) ? given : [given]).map((it: Statement) => sayOne(it, context))
      const made = parts.filter((part) => typeof part !== 'symbol')
      if (made.length < parts.length) return parts.find((part) => typeof part === 'symbol')
      return new Markdown(...made.flatMap((part, index) => (index === 0 ? [part] : [' ', part])))
    },
  }),
  helper('say', {
    name: 'judged',
    summary:
      'Prints the sentence of a judgment with its likelihood, in bold and with its range, or, where it gives none, after its standing.',
    example: {
      template: '{{judged judgment}}',
      gives: 'The toll is **likely** \\(55–80%\\) to stay\\.',
    },
    takes: [judgment],
    run: ([given], _options, context) => {
      const [before = '', after] = given.text.split('{term}')
      if (given.likelihood === undefined && after === undefined) {
        const standing = given.standing ? `*${escapeMarkdown(given.standing)}.* ` : ''
        return new Markdown(standing, escapeMarkdown(given.text))
      }
      if (given.likelihood === undefined || after === undefined) {
        return context.refuse('field-is-valid', `the text and the likelihood of “${given.text}” do not fit`, {
          notes: ['a judgment with a likelihood has {term} in its text, one without has none'],
        })
      }
      const term = termWithRange(given.likelihood, context, '**')
      return typeof term === 'symbol' ? term : new Markdown(beforeMore(before), term, afterMore(after))
    },
  }),
  helper('say', {
    name: 'term',
    summary: 'Prints a term of likelihood with its range on the pack’s scale.',
    example: { template: '{{term "likely"}}', gives: 'likely \\(55–80%\\)' },
    takes: [text('term')],
    run: ([given], _options, context) => {
      const term = termWithRange(given, context, '')
      return typeof term === 'symbol' ? term : new Markdown(term)
    },
  }),
  helper('say', {
    name: 'confidence',
    summary: 'Prints the level of confidence and each of the reasons for it, as sentences.',
    example: {
      template: '{{confidence judgment.confidence}}',
      gives: 'Confidence is low\\. One port\\. Inferred\\. A settled matter\\.',
    },
    takes: [confidence],
    run: ([{ level, because }], _options, { pack }) => {
      const reasons = [because.information, because.rigour, because.volatility]
      return [localeOf(pack.language).confidenceIs[level], ...reasons]
        .map((it) => sentence(it, pack.language))
        .join(' ')
    },
  }),
  helper('say', {
    name: 'quote',
    summary:
      'Prints the words that a claim quotes, in quotation marks, with their citation; from another language, our translation of them, marked as ours, before the original.',
    example: { template: '{{quote claim}}', gives: '“not a penny more”[[@harbour-2003, para. 4]]{claims=toll-raised}' },
    takes: [claim],
    run: ([wanted], _options, context) => {
      const { claims } = context.corpus
      const given = typeof wanted === 'string' ? claims.get(wanted) : wanted
      if (!given) return unknownRecord('claim', String(wanted), claims.keys(), context)
      if (given.quote === undefined)
        return context.refuse('field-exists', `claim “${given.id}” has no quote`, {
          notes: ['`quote` of a claim has the words that may be quoted'],
        })
      const group = citeGroup([given], context)
      return typeof group === 'symbol' ? group : new Markdown(quotedWords(given, given.quote, context), group)
    },
  }),
]

function sayOne(statement: Statement, context: HelperContext): Part | symbol {
  // A claim that the record names and that there is not was told when the record was read.
  const claims = statement.claims.filter((id) => context.corpus.claims.has(id))
  const group = citeGroup(claims, context)
  if (typeof group === 'symbol') return group
  const { judgment } = statement
  if (judgment !== undefined && !context.corpus.judgments.has(judgment)) {
    return unknownRecord('judgment', judgment, context.corpus.judgments.keys(), context)
  }
  const reference = judgment === undefined ? '' : ` ([](#${anchorOf('judgment', judgment)}))`
  // A reference stands before the full stop, a note after it.
  const [, words = '', stop] = /^(.*?)(\.?)$/s.exec(statement.text) ?? []
  const said = `${escapeMarkdown(words)}${reference}${stop && escapeMarkdown(stop)}`
  return { text: `${said}${group}`, holder: statement, path: ['text'] }
}

function quotedWords(given: Claim, quote: string, { corpus, pack }: HelperContext): string {
  const language = corpus.sources.get(given.source)?.language ?? pack.language
  if (isSameLanguage(language, pack.language)) return escapeMarkdown(quoted(quote, pack.language))
  const translation = given['quote-translation']
  const marked = (words: string) => `[${escapeMarkdown(words)}]{lang=${language}}`
  if (!translation || !isSameLanguage(translation.language, pack.language)) return marked(quoted(quote, pack.language))
  const ours = escapeMarkdown(
    `${quoted(translation.text, pack.language)} (${localeOf(pack.language).ourTranslation}${localeOf(pack.language).cover.colon}`,
  )
  return `${ours.replace(/&#x20;$/, ' ')}${marked(quoted(quote, language))}${escapeMarkdown(')')}`
}

/** A text in the quotation marks of a language. */
function quoted(text: string, language: string): string {
  const [open, close] = localeOf(language).quotationMarks
  return `${open}${text}${close}`
}

function termWithRange(term: string, context: HelperContext, mark: string): string | symbol {
  const { scale } = context.pack
  const step = likelihoodIn(scaleIn(scale, context.pack.language), term)
  if (step) return `${mark}${escapeMarkdown(step.term)}${mark} ${escapeMarkdown(`(${step.range})`)}`
  const terms = scales[scale].terms.map((it) => it.term)
  return context.refuse('term-is-on-scale', `“${term}” is not a term of the scale ${scale}`, {
    notes: [...didYouMean(term, terms), `its terms are ${terms.join(', ')}`],
  })
}

// At the edge of a text white space is escaped; with words on its other side it need not be.
const beforeMore = (text: string) => escapeMarkdown(text).replace(/&#x20;$/, ' ')
const afterMore = (text: string) => escapeMarkdown(text).replace(/^&#x20;/, ' ')

function isConfidence(value: unknown): value is Judgment['confidence'] {
  return isRecord(value) && typeof value.level === 'string' && isRecord(value.because)
}

const isSameLanguage = (a: string, b: string) => baseLanguage(a) === baseLanguage(b)
