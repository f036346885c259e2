/** What cross-references and captions say, by language. */
export interface ReferenceWords {
  readonly section: string
  readonly figure: string
  readonly table: string
  readonly note: string
}

const english: ReferenceWords = { section: 'section', figure: 'Figure', table: 'Table', note: 'note' }

const words: Readonly<Record<string, ReferenceWords>> = {
  en: english,
  de: { section: 'Abschnitt', figure: 'Abbildung', table: 'Tabelle', note: 'Anmerkung' },
  es: { section: 'sección', figure: 'Figura', table: 'Tabla', note: 'nota' },
  fr: { section: 'section', figure: 'Figure', table: 'Tableau', note: 'note' },
  kk: { section: 'бөлім', figure: 'Сурет', table: 'Кесте', note: 'ескерту' },
  ru: { section: 'раздел', figure: 'Рисунок', table: 'Таблица', note: 'примечание' },
}

/** The words for a BCP 47 language; English where there are none. */
export function referenceWords(language: string): ReferenceWords {
  return words[language.split('-')[0] ?? ''] ?? english
}
