import { countOutcomes, type OutcomeCounts } from '../evidence/examine.ts'
import type { QuotationCounts } from '../lint/count-quotations.ts'
import type { Place } from '../log.ts'
import type { Project } from './project.ts'

/** What became of the passages and the quotations: what could not be checked is no finding, and no pass. */
export interface Checked {
  readonly passages: OutcomeCounts
  readonly quotations: QuotationCounts
  /** The sources with passages whose texts are absent, and where their records are. */
  readonly absent: readonly { readonly source: string; readonly place: Place }[]
}

/** Counts what was looked up in a project. */
export function checkedOf({ corpus, evidence }: Project, quotations: QuotationCounts): Checked {
  const sources = evidence.passages.filter((it) => it.anchor.outcome === 'unverified').map((it) => it.source)
  return {
    passages: countOutcomes(evidence),
    quotations,
    absent: [...new Set(sources)].map((source) => ({ source, place: corpus.place('source', source) })),
  }
}
