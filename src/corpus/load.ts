import type { ZodError } from 'zod'
import { sha256 } from '../digest.ts'
import { type Host, PathError, readText } from '../host.ts'
import type { Log, Place } from '../log.ts'
import { didYouMean } from '../nearest.ts'
import { uncleanness } from './clean.ts'
import type { Corpus, Records } from './corpus.ts'
import { parseEdtf } from './edtf.ts'
import type { RecordKind } from './fields.ts'
import { reportIssues } from './issues.ts'
import { folders, registers, schemas } from './kinds.ts'
import { findFields } from './references.ts'
import { parseYaml, type YamlFile } from './yaml.ts'

const FOLDER = 'corpus'
/** The evidence stage's own file. */
const LOCK = 'evidence.lock.json'
const RECORDED = 'issues/'

type Path = readonly (string | number)[]
interface Home {
  readonly file: YamlFile
  readonly path: Path
}
interface Loading {
  readonly records: Map<RecordKind, Map<string, Records[RecordKind]>>
  readonly homes: Map<string, Home>
  readonly digests: Map<string, string>
  readonly log: Log
}

/** Reads and checks every file of `corpus/`. What is wrong is reported; the records that are right are all there. */
export async function load(host: Host, log: Log): Promise<Corpus> {
  const loading: Loading = { records: new Map(), homes: new Map(), digests: new Map(), log }
  for (const kind of Object.keys(schemas) as RecordKind[]) loading.records.set(kind, new Map())
  const names = await host.list(FOLDER)
  if (names.length === 0) {
    log.report(
      'file-is-present',
      { file: FOLDER },
      'there is no corpus here: the folder “corpus” is missing or empty',
      {
        notes: ['run `briefpack init` for a new project, or name the project with -C DIR'],
      },
    )
  }
  for (const name of names) await loadFile(host, name, loading)
  checkReferences(loading)
  return corpusOf(loading)
}

async function loadFile(host: Host, name: string, loading: Loading): Promise<void> {
  if (
    name === LOCK ||
    name.startsWith(RECORDED) ||
    name.split('/').some((part) => part.startsWith('.')) ||
    name.endsWith('.md')
  )
    return
  const path = `${FOLDER}/${name}`
  const home = homeOf(name)
  if (!home) {
    const known = [...Object.keys(folders).map((it) => `${it}/`), ...Object.keys(registers).map((it) => `${it}.yaml`)]
    loading.log.report('field-is-known', { file: path }, `“${name}” is not a file that a corpus has`, {
      notes: [...didYouMean(name, known), `a corpus has ${known.join(', ')}`],
    })
    return
  }
  const text = await readChecked(host, path, loading.log)
  if (text === undefined) return
  loading.digests.set(path, sha256(text))
  const file = parseYaml(path, text, loading.log)
  if (file.data === undefined) return
  checkTexts(file, loading.log)
  if (home.id !== undefined) addRecord(home.kind, file, [], file.data, loading, home.id)
  else addRegister(home.kind, file, loading)
}

async function readChecked(host: Host, path: string, log: Log): Promise<string | undefined> {
  try {
    return await readText(host, path)
  } catch (error) {
    if (error instanceof PathError) log.report('path-is-inside', { file: path }, error.message)
    else if (error instanceof TypeError) log.report('yaml-is-valid', { file: path }, 'the file is not UTF-8 text')
    else throw error
    return undefined
  }
}

/** What a file name says: the kind, and for one record a file, its id. */
function homeOf(name: string): { kind: RecordKind; id?: string } | undefined {
  const match = /^([a-z]+)(?:\/(.+))?\.ya?ml$/.exec(name)
  if (!match) return undefined
  const [, first, rest] = match as unknown as [string, string, string?]
  if (Object.hasOwn(folders, first) && rest) return { kind: folders[first as keyof typeof folders], id: rest }
  if (Object.hasOwn(registers, first)) return { kind: registers[first as keyof typeof registers] }
  return undefined
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
  const result = schemas[kind].safeParse(data)
  if (!result.success) reportIssues(result.error as ZodError, data, file, path, loading.log, kind, id)
  checkDates(kind, data, file, path, loading.log)
  if (id === undefined) return
  const isNew = register(kind, id, { file, path }, loading)
  if (!result.success && kind === 'source') keepClaimIds(data, file, loading)
  if (!isNew || !result.success) return
  if (!('id' in (result.data as object)) && !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) {
    loading.log.report(
      'field-is-valid',
      { file: file.path },
      `the file name “${id}” is not a slug of lower-case letters, digits and single hyphens`,
    )
  }
  const record = { ...(result.data as object), id } as Records[RecordKind]
  loading.records.get(kind)!.set(id, record)
  if (kind === 'source') addClaims(record as Records['source'], file, loading)
}

function addClaims(source: Records['source'], file: YamlFile, loading: Loading): void {
  for (const [index, claim] of source.claims.entries()) {
    const record = Object.assign(claim, { source: source.id })
    if (register('claim', claim.id, { file, path: ['claims', index] }, loading))
      loading.records.get('claim')!.set(claim.id, record)
  }
}

/** The claims of a faulty source still exist: what refers to them is not at fault as well. */
function keepClaimIds(data: unknown, file: YamlFile, loading: Loading): void {
  const claims = (data as { claims?: unknown } | null)?.claims
  if (!Array.isArray(claims)) return
  for (const [index, claim] of claims.entries()) {
    const id = (claim as { id?: unknown } | null)?.id
    if (typeof id === 'string') register('claim', id, { file, path: ['claims', index] }, loading)
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

function checkDates(kind: RecordKind, data: unknown, file: YamlFile, path: Path, log: Log): void {
  for (const { path: at, value } of findFields(kind, data).dates) {
    if (parseEdtf(value)) continue
    log.report('date-is-edtf', file.place([...path, ...at]), `“${value}” is not an EDTF date`, {
      notes: ['e.g. "2004-05-12", "2004-03~", "2003", "200X", "2003/2005", "../2004"'],
      actual: value,
    })
  }
}

function checkReferences(loading: Loading): void {
  for (const [kind, records] of loading.records) {
    if (kind === 'claim') continue // claims are walked with the source that holds them
    for (const [id, record] of records) {
      const home = loading.homes.get(`${kind}:${id}`)!
      for (const { path, value, to } of findFields(kind, record).references) {
        if (loading.homes.has(`${to}:${value}`)) continue
        loading.log.report(
          'reference-resolves',
          home.file.place([...home.path, ...path]),
          `there is no ${to} “${value}”`,
          {
            notes: didYouMean(value, loading.records.get(to)!.keys()),
            actual: value,
            subject: `${kind}:${id}`,
          },
        )
      }
    }
  }
}

function checkTexts(file: YamlFile, log: Log): void {
  const walk = (value: unknown, path: Path): void => {
    if (typeof value === 'string') {
      const problem = uncleanness(value)
      if (problem) log.report('text-is-clean', file.place(path), `the text ${problem}`)
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) walk(item, [...path, Array.isArray(value) ? Number(key) : key])
    }
  }
  walk(file.data, [])
}

function corpusOf({ records, homes, digests }: Loading): Corpus {
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
    place(kind, id, path = []): Place {
      const home = homes.get(`${kind}:${id}`)
      return home ? home.file.place([...home.path, ...path]) : { file: FOLDER }
    },
  }
}
