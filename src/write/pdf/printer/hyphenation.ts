import { baseLanguage } from '../../../core/index.ts'

/**
 * Hyphenation by the patterns of TeX (Liang), one file a language, loaded when a document has that language. There are
 * no patterns for Kazakh, nor for languages that are not listed: their words stay whole.
 */

/** Where a word may be broken with a hyphen, as offsets in rising order; what stands around the word is allowed. */
export type Hyphenate = (word: string) => readonly number[]

interface Patterns {
  hyphenateSync(text: string, options: { hyphenChar: string; minWordLength: number }): string
}

const patterns: Record<string, () => Promise<{ default: unknown }>> = {
  en: () => import('hyphen/en-gb/index.js'),
  'en-us': () => import('hyphen/en-us/index.js'),
  be: () => import('hyphen/be/index.js'),
  de: () => import('hyphen/de/index.js'),
  el: () => import('hyphen/el/index.js'),
  es: () => import('hyphen/es/index.js'),
  fr: () => import('hyphen/fr/index.js'),
  it: () => import('hyphen/it/index.js'),
  nl: () => import('hyphen/nl/index.js'),
  pl: () => import('hyphen/pl/index.js'),
  pt: () => import('hyphen/pt/index.js'),
  ru: () => import('hyphen/ru/index.js'),
  tr: () => import('hyphen/tr/index.js'),
  uk: () => import('hyphen/uk/index.js'),
}

/** The hyphenation of each of these languages (BCP 47) that has patterns. */
export async function loadHyphenation(languages: Iterable<string>): Promise<ReadonlyMap<string, Hyphenate>> {
  const loaded = new Map<string, Hyphenate>()
  for (const language of languages) {
    const lower = language.toLowerCase()
    const load = patterns[lower] ?? patterns[baseLanguage(lower)]
    if (load) loaded.set(language, hyphenator((await load()).default as Patterns, lower.startsWith('de')))
  }
  return loaded
}

const MARK = '\u00ad'
/** At least so many letters stand before a hyphen, and after it. */
const BEFORE = 3
const AFTER = 3

function hyphenator(found: Patterns, breaksCapitalised: boolean): Hyphenate {
  const known = new Map<string, readonly number[]>()
  return (word) => {
    let points = known.get(word)
    if (!points) {
      points = pointsOf(word, found, breaksCapitalised)
      known.set(word, points)
    }
    return points
  }
}

/** Only plain words are broken: no addresses, numbers or abbreviations, and no names; in German all nouns have capitals. */
function pointsOf(word: string, found: Patterns, breaksCapitalised: boolean): readonly number[] {
  const [, before = '', letters = ''] = /^(\p{P}*)([\p{L}\p{M}’']+)[\p{P}\s]*$/u.exec(word) ?? []
  const capitals = breaksCapitalised ? /^.\p{Ll}*\p{Lu}/u : /\p{Lu}/u
  if (letters.length < BEFORE + AFTER + 1 || capitals.test(letters)) return []
  const points: number[] = []
  let offset = 0
  for (const part of found.hyphenateSync(letters, { hyphenChar: MARK, minWordLength: BEFORE + AFTER }).split(MARK)) {
    offset += part.length
    if (offset >= BEFORE && letters.length - offset >= AFTER) points.push(before.length + offset)
  }
  return points
}
