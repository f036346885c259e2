/**
 * What the pages of the workbench ask of the tool, and what they get: the bodies of its requests and answers, as JSON.
 * Offsets count UTF-16 units of a paragraph under the normalisation `n1`, which is what the pages show.
 */

import type { ClaimFields, WeighRequest } from './requests.ts'

export type { ClaimFields, DraftRequest, SaveClaim, SaveJudgment, WeighRequest } from './requests.ts'

/** `GET /api/project`. `version` grows with every change of a file of the project. */
export interface Overview {
  readonly version: number
  readonly sources: readonly SourceRow[]
  readonly claims: readonly ClaimRow[]
  readonly actors: readonly ActorRow[]
  readonly judgments: readonly JudgmentRow[]
  readonly choices: Choices
  /** The digest of each file that was read, by its path: a change is saved on the one that the page has seen. */
  readonly digests: Readonly<Record<string, string>>
}

export interface SourceRow {
  readonly id: string
  readonly title: string
  readonly issued?: string | undefined
  /** The grade of its reliability, A to F. */
  readonly grade?: string | undefined
  readonly claims: number
  /** Its text is at hand. */
  readonly isHeld: boolean
}

export interface ClaimRow extends ClaimFields {
  readonly id: string
  readonly source: string
  readonly path: string
  /** What became of its passages, the worst first. */
  readonly outcome: string
  /** The records that rest on it. */
  readonly carries: readonly Named[]
}

export interface ActorRow {
  readonly id: string
  readonly name: string
  readonly kind: string
  /** How often records name it. */
  readonly named: number
}

export interface JudgmentRow extends WeighRequest {
  readonly title: string
  readonly text: string
  readonly level: string
  readonly ceiling: Weighed
  readonly path: string
}

export interface Named {
  readonly kind: string
  readonly id: string
  readonly label: string
}

/** The highest confidence that the claims carry, and why not more. */
export interface Weighed {
  readonly level: string
  readonly reasons: readonly string[]
  /** How many independent groups speak for it. */
  readonly groups: number
}

/** The values that a field may have, each with its meaning. */
export interface Choices {
  readonly kinds: readonly Choice[]
  readonly voices: readonly Choice[]
  readonly grades: readonly Choice[]
  readonly bases: readonly Choice[]
}
export interface Choice {
  readonly value: string
  readonly meaning: string
}

/** `GET /api/sources/KEY` */
export interface SourceText {
  readonly id: string
  readonly title: string
  readonly language: string
  readonly path: string
  /** The file that it was taken from is at hand, and can be shown page by page: `GET /api/sources/KEY/file`. */
  readonly hasPages: boolean
  /** None where the text is not at hand. */
  readonly paragraphs: readonly string[]
  /** The page that begins in a paragraph, by its number. */
  readonly pages: Readonly<Record<number, string>>
  readonly pins: readonly PinnedSpan[]
  readonly shared: readonly SharedWords[]
}

/** Words of a paragraph that a claim rests on. */
export interface PinnedSpan {
  readonly claim: string
  readonly para: number
  readonly from: number
  readonly to: number
  readonly outcome: string
}

export interface SharedWords {
  readonly para: number
  readonly words: number
  readonly source: string
  readonly there: number
}

/** The answer to `DraftRequest`. */
export interface Draft {
  readonly fields: ClaimFields
  /** The selection, widened to whole words. */
  readonly words: string
  readonly para: number
  /** Why these words cannot be pinned. */
  readonly unpinned?: string | undefined
  /** Other paragraphs with the same words. */
  readonly elsewhere: readonly number[]
  /** The longest run of words that the gist has from the passage. */
  readonly copied: number
  /** How the date is read, or why it is not. */
  readonly date?: { readonly reads?: string; readonly fault?: string } | undefined
  /** What is wrong with the record by itself. */
  readonly problems: readonly string[]
}

export type Saving = Saved | Conflict | Refused
export interface Saved {
  readonly saved: string
  readonly path: string
  /** Of the file as it is now, and the version of the project that it belongs to. */
  readonly digest: string
  readonly version: number
}
/** The file was changed by somebody else: nothing was written. */
export interface Conflict {
  readonly conflict: string
  readonly path: string
  /** The digest that the file has now: to save on it is to have seen it. */
  readonly digest: string
  /** What was changed, as lines of the file before and now. */
  readonly line: number
  readonly before: readonly string[]
  readonly now: readonly string[]
}
export interface Refused {
  readonly refused: readonly string[]
}

/** `GET /api/findings`, `POST /api/build` */
export interface Findings {
  readonly findings: readonly FindingRow[]
  /** The files that were built. */
  readonly built: readonly string[]
}
export interface FindingRow {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly rule: string
  readonly reason: string
  readonly note?: string | undefined
  readonly isError: boolean
  readonly subject?: Named | undefined
}
