import { isRecord, itemAt, lastOf, reasonOf } from '../../core/index.ts'
import '@citation-js/plugin-ris'
import { fieldElsewhere } from '../../corpus/index.ts'
import type { Library } from './bibliography.ts'
import { itemOf, type LibraryItem, toCsl } from './library-item.ts'

/** RIS: one item from `TY` to `ER`; a tag may stand several times. */
export function readRis(text: string): Library {
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

/** What every manager writes in a tag, and the library reads in some dialects of RIS only. */
const missed = ['DOI', 'URL', 'language', 'ISSN', 'volume', 'issue']

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
  for (const [tag, value] of Object.entries(other)) {
    const variable = fieldElsewhere(tag, missed)
    if (variable && csl[variable] === undefined) take(tag, variable, value)
  }
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
