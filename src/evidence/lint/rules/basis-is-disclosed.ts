import { type CorpusRule, datum, standing } from '../rule.ts'

const fields = ['author', 'title', 'issued'] as const

export const basisIsDisclosed: CorpusRule = {
  id: 'basis-is-disclosed',
  severity: 'warning',
  summary: 'Author, title and date say how they are known.',
  norm: 'Berkeley Protocol, ¶ 208',
  reason: 'An author taken from a catalogue is not the same as a byline; the source register prints the difference.',
  scope: 'corpus',
  fails: { 'source:lind-2004': 'basis: {author: null}' },
  findings: ['source:lind-2004: nothing says how “author” is known'],
  passes: { 'source:lind-2004': 'basis: {author: {how: catalogue, note: The text has no byline.}}' },
  check({ corpus }, report) {
    for (const source of standing(corpus.sources)) {
      if (!source.held) continue
      for (const field of fields) {
        if (!source[field] || source.basis[field] !== undefined) continue
        const place = datum(corpus, 'source', source.id, field)
        report(place, `nothing says how “${field}” is known`, {
          notes: [`basis: {${field}: text}, or publisher-page, catalogue, inferred, told`],
        })
      }
    }
  },
}
