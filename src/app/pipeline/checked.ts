import type { Finding, Place } from '../../core/index.ts'
import {
  type AgreementCounts,
  countAgreements,
  countOutcomes,
  type OutcomeCounts,
  type QuotationCounts,
} from '../../evidence/index.ts'
import type { Project } from './project.ts'

/** What became of the passages, claims and quotations: what could not be checked is no finding, and no pass. */
export interface Checked {
  readonly passages: OutcomeCounts
  /** How the claims agree with their passages. */
  readonly claims: AgreementCounts
  readonly quotations: QuotationCounts
  /** The claims whose negations, limits or modality could not be told, the words in doubt, and where they are. */
  readonly doubtful: readonly { readonly claim: string; readonly words: string; readonly place: Place }[]
  /** The claims that were not told because there are no tables for the language of their passage. */
  readonly foreign: readonly { readonly claim: string; readonly place: Place }[]
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
    doubtful: [...evidence.agreements.values()].flatMap(({ claim, verdict, unsure = [] }) =>
      verdict === 'unchecked' && unsure[0]
        ? [{ claim, words: unsure[0].words, place: corpus.place('claim', claim, ['gist']) }]
        : [],
    ),
    foreign: [...evidence.agreements.values()].flatMap(({ claim, verdict, unsure = [], passage }) =>
      verdict === 'unchecked' && passage !== undefined && unsure.length === 0
        ? [{ claim, place: corpus.place('claim', claim, ['gist']) }]
        : [],
    ),
    absent: [...new Set(sources)].map((source) => ({ source, place: corpus.place('source', source) })),
  }
}

/** Whether nothing stands in the way of a pack: no error, or, where it is strict, nothing at all. A draft is for what does. */
export function isClear(
  project: Project,
  findings: readonly Finding[],
  quotations: readonly QuotationCounts[],
  { strict = false }: { readonly strict?: boolean | undefined },
): boolean {
  if (project.draft) return true
  return !findings.some((it) => it.fatal || strict) && !(strict && uncheckedIn(project, quotations) > 0)
}

/** How many claims and quotations could not be checked. */
function uncheckedIn({ evidence }: Project, quotations: readonly QuotationCounts[]): number {
  const { unchecked } = countAgreements(evidence.agreements)
  return quotations.reduce((sum, it) => sum + it.unchecked, unchecked)
}
