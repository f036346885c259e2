/**
 * Whole runs: while the project answers every question of an earlier run as it did then, the result is the same, and so
 * are the files written. A run sees the project only through its host, so its questions are all that it depends on.
 */
import {
  encode,
  type Finding,
  findingOf,
  type Host,
  type KnownDigests,
  messageOf,
  ownJson,
  plainFinding,
  sha256,
} from '../../core/index.ts'
import { keepBlob, keyOf, type OpenCache } from './cache.ts'

/** What a run is asked to do: all that its result depends on besides the project. */
export interface Action {
  readonly name: string
  readonly options: unknown
}

interface Result {
  readonly findings: readonly Finding[]
}

type Kind = 'list' | 'read'
type Question = readonly [kind: Kind, path: string, answer: string]

interface Trace {
  readonly questions: readonly Question[]
  /** The digests of the files written, by path. */
  readonly writes: readonly (readonly [path: string, digest: string])[]
  readonly result: string
  /** The entries that the run made or found: kept as long as the trace is. */
  readonly used: readonly string[]
}

/** Traces kept for each action: enough to go back and forth between a few branches. */
const most = 4

/** A second action whose result follows from this run: it reads nothing more and writes nothing. */
export interface Answered<R> {
  readonly action: Action
  result(of: R): R
}

/**
 * What `run` gives, from this or an earlier run with the same action and the same project; the files that it writes are
 * there either way. `run` must ask for everything through the host that it gets.
 */
export async function remembered<R extends Result>(
  cache: OpenCache,
  host: Host,
  action: Action,
  run: (host: Host) => Promise<R>,
  answered?: Answered<R>,
): Promise<R> {
  const nameOf = (of: Action) => `${runsOf(cache)}${keyOf(cache.tool, of, host.epoch)}`
  const name = nameOf(action)
  const traces = await tracesOf(cache, name)
  const answers = new Map<string, Promise<string>>()
  for (const trace of traces) {
    if ((await holds(trace, host, answers)) && (await restore(trace, host, cache))) {
      await host.digests?.keep()
      return thaw<R>(trace.result)
    }
  }
  const { host: watched, questions, writes } = watch(host)
  const result = await run(watched)
  const written = await Promise.all(
    [...writes].map(async ([path, bytes]) => [path, await keepBlob(cache.store, bytes)] as const),
  )
  const asked = await Promise.all(
    [...questions.values()].map(async ([kind, path, answer]): Promise<Question> => [kind, path, await answer]),
  )
  const wrote = new Set(writes.keys())
  const trace = { questions: asked, writes: written, result: freeze(result), used: [...cache.store.used] }
  // A file that was both read and written makes the run impossible to repeat from the cache.
  if (!asked.some(([kind, path]) => kind === 'read' && wrote.has(path))) {
    await cache.store.put(name, encode(JSON.stringify([trace, ...traces].slice(0, most))))
    if (answered) {
      const other = nameOf(answered.action)
      const also = { ...trace, writes: [], result: freeze(answered.result(result)) }
      const known = await tracesOf(cache, other)
      await cache.store.put(other, encode(JSON.stringify([also, ...known].slice(0, most))))
    }
  }
  await cache.store.flush()
  if (host.digests) await learnDigests(host.digests, asked)
  await sweep(cache)
  return result
}

const runsOf = ({ tool }: OpenCache) => `runs/${keyOf(tool).slice(0, 16)}-`

async function tracesOf({ store }: OpenCache, name: string): Promise<readonly Trace[]> {
  const known = await store.get(name)
  return known ? ownJson<Trace[]>(known) : []
}

/** Whether the project answers as it did. A question that several traces ask is asked once. */
async function holds({ questions }: Trace, host: Host, answers: Map<string, Promise<string>>): Promise<boolean> {
  const batch = 64
  for (let from = 0; from < questions.length; from += batch) {
    const same = await Promise.all(
      questions.slice(from, from + batch).map(async ([kind, path, before]) => {
        const key = `${kind} ${path}`
        const answer = answers.get(key) ?? answerOf(kind, host, path)
        answers.set(key, answer)
        return (await answer) === before
      }),
    )
    if (same.includes(false)) return false
  }
  return true
}

/** Writes again what is not there as it was written; `false` when the cache does not have it any more. */
async function restore({ writes }: Trace, host: Host, { store }: OpenCache): Promise<boolean> {
  const missing = new Map<string, Uint8Array>()
  for (const [path, digest] of writes) {
    if ((await answerOf('read', host, path)) === digest) continue
    const bytes = await store.get(`blobs/${digest}`)
    if (!bytes) return false
    missing.set(path, bytes)
  }
  if (missing.size > 0) await host.write(missing)
  return true
}

interface Watch {
  readonly host: Host
  readonly questions: ReadonlyMap<string, readonly [Kind, string, Promise<string>]>
  readonly writes: Map<string, Uint8Array>
}

/** A host that notes what it is asked and what it is told to write. */
function watch(host: Host): Watch {
  const questions = new Map<string, readonly [Kind, string, Promise<string>]>()
  const writes = new Map<string, Uint8Array>()
  const note = (kind: Kind, path: string, answer: Promise<string>) => {
    const key = `${kind} ${path}`
    if (!questions.has(key)) questions.set(key, [kind, path, answer])
  }
  const asked = <T>(kind: Kind, path: string, given: Promise<T>, digest: (value: T) => string): Promise<T> => {
    note(kind, path, given.then(digest, refusal))
    return given
  }
  return {
    questions,
    writes,
    host: {
      ...host,
      list: (folder) => asked('list', folder, host.list(folder), digestOfList),
      read: (path) => asked('read', path, host.read(path), digestOfFile),
      async write(files, options) {
        await host.write(files, options)
        for (const [path, bytes] of files) writes.set(path, bytes)
      },
    },
  }
}

function answerOf(kind: Kind, host: Host, path: string): Promise<string> {
  if (kind === 'list') return host.list(path).then(digestOfList, refusal)
  if (host.digests) return host.digests.of(path).then((digest) => digest ?? 'none', refusal)
  return host.read(path).then(digestOfFile, refusal)
}

/** So that the next run need not read what this one read. */
async function learnDigests(digests: KnownDigests, questions: readonly Question[]): Promise<void> {
  for (const [kind, path] of questions) if (kind === 'read') await digests.of(path).catch(() => undefined)
  await digests.keep()
}

const digestOfList = (names: readonly string[]) => sha256(JSON.stringify(names))
const digestOfFile = (bytes: Uint8Array | undefined) => (bytes === undefined ? 'none' : sha256(bytes))
const refusal = (error: unknown) => `refused: ${messageOf(error)}`

function freeze(result: Result): string {
  return JSON.stringify({ ...result, findings: result.findings.map(plainFinding) })
}

function thaw<R extends Result>(text: string): R {
  const result = ownJson<R>(text)
  return { ...result, findings: result.findings.map(findingOf) }
}

/** Removes what no kept trace has use for, and what another version of the tool made. */
async function sweep(cache: OpenCache): Promise<void> {
  const { store } = cache
  const kept = new Set<string>()
  for (const name of await store.names(runsOf(cache))) {
    const traces = await tracesOf(cache, name)
    kept.add(name)
    for (const { used, writes } of traces) {
      for (const one of used) kept.add(one)
      for (const [, digest] of writes) kept.add(`blobs/${digest}`)
    }
  }
  await store.keepOnly(kept)
}
