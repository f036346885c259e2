import { keysOf } from '../../core/index.ts'
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

/** What is told of the records of each register; every table begins with the id and ends with the tags. */
const tables: { readonly [K in keyof Chosen]?: Columns<K> } = {
  sources: {
    code: codeOf,
    type: (it) => it.type,
    title: (it, { pack }) => printedTitle(it, 'title', pack.transliteration),
    authors: (it, { pack }) => list(authorNames(it, pack).map(({ full }) => full)),
    container: (it, { pack }) => printedTitle(it, 'container-title', pack.transliteration),
    volume: (it) => it.volume,
    issue: (it) => it.issue,
    publisher: (it) => it.publisher,
    issued: (it) => it.issued ?? undefined,
    bounds: (it) => it.bounds,
    accessed: (it) => it.accessed,
    address: (it) => it.URL,
    language: (it) => it.language,
    held: (it) => it.held,
    reliability: (it) => it.reliability?.grade,
    why: (it) => it.reliability?.why,
    descriptor: (it) => it.descriptor,
    sha256: (it) => it.text?.sha256,
  },
  claims: {
    source: (it) => it.source,
    code: (it, { chosen }) => codeOf(chosen.sources.get(it.source) ?? { id: it.source }),
    paragraphs: (it) => list([...new Set(it.passages.map(({ para }) => para))]),
    places: (it) =>
      list([...new Set(it.passages.flatMap(({ at }) => Object.entries(at ?? {}).map((place) => place.join(' '))))]),
    kind: (it) => it.kind,
    voice: (it) => it.voice,
    speaker: (it) => it.speaker,
    gist: (it) => it.gist,
    date: (it) => it.date?.edtf,
    'date basis': (it) => it.date?.basis,
    'that it was said': (it) => it.credibility.utterance,
    'that it is so': (it) => it.credibility.proposition,
    why: (it) => it.credibility.why,
    value: (it) => it.value?.number,
    unit: (it) => it.value?.unit,
    'first words': (it) => list(it.passages.map(({ start }) => start)),
    'last words': (it) => list(it.passages.map(({ end }) => end)),
    quote: (it) => it.quote,
    about: (it) => list(it.about),
    note: (it) => it.note,
  },
  actors: {
    kind: (it) => it.kind,
    name: (it) => it.name,
    acronym: (it) => it.acronym,
    'other names': (it) => list(it.names.map(({ form }) => form)),
    roles: (it) => list(it.roles.map(({ title }) => title)),
    account: (it) => said(it.account),
    note: (it) => it.note,
  },
  events: {
    kind: (it) => it.kind,
    date: (it) => it.date,
    title: (it) => it.title,
    place: (it) => it.place,
    status: (it) => it.status,
    participants: (it) => list(it.participants),
    claims: (it) => list(it.claims),
    note: (it) => it.note,
  },
  measures: {
    instrument: (it) => it.instrument,
    area: (it) => it.area,
    title: (it) => it.title,
    purpose: (it) => it.purpose,
    body: (it) => it.body,
    partners: (it) => list(it.partners),
    history: (it) => list(it.history.map(({ status, date }) => [status, date].filter(Boolean).join(' '))),
    claims: (it) => list([...new Set(it.history.flatMap(({ claims }) => claims))]),
    note: (it) => it.note,
  },
  threats: {
    title: (it) => it.title,
    vector: (it) => it.vector,
    target: (it) => it.target,
    actors: (it) => list(it.actors),
    account: (it) => said(it.account),
    against: (it) => said(it.against),
    judgments: (it) => list(it.periods.map(({ judgment }) => judgment)),
    note: (it) => it.note,
  },
  judgments: {
    key: (it) => it.key,
    title: (it) => it.title,
    text: (it) => it.text.replace('{term}', it.likelihood ?? ''),
    standing: (it) => it.standing,
    likelihood: (it) => it.likelihood,
    confidence: (it) => it.confidence.level,
    period: (it) => it.period,
    until: (it) => it.until,
    for: (it) => list(it.for),
    against: (it) => list(it.against),
    'rests on': (it) => list(it['rests-on']),
  },
  questions: {
    text: (it) => it.text,
    why: (it) => it.why,
    status: (it) => it.status,
    'would close it': (it) => it['closes-if'],
    judgments: (it) => list(it.judgments),
  },
  disagreements: {
    title: (it) => it.title,
    kind: (it) => it.kind,
    status: (it) => it.status,
    account: (it) => it.account,
    resolution: (it) => it.resolution,
    claims: (it) => list(it.claims),
    touches: (it) => list(it.touches),
  },
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
