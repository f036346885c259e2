import { entryOf, type Host, isRecord, itemAt, Log, mappingOf, must, type Place } from '../core/index.ts'
import { type CompletePack, completePacks } from './complete-packs.ts'
import type { Corpus, Records, Registers } from './corpus.ts'
import { folder } from './corpus-layout.ts'
import { isSlug, notASlug, type RecordKind, slugMeant } from './fields.ts'
import { type CorpusFile, type Read, readFiles } from './files.ts'
import { kindOf, kinds } from './kinds.ts'
import type { PackFile } from './pack.ts'
import { valueAt } from './path.ts'
import type { ReadRecord } from './records.ts'
import type { Reference } from './references.ts'
import { codeOf } from './source-codes.ts'
import { checkReferences } from './unresolved.ts'
import type { YamlFile } from './yaml.ts'

type Path = readonly (string | number)[]
export interface Home {
  readonly file: YamlFile
  readonly path: Path
  readonly isSound: boolean
  readonly references: readonly Reference[]
}
export interface Loading {
  readonly records: Readonly<Record<RecordKind, Map<string, Records[RecordKind]>>>
  readonly homes: Map<string, Home>
  /** Records whose id another has: what else is wrong with them is told, too. */
  readonly doubles: { readonly subject: string; readonly home: Home; readonly record: unknown }[]
  readonly digests: Map<string, string>
  readonly faulty: Set<string>
  readonly lost: Set<RecordKind>
  readonly nameless: Set<RecordKind>
  readonly log: Log
}

/** Reads and checks every file of `corpus/`. What is wrong is reported; a faulty record is there with stand-ins, see `recover`. */
export async function load(
  host: Host,
  log: Log,
  read: Read = async (...of) => (await import('./records.ts')).readText(...of),
): Promise<Corpus> {
  const loading: Loading = {
    records: mappingOf(
      kinds.map(({ name }) => name),
      () => new Map(),
    ),
    homes: new Map(),
    doubles: [],
    digests: new Map(),
    faulty: new Set(),
    lost: new Set(),
    nameless: new Set(),
    log,
  }
  const names = await host.list(folder)
  if (names.length === 0) {
    const notes = ['run `briefpack init` for a new project, or name the project with -C DIR']
    const reason = 'there is no corpus here: the folder “corpus” is missing or empty'
    log.report('file-is-present', { file: folder }, reason, { notes })
  }
  for (const file of await readFiles(host, names, read)) addFile(file, loading)
  checkReferences(loading)
  checkCodes(loading)
  return corpusOf(loading, joinPacks(loading))
}

/** Puts packs with what they extend in the place of the files that were read. Gives them by id. */
function joinPacks({ records, homes, faulty, lost, log }: Loading): ReadonlyMap<string, CompletePack> {
  const packs = records.pack as unknown as Map<string, PackFile>
  const files = [...packs].map(([id, file]) => {
    const { data, broken: isBroken } = entryOf(homes, `pack:${id}`).file
    const written = typeof data === 'object' && data !== null ? Object.keys(data) : []
    return [id, { file, unknown: written.filter((field) => !Object.hasOwn(file, field)), isBroken }] as const
  })
  const place = (id: string, path: Path) => entryOf(homes, `pack:${id}`).file.place(path)
  const complete = completePacks(new Map(files), lost.has('pack'), place, log)
  packs.clear()
  for (const { pack, isFaulty } of complete) {
    packs.set(pack.id, pack)
    if (isFaulty) faulty.add(`pack:${pack.id}`)
  }
  return new Map(complete.map((it) => [it.pack.id, it]))
}

function addFile(
  { path, home, digest, file, records, isSound = false, log: found }: CorpusFile,
  loading: Loading,
): void {
  for (const finding of found.findings) loading.log.add(finding)
  if (digest !== undefined) loading.digests.set(path, digest)
  // A file in the place of a folder.
  const whole = kinds.find((it) => it.kept === 'file' && path === `${folder}/${it.plural}`)
  if (whole) loseKind(whole.name, loading)
  if (!home) return
  if (!records || file?.broken || !(isSound || hasForm(home, file?.data))) loseKind(home.kind, loading)
  const from = file?.broken ? { ...loading, log: new Log() } : loading
  for (const it of records ?? []) addRecord(home.kind, must(file), isSound, it, home.id ?? it.id, from)
}

function loseKind(kind: RecordKind, { lost }: Loading): void {
  lost.add(kind)
  if (kind === 'source') lost.add('claim')
}

