import { isKeyOf } from '../plain.ts'
import { de } from './de.ts'
import { en, type Locale } from './en.ts'
import { us } from './en-us.ts'
import { es } from './es.ts'
import { baseLanguage } from './forms.ts'
import { fr } from './fr.ts'
import { kk } from './kk.ts'
import { ru } from './ru.ts'

const locales: Readonly<Record<string, Locale>> = { de, en, 'en-us': us, es, fr, kk, ru }

/** The words for a BCP 47 tag such as `en-US`, by all of it or its primary subtag; English where there is no file for the language. */
export function localeOf(language: string): Locale {
  const tag = language.toLowerCase()
  return locales[tag] ?? locales[baseLanguage(tag)] ?? en
}

/** The languages that there are words in. */
export const localeNames: readonly string[] = Object.keys(locales)

/** The words of a shipped section in a language, in the form that goes with `count`; English as they are, `undefined` where they are not there yet. */
export function sectionWords(english: string, language: string, count = 1): string | undefined {
  const { sections, numbers } = localeOf(language)
  if (!isKeyOf(sections, english)) return sections === en.sections ? english : undefined
  const words = sections[english]
  return typeof words === 'string' ? words : words[numbers.plural(Math.abs(count))]
}

/** A label as it stands within a sentence: its first letter small, but that of an abbreviation and of a German noun. */
export const withinSentence = (label: string, language: string): string =>
  baseLanguage(language) === 'de' || /^\p{Lu}{2}/u.test(label)
    ? label
    : label.charAt(0).toLocaleLowerCase(language) + label.slice(1)

/** A number with its thousands apart, as the language writes it; outside English from five figures on. */
export function numberText(value: number, language: string): string {
  const { thousands, decimal } = localeOf(language).numbers
  const [whole = '', fraction] = String(Math.abs(value)).split('.')
  const grouped = whole.length > 4 || thousands === ',' ? whole.replace(/\B(?=(\d{3})+$)/g, thousands) : whole
  return (value < 0 ? '−' : '') + grouped + (fraction === undefined ? '' : decimal + fraction)
}
