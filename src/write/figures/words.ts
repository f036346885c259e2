import { type Locale, localeOf } from '../../core/index.ts'

/** Every word that figures print, and the sentences of their alternative texts, in one language. */
export type FigureWords = Locale['figures'] & {
  readonly relations: Locale['relation']
  readonly statuses: Locale['status']
  readonly confidence: Locale['level']
  readonly dates: Locale['dates']
  readonly colon: string
  readonly semicolon: string
}

export function figureWords(language: string): FigureWords {
  const { figures, relation, status, level, dates, cover } = localeOf(language)
  return {
    ...figures,
    relations: relation,
    statuses: status,
    confidence: level,
    dates,
    colon: cover.colon,
    semicolon: cover.semicolon,
  }
}
