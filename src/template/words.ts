/** The words and marks that helpers print, in a pack's language. Own tables, not `Intl`: its data change between versions of Node. */
export interface Words {
  /** Before the wire or paper whose words a source quotes, that it cites, and that it only seems to draw on. */
  readonly via: Readonly<Record<'quoting' | 'citing' | 'probably', string>>
  readonly confidence: Readonly<Record<'low' | 'moderate' | 'high', string>>
  readonly quotes: readonly [string, string]
  /** Says of quoted words that they are not the source's own. */
  readonly ourTranslation: string
  /** Between thousands, and before decimals. */
  readonly thousands: string
  readonly decimal: string
  readonly percent: string
  /** Which of the forms of a noun goes with a whole number, from 0. */
  readonly plural: (count: number) => number
  readonly forms: number
  /** The forms that follow from the first by rule, where the language has one. */
  readonly formsOf?: (noun: string) => readonly string[]
}

const NBSP = '\u00A0'

const languages: Readonly<Record<string, Words>> = {
  en: {
    via: { quoting: 'quoting', citing: 'citing', probably: 'probably citing' },
    confidence: {
      low: 'Confidence is low',
      moderate: 'Confidence is moderate',
      high: 'Confidence is high',
    },
    quotes: ['“', '”'],
    ourTranslation: 'our translation',
    thousands: ',',
    decimal: '.',
    percent: '%',
    plural: (count) => (count === 1 ? 0 : 1),
    forms: 2,
    formsOf: englishForms,
  },
  ru: {
    via: { quoting: 'цитируя:', citing: 'со ссылкой на:', probably: 'вероятно, по данным:' },
    confidence: {
      low: 'Уверенность низкая',
      moderate: 'Уверенность средняя',
      high: 'Уверенность высокая',
    },
    quotes: ['«', '»'],
    ourTranslation: 'перевод наш',
    thousands: NBSP,
    decimal: ',',
    percent: `${NBSP}%`,
    plural: russianForm,
    forms: 3,
  },
  kk: {
    via: { quoting: 'дәйексөзі:', citing: 'сілтемесі:', probably: 'сілтемесі, шамасы:' },
    confidence: {
      low: 'Сенімділік төмен',
      moderate: 'Сенімділік орташа',
      high: 'Сенімділік жоғары',
    },
    quotes: ['«', '»'],
    ourTranslation: 'біздің аударма',
    thousands: NBSP,
    decimal: ',',
    percent: '%',
    // After a numeral a Kazakh noun stays in the singular.
    plural: () => 0,
    forms: 1,
  },
}

/** The words of a language tag such as `en-GB`; unknown languages read as English. */
export function wordsOf(language: string): Words {
  return languages[language.split('-')[0]!] ?? languages.en!
}

/** Regular nouns; the others are given both forms. */
function englishForms(noun: string): readonly string[] {
  if (/(s|x|z|ch|sh)$/.test(noun)) return [noun, `${noun}es`]
  return [noun, /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`]
}

function russianForm(count: number): number {
  const tens = count % 100
  const ones = count % 10
  if (ones === 1 && tens !== 11) return 0
  return ones >= 2 && ones <= 4 && (tens < 12 || tens > 14) ? 1 : 2
}
