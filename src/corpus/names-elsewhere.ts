/**
 * What other programs call what our records have: BibTeX, biblatex, RIS, Zotero, CSL-JSON of old, Wikipedia and people who
 * write from memory. By our names, each with theirs, without case, hyphens and underscores.
 */
const fields: Readonly<Record<string, string>> = {
  type: 'entrytype itemtype doctype',
  title: 'booksubtitle casename nameofact subtitle subject',
  author: 'authors by byline creator creators first firstauthor last writer',
  editor: 'eds',
  'container-title':
    'blog booktitle bookname dictionarytitle encyclopediatitle forumtitle journal journaltitle magazine maintitle newspaper periodical proceedingstitle programtitle publicationtitle website websitetitle work',
  'container-author': 'bookauthor',
  'title-short': 'shorttitle',
  'container-title-short': 'journalabbreviation shortjournal',
  'collection-title': 'series seriestitle',
  'collection-number': 'seriesnumber',
  'collection-editor': 'serieseditor',
  publisher: 'company distributor institution label network organization organisation school studio university',
  'publisher-place': 'address city location place pubplace publicationplace',
  issued: 'date datedecided dateenacted datepublished month pubdate publicationdate published publicationyear year',
  accessed: 'accessdate dateaccessed lastaccessed lastchecked retrieved urldate visited',
  'original-date': 'origdate originalyear',
  'original-title': 'origtitle',
  'original-publisher': 'origpublisher',
  'original-publisher-place': 'origlocation',
  'event-title': 'conference conferencename event eventname eventtitle meetingname',
  'event-date': 'eventdate',
  'event-place': 'venue',
  page: 'pages pagerange pp',
  'number-of-pages': 'numpages pagecount pagetotal',
  'number-of-volumes': 'numberofvolumes volumes',
  number: 'reportnumber',
  issue: 'issuenumber',
  volume: 'vol',
  'chapter-number': 'chapter',
  genre: 'lettertype reporttype thesistype',
  authority: 'court legislativebody',
  medium: 'howpublished',
  DOI: '',
  URL: 'eprinturl href link uri webpage',
  abstract: 'abstractnote summary',
  annote: 'annotation',
  note: 'comment comments extra notes',
  keyword: 'keywords',
  archive_location: 'archiveloc archivelocation loc',
  'call-number': 'callnumber shelfmark signature',
  source: 'database librarycatalog',
  language: 'hyphenation lang langid locale',
  license: 'licence',
  // In the name of a person or a body.
  family: 'familyname last lastname surname',
  given: 'first firstname forename givenname',
  literal: 'body corporate fullname institution name organization organisation',
  suffix: 'jr suf',
}

/** The tags of RIS. */
const tags: Readonly<Record<string, string>> = {
  ...{
    TY: 'type',
    TI: 'title',
    T1: 'title',
    ST: 'title-short',
    AU: 'author',
    A1: 'author',
    ED: 'editor',
    A2: 'editor',
  },
  ...{ A3: 'collection-editor', A4: 'translator', T2: 'container-title', BT: 'container-title', JF: 'container-title' },
  ...{ JO: 'container-title', JA: 'container-title-short', J2: 'container-title-short', T3: 'collection-title' },
  ...{ PY: 'issued', Y1: 'issued', DA: 'issued', Y2: 'accessed', VL: 'volume', IS: 'issue', SP: 'page', EP: 'page' },
  ...{ PB: 'publisher', CY: 'publisher-place', PP: 'publisher-place', SN: 'ISSN', DO: 'DOI', UR: 'URL', L2: 'URL' },
  ...{ LA: 'language', AB: 'abstract', N2: 'abstract', N1: 'note', ET: 'edition', CN: 'call-number', KW: 'keyword' },
}

const bare = (name: string) => name.toLowerCase().replace(/[\s_-]/g, '')

const meant = new Map<string, string[]>()
for (const [field, names] of Object.entries(fields)) {
  for (const name of `${field} ${names}`.trim().split(' ').map(bare))
    meant.set(name, [...(meant.get(name) ?? []), field])
}

/** Which of the known fields is called `name` by other programs. */
export function fieldElsewhere(name: string, known: readonly string[]): string | undefined {
  const candidates = Object.hasOwn(tags, name) ? [tags[name]] : (meant.get(bare(name)) ?? [])
  return candidates.find((it) => it !== undefined && known.includes(it))
}

/** What the types of works are called in BibTeX, biblatex, RIS and Zotero, where CSL has another name. */
const types: Readonly<Record<string, string>> = {
  'article-journal': 'abst ejour jour journal journalarticle journalpaper paper',
  'article-magazine': 'magazinearticle mgzn',
  'article-newspaper': 'news newsarticle newspaper newspaperarticle',
  book: 'booklet ebook mvbook proceedings',
  chapter: 'bookchapter booksection chap echap inbook incollection suppbook',
  'paper-conference': 'conf conference conferencepaper cpaper inproceedings',
  report: 'govdoc rprt techreport workingpaper',
  thesis: 'dissertation mastersthesis phdthesis thes',
  webpage: 'elec electronic online web website www',
  post: 'forumpost socialmedia tweet',
  'post-weblog': 'blog blogpost',
  'entry-encyclopedia': 'ency encyclopediaarticle inreference',
  'entry-dictionary': 'dict dictionaryentry',
  legislation: 'act bylaw decree law stat statute',
  legal_case: 'case court judgement jurisdiction',
  personal_communication: 'email icomm letter pcomm',
  motion_picture: 'film movie mpct video',
  broadcast: 'podcast radiobroadcast tvbroadcast',
  speech: 'lecture presentation slide talk',
  manuscript: 'preprint unpb unpublished',
  software: 'comp computerprogram',
  dataset: 'data',
  document: 'gen misc',
  standard: 'norm',
}

const typesMeant = new Map(
  Object.entries(types).flatMap(([type, names]) => names.split(' ').map((name) => [name, type] as const)),
)

/** The type of a work, of those that a field takes, that other programs call `name`. */
export function typeElsewhere(name: string, known: readonly string[]): string | undefined {
  const type = known.includes(name) ? name : typesMeant.get(bare(name))
  return type !== undefined && known.includes(type) ? type : undefined
}
