import { keysOf, mappingOf } from '../../core/index.ts'
import { codeOf, type Pack, printedTitle } from '../../corpus/index.ts'
import type { Chosen } from './context.ts'
import { authorNames } from './names.ts'

/** A register as a table: the same rows wherever it is written, each under the id of its record. */
export interface Register {
  readonly name: keyof Chosen
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}
type Cell = string | number | boolean | undefined

/** What a table is made from: the records that are printed, and the pack that says how works are named. */
interface From {
  readonly chosen: Chosen
  readonly pack: Pack
}

type RecordOf<K extends keyof Chosen> = Chosen[K] extends ReadonlyMap<string, infer R> ? R : never
type Columns<K extends keyof Chosen> = Readonly<Record<string, (record: RecordOf<K>, from: From) => Cell>>

const list = (items: readonly (string | number | undefined)[] = []) => items.filter((it) => it !== undefined).join('; ')
const said = (statements: readonly { text: string }[]) => statements.map(({ text }) => text).join(' ')

/** Columns that say a field as it is written. */
const own = <K extends string>(...names: readonly K[]) =>
  mappingOf(names, (name) => (it: { readonly [N in K]?: Cell | null }) => it[name] ?? undefined)
/** Columns that say what stands in a list. */
const lists = <K extends string>(...names: readonly K[]) =>
  mappingOf(names, (name) => (it: { readonly [N in K]: readonly string[] }) => list(it[name]))

/** What is told of the records of each register; every table begins with the id and ends with the tags. */
const tables: { readonly [K in keyof Chosen]?: Columns<K> } = {
  sources: {
    code: codeOf,
    ...own('type'),
    title: (it, { pack }) => printedTitle(it, 'title', pack.transliteration),
    authors: (it, { pack }) => list(authorNames(it, pack).map(({ full }) => full)),
    container: (it, { pack }) => printedTitle(it, 'container-title', pack.transliteration),
    ...own('volume', 'issue', 'publisher', 'issued', 'bounds', 'accessed'),
    address: (it) => it.URL,
    ...own('language', 'held'),
    reliability: (it) => it.reliability?.grade,
    why: (it) => it.reliability?.why,
    ...own('descriptor'),
    sha256: (it) => it.text?.sha256,
  },
  claims: {
    ...own('source'),
    code: (it, { chosen }) => codeOf(chosen.sources.get(it.source) ?? { id: it.source }),
    paragraphs: (it) => list([...new Set(it.passages.map(({ para }) => para))]),
    places: (it) =>
      list([...new Set(it.passages.flatMap(({ at }) => Object.entries(at ?? {}).map((place) => place.join(' '))))]),
    ...own('kind', 'voice', 'speaker', 'gist'),
    date: (it) => it.date?.edtf,
    'date basis': (it) => it.date?.basis,
    'that it was said': (it) => it.credibility.utterance,
    'that it is so': (it) => it.credibility.proposition,
    why: (it) => it.credibility.why,
    value: (it) => it.value?.number,
    unit: (it) => it.value?.unit,
    'first words': (it) => list(it.passages.map(({ start }) => start)),
    'last words': (it) => list(it.passages.map(({ end }) => end)),
    ...own('quote'),
    ...lists('about'),
    ...own('note'),
  },
  actors: {
    ...own('kind', 'name', 'acronym'),
    'other names': (it) => list(it.names.map(({ form }) => form)),
    roles: (it) => list(it.roles.map(({ title }) => title)),
    account: (it) => said(it.account),
    ...own('note'),
  },
  events: { ...own('kind', 'date', 'title', 'place', 'status'), ...lists('participants', 'claims'), ...own('note') },
  measures: {
    ...own('instrument', 'area', 'title', 'purpose', 'body'),
    ...lists('partners'),
    history: (it) => list(it.history.map(({ status, date }) => [status, date].filter(Boolean).join(' '))),
    claims: (it) => list([...new Set(it.history.flatMap(({ claims }) => claims))]),
    ...own('note'),
  },
  threats: {
    ...own('title', 'vector', 'target'),
    ...lists('actors'),
    account: (it) => said(it.account),
    against: (it) => said(it.against),
    judgments: (it) => list(it.periods.map(({ judgment }) => judgment)),
    ...own('note'),
  },
  judgments: {
    ...own('key', 'title'),
    text: (it) => it.text.replace('{term}', it.likelihood ?? ''),
    ...own('standing', 'likelihood'),
    confidence: (it) => it.confidence.level,
    ...own('period', 'until'),
    ...lists('for', 'against'),
    'rests on': (it) => list(it['rests-on']),
  },
  questions: {
    ...own('text', 'why', 'status'),
    'would close it': (it) => it['closes-if'],
    ...lists('judgments'),
  },
  disagreements: { ...own('title', 'kind', 'status', 'account', 'resolution'), ...lists('claims', 'touches') },
}

/** The registers of a pack in the order of the table above, in the order of the records; those that are withdrawn are left out. */
export function registersOf(chosen: Chosen, pack: Pack): readonly Register[] {
  return keysOf(tables).map((name) => {
    const columns = Object.entries(tables[name] as Columns<'sources'>)
    const records = [...(chosen[name] as Chosen['sources']).values()].filter(({ deprecated }) => !deprecated)
    return {
      name,
      columns: ['id', ...columns.map(([column]) => column), 'tags'],
      rows: records.map((it) => [it.id, ...columns.map(([, value]) => value(it, { chosen, pack })), list(it.tags)]),
    }
  })
}
