/** How BibLaTeX (`langid`) and people name languages, by tag. */
export const languagesByName: Readonly<Record<string, string>> = {
  english: 'en',
  american: 'en-US',
  usenglish: 'en-US',
  british: 'en-GB',
  ukenglish: 'en-GB',
  russian: 'ru',
  kazakh: 'kk',
  french: 'fr',
  german: 'de',
  ngerman: 'de',
  spanish: 'es',
  italian: 'it',
  portuguese: 'pt',
  dutch: 'nl',
  polish: 'pl',
  ukrainian: 'uk',
  turkish: 'tr',
  arabic: 'ar',
  chinese: 'zh',
  japanese: 'ja',
}

/** The tag of a language that is named in English or in its own words, or written in the wrong case: `french`, `русский`, `EN_gb`. */
export function languageNamed(words: string): string | undefined {
  const name = words.trim().toLowerCase()
  const own = ['en', 'ru', 'kk', 'fr', 'de', 'es', 'it', 'ar', 'tr', 'uk', 'pl', 'pt', 'zh', 'ja']
  const named = (tag: string) => new Intl.DisplayNames([tag], { type: 'language' }).of(tag)?.toLowerCase() === name
  const [, base = '', land] = /^([a-z]{2,3})(?:[-_]([a-z]{2}))?$/.exec(name) ?? []
  return (
    languagesByName[name] ??
    own.find(named) ??
    (base ? [base, land?.toUpperCase()].filter(Boolean).join('-') : undefined)
  )
}
