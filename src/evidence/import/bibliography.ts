import { isKeyOf, isRecord, itemAt, messageOf } from '../../core/index.ts'
import '@citation-js/plugin-bibtex'
import file from '@citation-js/plugin-bibtex/lib/input/file.js'
import { itemOf, type LibraryItem, toCsl } from './library-item.ts'
import { readRis } from './ris.ts'

export interface Library {
  readonly items: readonly LibraryItem[]
  /** What could not be read, and the line (from 1) where it begins. */
  readonly problems: readonly { readonly line: number; readonly reason: string }[]
}

const libraryFormats = ['bibtex', 'ris', 'csl-json'] as const
export type LibraryFormat = (typeof libraryFormats)[number]
const formatNames: Readonly<Record<LibraryFormat, string>> = { bibtex: 'BibTeX', ris: 'RIS', 'csl-json': 'CSL-JSON' }

export function readLibrary(text: string, format: LibraryFormat): Library {
  const library = { bibtex: readBibtex, ris: readRis, 'csl-json': readCslJson }[format](text)
  if (library.items.length > 0 || library.problems.length > 0) return withOwnKeys(library)
  return { items: [], problems: [{ line: 1, reason: `no item of ${formatNames[format]} stands in it` }] }
}

/** Each item with a key that none before it has. */
function withOwnKeys({ items, problems }: Library): Library {
  const taken = new Set<string>()
  const told: Library['problems'][number][] = []
  const own = items.map((item) => {
    const { id } = item.csl
    if (typeof id !== 'string' || !taken.has(id)) {
      if (typeof id === 'string') taken.add(id)
      return item
    }
    let number = 2
    while (taken.has(`${id}-${number}`)) number++
    const key = `${id}-${number}`
    taken.add(key)
    told.push({
      line: item.line ?? 1,
      reason: `an entry before has the key “${id}”: this one is taken as “${key}”, and what cites the key means the other`,
    })
    return { ...item, csl: { ...item.csl, id: key, ...('citation-key' in item.csl && { 'citation-key': key }) } }
  })
  return { items: own, problems: [...problems, ...told].sort((a, b) => a.line - b.line) }
}

