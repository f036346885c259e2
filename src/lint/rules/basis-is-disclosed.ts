import type { CorpusRule } from '../rule.ts'

const fields = ['author', 'title', 'issued'] as const

/** Who, what and when are either in the text or known some other way, and the reader is told which. */
export const basisIsDisclosed: CorpusRule = {
  id: 'basis-is-disclosed',
  scope: 'corpus',
  check({ corpus }, report) {
    for (const source of corpus.sources.values()) {
      if (source.deprecated || !source.held) continue
      for (const field of fields) {
        if (source[field] === undefined || source.basis[field] !== undefined) continue
        const place = corpus.place('source', source.id, [field])
        report(place, `nothing says how “${field}” is known`, {
          notes: [`basis: {${field}: text}, or publisher-page, catalogue, inferred, told`],
          subject: `source:${source.id}`,
        })
      }
    }
  },
}
