import type { ZodError } from 'zod'
import type { Host } from '../host.ts'
import { Log, type Place } from '../log.ts'
import { didYouMean } from '../nearest.ts'
import type { Corpus, Records } from './corpus.ts'
import { parseEdtf } from './edtf.ts'
import type { RecordKind } from './fields.ts'
import { type CorpusFile, folder, readFiles } from './files.ts'
import { reportIssues, valueAt } from './issues.ts'
import { folders, schemas } from './kinds.ts'
import { findFields } from './references.ts'
import { salvage, standInDates } from './salvage.ts'
import type { ParsedYaml, YamlFile } from './yaml.ts'

type Path = readonly (string | number)[]
interface Home {
  readonly file: YamlFile
  readonly path: Path
}
interface Loading {
  readonly records: Map<RecordKind, Map<string, Records[RecordKind]>>
  readonly homes: Map<string, Home>
  readonly digests: Map<string, string>
  readonly faulty: Set<string>
  readonly lost: Set<RecordKind>
  readonly log: Log
}

/** Reads and checks every file of `corpus/`. What is wrong is reported; a faulty record is there with stand-ins, see `salvage`. */
export async function load(
  host: Host,
  log: Log,
  parse: (text: string) => Promise<ParsedYaml> = async (text) => (await import('./read-yaml.ts')).readYaml(text),
): Promise<Corpus> {
  const loading: Loading = {
    records: new Map(),
    homes: new Map(),
    digests: new Map(),
    faulty: new Set(),
    lost: new Set(),
    log,
  }
  for (const kind of Object.keys(schemas) as RecordKind[]) loading.records.set(kind, new Map())
  const names = await host.list(folder)
  if (names.length === 0) {
    const notes = ['run `briefpack init` for a new project, or name the project with -C DIR']
    const reason = 'there is no corpus here: the folder “corpus” is missing or empty'
    log.report('file-is-present', { file: folder }, reason, { notes })
  }
  for (const file of await readFiles(host, names, parse)) addFile(file, loading)
  checkReferences(loading)
  return corpusOf(loading)
}

function addFile({ path, home, digest, file, log: found }: CorpusFile, loading: Loading): void {
  for (const finding of found.findings) loading.log.add(finding)
  if (digest !== undefined) loading.digests.set(path, digest)
  if (!home) return
  if (file?.data === undefined || file.broken)
    for (const kind of home.kind === 'source' ? (['source', 'claim'] as const) : [home.kind]) loading.lost.add(kind)
  if (file?.data === undefined) return
  // Of a file that is no YAML the syntax errors are told, and not what its remains look like.
  const from = file.broken ? { ...loading, log: new Log() } : loading
  if (home.id !== undefined) addRecord(home.kind, file, [], file.data, from, home.id)
  else addRegister(home.kind, file, from)
}

function addRegister(kind: RecordKind, file: YamlFile, loading: Loading): void {
  if (file.data === null) return
  if (!Array.isArray(file.data)) {
    loading.log.report('field-is-valid', file.place([]), `a register is a list of records, each starting with “- id:”`)
    return
  }
  for (const [index, record] of file.data.entries()) {
    const id = (record as { id?: unknown } | null)?.id
    addRecord(kind, file, [index], record, loading, typeof id === 'string' ? id : undefined)
  }
}

/** Checks one record against its schema and files it under its id; a source's claims are filed too. */
function addRecord(
  kind: RecordKind,
  file: YamlFile,
  path: Path,
  data: unknown,
  loading: Loading,
  id: string | undefined,
): void {
  const { log } = loading
  const result = schemas[kind].safeParse(data)
  if (!result.success) reportIssues(result.error as ZodError, data, file, path, log, kind, id)
  const badDates = checkDates(kind, data, file, path, log)
  if (id === undefined || !register(kind, id, { file, path }, loading)) return
  if (kind in folderKinds && !isSlug(id)) {
    const reason = `the file name “${id}” is not a slug of lower-case letters, digits and single hyphens`
    log.report('field-is-valid', { file: file.path }, reason)
  }
  const faults = [...(result.error?.issues ?? []).map((issue) => issue.path), ...badDates]
  for (const fault of faults) loading.faulty.add(holderOf(`${kind}:${id}`, data, fault))
  const right = result.success ? standInDates(kind, result.data as object) : salvage(kind, data)
  if (!right) return
  const record = { ...right, id } as Records[RecordKind]
  loading.records.get(kind)!.set(id, record)
  if (kind === 'source') addClaims(record as Records['source'], file, loading)
}

