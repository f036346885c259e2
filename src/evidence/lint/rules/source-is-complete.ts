import type { Source } from '../../../corpus/index.ts'
import { type CorpusRule, datum, standing } from '../rule.ts'

type Field = 'title' | 'issued' | 'container-title' | 'publisher'

const inContainer: ReadonlySet<Source['type']> = new Set([
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'chapter',
  'paper-conference',
] as const)
const published: ReadonlySet<Source['type']> = new Set(['book', 'report', 'dataset'] as const)

const signed: ReadonlySet<Source['type']> = new Set(['interview', 'personal_communication'] as const)
const laws: ReadonlySet<Source['type']> = new Set(['legislation', 'bill', 'regulation', 'treaty'] as const)

/** A work that has no date says `issued: null`, or tells of it by a defect; one without a title does the latter. */
const advice: Readonly<Record<string, string>> = {
  issued: 'an undated work has `issued: null`, and `bounds: "2015/2021-05"` where they are known',
  title: 'a work without one has a `descriptor`, and a defect of kind `missing-title`',
}

export const sourceIsComplete: CorpusRule = {
  id: 'source-is-complete',
  severity: 'error',
  summary: 'A source has the fields that its type needs, and says when its page was read.',
  norm: 'ICD 206; ICS 206-01',
  reason: 'A reader must be able to find the work, and to know which state of a web page was read.',
  scope: 'corpus',
  fails: {
    'source:lind-2004': `
container-title: null
URL: https://courier.example/harbour
archived: https://archive.example/courier
`,
    'source:ortega-2005': 'bounds: "2004/2005"',
  },
  findings: [
    'source:lind-2004: the article-newspaper has no “container-title”',
    'source:lind-2004: the source has a URL and no “accessed”',
    'source:ortega-2005: “bounds” is for a work without a date',
  ],
  passes: {
    'source:lind-2004': `
URL: https://courier.example/harbour
accessed: "2005-11-02"
archived: https://archive.example/courier
`,
  },
  check({ corpus, evidence }, report) {
    for (const source of standing(corpus.sources)) {
      const place = datum(corpus, 'source', source.id)
      for (const field of missingFields(source))
        report(place, `the ${source.type} has no “${field}”`, {
          notes: advice[field] === undefined ? [] : [advice[field]],
        })
      if (source.bounds !== undefined && source.issued !== null)
        report(datum(corpus, 'source', source.id, 'bounds'), '“bounds” is for a work without a date', {
          notes: ['`issued: null` says that it has none; a stretch of time can be its date: issued: "2015/2021-05"'],
        })
      if (source.law !== undefined && !laws.has(source.type))
        report(datum(corpus, 'source', source.id, 'law'), `“law” is of laws, and the type is ${source.type}`, {
          notes: [`types of laws: ${[...laws].join(', ')}`],
        })
      if (source.URL !== undefined && source.accessed === undefined) {
        const at = datum(corpus, 'source', source.id, 'URL')
        report(at, 'the source has a URL and no “accessed”', {
          notes: ['say when the page was read, e.g. accessed: "2013-07-12"'],
        })
      }
      if (source.held && !source.text)
        report(place, 'the source is held and has no “text”', {
          notes: [
            `${evidence.texts.has(source.id) ? '' : `put it at texts/${source.id}.txt: `}\`briefpack pin ${source.id} --digest\` prints the field to write`,
            'a work that is only quoted in others is `held: false`',
          ],
        })
    }
  },
}

/** A work that is not held may be known by no more than a name and a date. */
function missingFields(source: Source): readonly Field[] {
  const needed: Field[] = ['issued']
  const isUntitled =
    source.defects.some(({ kind }) => kind === 'missing-title') || (signed.has(source.type) && source.author)
  if (source.held && !isUntitled) needed.push('title')
  if (inContainer.has(source.type)) needed.push('container-title')
  // A body that signs its report publishes it, and styles leave the second name out.
  const isOfBody = source.author?.some((it) => 'literal' in it)
  if (source.held && published.has(source.type) && !isOfBody) needed.push('publisher')
  if (source.issued === null || source.defects.some(({ kind }) => kind === 'missing-date') || !source.held)
    needed.splice(needed.indexOf('issued'), 1)
  return needed.filter((field) => source[field] === undefined)
}
