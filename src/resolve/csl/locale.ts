/** The languages of the CSL locales in `assets/locales`. */
export const languages = ['de-DE', 'en-GB', 'en-US', 'es-ES', 'fr-FR', 'kk-KZ', 'ru-RU'] as const

/** The language of ours that is nearest to `language`: itself, the same without region, or American English. */
export function nearestLocale(language: string): string {
  const [base] = language.split('-')
  const exact = languages.find((known) => known === language)
  return exact ?? languages.find((known) => known.startsWith(`${base}-`) && known !== 'en-GB') ?? 'en-US'
}
