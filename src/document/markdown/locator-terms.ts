/**
 * CSL's locator types and the words that name them, by language and without full stops. One abbreviation is a page in one
 * language and a section in another, so a text is read with the words of its own language; where that has none, with
 * English ones, which templates and data may use everywhere. A Latin letter alone counts as it is written here: “S. 5” is no
 * English section.
 */
import { baseLanguage, isKeyOf, keysOf, rememberedBy } from '../../core/index.ts'

const english = {
  act: 'act acts',
  appendix: 'app apps appx appendix appendices annex annexes',
  'article-locator': 'art arts article articles',
  book: 'bk bks book books',
  chapter: 'ch chs chap chaps chapter chapters',
  column: 'col cols column columns',
  elocation: 'loc locs location locations',
  equation: 'eq eqs eqn equation equations',
  figure: 'fig figs figure figures',
  folio: 'fol fols folio folios',
  issue: 'no nos nr number numbers nº № iss issue issues',
  line: 'l ll line lines',
  note: 'n nn note notes fn footnote footnotes',
  opus: 'op opp opus opera',
  page: 'p pp pg pgs page pages',
  paragraph: 'para paras par pars paragraph paragraphs ¶ ¶¶',
  part: 'pt pts part parts',
  rule: 'r rr rule rules',
  section: 'sec secs sect sects section sections s ss § §§',
  'sub-verbo': 's.v s._v s.vv s._vv sub_verbo sub_verbis',
  supplement: 'supp supps supplement supplements',
  table: 'tbl tbls table tables tab',
  timestamp: 'timestamp timestamps min minute',
  verse: 'v vv verse verses',
  volume: 'vol vols volume volumes',
} as const

export type LocatorLabel = keyof typeof english

const terms: Readonly<Record<string, Partial<Record<LocatorLabel, string>>>> = {
  en: english,
  de: {
    appendix: 'anh anhang',
    'article-locator': 'art artikel',
    book: 'buch',
    chapter: 'kap kapitel',
    column: 'sp spalte',
    figure: 'abb abbildung',
    folio: 'bl blatt',
    issue: 'nr nummer heft',
    line: 'z Z zeile zeilen',
    note: 'anm anmerkung fn fußnote',
    page: 's S ss seite seiten',
    paragraph: 'abs absatz',
    part: 'teil',
    section: 'abschn abschnitt',
    table: 'tab tabelle',
    verse: 'v vers',
    volume: 'bd bde band',
  },
  es: {
    appendix: 'ap apéndice anexo',
    'article-locator': 'art arts artículo artículos',
    book: 'lib libro',
    chapter: 'cap caps capítulo capítulos',
    column: 'col columna',
    figure: 'fig figura',
    folio: 'f fol folio',
    issue: 'n.º núm núms número',
    line: 'lín línea',
    note: 'nota',
    page: 'p pp pág págs página páginas',
    paragraph: 'párr párrs párrafo párrafos',
    part: 'parte',
    section: 'secc sección',
    table: 'tabla',
    verse: 'v verso',
    volume: 't tomo vol volumen',
  },
  fr: {
    appendix: 'ann annexe',
    'article-locator': 'art article articles',
    book: 'liv livre',
    chapter: 'chap chapitre',
    column: 'col colonne',
    figure: 'fig figure',
    folio: 'f fo folio',
    issue: 'no nos n° numéro',
    line: 'l ligne lignes',
    note: 'n note',
    page: 'p pp page pages',
    paragraph: 'par paragr paragraphe',
    part: 'part partie',
    section: 'sect section',
    table: 'tabl tableau',
    verse: 'v verset',
    volume: 't tome vol volume',
  },
  kk: {
    'article-locator': 'бап',
    chapter: 'тарау',
    page: 'б бет',
    paragraph: 'абзац',
    part: 'бөлік',
    section: 'бөлім',
    table: 'кесте',
    volume: 'т том',
  },
  ru: {
    appendix: 'прил приложение',
    'article-locator': 'ст статья',
    book: 'кн книга',
    chapter: 'гл глава',
    column: 'стб столбец',
    figure: 'рис рисунок',
    folio: 'л лл лист',
    issue: 'вып выпуск',
    line: 'строка',
    note: 'прим примечание',
    page: 'с сс стр страница страницы',
    paragraph: 'абз абзац абзацы',
    part: 'ч часть',
    section: 'разд раздел',
    table: 'табл таблица',
    verse: 'стих',
    volume: 'т том',
  },
}

/** Words that CSL has no type of its own for, by language. */
export interface OwnWord {
  readonly words: string
  /** The type that a place so named counts as. */
  readonly label: LocatorLabel
  /** How it is printed before one and before several, which is its name for the engine too. */
  readonly printed: string
}

const sections: OwnWord = { words: '§ §§', label: 'section', printed: '§|§§' }
const own: Readonly<Record<string, readonly OwnWord[]>> = {
  de: [sections, { words: 'rn rdn rdnr rz randnummer', label: 'paragraph', printed: 'Rn.|Rn.' }],
  es: [sections],
  fr: [sections, { words: 'al alinéa', label: 'paragraph', printed: 'al.|al.' }],
  kk: [sections, { words: 'тармақ', label: 'paragraph', printed: 'тармақ|тармақ' }],
  ru: [sections, { words: 'п пп пункт', label: 'paragraph', printed: 'п.|пп.' }],
}
export const ownWords = (language: string): readonly OwnWord[] => own[language] ?? []

/** What a word of a text names. */
export interface Named {
  readonly label: LocatorLabel
  readonly word?: string
}

function wordsOf(language: string): readonly (readonly [string, Named])[] {
  const named = terms[language] ?? {}
  return keysOf(named).flatMap((label) =>
    (named[label] ?? '').split(' ').map((word) => [word.replaceAll('_', ' '), { label }] as const),
  )
}
const ownOf = (language: string): readonly (readonly [string, Named])[] =>
  ownWords(language).flatMap(({ words, label, printed }) =>
    words.split(' ').map((word) => [word, { label, word: printed }] as const),
  )

/** The locator type by the words and abbreviations that name it in a BCP 47 language, without full stop and in lower case. */
export const labelsIn: (language: string) => ReadonlyMap<string, Named> = rememberedBy((language: string) => {
  const base = baseLanguage(language)
  return new Map([...wordsOf('en'), ...(base === 'en' ? [] : wordsOf(base)), ...ownOf(base)])
}, baseLanguage)

/** The shortest English way to write a label, with its full stop, e.g. `para.`; `undefined` for a label CSL does not have. */
export function abbreviationOf(label: string): string | undefined {
  const [word] = isKeyOf(english, label) ? english[label].split(' ') : []
  return word === undefined ? undefined : /^(act|opus|timestamp)$/.test(word) ? word : `${word}.`
}
