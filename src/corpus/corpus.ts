import type { Place } from '../log.ts'
import type { Actor } from './actor.ts'
import type { Claim } from './claim.ts'
import type { Disagreement } from './disagreement.ts'
import type { Event } from './event.ts'
import type { RecordKind } from './fields.ts'
import type { Judgment } from './judgment.ts'
import type { Measure } from './measure.ts'
import type { Pack } from './pack.ts'
import type { Question } from './question.ts'
import type { Reference } from './references.ts'
import type { Source } from './source.ts'
import type { Threat } from './threat.ts'

/** The type of each record kind. */
export interface Records {
  source: Source
  claim: Claim
  actor: Actor
  event: Event
  measure: Measure
  threat: Threat
  judgment: Judgment
  question: Question
  disagreement: Disagreement
  pack: Pack
}

/** Every record of a project, by kind and id, in the order of the files; and where each stands. */
export interface Corpus {
  readonly sources: ReadonlyMap<string, Source>
  readonly claims: ReadonlyMap<string, Claim>
  readonly actors: ReadonlyMap<string, Actor>
  readonly events: ReadonlyMap<string, Event>
  readonly measures: ReadonlyMap<string, Measure>
  readonly threats: ReadonlyMap<string, Threat>
  readonly judgments: ReadonlyMap<string, Judgment>
  readonly questions: ReadonlyMap<string, Question>
  readonly disagreements: ReadonlyMap<string, Disagreement>
  readonly packs: ReadonlyMap<string, Pack>
  /** The records, as `kind:id`, that have stand-ins where they are wrong: they can be referred to, and never printed. */
  readonly faulty: ReadonlySet<string>
  /** The kinds of which a file could not be read, or has no records where they belong, so that records may be missing which are there. */
  readonly lost: ReadonlySet<RecordKind>
  /** Where a record, or a field in it, is written: `place('claim', 'bozhko-society-wide', ['date', 'edtf'])`. */
  place(kind: RecordKind, id: string, path?: readonly (string | number)[]): Place
  /** The fields of a record that name others. */
  references(kind: RecordKind, id: string): readonly Reference[]
  /** The digest of each corpus file that was read, by path. */
  readonly digests: ReadonlyMap<string, string>
}
