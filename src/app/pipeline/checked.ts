import type { Finding, Place } from '../../core/index.ts'
import {
  type AgreementCounts,
  countAgreements,
  countOutcomes,
  countQuotations,
  type LookedUp,
  type OutcomeCounts,
  type QuotationCounts,
  untoldOf,
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
  readonly absent: readonly SourcePlace[]
  /** The sources without a text whose quotations could not be looked up. */
  readonly unread: readonly SourcePlace[]
}

interface SourcePlace {
  readonly source: string
  readonly place: Place
}

/** Counts what was looked up in a project. */
export function checkedOf({ corpus, evidence }: Project, quotations: readonly LookedUp[]): Checked {
  const sources = evidence.passages.filter((it) => it.anchor.outcome === 'unverified').map((it) => it.source)
  const unread = quotations.flatMap((it) => (it.result === 'unchecked' ? it.at.map(({ source }) => source) : []))
  const placed = (keys: readonly string[]) =>
    [...new Set(keys)].map((source) => ({ source, place: corpus.place('source', source) }))
  const untold = [...untoldOf(evidence)].map(([claim, { words }]) => {
    return { claim, words, place: corpus.place('claim', claim, ['gist']) }
  })
  // What stands in for a passage that could not be read is in no text.
  const isRead = (claim: string | undefined) => !corpus.faulty.has(`claim:${claim}`)
  const passages = evidence.passages.filter((it) => it.anchor.outcome !== 'lost' || isRead(it.claim))
  const claims = [...evidence.agreements].filter(([claim, { verdict }]) => verdict !== 'unchecked' || isRead(claim))
  return {
    passages: countOutcomes({ passages }),
    claims: countAgreements(new Map(claims)),
    quotations: countQuotations(quotations),
    doubtful: untold.flatMap(({ words, ...it }) => (words === undefined ? [] : [{ ...it, words }])),
    foreign: untold.filter(({ words }) => words === undefined),
    absent: placed(sources),
    unread: placed(unread),
  }
}

/** Whether nothing stands in the way of a pack: no error, or, where it is strict, nothing at all. A draft is for what does. */
export function isClear(
  project: Project,
  findings: readonly Finding[],
  quotations: readonly LookedUp[],
  { strict = false }: { readonly strict?: boolean | undefined },
): boolean {
  if (project.draft) return true
  return !findings.some((it) => it.fatal || strict) && !(strict && uncheckedIn(project, quotations) > 0)
}

/** How many claims and quotations could not be checked. */
function uncheckedIn({ evidence }: Project, quotations: readonly LookedUp[]): number {
  return countAgreements(evidence.agreements).unchecked + countQuotations(quotations).unchecked
}
