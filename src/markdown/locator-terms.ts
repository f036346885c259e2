/** CSL's locator types and the words that name them, in English, German, French, Spanish and Russian; without full stops. */
const terms = {
  act: ['act', 'acts'],
  appendix: ['app', 'apps', 'appx', 'appendix', 'appendices', 'anhang', 'annexe', 'прил', 'приложение'],
  'article-locator': ['art', 'arts', 'article', 'articles', 'artikel', 'artículo', 'ст', 'статья'],
  book: ['bk', 'bks', 'book', 'books', 'buch', 'livre', 'libro', 'кн', 'книга'],
  chapter: [
    'ch',
    'chs',
    'chap',
    'chaps',
    'chapter',
    'chapters',
    'kap',
    'kapitel',
    'chapitre',
    'cap',
    'capítulo',
    'гл',
    'глава',
  ],
  column: ['col', 'cols', 'column', 'columns', 'sp', 'spalte', 'colonne', 'columna', 'стб', 'столбец'],
  elocation: ['loc', 'locs', 'location', 'locations'],
  equation: ['eq', 'eqs', 'eqn', 'equation', 'equations'],
  figure: ['fig', 'figs', 'figure', 'figures', 'abb', 'abbildung', 'figura', 'рис', 'рисунок'],
  folio: ['fol', 'fols', 'folio', 'folios', 'bl', 'fo', 'л', 'лист'],
  issue: [
    'no',
    'nos',
    'nr',
    'number',
    'numbers',
    'nº',
    '№',
    'iss',
    'issue',
    'issues',
    'nummer',
    'numéro',
    'número',
    'вып',
    'выпуск',
  ],
  line: ['l', 'll', 'line', 'lines', 'zeile', 'ligne', 'línea', 'строка'],
  note: ['n', 'nn', 'note', 'notes', 'fn', 'footnote', 'footnotes', 'anm', 'fußnote', 'nota', 'прим', 'примечание'],
  opus: ['op', 'opp', 'opus', 'opera'],
  page: [
    'p',
    'pp',
    'pg',
    'pgs',
    'page',
    'pages',
    's',
    'seite',
    'seiten',
    'pág',
    'págs',
    'página',
    'páginas',
    'с',
    'стр',
    'страница',
    'страницы',
  ],
  paragraph: [
    'para',
    'paras',
    'par',
    'pars',
    'paragraph',
    'paragraphs',
    '¶',
    '¶¶',
    'abs',
    'absatz',
    'paragraphe',
    'párr',
    'párrafo',
    'абз',
    'абзац',
    'абзацы',
    'п',
    'пункт',
  ],
  part: ['pt', 'pts', 'part', 'parts', 'teil', 'partie', 'parte', 'ч', 'часть'],
  rule: ['r', 'rr', 'rule', 'rules'],
  section: ['sec', 'secs', 'sect', 'sects', 'section', 'sections', '§', '§§', 'abschnitt', 'sección', 'разд', 'раздел'],
  'sub-verbo': ['s.v', 's. v', 's.vv', 's. vv', 'sub verbo', 'sub verbis'],
  supplement: ['supp', 'supps', 'supplement', 'supplements'],
  table: ['tbl', 'tbls', 'table', 'tables', 'tab', 'tabelle', 'tableau', 'tabla', 'табл', 'таблица'],
  timestamp: ['timestamp', 'timestamps', 'min', 'minute'],
  verse: ['v', 'vv', 'verse', 'verses', 'vers', 'verset', 'verso', 'стих'],
  volume: ['vol', 'vols', 'volume', 'volumes', 'bd', 'band', 't', 'tome', 'tomo', 'т', 'том'],
} as const satisfies Record<string, readonly [string, ...string[]]>

export type LocatorLabel = keyof typeof terms

const labels = new Map<string, LocatorLabel>(
  Object.entries(terms).flatMap(([label, words]) => words.map((word) => [word, label as LocatorLabel] as const)),
)

/** The words of all labels, longest first: a pattern's alternatives. */
export const labelWords: readonly string[] = [...labels.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))

/** The locator type that a word or abbreviation names, e.g. `paras` → `paragraph`. */
export function labelOf(word: string): LocatorLabel | undefined {
  return labels.get(word.toLowerCase().replace(/\.$/, ''))
}

/** The shortest English way to write a label, with its full stop, e.g. `para.`; `undefined` for a label CSL does not have. */
export function abbreviationOf(label: string): string | undefined {
  const [word] = (terms as Record<string, readonly string[]>)[label] ?? []
  return word === undefined ? undefined : /^(act|opus|timestamp)$/.test(word) ? word : `${word}.`
}