const folderKinds = Object.fromEntries(Object.values(folders).map((kind) => [kind, true]))
const isSlug = (id: string) => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)

/** The claim that holds a faulty field, or else the record. */
function holderOf(record: string, data: unknown, path: readonly PropertyKey[]): string {
  const claim = path[0] === 'claims' && path.length > 1 ? valueAt(data, ['claims', path[1] as number, 'id']) : undefined
  return typeof claim === 'string' ? `claim:${claim}` : record
}

function addClaims(source: Records['source'], file: YamlFile, loading: Loading): void {
  for (const [index, claim] of source.claims.entries()) {
    // An id that stands in for a missing one names nothing.
    if (valueAt(file.data, ['claims', index, 'id']) !== claim.id) continue
    const record = Object.assign(claim, { source: source.id })
    if (register('claim', claim.id, { file, path: ['claims', index] }, loading))
      loading.records.get('claim')!.set(claim.id, record)
  }
}

function register(kind: RecordKind, id: string, home: Home, loading: Loading): boolean {
  const key = `${kind}:${id}`
  const first = loading.homes.get(key)
  if (!first) {
    loading.homes.set(key, home)
    return true
  }
  const at = first.file.place([...first.path, 'id'])
  loading.log.report('id-is-unique', home.file.place([...home.path, 'id']), `the ${kind} “${id}” exists already`, {
    notes: [`first at ${at.file}:${at.start?.line}`],
    subject: key,
  })
  return false
}

/** Reports what is no date, and gives the paths. */
function checkDates(kind: RecordKind, data: unknown, file: YamlFile, path: Path, log: Log): readonly Path[] {
  const bad = findFields(kind, data).dates.filter(({ value }) => !parseEdtf(value))
  for (const { path: at, value } of bad) {
    log.report('date-is-edtf', file.place([...path, ...at]), `“${value}” is not an EDTF date`, {
      notes: ['e.g. "2004-05-12", "2004-03~", "2003", "200X", "2003/2005", "../2004"'],
      actual: value,
    })
  }
  return bad.map(({ path: at }) => at)
}

/** Each takes a look at every id of its kind: of more that are wrong no nearest name is given. */
const mostSuggested = 500

function checkReferences(loading: Loading): void {
  let suggested = 0
  for (const [kind, records] of loading.records) {
    if (kind === 'claim') continue // claims are walked with the source that holds them
    for (const [id, record] of records) {
      const home = loading.homes.get(`${kind}:${id}`)!
      for (const { path, value, to } of findFields(kind, record).references) {
        if (loading.homes.has(`${to}:${value}`) || loading.lost.has(to)) continue
        // A stand-in is no reference that anybody wrote.
        if (valueAt(home.file.data, [...home.path, ...path]) !== value) continue
        loading.log.report(
          'reference-resolves',
          home.file.place([...home.path, ...path]),
          `there is no ${to} “${value}”`,
          {
            notes: suggested++ < mostSuggested ? didYouMean(value, loading.records.get(to)!.keys()) : [],
            actual: value,
            subject: `${kind}:${id}`,
          },
        )
      }
    }
  }
}

function corpusOf({ records, homes, digests, faulty, lost }: Loading): Corpus {
  const of = <K extends RecordKind>(kind: K) => records.get(kind) as unknown as ReadonlyMap<string, Records[K]>
  return {
    sources: of('source'),
    claims: of('claim'),
    actors: of('actor'),
    events: of('event'),
    measures: of('measure'),
    threats: of('threat'),
    judgments: of('judgment'),
    questions: of('question'),
    disagreements: of('disagreement'),
    packs: of('pack'),
    digests,
    faulty,
    lost,
    place(kind, id, path = []): Place {
      const home = homes.get(`${kind}:${id}`)
      return home ? home.file.place([...home.path, ...path]) : { file: folder }
    },
  }
}
