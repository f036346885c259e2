import type { Locale } from '../../core/index.ts'
import type { Corpus, Issue, Pack, Registers } from '../../corpus/index.ts'
import type { Author, Quotes, Reason } from '../../evidence/index.ts'

/** What the view needs of the evidence stage. */
export interface Assessment {
  /** Independence groups of held sources: sources that count as one. */
  readonly groups: readonly {
    /** Their authors; none where no text names one. */
    readonly authors: readonly Author[]
    readonly sources: readonly string[]
    readonly reasons: readonly (Reason | Quotes)[]
  }[]
  /** The highest confidence that the evidence for a judgment carries, and from how many groups it comes. */
  ceilingOf(judgment: string): { readonly level: string; readonly groups: number }
  /** From how many independent groups some claims come. */
  groupsOf(claims: readonly string[]): number
  /** How the words of some claims stand to the passages that they are pinned to. */
  agreementOf(claims: Iterable<string>): {
    readonly agreed: number
    readonly declared: number
    readonly unchecked: number
  }
  /** What the words of a claim’s passages are told by. */
  digestsOf(claim: string): readonly string[]
}

/** The registers that a pack chooses from. */
export type Chosen = Omit<Registers, 'packs'>

/** What every part of a view is made from. */
export interface ViewContext {
  readonly corpus: Corpus
  /** The records that the pack prints; the corpus has also those that they name. */
  readonly chosen: Chosen
  readonly pack: Pack
  /** Those of the pack's language. */
  readonly words: Locale
  readonly assessment: Assessment
  /** What the pack said when it was last issued. */
  readonly lastIssue?: Issue | undefined
  /** The number that a record bears in the pack’s timeline, by `kind:id`. */
  readonly numbers: ReadonlyMap<string, number>
  /** Notes which record an object was made from, so that a problem in print leads to the YAML that holds it. */
  mark<T extends object>(made: T, from: object): T
}
