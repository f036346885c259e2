import { type CorpusRule, datum, standing } from '../rule.ts'

const longest = 25

export const sourceIsDescribed: CorpusRule = {
  id: 'source-is-described',
  severity: 'error',
  summary: 'A source that claims are taken from has a descriptor and a reliability grade with its reason.',
  norm: 'ICD 203, standard 1; ICD 206',
  reason: 'What a source is and how far it can be trusted is said once, with the reason, and printed at first mention.',
  scope: 'corpus',
  fails: { 'source:ortega-2005': 'descriptor: null' },
  findings: ['source:ortega-2005: the source has no descriptor'],
  passes: { 'source:ortega-2005': 'descriptor: a notice of ten lines in a monthly trade magazine' },
  check({ corpus }, report) {
    for (const source of standing(corpus.sources)) {
      if (source.claims.length === 0) continue
      const place = datum(corpus, 'source', source.id)
      if (source.reliability === undefined)
        report(place, 'the source has no reliability grade', { notes: ['reliability: {grade: B, why: …}'] })
      const words = source.descriptor?.split(/\s+/).length
      if (words === undefined) report(place, 'the source has no descriptor')
      else if (words > longest) {
        report(
          datum(corpus, 'source', source.id, 'descriptor'),
          `the descriptor has ${words} words, more than ${longest}`,
        )
      }
    }
  },
}
