import type { CorpusRule } from '../rule.ts'

const longest = 25

/** A source that claims are taken from is described and graded, with the reason. */
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
    for (const source of corpus.sources.values()) {
      if (source.deprecated || source.claims.length === 0) continue
      const subject = `source:${source.id}`
      const place = corpus.place('source', source.id)
      if (source.reliability === undefined)
        report(place, 'the source has no reliability grade', { notes: ['reliability: {grade: B, why: …}'], subject })
      const words = source.descriptor?.split(/\s+/).length
      if (words === undefined) report(place, 'the source has no descriptor', { subject })
      else if (words > longest) {
        report(
          corpus.place('source', source.id, ['descriptor']),
          `the descriptor has ${words} words, more than ${longest}`,
          { subject },
        )
      }
    }
  },
}
