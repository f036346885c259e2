import { concepts } from './tables/concepts.ts'
import type { Language, Sign } from './tables/language.ts'
import { places } from './tables/places.ts'
import { units } from './tables/units.ts'

/** What a word that counts stands for. */
interface NumberWord {
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
  isStop(word: string): boolean
  isJoint(word: string): boolean
  isRange(word: string): boolean
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
    for (const phrase of list.split('|')) {
      const words = phrase.trim().split(' ')
      phrases.add(words[0]!, [...(phrases.own(words[0]!) ?? []), { words, sign }])
    }
  const relatives = tableOf<RelativeDate[]>()
  for (const [head, list] of lines(language.relative)) {
    const [step, unit] = head.split(' ') as [string, RelativeDate['unit']]
    for (const phrase of list.split('|')) {
      const words = phrase.trim().split(' ')
      relatives.add(words[0]!, [...(relatives.own(words[0]!) ?? []), { words, step: Number(step), unit }])
    }
  }
  const [months, weekdays] = [cycle(language.months), cycle(language.weekdays)]
  const [stop, joints, ranges] = [language.stop, language.joints, language.ranges].map(
    (list) => new Set(list.split(' ')),
  )
  const endings = longestFirst(language.endings)
  // Kazakh stems are short: тап, бол, кел.
  const shortest = language.tag === 'kk' ? 3 : 4
  const nameEndings = longestFirst(language.nameEndings)
  const contrary = longestFirst(language.contrary)
  const nominatives = new Map(lines(language.nominatives ?? '').map(([end, forms]) => [end, forms.split(' ')]))
  const stems = new Map<string, string>()
  const lexicon: Lexicon = {
    language,
    number: (word) => numbers.first(word),
    phrases: (word) => listed(phrases.all(word)),
    relative: (word) => listed(relatives.all(word)),
    month: (word) => months.first(word),
    weekday: (word) => weekdays.first(word),
    isStop: (word) => stop!.has(word),
    isJoint: (word) => joints!.has(word),
    isRange: (word) => ranges!.has(word),
    positive: (word) => (language.negatedWord ? word.replace(language.negatedWord, '') : word),
    isSuperlative: (word) => language.superlative?.test(word) ?? false,
    isToCome: (word) => language.toCome?.test(word) ?? false,
    isDone: (word) => language.done?.test(word) ?? true,
    isContrary: (word) => language.negatedWord?.test(word) ?? false,
    stem(word) {
      const known = stems.get(word)
      if (known !== undefined) return known
      const once = stemOf(word.replace(/z/g, 's'), endings, shortest)
      const stem = language.tag === 'kk' ? kazakhStem(once, endings) : stemOf(once, endings, shortest)
      stems.set(word, stem)
      return stem
    },
    nameStems: (word) => [
      word,
      ...nameEndings.flatMap((end) => {
        if (!word.endsWith(end) || word.length - end.length < 3) return []
        const stem = word.slice(0, -end.length)
        return [stem, ...(nominatives.get(end) ?? []).map((ending) => stem + ending)]
      }),
    ],
    areContrary: (negative, word) =>
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

const listed = <T>(lists: readonly (readonly T[])[]): readonly T[] => (lists.length === 0 ? [] : lists.flat())

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

/** The units that a word can name. */
export function unitsOf(word: string): readonly Unit[] {
  return findUnits(word).map((line) => {
    const [own, factor = '1', base] = line.split(/[*=]/)
    return { name: base ?? own!, factor: Number(factor) }
  })
}

/** Finds the lines of a table in which the beginning of a word stands, or the words of a name with hyphens between. */
function lineFinder(list: string, isNamed: boolean): (word: string) => readonly string[] {
  const table = tableOf<string>()
  for (const [index, line] of list.trim().split('\n').entries()) {
    const [name, forms] = isNamed ? (line.split(/: (.*)/) as [string, string]) : [String(index), line]
    for (const form of forms.split(' ')) {
      if (form === '') continue
      const isWhole = form.startsWith('=') || form.length < 3
      table.add(isWhole ? form.replace('=', '') || form : `${form}*`, name)
    }
  }
  const known = new Map<string, readonly string[]>()
  return (word) => {
    const found = known.get(word) ?? [...new Set(table.all(word))]
    known.set(word, found)
    return found
  }
}

/** Short beginnings take only short endings: `su` must not be the beginning of every word in su-. */
const longestEnding = (beginning: string) =>
  beginning.length <= 3 ? 3 : beginning.length > 4 ? 12 : /\p{Script=Cyrillic}/u.test(beginning) ? 8 : 5

interface Table<T> {
  add(form: string, value: T): void
  own(form: string): T | undefined
  first(word: string): T | undefined
  all(word: string): readonly T[]
}

/** Values by word, or by the beginning of words: `form*`. */
function tableOf<T>(): Table<T> {
  const [whole, starts] = [new Map<string, T[]>(), new Map<string, T[]>()]
  let longest = 0
  const put = (map: Map<string, T[]>, key: string, value: T) =>
    map.set(key, Array.isArray(value) ? [value] : [...(map.get(key) ?? []), value])
  const known = new Map<string, readonly T[]>()
  const all = (word: string) => {
    const again = known.get(word)
    if (again) return again
    const found = [...(whole.get(word) ?? [])]
    for (let size = Math.min(longest, word.length); size >= 2; size--)
      if (word.length - size <= longestEnding(word.slice(0, size)))
        found.push(...(starts.get(word.slice(0, size)) ?? []))
    known.set(word, found)
    return found
  }
  return {
    add(form, value) {
      known.clear()
      const isStart = form.endsWith('*')
      const key = isStart ? form.slice(0, -1) : form
      if (isStart) longest = Math.max(longest, key.length)
      put(isStart ? starts : whole, key, value)
    },
    own: (form) => (form.endsWith('*') ? starts.get(form.slice(0, -1)) : whole.get(form))?.[0],
    first: (word) => all(word)[0],
    all,
  }
}

function lines(list: string): readonly (readonly [string, string])[] {
  return list === '' ? [] : list.split(' | ').map((line) => line.split(': ') as [string, string])
}

function longestFirst(list: string): readonly string[] {
  return list
    .split(' ')
    .filter(Boolean)
    .sort((a, b) => b.length - a.length)
}

/** Forms of the members of a cycle, in their order; those of one are parted by `|`. */
function cycle(list: string): Table<number> {
  const table = tableOf<number>()
  for (const [index, forms] of list.split(' ').entries())
    for (const form of forms.split('|')) table.add(form, index + 1)
  return table
}
