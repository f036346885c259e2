import { formatDate } from '../corpus/date-words.ts'
import { edtf } from '../corpus/edtf.ts'
import type { Pack } from '../corpus/pack.ts'
import type { Meta, Words } from '../tree.ts'

/** The pack as cover, running heads and file properties name it; these bear its day of issue, so that the same inputs give the same bytes. */
export function metaOf(pack: Pack): Meta {
  const text = wordsOf(pack.language)
  return {
    name: pack.id,
    title: pack.title,
    subtitle: pack.subtitle,
    question: pack.question,
    authors: pack.authors,
    organisation: pack.organisation,
    facts: [
      { label: text.period, value: formatDate(pack.period, pack.language) },
      { label: text.cutOff, value: formatDate(pack['cut-off'], pack.language) },
      { label: text.issued, value: formatDate(pack.issued, pack.language) },
    ],
    language: pack.language,
    date: `${edtf(pack.issued).max}T00:00:00Z`,
    description: pack.description,
    keywords: pack.keywords,
    words: text.words,
    ...(pack.cover === true ? {} : { cover: false }),
  }
}

interface CoverWords {
  readonly words: Words
  readonly period: string
  readonly cutOff: string
  readonly issued: string
}

function wordsOf(language: string): CoverWords {
  return languages[language.split('-')[0] as keyof typeof languages] ?? languages.en
}

const languages = {
  en: {
    words: {
      contents: 'Contents',
      figures: 'Figures',
      tables: 'Tables',
      notes: 'Notes',
      page: 'Page',
      of: 'of',
      backToText: 'Back to the text',
      skipToText: 'Skip to the text',
      asTable: 'The same as a table',
    },
    period: 'Period',
    cutOff: 'Information cut-off',
    issued: 'Issued',
  },
  ru: {
    words: {
      contents: 'Содержание',
      figures: 'Рисунки',
      tables: 'Таблицы',
      notes: 'Примечания',
      page: 'Страница',
      of: 'из',
      backToText: 'Назад к тексту',
      skipToText: 'Перейти к тексту',
      asTable: 'То же в виде таблицы',
    },
    period: 'Период',
    cutOff: 'Сведения по состоянию на',
    issued: 'Издано',
  },
  kk: {
    words: {
      contents: 'Мазмұны',
      figures: 'Суреттер',
      tables: 'Кестелер',
      notes: 'Ескертпелер',
      page: 'Бет',
      of: '/',
      backToText: 'Мәтінге оралу',
      skipToText: 'Мәтінге өту',
      asTable: 'Кесте түрінде',
    },
    period: 'Кезең',
    cutOff: 'Мәліметтер мерзімі',
    issued: 'Шығарылған күні',
  },
} as const satisfies Record<string, CoverWords>
