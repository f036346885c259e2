import { itemAt } from '../../core/index.ts'
import { numeralOf } from './numerals.ts'
import { concepts } from './tables/concepts.ts'
import type { Language, Sign } from './tables/language.ts'
import { places } from './tables/places.ts'
import { units } from './tables/units.ts'
import { classesOf, isOf } from './word-classes.ts'
import { cycle, lineFinder, lines, longestFirst, once, tableOf } from './word-table.ts'

/** What a word that counts stands for. */
export interface NumberWord {
  readonly value: number
  readonly kind: 'cardinal' | 'ordinal' | 'magnitude' | 'fraction'
}

export interface Phrase {
  readonly words: readonly string[]
  readonly sign: Sign
}

interface RelativeDate {
  readonly words: readonly string[]
  readonly step: number
  readonly unit: 'day' | 'week' | 'month' | 'year'
}

/** A language's tables, ready to be asked. */
export interface Lexicon {
  readonly language: Language
  number(word: string): NumberWord | undefined
  /** The phrases that can begin with a word. */
  phrases(word: string): readonly Phrase[]
  relative(word: string): readonly RelativeDate[]
  /** 1 to 12. */
  month(word: string): number | undefined
  /** 1 Monday to 7 Sunday. */
  weekday(word: string): number | undefined
  /** 1 spring to 4 winter. */
  season(word: string): number | undefined
  /** Whether the words of a date can begin with a word. */
  beginsDate(word: string): boolean
  isStop(word: string): boolean
  isJoint(word: string): boolean
  isRange(word: string): boolean
  classes(word: string): readonly string[]
  readonly shareOf: ReadonlySet<string>
  isContrary(word: string): boolean
  /** A word of the kind of `isContrary`, up to its negation. */
  positive(word: string): string
  isSuperlative(word: string): boolean
  /** A verb whose ending says that a thing is to come, or that it is done. */
  isToCome(word: string): boolean
  isDone(word: string): boolean
  /** The word without its endings. */
  stem(word: string): string
  /** The word, and what it is without each ending that a name can take. */
  nameStems(word: string): readonly string[]
  /** Whether `negative` is `word` with a beginning that makes its contrary. */
  areContrary(negative: string, word: string): boolean
}

const made = new Map<Language, Lexicon>()

export function lexiconOf(language: Language): Lexicon {
  const known = made.get(language)
  if (known) return known
  const numbers = tableOf<NumberWord>()
  for (const kind of ['cardinal', 'ordinal', 'magnitude', 'fraction'] as const) {
    const list = {
      cardinal: language.numbers,
      ordinal: language.ordinals,
      magnitude: language.magnitudes,
      fraction: language.fractions,
    }
    for (const [value, forms] of lines(list[kind]))
      for (const form of forms.split(' ')) numbers.add(form, { value: Number(value), kind })
  }
  const phrases = tableOf<Phrase[]>()
  for (const [sign, list] of Object.entries(language.signs) as [Sign, string][])
    for (const phrase of phrasesOf(list, language.helped === true)) {
      const words = phrase.trim().split(' ')
      phrases.add(itemAt(words, 0), [...(phrases.own(itemAt(words, 0)) ?? []), { words, sign }])
    }
  const relatives = tableOf<RelativeDate[]>()
  for (const [head, list] of lines(language.relative)) {
    const [step, unit] = head.split(' ') as [string, RelativeDate['unit']]
    for (const phrase of list.split('|')) {
      const words = phrase.trim().split(' ')
      relatives.add(itemAt(words, 0), [...(relatives.own(itemAt(words, 0)) ?? []), { words, step: Number(step), unit }])
    }
  }
  const [months, weekdays] = [cycle(language.months), cycle(language.weekdays)]
  const seasons = cycle(language.seasons)
  const stop = stopWordsOf(language)
  const [joints, ranges] = [language.joints, language.ranges].map((list) => new Set(list.split(' ')))
  const classes = classesOf([language])
  const endings = longestFirst(language.endings)
  // Kazakh stems are short: тап, бол, кел.
  const shortest = language.saysAtEnd ? 3 : 4
  const nameEndings = longestFirst(language.nameEndings)
  const contrary = longestFirst(language.contrary)
  const nominatives = new Map(lines(language.nominatives ?? '').map(([end, forms]) => [end, forms.split(' ')]))
  const regular = new Map(
    lines(language.irregular ?? '').flatMap(([word, forms]) => forms.split(' ').map((form) => [form, word] as const)),
  )
  const stems = new Map<string, string>()
  const lexicon: Lexicon = {
    language,
    number: once((word) => numbers.first(word) ?? numeralOf(word, language, (form) => numbers.first(form))),
    beginsDate: once(
      (word) =>
        months.first(word) !== undefined ||
        weekdays.first(word) !== undefined ||
        relatives.all(word).length > 0 ||
        lexicon.number(word) !== undefined ||
        seasons.first(word) !== undefined ||
        isOf(lexicon, word, 'agoLead') ||
        /^(?:i{1,3}|iv|[qht])$/.test(word),
    ),
    phrases: once((word) => listed(phrases.all(word))),
    relative: once((word) => listed(relatives.all(word))),
    month: (word) => months.first(word),
    weekday: (word) => weekdays.first(word),
    season: (word) => seasons.first(word),
    isStop: (word) => stop.has(word),
    isJoint: (word) => joints!.has(word),
    isRange: (word) => ranges!.has(word),
    classes,
    shareOf: new Set(language.shareOf.split('|')),
    positive: (word) => (language.negatedWord ? word.replace(language.negatedWord, '') : word),
    isSuperlative: once((word) => language.superlative?.test(word) ?? false),
    isToCome: once((word) => language.toCome?.test(word) ?? false),
    isDone: (word) => language.done?.test(word) ?? true,
    isContrary: once((word) => language.negatedWord?.test(word) ?? false),
    stem(word) {
      const known = stems.get(word)
      if (known !== undefined) return known
      const plain = (regular.get(word) ?? word).replace(/z/g, 's')
      const once = stemOf(language.aspect ? plain.replace(language.aspect, '') : plain, endings, shortest)
      const stem = language.saysAtEnd ? kazakhStem(once, endings) : stemOf(once, endings, shortest)
      stems.set(word, stem)
      return stem
    },
    nameStems: (word) => [
      word,
      ...nameEndings.flatMap((end) => {
        // Уфа is a name of three letters.
        if (!word.endsWith(end) || word.length - end.length < (end.length > 1 ? 3 : 2)) return []
        const stem = word.slice(0, -end.length)
        return [stem, ...(nominatives.get(end) ?? []).map((ending) => stem + ending)]
      }),
    ],
    areContrary: (negative, word) =>
      !seeming.test(negative) &&
      contrary.some(
        (start) =>
          negative.length > start.length + 2 &&
          negative.startsWith(start) &&
          sameStem(lexicon, negative.slice(start.length), word),
      ),
  }
  made.set(language, lexicon)
  return lexicon
}

