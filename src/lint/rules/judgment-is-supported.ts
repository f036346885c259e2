import { contradicting } from '../contradictions.ts'
import type { CorpusRule } from '../rule.ts'

/** A judgment cites at least one claim, and lists what speaks against those it cites. */
export const judgmentIsSupported: CorpusRule = {
  id: 'judgment-is-supported',
  scope: 'corpus',
  check({ corpus }, report) {
    const contrary = contradicting(corpus)
    for (const judgment of corpus.judgments.values()) {
      if (judgment.deprecated) continue
      const subject = `judgment:${judgment.id}`
      if (judgment.for.length === 0 && judgment['rests-on'].length === 0) {
        report(corpus.place('judgment', judgment.id), 'the judgment cites no claim and no other judgment', { subject })
      }
      const listed = new Set([...judgment.for, ...judgment.against])
      for (const id of judgment.for) {
        for (const other of contrary.get(id) ?? []) {
          if (listed.has(other)) continue
          report(
            corpus.place('judgment', judgment.id, ['against']),
            `claim ${other} contradicts ${id}, and is not listed`,
            { notes: [`add it: against: [${other}]`], subject },
          )
        }
      }
    }
  },
}
