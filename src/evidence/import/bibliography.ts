import { plugins } from '@citation-js/core'
import { isRecord, itemAt, lastOf, reasonOf } from '../../core/index.ts'
import '@citation-js/plugin-bibtex'
import file from '@citation-js/plugin-bibtex/lib/input/file.js'
import '@citation-js/plugin-ris'

/** An item of a library: what CSL has variables for, and the rest as it stood. */
export interface LibraryItem {
  /** As CSL-JSON has it. */
  readonly csl: Readonly<Record<string, unknown>>
  /** Fields that came to nothing in `csl`, by the library's own names. */
  readonly other: Readonly<Record<string, string>>
}

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
  if (library.items.length > 0 || library.problems.length > 0) return library
  return { items: [], problems: [{ line: 1, reason: `no item of ${formatNames[format]} stands in it` }] }
}

const toCsl = (data: unknown) => plugins.input.chain(data, { generateGraph: false })

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
      try {
        return file.parse(`${usedIn(body, abbreviations).join('\n')}\n${body}`)
      } catch (error) {
        problems.push({ line, reason: `this entry cannot be read: ${slipOf(error as Error)}` })
        return []
      }
    })
  const parents = new Map(entries.map((entry) => [entry.label, entry]))
  const items = entries.map((entry) => {
    const { crossref, xdata } = entry.properties
    const context = [crossref, xdata].flatMap((key) => (key && parents.get(key)) || [])
    const convert = (properties: Readonly<Record<string, string>>) => toCsl([{ ...entry, properties }, ...context])[0]!
    const { kept, csl, other } = heldIn(entry.properties)
    const item = itemOf(entry.type, kept, convert)
    return { csl: { ...csl, ...item.csl }, other: { ...item.other, ...other } }
  })
  return { items, problems }
}

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
function slipOf({ message }: Error): string {
  const said = itemAt(message.split('\n'), 0).replace(/ at line \d+ col \d+:?$/, '')
  return said.endsWith('got EOF') ? 'it is never closed: a “}” or a quotation mark is missing' : said
}

/** RIS: one item from `TY` to `ER`; a tag may stand several times. */
function readRis(text: string): Library {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)
  const records: { line: number; tags: [string, string][] }[] = []
  const problems: { line: number; reason: string }[] = []
  let open: [string, string][] | undefined
  for (const [index, line] of lines.entries()) {
    const [, tag, value = ''] = /^([A-Z][A-Z0-9]) {1,2}-(?: (.*))?$/.exec(line) ?? []
    if (tag === 'TY') {
      open = [[tag, value]]
      records.push({ line: index + 1, tags: open })
    } else if (tag === 'ER') open = undefined
    else if (tag && open) open.push([tag, value])
    else if (open && line.trim() !== '') lastOf(open)[1] += ` ${line.trim()}`
    else if (line.trim() !== '')
      problems.push({ line: index + 1, reason: 'stands in no record: one begins with “TY  - ”' })
  }
  const items = records.flatMap(({ line, tags }) => {
    const values = new Map<string, string>()
    for (const [tag, value] of tags) values.set(tag, values.has(tag) ? `${values.get(tag)}; ${value}` : value)
    // The library takes the author of an article in a newspaper for a reporter, whom CSL does not know.
    const isNews = values.get('TY') === 'NEWS'
    const convert = (kept: Readonly<Record<string, string>>) => {
      const shown = tags.filter(([tag]) => tag in kept).map(([tag, value]) => `${tag}  - ${value}`)
      const csl = toCsl(`${shown.join('\n').replace(/^TY {2}- NEWS/, 'TY  - MGZN')}\nER  - \n`)[0]!
      return isNews ? { ...csl, type: 'article-newspaper' } : csl
    }
    try {
      return [withMissed(itemOf(itemAt(tags, 0)[1], Object.fromEntries(values), convert))]
    } catch (error) {
      problems.push({ line, reason: `this record cannot be read: ${reasonOf(error)}` })
      return []
    }
  })
  return { items, problems }
}