/** Whether there are records to be read at all: a register is a list, perhaps an empty one, and a record a mapping. */
function hasForm({ id }: NonNullable<CorpusFile['home']>, data: unknown): boolean {
  if (id === undefined) return data === null || Array.isArray(data)
  return isRecord(data)
}

/** Files one record under its id; a source's claims are filed too. */
function addRecord(
  kind: RecordKind,
  file: YamlFile,
  isSound: boolean,
  { path, record: read, references, faults }: ReadRecord,
  id: string | undefined,
  loading: Loading,
): void {
  const home = { file, path, isSound, references }
  if (id === undefined || !isSlug(id)) loading.nameless.add(kind)
  if (id === undefined) return
  if (!register(kind, id, home, loading)) {
    loading.doubles.push({ subject: `${kind}:${id}`, home, record: read })
    return
  }
  if (kindOf(kind).kept === 'file' && !isSlug(id)) {
    const reason = `the file name “${id}” ${notASlug}`
    loading.log.report('field-is-valid', { file: file.path }, reason, { notes: slugMeant(id) })
    // By such a name nothing can cite it: what rests on it is not at fault.
    if (kind === 'source') loseKind(kind, loading)
    if (kind === 'source') return
  }
  for (const fault of faults) loading.faulty.add(holderOf(`${kind}:${id}`, valueAt(file.data, path), fault))
  if (!read) return
  const record = { ...read, id } as Records[RecordKind]
  loading.records[kind].set(id, record)
  if (kind === 'source') addClaims(record as Records['source'], home, loading)
}

/** The claim that holds a faulty field, or else the record. */
export function holderOf(record: string, data: unknown, path: Path): string {
  const claim = path[0] === 'claims' && path.length > 1 ? valueAt(data, ['claims', itemAt(path, 1), 'id']) : undefined
  return typeof claim === 'string' ? `claim:${claim}` : record
}

function addClaims(source: Records['source'], { file, isSound, references }: Home, loading: Loading): void {
  const ofClaims = new Map<string | number | undefined, Reference[]>()
  for (const { path, ...rest } of references) {
    if (path[0] !== 'claims') continue
    const own = ofClaims.get(path[1]) ?? []
    own.push({ path: path.slice(2), ...rest })
    ofClaims.set(path[1], own)
  }
  for (const [index, claim] of source.claims.entries()) {
    // An id that stands in for a missing one names nothing.
    const written = valueAt(file.data, ['claims', index, 'id'])
    if (!isSound && written !== claim.id && written !== undefined) loading.nameless.add('claim')
    if (!isSound && written !== claim.id) continue
    const record = Object.assign(claim, { source: source.id })
    const home = { file, path: ['claims', index], isSound, references: ofClaims.get(index) ?? [] }
    if (register('claim', claim.id, home, loading)) loading.records.claim.set(claim.id, record)
    else loading.nameless.add('claim')
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

/** Reports sources that citations would call alike. */
function checkCodes({ records, homes, log }: Loading): void {
  const first = new Map<string, string>()
  for (const source of records.source.values() as Iterable<Records['source']>) {
    const code = codeOf(source)
    const other = first.get(code)
    if (other === undefined) first.set(code, source.id)
    else {
      const place = entryOf(homes, `source:${source.id}`).file.place(['code'])
      log.report('id-is-unique', place, `the code “${code}” is that of the source “${other}”`, {
        notes: ['give each of the two a code of its own: code: S1'],
        subject: `source:${source.id}`,
        actual: code,
      })
    }
  }
}

function corpusOf(
  { records, homes, digests, faulty, lost, nameless }: Loading,
  packs: ReadonlyMap<string, CompletePack>,
): Corpus {
  const registers = Object.fromEntries(kinds.map(({ name, plural }) => [plural, records[name]]))
  return {
    ...(registers as unknown as Registers),
    digests,
    faulty,
    lost,
    nameless,
    place(kind, id, path = [], part = 'value'): Place {
      const owner = kind === 'pack' ? packs.get(id)?.ownerOf(String(path[0])) : undefined
      const home = homes.get(`${kind}:${owner ?? id}`)
      return home ? home.file.place([...home.path, ...path], part) : { file: folder }
    },
    chain: (pack) => packs.get(pack)?.chain ?? [],
    references(kind, id) {
      const pack = kind === 'pack' ? packs.get(id) : undefined
      if (!pack) return homes.get(`${kind}:${id}`)?.references ?? []
      const all = pack.chain.flatMap((it) =>
        (homes.get(`pack:${it}`)?.references ?? []).map((found) => ({ it, found })),
      )
      return all.flatMap(({ it, found }) => (pack.ownerOf(String(found.path[0])) === it ? [found] : []))
    },
  }
}
