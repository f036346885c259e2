import type { Corpus } from '../corpus/index.ts'
import { type Ceiling, ceilingOf } from './ceiling.ts'
import type { Evidence } from './examine.ts'
import { type SourceGroup, sourceGroups } from './independence.ts'

/** What templates print of the evidence: who counts as one, and how high each judgment's confidence may be. */
export interface Assessment {
  readonly groups: readonly SourceGroup[]
  ceilingOf(judgment: string): Ceiling | undefined
}

export function assess(corpus: Corpus, evidence: Evidence): Assessment {
  return {
    groups: sourceGroups(corpus),
    ceilingOf: (id) => {
      const judgment = corpus.judgments.get(id)
      return judgment && ceilingOf(judgment, corpus, evidence.shared)
    },
  }
}
