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

/** The small classes of words, and words of one use; a language has those that it has a word for. */
export type WordClass =
  /* Articles, and what stands in their place. */
  | Of<'definite indefinite possessive demonstrative both'>
  /* All prepositions; those of what a thing is of, of who does it, of how much, of how far, of how long; a verb’s `to`. */
  | Of<'preposition of by byMuch into upTo over lasting infinitive'>
  | Of<'and than not no without barely already'>
  /* Pronouns of subjects, of objects; of relative clauses as their subject, or not. */
  | Of<'pronoun it objective relative whose'>
  /* What begins a clause that is said, one that is supposed, one that is asked, any that hangs on another. */
  | Of<'complementizer condition whether subordinate'>
  /* Helping verbs: of the passive, of what is done, of what is, of what was; those after which a thing is open, or to come; what says so little that what is done is more. */
  | Of<'passive have is was opener auxiliary possible'>
  /* Verbs of what is done, with what must stand in their clause; of what is not; that are so behind an `opener`; what is `to be` done. */
  | Of<'told helping open base gerund toBe due has'>
  /* Verbs that only their helping verb tells the time of: cut; those that make an open verb a done one: `managed to`. */
  | Of<'alike comesTrue'>
  /* Forms of verbs; of verbs that can have an object; nouns and participles that look as verbs; verbs of nobody; cases of what is no subject. */
  | Of<'verbal past participle nominal noun abstract adjective impersonal oblique adverb'>
  /* Verbs that tell a name at the head of a sentence; that blame; that say who is told; that say nothing. */
  | Of<'predicate accuses hearer comments'>
  /* By whose account; `par la voix de`; what a text rests on; ranks under or over an office; what goes before verb and subject. */
  | Of<'account mouth source rank fronted'>
  /* Times: behind a span, before it; beside a weekday or a season; parts of a year. */
  | Of<'later ago agoLead before next last edge half quarter halfYear'>
  /* Behind the number of a year, of a decade, of a day; before a number that counts. */
  | Of<'yearMark decade dayEnd roughly'>
  /* How often: `every third`, `a day`, in Kazakh behind the noun, `three times`. */
  | Of<'each per perBehind times hourly daily weekly monthly yearly'>
  /* What compares numbers; what is under or over another; comparatives of what is small, Kazakh ones that need their `than`. */
  | Of<'estimated compares compared comparative lesser behind measured exceed ablative dative'>
  /* Units that count one without an article; nouns of which an ordinal is no order; ordinals that are fractions, too. */
  | Of<'bareUnit idiom tenth age'>
  /* What is left of a whole; what is not of it. */
  | Of<'remaining outside'>
  /* What stands for things that were counted before; `from` and `to` of what goes from one number to another. */
  | Of<'anaphor start end'>
  /* Names: forms of address, what stands before one, in one; `brother`; the ends of Kenyan and Chinese. */
  | Of<'address atName nameLink kinship demonymEnd'>

type Of<List extends string> = List extends `${infer One} ${infer Rest}` ? One | Of<Rest> : List

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
  /** From spring on. */
  readonly seasons: string
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
  /** Who says it, and every verb, stands at the end. */
  readonly saysAtEnd?: boolean
  /** A verb can stand at the end. */
  readonly verbLast?: boolean
  /** The subject can stand behind its verb. */
  readonly verbFirst?: boolean
  /** A noun stands before what it is of. */
  readonly headFirst?: boolean
  /** Nothing but names has a capital letter. */
  readonly capitalNames?: boolean
  /** A verb in its plain form can be of what is to come: `classes start on Monday`. */
  readonly plainPresent?: boolean
  /** A participle tells of what is done only with a helping verb. */
  readonly helped?: boolean
  /** Nouns have capital letters: a capital alone makes no name. */
  readonly capitalNouns?: boolean
  /** Lists, and shapes of words. */
  readonly words: Readonly<Partial<Record<WordClass, string | RegExp>>>
  /** What stands between the numbers of a share: `one in ten`. */
  readonly shareOf: string
}
