/** Terms of CSL's locales that do not fit where styles print them, by language and by name and form. */
const terms: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  de: { accessed: 'zugegriffen am', retrieved: 'abgerufen am' },
  es: { accessed: 'consultado el', retrieved: 'recuperado el' },
  fr: { retrieved: 'consulté le' },
  ru: {
    'personal-communication': 'личное сообщение',
    personal_communication: 'личное сообщение',
    retrieved: 'просмотрено',
    from: 'по адресу',
    'available at': 'доступно по адресу',
    'editor verb': 'ред.',
    'editor verb-short': 'ред.',
    'translator verb': 'пер.',
    'interviewer verb': 'интервьюер:',
    'recipient verb': 'адресат:',
  },
}

/** Words that styles have in themselves, in English, by language. */
const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'Data set': {
    de: 'Datensatz',
    es: 'Conjunto de datos',
    fr: 'Jeu de données',
    kk: 'Деректер жиынтығы',
    ru: 'Набор данных',
  },
  'Computer software': {
    de: 'Software',
    es: 'Programa informático',
    fr: 'Logiciel',
    kk: 'Бағдарлама',
    ru: 'Программа',
  },
  Map: { de: 'Karte', es: 'Mapa', fr: 'Carte', kk: 'Карта', ru: 'Карта' },
  patent: { de: 'Patent', es: 'patente', fr: 'brevet', kk: 'патент', ru: 'патент' },
  'Review of': { de: 'Rezension zu', es: 'Reseña de', fr: 'Compte rendu de', kk: 'Рецензия:', ru: 'Рецензия:' },
  'Original work published': {
    de: 'Original erschienen',
    es: 'Obra original publicada en',
    fr: 'Œuvre originale publiée en',
    kk: 'Түпнұсқасы жарияланған',
    ru: 'Оригинал издан',
  },
  '(blog)': { de: '(Blog)', es: '(blog)', fr: '(blog)', kk: '(блог)', ru: '(блог)' },
  filed: { de: 'angemeldet', es: 'presentada', fr: 'déposé', kk: 'өтінім берілген', ru: 'заявлен' },
  issued: { de: 'erteilt', es: 'concedida', fr: 'délivré', kk: 'берілген', ru: 'выдан' },
  'repr.': { de: 'Nachdr.', es: 'reimpr.', fr: 'réimpr.', kk: 'қайта бас.', ru: 'переизд.' },
  reprint: { de: 'Nachdruck', es: 'reimpresión', fr: 'réimpression', kk: 'қайта басылым', ru: 'переиздание' },
}

/** What APA calls what was not published, which it has as its term for letters. */
const messages: Readonly<Record<string, string>> = { kk: 'жеке хабарлама', ru: 'личное сообщение' }

/** A locale with the terms that fit. */
export function withTerms(locale: string, language: string): string {
  const own = Object.entries(terms[language.split('-')[0]!] ?? {})
  const named = own.reduce((text, [key, value]) => {
    const [, name, form] = /^(.*?)(?: (verb(?:-short)?))?$/.exec(key)!
    const opened = `<term name="${name}"${form ? ` form="${form}"` : ''}>`
    return text.replace(new RegExp(`(${opened})[^<]*`, 'g'), `$1${value}`)
  }, locale)
  if (!language.startsWith('ru')) return named
  // A short form stands before one and before several; “п.” is what a law has.
  return named
    .replaceAll('<multiple>сс.</multiple>', '<multiple>с.</multiple>')
    .replace(/(<term name="paragraph" form="short">\s*<single>)[^<]*(<\/single>\s*<multiple>)[^<]*/, '$1абз.$2абз.')
}

/** A style that ships, in the words of a language; where that has another script, names are joined by its word. */
export function inLanguage(xml: string, language: string): string {
  const base = language.split('-')[0]!
  if (base === 'en') return xml
  const spoken = xml.replace(/(<text value=")([^"]+)(")/g, (all, open, value, close) =>
    Object.hasOwn(words, value) ? `${open}${words[value]![base] ?? value}${close}` : all,
  )
  const told = messages[base]
  if (told === undefined) return spoken
  const own = `<locale xml:lang="${base}"><terms><term name="letter">${told}</term></terms></locale>`
  return spoken
    .replaceAll('and="symbol"', 'and="text"')
    .replace('>личная переписка<', `>${told}<`)
    .replace(/(?=<locale xml:lang="en">[\s\S]*>personal communication<)/, base === 'kk' ? own : '')
}
