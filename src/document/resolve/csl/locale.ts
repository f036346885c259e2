import { frenchSpaces, localeOf, NARROW } from '../../../core/index.ts'
import { changeText } from './marks.ts'

/** The languages of the CSL locales in `assets/locales`. */
export const languages = ['de-DE', 'en-GB', 'en-US', 'es-ES', 'fr-FR', 'kk-KZ', 'ru-RU'] as const

/** The language of ours that is nearest to `language`: itself, the same without region, or American English. */
export function nearestLocale(language: string): string {
  const [base] = language.split('-')
  const exact = languages.find((known) => known === language)
  return exact ?? languages.find((known) => known.startsWith(`${base}-`) && known !== 'en-GB') ?? 'en-US'
}

/** The months that follow a day in the form that the language has for that, where it differs: CSL’s locales have one form. */
export function monthsOfDays(text: string, language: string): string {
  const { months, monthsOfDay, day: written } = localeOf(language).dates
  if (language.startsWith('en')) return text
  const any = months.join('|')
  // Styles of America put the day behind the month.
  const turned = text.replace(
    new RegExp(`(?<!\\d\\.?\\s|\\p{L})(${any})\\s(\\d{1,2})(?=[)\\],;.])`, 'giu'),
    (_, month: string, day: string) => written(day, monthsOfDay?.[months.indexOf(month.toLowerCase())] ?? month, ''),
  )
  const first = turned.replace(new RegExp(`(?<![\\d.,–-])1(?= (?:${any})(?!\\p{L}))`, 'giu'), () =>
    written('1', '', '').replace(/\s.*$/, ''),
  )
  return inCase(first, months, monthsOfDay)
}

/** The marks of a style as French sets them; those inside titles in other languages and addresses stay. */
export function spacesOf(text: string, language: string): string {
  if (!/^fr\b/.test(language)) return text
  // The engine sets the last sign of a title apart from it, and it is spaced as the title is.
  const whole = text.replace(/(\uE000language:[^\uE002]*\uE002[^\uE000-\uE002]*)\uE001([?!])/g, '$1$2\uE001')
  return changeText(whole, (words, marks) =>
    frenchSpaces(
      marks.includes('language') || marks.includes('link')
        ? words
        : words.replace(/(?<![[(\s])([:;!?])(?=[\s\])]|$)/g, `${NARROW}$1`),
    ),
  )
}

function inCase(text: string, months: readonly string[], monthsOfDay: readonly string[] | undefined): string {
  if (!monthsOfDay) return text
  const behind = new RegExp(`(?<=\\b\\d{1,2}[ \u00a0])(?:${months.join('|')})(?!\\p{L})`, 'giu')
  return text.replace(behind, (month) => monthsOfDay[months.indexOf(month.toLowerCase())] ?? month)
}
