/** Names of BibLaTeX (`langid`) that are not those of the language in English. */
const ofBiblatex: Readonly<Record<string, string>> = {
  american: 'en-US',
  usenglish: 'en-US',
  british: 'en-GB',
  ukenglish: 'en-GB',
  canadian: 'en-CA',
  australian: 'en-AU',
  ngerman: 'de',
  austrian: 'de-AT',
  naustrian: 'de-AT',
  swissgerman: 'de-CH',
  acadian: 'fr-CA',
  canadien: 'fr-CA',
  brazilian: 'pt-BR',
  norsk: 'nb',
  nynorsk: 'nn',
  slovene: 'sl',
}

const letters = Array.from({ length: 26 }, (_, at) => String.fromCodePoint(0x61 + at))
const codes = letters.flatMap((first) => letters.map((second) => first + second))

/** The tag of a language that is named in English or in its own words, or written in the wrong case: `french`, `русский`, `EN_gb`. */
export function languageNamed(words: string): string | undefined {
  const name = words.trim().toLowerCase()
  const named = (inWhich: string) => (code: string) =>
    new Intl.DisplayNames([inWhich || code], { type: 'language', fallback: 'none' }).of(code)?.toLowerCase() === name
  const [, base = '', land] = /^([a-z]{2,3})(?:[-_]([a-z]{2}))?$/.exec(name) ?? []
  return (
    ofBiblatex[name] ??
    (base ? [base, land?.toUpperCase()].filter(Boolean).join('-') : undefined) ??
    codes.find(named('en')) ??
    codes.find(named(''))
  )
}