/** In French `de` is `d’` before a vowel. */
function phrasesOf(list: string, isElided: boolean): readonly string[] {
  const phrases = list.split('|')
  return isElided ? phrases.flatMap((it) => (/ de$/.test(it) ? [it, it.slice(0, -1)] : [it])) : phrases
}

const stops = new Map<Language, ReadonlySet<string>>()

/** The small words of a language, without the rest of its tables. */
export function stopWordsOf(language: Language): ReadonlySet<string> {
  const found = stops.get(language) ?? new Set(language.stop.split(' '))
  stops.set(language, found)
  return found
}

const listed = <T>(lists: readonly (readonly T[])[]): readonly T[] => (lists.length === 0 ? [] : lists.flat())

/** Words that only look as if they had such a beginning. */
const seeming =
  /^(?:improv|import|impos|impress|impl|impart|inform|increas|income|incoming|inclin|inclu|inside|instead|indeed|inde[xp]|inten|invest|inspir|insur|inter|industr|inhabit|inherit|initi|inject|invad|involv|invit|input|until|unit|union|univ|unless|under|невест|недел|недавн)/

function sameStem(lexicon: Lexicon, one: string, other: string): boolean {
  return one === other || lexicon.stem(one) === lexicon.stem(other)
}

/** Kazakh has an ending on an ending: the first five letters are the stem of most words. Жап- before a vowel is жаб-. */
function kazakhStem(once: string, endings: readonly string[]): string {
  const stem = once.length <= 5 ? stemOf(once, endings, 3) : once.slice(0, 5)
  return stem.replace(/[пкқ]$/, (it) => ({ п: 'б', к: 'г', қ: 'ғ' })[it]!)
}

function stemOf(word: string, endings: readonly string[], shortest: number): string {
  const end = endings.find((it) => word.endsWith(it) && word.length - it.length >= (it.length > 2 ? 3 : shortest))
  return end === undefined ? word : word.slice(0, -end.length)
}

/** The things that a word of any language can stand for, by their lines in the tables. */
export const conceptsOf = lineFinder(concepts, false)
export const placesOf = lineFinder(places, true)
const findUnits = lineFinder(units, true)

/** A unit, and how many of a smaller one it is: a year is twelve months. */
export interface Unit {
  readonly name: string
  readonly factor: number
}

/** The day, week, month or year that a word names. */
export function stepOf(word: string): RelativeDate['unit'] | undefined {
  const steps: Readonly<Record<string, RelativeDate['unit']>> = {
    '1 day': 'day',
    '7 day': 'week',
    '1 month': 'month',
    '12 month': 'year',
  }
  return unitsOf(word).flatMap(({ name, factor }) => steps[`${factor} ${name}`] ?? [])[0]
}

/** The units that a word can name. */
export function unitsOf(word: string): readonly Unit[] {
  return findUnits(word).map((line) => {
    const [own, factor = '1', base] = line.split(/[*=]/)
    return { name: base ?? own!, factor: Number(factor) }
  })
}
