/** What a marker does to the words that it stands with. */
export type Sign =
  /** Turns them round. `denies` is a word that has the contrary in it: lacks, denies, refuses. */
  | 'not'
  | 'denies'
  /** Bounds them or says how many of them are meant. */
  | 'about'
  | 'at-least'
  | 'at-most'
  | 'nearly'
  | 'only'
  | 'all'
  | 'most'
  /** The highest degree of something: `largest`. */
  | 'peak'
  | 'some'
  /** Says how far the thing has come: uttered, alleged, possible, to come, asked for, resolved on. */
  | 'said'
  /** Is said to be beyond doubt. */
  | 'proven'
  /** Somebody takes a stand on it, as who says it does: blames, demands, hints. */
  | 'stance'
  | 'alleged'
  | 'may'
  | 'can'
  | 'will'
  | 'should'
  | 'decided'
  /** Says that a thing is to come, where a language or the grammar of a report can leave it out: `would`. */
  | 'to-come'
  /** Has a contrary by which others say the same: `only at noon` is `not before noon`. */
  | 'turned'
  /** Is being thought about, and not resolved on: `is considering`. */
  | 'weighed'
  /** Wished for, asked for or tried. */
  | 'sought'
  /** Can be what the claim or the passage has one of these for, and asks for none: appears, wants, orders. */
  | 'hint'
  /** Gives a thing to others, without a word of accusing: `is said to`. */
  | 'hearsay'
  /** Looks like one of these, and is none: `not only`, `above all`. */
  | 'none'

/** What leaves open whether a thing is so. */
export const unsettled: readonly Sign[] = [
  'not',
  'denies',
  'may',
  'can',
  'will',
  'should',
  'to-come',
  'weighed',
  'sought',
  'alleged',
]

/**
 * The words of a language that a claim is held against its passage by. Lists are of words with spaces between, phrases are
 * parted by `|`, and `*` stands for any ending.
 */
export interface Language {
  readonly tag: string
  /** Decimal comma, and a full stop or space between thousands. */
  readonly comma: boolean
  /** `value: forms`. */
  readonly numbers: string
  readonly ordinals: string
  readonly magnitudes: string
  readonly fractions: string
  /** The beginnings of the twelve months, in their order. */
  readonly months: string
  readonly weekdays: string
  /** `unit back-or-forth`: `-1 day: yesterday`. */
  readonly relative: string
  readonly signs: Readonly<Partial<Record<Sign, string>>>
  /** What parts one clause from the next. */
  readonly joints: string
  /** What stands between the ends of a range. */
  readonly ranges: string
  /** Words that carry no content. */
  readonly stop: string
  /** `word: forms` of it that no ending makes. */
  readonly irregular?: string
  /** What a verb has in it only where it lasts: отдавал, отдал. */
  readonly aspect?: RegExp
  /** Endings of words, and of names where the language inflects them. */
  readonly endings: string
  readonly nameEndings: string
  /** `ending: endings` of the nominative that an ending of another case can stand for. */
  readonly nominatives?: string
  /** Beginnings that make the contrary of a word. */
  readonly contrary: string
  /** A word that has its negation in an ending. */
  readonly negatedWord?: RegExp
  /** A verb that says in its ending that a thing is to come, and one that says that it is done. */
  readonly toCome?: RegExp
  readonly done?: RegExp
  /** A word that says `most` in its ending. */
  readonly superlative?: RegExp
  /** Nouns have capital letters: a capital alone makes no name. */
  readonly capitalNouns?: boolean
}