/** BibTeX and BibLaTeX. Each entry is read by itself with the abbreviations of the file: a broken one costs no other. */
function readBibtex(text: string): Library {
  const pieces = [...text.matchAll(/^[ \t]*@\s*(\w+)\s*[{(]/gm)].map(({ index, 1: type }) => ({ index, type: type! }))
  let line = 1 + breaksIn(text.slice(0, pieces[0]?.index))
  const parts = pieces.map(({ index, type }, i) => {
    const part = { type: type.toLowerCase(), text: text.slice(index, pieces[i + 1]?.index), line }
    line += breaksIn(part.text)
    return part
  })
  const abbreviations = new Map(
    parts
      .filter(({ type }) => type === 'string')
      .map((part) => [/[{(]\s*([^\s=]+)/.exec(part.text)?.[1]?.toLowerCase() ?? '', part.text]),
  )
  const problems: { line: number; reason: string }[] = []
  const entries = parts
    .filter(({ type }) => !['string', 'comment', 'preamble'].includes(type))
    .flatMap(({ text: body, line }) => {
      for (const name of saidAgain(body))
        problems.push({ line, reason: `“${name}” stands twice in this entry, and what stands last is taken` })
      const [head = '', start = '', key = ''] =
        /^(\s*@\s*\w+\s*[{(]\s*)([^\s,={}"]+(?:[ \t]+[^\s,={}"]+)+)(?=\s*,)/.exec(body) ?? []
      const own = key.replace(/\s+/g, '-')
      if (key) problems.push({ line, reason: `the key “${key}” has a space: it is taken as “${own}”` })
      const whole = start + own + body.slice(head.length)
      try {
        return file.parse(`${usedIn(body, abbreviations).join('\n')}\n${whole}`).map((entry) => ({ ...entry, line }))
      } catch (error) {
        problems.push({ line, reason: `this entry cannot be read: ${slipOf(messageOf(error))}` })
        return []
      }
    })
  const parents = new Map(entries.map((entry) => [entry.label, entry]))
  const readEntry = (entry: (typeof entries)[number]): LibraryItem => {
    const { crossref, xdata } = entry.properties
    const context = [crossref, xdata].flatMap((key) => (key && parents.get(key)) || [])
    const convert = (properties: Readonly<Record<string, string>>) => toCsl([{ ...entry, properties }, ...context])[0]!
    const { dates, undated } = datedIn(entry.properties)
    const { kept, csl, other } = heldIn(undated)
    const item = itemOf(entry.type, kept, convert)
    // Fields that the type does not have are left as TeX.
    const plain = Object.entries(item.other).map(([name, value]): readonly [string, string] => {
      const title = isVerbatim.test(name) || !/[\\{}$]|``|''/.test(value) ? undefined : convert({ title: value }).title
      return [name, typeof title === 'string' ? title.replace(/<\/?span[^>]*>/g, '') : value]
    })
    const { journaltitle, journal = journaltitle, ...rest } = Object.fromEntries(plain)
    const holds = journal !== undefined && item.csl['container-title'] === undefined && isOfPage.has(entry.type)
    return {
      csl: mended({ ...csl, ...item.csl, ...(holds && { 'container-title': journal }), ...dates }, entry.properties),
      other: holds ? { ...rest, ...other } : { ...Object.fromEntries(plain), ...other },
      line: entry.line,
    }
  }
  const items = entries.flatMap((entry) => {
    try {
      return [readEntry(entry)]
    } catch (error) {
      problems.push({ line: entry.line, reason: `“${entry.label}” cannot be taken: ${messageOf(error)}` })
      return []
    }
  })
  return { items, problems }
}

/** The dates of BibLaTeX, which are EDTF: the library drops what is vague about them, and fails on open ones. */
const dateFields: Readonly<Record<string, string>> = {
  date: 'issued',
  eventdate: 'event-date',
  origdate: 'original-date',
  urldate: 'accessed',
}

function datedIn(fields: Readonly<Record<string, string>>) {
  const all = Object.entries(fields)
  return {
    dates: Object.fromEntries(
      all.flatMap(([name, value]) => (isKeyOf(dateFields, name) ? [[dateFields[name], value.trim()]] : [])),
    ),
    undated: Object.fromEntries(all.filter(([name]) => !isKeyOf(dateFields, name))),
  }
}

/** Words that BibLaTeX has keys for (`type`). */
const typeWords: Readonly<Record<string, string>> = {
  phdthesis: 'PhD thesis',
  mathesis: 'Master’s thesis',
  bathesis: 'Bachelor’s thesis',
  candthesis: 'Candidate thesis',
  techreport: 'Technical report',
  resreport: 'Research report',
  datacd: 'Data CD',
  audiocd: 'Audio CD',
}

/** An item without what the library gets wrong: an accent on `\\i` or `\\j`, a particle that a hyphen binds, keys for words. */
function mended(csl: Readonly<Record<string, unknown>>, fields: Readonly<Record<string, string>>) {
  const written = Object.values(fields).join('\n')
  const plain = JSON.parse(JSON.stringify(csl), (_name, value: unknown) => {
    if (typeof value === 'string')
      return value.replace(/[ıȷ]\p{M}/gu, (it) => it.replace('ı', 'i').replace('ȷ', 'j').normalize('NFC'))
    if (!isRecord(value) || typeof value.family !== 'string') return value
    const particle = value['non-dropping-particle']
    return typeof particle === 'string' && written.includes(`${particle}-${value.family}`)
      ? { ...value, 'non-dropping-particle': `${particle}-` }
      : value
  }) as Record<string, unknown>
  const { genre, ...rest } = plain
  if (typeof genre !== 'string') return plain
  // `entrysubtype` of an article.
  if (/^(?:newspaper|magazine)$/.test(genre)) return { ...rest, type: `article-${genre}` }
  return { ...plain, genre: typeWords[genre] ?? genre }
}

/** Paths and addresses, in which a backslash and braces are what they are. */
const isVerbatim = /^(?:file|pdf|url|uri|doi|eprint|abstract)$/
/** Types whose entries stand in a journal without a field for it. */
const isOfPage: ReadonlySet<string> = new Set(['online', 'electronic', 'www', 'misc'])

/** Fields that an entry has more than once, of which the parser gives the last. */
function saidAgain(entry: string): string[] {
  const names: string[] = []
  let depth = 0
  let isQuoted = false
  for (const [token, name] of entry.matchAll(/\\.|[{}"]|(?<=[,\s])([\w-]+)(?=\s*=)/g)) {
    if (token === '{') depth++
    else if (token === '}') depth--
    else if (token === '"' && depth === 1) isQuoted = !isQuoted
    else if (name && depth === 1 && !isQuoted) names.push(name.toLowerCase())
  }
  const first = new Set<string>()
  return [...new Set(names.filter((name) => first.has(name) || !first.add(name)))]
}

const breaksIn = (text: string) => text.split('\n').length - 1

/** The abbreviations that an entry names, with those that they name, each behind what it needs. */
function usedIn(text: string, abbreviations: ReadonlyMap<string, string>): string[] {
  const found = new Set<string>()
  const look = (words: string) => {
    for (const [word] of words.matchAll(/[^\s{}()=,#"]+/g)) {
      const meant = abbreviations.get(word.toLowerCase())
      if (meant === undefined || open.has(meant) || found.has(meant)) continue
      open.add(meant)
      look(meant)
      found.add(meant)
    }
  }
  const open = new Set<string>()
  look(text)
  return [...found]
}

/** Where an identifier of biblatex’s `eprint` leads. */
const eprints: Readonly<Record<string, string>> = {
  arxiv: 'https://arxiv.org/abs/',
  jstor: 'https://www.jstor.org/stable/',
  hdl: 'https://hdl.handle.net/',
  googlebooks: 'https://books.google.com/books?id=',
}

/** Where a work is held, which the library reads of PubMed alone: an archive and the place in it, a repository and its number. */
function heldIn(fields: Readonly<Record<string, string>>) {
  const { eprint, eprinttype, archiveprefix, archive, archiveloc, archivelocation = archiveloc, ...rest } = fields
  const named = eprinttype ?? archiveprefix
  const type = named?.toLowerCase() ?? ''
  const isPubMed = eprint !== undefined && /^(?:pubmed|pmid)$/.test(type)
  const kept = isPubMed ? { ...rest, eprint, eprinttype: 'pubmed' } : rest
  const address = eprint && eprints[type] && eprints[type] + eprint.replace(/^arxiv:/i, '')
  const csl = {
    ...(address && { URL: address }),
    ...(type === 'arxiv' && eprint && { archive: 'arXiv', archive_location: eprint.replace(/^arxiv:/i, '') }),
    ...(archive && { archive }),
    ...(archivelocation && { archive_location: archivelocation }),
  }
  const other = {
    ...(!isPubMed && !address && { ...(eprint && { eprint }), ...(named && { eprinttype: named }) }),
    ...(eprinttype && archiveprefix && archiveprefix.toLowerCase() !== type && { archiveprefix }),
  }
  return { kept, csl, other }
}

/** What the parser stumbled over; it counts lines from the strings that stand before the entry, so its place is left out. */
function slipOf(message: string): string {
  const said = itemAt(message.split('\n'), 0).replace(/ at line \d+ col \d+:?$/, '')
  return said.endsWith('got EOF') ? 'it is never closed: a “}” or a quotation mark is missing' : said
}

function readCslJson(text: string): Library {
  try {
    const data: unknown = JSON.parse(text.replace(/^\ufeff/, ''))
    const list: readonly unknown[] = Array.isArray(data) ? data : [data]
    const isItem = (it: unknown): it is Record<string, unknown> => isRecord(it) && ('type' in it || 'title' in it)
    const items = list.filter(isItem).map((it) => ({ csl: it, other: {} }))
    const problems = list.flatMap((it, at) =>
      isItem(it) ? [] : [{ line: 1, reason: `item ${at + 1} is none of CSL-JSON: it has neither a type nor a title` }],
    )
    return { items, problems }
  } catch (error) {
    return { items: [], problems: [{ line: 1, reason: `is no JSON: ${messageOf(error)}` }] }
  }
}
