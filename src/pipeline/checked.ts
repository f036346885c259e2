import { type AgreementCounts, countAgreements } from '../evidence/agree/claims.ts'
import { countOutcomes, type OutcomeCounts } from '../evidence/examine.ts'
import type { QuotationCounts } from '../lint/count-quotations.ts'
import type { Place } from '../log.ts'
import type { Project } from './project.ts'

/** What became of the passages, claims and quotations: what could not be checked is no finding, and no pass. */
export interface Checked {
  readonly passages: OutcomeCounts
  /** How the claims agree with their passages. */
  readonly claims: AgreementCounts
  readonly quotations: QuotationCounts
  /** The sources with passages whose texts are absent, and where their records are. */
  readonly absent: readonly { readonly source: string; readonly place: Place }[]
}

/** Counts what was looked up in a project. */
export function checkedOf({ corpus, evidence }: Project, quotations: QuotationCounts): Checked {
  const sources = evidence.passages.filter((it) => it.anchor.outcome === 'unverified').map((it) => it.source)
  return {
    passages: countOutcomes(evidence),
    claims: countAgreements(evidence.agreements),
    quotations,
    absent: [...new Set(sources)].map((source) => ({ source, place: corpus.place('source', source) })),
  }
}

/** How many claims and quotations could not be checked. */
export function uncheckedIn({ evidence }: Project, quotations: readonly (QuotationCounts | undefined)[]): number {
  const { unchecked } = countAgreements(evidence.agreements)
  return quotations.reduce((sum, it) => sum + (it?.unchecked ?? 0), unchecked)
}
