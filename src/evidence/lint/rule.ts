import type { Details, Place, Rule, Section } from '../../core/index.ts'
import type { Corpus, Issue, Pack, RecordKind } from '../../corpus/index.ts'
import type { Evidence } from '../examine.ts'
import type { BlockQuotation } from './block-quotations.ts'
import type { Names } from './names.ts'
import type { Sentence } from './sentences.ts'
import type { Writing } from './writing.ts'

/** What is checked once, however many packs are made of it. */
export interface CorpusInput {
  /** The project’s own rules. */
  readonly own?: readonly LintRule[]
  readonly corpus: Corpus
  readonly evidence: Evidence
  /** The records of what was issued, oldest first. */
  readonly issues: readonly Issue[]
}

/** One pack, rendered and parsed, before anything in it is resolved. */
export interface PackInput extends CorpusInput {
  readonly pack: Pack
  readonly sections: readonly Section[]
  readonly missingGlyphs?: readonly MissingGlyph[]
}

export interface MissingGlyph {
  readonly character: string
  /** How often it stands there; once where nothing is said. */
  readonly count?: number
  readonly place: Place
}

/** What the corpus says in our own words, read once for all rules. */
export interface CorpusCheck extends CorpusInput {
  readonly names: Names
  readonly writings: readonly Writing[]
  /** What the templates quote in blocks: none of the registers. */
  readonly blocks: readonly BlockQuotation[]
}

/** What a pack prints, read once for all rules. */
export interface PackCheck extends PackInput {
  readonly names: Names
  /** Every sentence of the sections, in printing order. */
  readonly sentences: readonly Sentence[]
  /** The pack's own statements, and the sentences that stand in its templates: what an analyst wrote for it. */
  readonly writings: readonly Writing[]
  readonly blocks: readonly BlockQuotation[]
}

/** What a finding is about: a text or a datum, whose place is looked up only then, and its record. */
interface About {
  readonly place: Place
  readonly subject?: string
}

/** Reports at a place, or at that of what a finding is about, with the record of that unless `details` name another. */
export type Report = (at: Place | About, reason: string, details?: Details) => void

/** A record, or a datum in it. */
export function datum(corpus: Corpus, kind: RecordKind, id: string, ...path: readonly (string | number)[]): About {
  return {
    get place() {
      return corpus.place(kind, id, path)
    },
    subject: `${kind}:${id}`,
  }
}

/** The records that are not withdrawn. */
export const standing = <R extends { readonly deprecated?: unknown }>(records: ReadonlyMap<string, R>): readonly R[] =>
  [...records.values()].filter(({ deprecated }) => !deprecated)

/** A rule that `lint` checks. A check reads and reports; it never changes anything. */
export type LintRule = CorpusRule | PackRule | WritingRule

export interface CorpusRule extends Rule {
  readonly scope: 'corpus'
  check(input: CorpusCheck, report: Report): void
}
export interface PackRule extends Rule {
  readonly scope: 'pack'
  /** It needs every section of a pack, and is skipped when one could not be made. */
  readonly wholePack?: true
  check(input: PackCheck, report: Report): void
}
/** Checks what is written in our own words, in the registers or in a pack. */
export interface WritingRule extends Rule {
  readonly scope: 'writing'
  check(input: CorpusCheck, report: Report): void
}