/** Tags that every manager writes, and the library reads in some dialects of RIS only. */
const missed: Readonly<Record<string, string>> = {
  DO: 'DOI',
  UR: 'URL',
  LA: 'language',
  SN: 'ISSN',
  VL: 'volume',
  IS: 'issue',
}

/** Tags of dates, of which the library reads one a dialect, and none with a slash at its end: `2025/02/14/`. */
const missedDates: readonly (readonly [tag: string, variable: string])[] = [
  ['DA', 'issued'],
  ['Y1', 'issued'],
  ['PY', 'issued'],
  ['Y2', 'accessed'],
]

function withMissed({ csl: read, other }: LibraryItem): LibraryItem {
  const csl: Record<string, unknown> = { ...read }
  const rest = { ...other }
  const take = (tag: string, variable: string, value: unknown) => {
    csl[variable] = value
    delete rest[tag]
  }
  for (const [tag, value] of Object.entries(other))
    if (missed[tag] && csl[missed[tag]] === undefined) take(tag, missed[tag], value)
  for (const [tag, variable] of missedDates) {
    const parts = /^(\d{4})(?:\/(\d{1,2})(?:\/(\d{1,2}))?)?\/*$/.exec(other[tag] ?? '')?.slice(1)
    const date = parts?.filter((it) => it !== undefined).map(Number)
    const known = partsOf(csl[variable])
    if (date && known.every((it, at) => date[at] === undefined || date[at] === it))
      take(tag, variable, known.length < date.length ? { 'date-parts': [date] } : csl[variable])
  }
  return { csl, other: rest }
}

/** Year, month and day, as far as a date of CSL has them. */
function partsOf(date: unknown): readonly number[] {
  const first = isRecord(date) && Array.isArray(date['date-parts']) ? (date['date-parts'] as unknown[])[0] : []
  return Array.isArray(first) ? first.map(Number) : []
}

function readCslJson(text: string): Library {
  try {
    const data: unknown = JSON.parse(text.replace(/^\ufeff/, ''))
    const list = [data].flat() as unknown[]
    const isItem = (it: unknown): it is Record<string, unknown> => isRecord(it) && ('type' in it || 'title' in it)
    const items = list.filter(isItem).map((it) => ({ csl: it, other: {} }))
    const problems = list.flatMap((it, at) =>
      isItem(it) ? [] : [{ line: 1, reason: `item ${at + 1} is none of CSL-JSON: it has neither a type nor a title` }],
    )
    return { items, problems }
  } catch (error) {
    return { items: [], problems: [{ line: 1, reason: `is no JSON: ${(error as Error).message}` }] }
  }
}

/** Fields that have counted in some item: they are asked about one by one, all others at once. */
const counted = new Set<string>()

/** A field without which the item comes out the same came to nothing. */
function itemOf(
  type: string,
  fields: Readonly<Record<string, string>>,
  convert: (fields: Readonly<Record<string, string>>) => Record<string, unknown>,
): LibraryItem {
  const csl = convert(fields)
  const whole = JSON.stringify(csl)
  const idle = (names: readonly string[]): readonly string[] => {
    if (names.length === 0) return []
    const without = new Set(names)
    const rest = Object.fromEntries(Object.entries(fields).filter(([name]) => !without.has(name)))
    if (JSON.stringify(convert(rest)) === whole) return names
    if (names.length > 1) {
      const middle = names.length >> 1
      return [...idle(names.slice(0, middle)), ...idle(names.slice(middle))]
    }
    counted.add(`${type} ${names[0]}`)
    return []
  }
  const asked = Object.keys(fields).filter((name) => name !== 'TY' && name !== 'crossref')
  const [known, unknown] = [true, false].map((is) => asked.filter((name) => counted.has(`${type} ${name}`) === is))
  const nothing = new Set([...(known ?? []).flatMap((name) => idle([name])), ...idle(unknown ?? [])])
  return { csl, other: Object.fromEntries(Object.entries(fields).filter(([name]) => nothing.has(name))) }
}
