// What becomes of 1,000 items in BibLaTeX, RIS and CSL-JSON: which fields of the file stand in what our reader, citation-js
// and pandoc make of it. A field is there when its value is, under whatever name; values are words of their own.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { plugins } from '@citation-js/core'
import { readLibrary } from '../src/evidence/import/bibliography.ts'
import { sourceFields } from '../src/evidence/import/source-record.ts'

const count = Number(process.argv[2] ?? 1000)
const folder = mkdtempSync(join(tmpdir(), 'library-'))
type Fields = Readonly<Record<string, string>>
interface Entry {
  readonly type: string
  readonly key: string
  readonly fields: Fields
}

const biblatex = {
  types: [
    'article',
    'book',
    'incollection',
    'inproceedings',
    'thesis',
    'report',
    'online',
    'misc',
    'dataset',
    'manual',
  ],
  fields:
    'title subtitle shorttitle author editor translator journaltitle booktitle maintitle series volume number issue pages edition publisher location institution date origdate eventdate venue eventtitle doi url urldate isbn issn eprint eprinttype language abstract keywords note annotation library addendum howpublished chapter part volumes pagetotal pubstate version file call-number usera',
}
const ris = {
  types: ['JOUR', 'BOOK', 'CHAP', 'CONF', 'THES', 'RPRT', 'ELEC', 'NEWS', 'GEN', 'MGZN'],
  fields: 'TI T2 T3 AU A2 A3 PY DA SP EP VL IS PB CY SN DO UR Y2 LA AB KW N1 ET M1 M3 C1 C2 CN DB DP AN ST L1 U1 J2',
}
const csl = {
  types: [
    'article-journal',
    'book',
    'chapter',
    'paper-conference',
    'thesis',
    'report',
    'webpage',
    'interview',
    'hearing',
    'treaty',
  ],
  fields:
    'title title-short author editor translator interviewer recipient container-title collection-title volume number issue page edition publisher publisher-place issued accessed original-date event-date event-title event-place DOI URL ISBN ISSN PMID language abstract keyword note archive archive_location call-number genre medium number-of-pages section source status version authority references reviewed-title scale dimensions jurisdiction custom-field',
}

let number = 10_000
const word = () => `Qz${(number++).toString(36)}x`

function made({ types, fields }: typeof ris, value: (field: string) => string): Entry[] {
  const names = fields.split(' ')
  return Array.from({ length: count }, (_, at) => ({
    type: types[at % types.length]!,
    key: `key${at}`,
    // Each item has its title and most others in turn.
    fields: Object.fromEntries(
      names.flatMap((name, rank) => (rank < 1 || (at * 7 + rank * 3) % 4 < 2 ? [[name, value(name)] as const] : [])),
    ),
  }))
}

const day = () => {
  const at = number++
  return `${1600 + (at % 400)}-0${1 + (at % 9)}-${10 + (at % 18)}`
}
const isDate = (name: string) => /date$|^(?:issued|accessed|PY|DA|Y2)$/.test(name)
const isName = (name: string) => /^(?:author|editor|translator|interviewer|recipient|AU|A2|A3)$/.test(name)
const plain = (name: string) =>
  isDate(name)
    ? day()
    : name === 'url' || name === 'URL' || name === 'UR'
      ? `https://${word()}.example`
      : isName(name)
        ? `${word()}, ${word()}`
        : word()

/** The words by which a value is known again. */
function marks(name: string, value: string): readonly string[] {
  if (isDate(name)) return [value.slice(0, 4)]
  return value.match(/Qz\w+x/g) ?? [value]
}

/** Nothing where it is too old for the format. */
function byPandoc(file: string, from: string): readonly string[] {
  try {
    const options = { encoding: 'utf8', maxBuffer: 1e9, stdio: 'pipe' } as const
    const items = JSON.parse(execFileSync(process.env.PANDOC ?? 'pandoc', ['-f', from, '-t', 'csljson', file], options))
    return (items as object[]).map((it) => JSON.stringify(it))
  } catch {
    return []
  }
}

async function table(
  name: string,
  entries: readonly Entry[],
  text: string,
  format: 'bibtex' | 'ris' | 'csl-json',
  from: string,
) {
  const file = join(folder, `library.${format}`)
  writeFileSync(file, text)
  const library = readLibrary(text, format)
  const readers: Record<string, readonly string[]> = {
    ours: library.items.map((it) => JSON.stringify(sourceFields(it))),
    'citation-js': (plugins.input.chain(text, { generateGraph: false }) as object[]).map((it) => JSON.stringify(it)),
    pandoc: byPandoc(file, from),
  }
  const lost = new Map<string, Record<string, number>>()
  const total = new Map<string, number>()
  // Readers may bring the items in an order of their own: an item is known by its title.
  for (const [reader, items] of Object.entries(readers)) {
    const byTitle = new Map(
      items.flatMap((it) => (it.match(/Qz\w+x/g) ?? []).map((mark) => [mark.toLowerCase(), it.toLowerCase()] as const)),
    )
    for (const { fields } of entries) {
      const [title] = marks('title', Object.values(fields)[0]!)
      const item = byTitle.get(title!.toLowerCase()) ?? ''
      for (const [field, value] of Object.entries(fields)) {
        if (reader === 'ours') total.set(field, (total.get(field) ?? 0) + 1)
        if (marks(field, value).every((mark) => item.includes(mark.toLowerCase()))) continue
        const row = lost.get(field) ?? {}
        lost.set(field, row)
        row[reader] = (row[reader] ?? 0) + 1
      }
    }
  }
  const sum = [...total.values()].reduce((a, b) => a + b, 0)
  const of = (reader: string) => [...lost.values()].reduce((a, row) => a + (row[reader] ?? 0), 0)
  console.log(
    `\n${name}: ${entries.length} items, ${sum} fields; lost: ours ${of('ours')}, citation-js ${of('citation-js')}, pandoc ${readers.pandoc!.length > 0 ? of('pandoc') : 'does not read it'}\n`,
  )
  console.log('| field | in the file | lost: ours | citation-js | pandoc |\n|---|--:|--:|--:|--:|')
  for (const [field, row] of lost)
    console.log(
      `| ${field} | ${total.get(field)} | ${row.ours ?? 0} | ${row['citation-js'] ?? 0} | ${readers.pandoc!.length > 0 ? (row.pandoc ?? 0) : '–'} |`,
    )
}

const tex = made(biblatex, plain)
const bib = tex
  .map(
    ({ type, key, fields }) =>
      `@${type}{${key},\n${Object.entries(fields)
        .map(([name, value]) => `  ${name} = {${value}}`)
        .join(',\n')}\n}`,
  )
  .join('\n')
await table('BibLaTeX', tex, bib, 'bibtex', 'biblatex')

const tags = made(ris, (name) => plain(name).replaceAll('-', isDate(name) ? '/' : '-'))
const lines = tags
  .map(({ type, fields }) =>
    [`TY  - ${type}`, ...Object.entries(fields).map(([name, value]) => `${name}  - ${value}`), 'ER  - '].join('\n'),
  )
  .join('\n')
await table('RIS', tags, lines, 'ris', 'ris')

const items = made(csl, plain)
const json = items.map(({ type, key, fields }) => ({
  id: key,
  type,
  ...Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      if (isDate(name)) return [name, { 'date-parts': [value.split('-').map(Number)] }]
      const [family, given] = value.split(', ')
      return [name, isName(name) ? [{ family, given }] : value]
    }),
  ),
}))
await table('CSL-JSON', items, JSON.stringify(json), 'csl-json', 'csljson')
rmSync(folder, { recursive: true })
