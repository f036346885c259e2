import { encode, type Host, ownJson, sha256 } from '../../core/index.ts'
import { openStore, type Store } from './store.ts'

/** What earlier runs made, by the digest of all that it was made from: the tool, the stage, its inputs. */
export interface Cache {
  /** What `make` gives for these inputs, from this or an earlier run: plain data, which `JSON` gives back as it was. */
  remember<T>(stage: string, inputs: unknown, make: () => T | Promise<T>): Promise<T>
  /** As `remember`, of files, with what is to be known of them. */
  rememberFiles<T>(stage: string, inputs: unknown, make: () => Promise<Files<T>>): Promise<Files<T>>
  /** Small values that a stage keeps by digests of its own; those that were used are kept for the next run. */
  memo<T>(stage: string, inputs: unknown, use: (memo: Memo) => T): Promise<T>
}

/** Files by path, and plain data about them. */
export interface Files<T> {
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly about: T
}

/** Values by key. */
export interface Memo {
  get(key: string): string | undefined
  set(key: string, value: string): unknown
}

/** Keeps nothing. */
export const noCache: Cache = {
  remember: async (_stage, _inputs, make) => make(),
  rememberFiles: (_stage, _inputs, make) => make(),
  memo: async (_stage, _inputs, use) => use(new Map()),
}

export interface OpenCache extends Cache {
  readonly store: Store
  /** Entries are keyed by the digest of the tool's own files, so another version never reads them. */
  readonly tool: string
}

/** The cache of a project, on its host. `warn` is told of damaged entries. */
export function openCache(host: Host, tool: string, warn: (message: string) => void): OpenCache {
  const store = openStore(host, warn)
  const nameOf = async (stage: string, inputs: unknown) => `${stage}/${sha256(canonical([tool, stage, inputs]))}`
  const keep = (name: string, value: unknown) => store.put(name, encode(JSON.stringify(value)))
  return {
    store,
    tool,
    async remember<T>(stage: string, inputs: unknown, make: () => T | Promise<T>): Promise<T> {
      const name = await nameOf(stage, inputs)
      const known = await store.get(name)
      if (known) return ownJson<T>(known)
      const value = await make()
      await keep(name, value)
      return value
    },
    async rememberFiles<T>(stage: string, inputs: unknown, make: () => Promise<Files<T>>) {
      const name = await nameOf(stage, inputs)
      const known = await store.get(name)
      const kept = known && ownJson<{ digests: Digests; about: T }>(known)
      const files = kept && (await blobsOf(store, kept.digests))
      if (files) return { files, about: kept.about }
      const made = await make()
      const digests = [...made.files].map(async ([path, bytes]) => [path, await keepBlob(store, bytes)])
      await keep(name, { digests: await Promise.all(digests), about: made.about })
      return made
    },
    async memo(stage, inputs, use) {
      const name = await nameOf(stage, inputs)
      const known = await store.get(name)
      const before = new Map<string, string>(known ? ownJson(known) : [])
      const now = new Map<string, string>()
      const result = use(recorder(before, now))
      if (now.size !== before.size || [...now.keys()].some((key) => !before.has(key))) await keep(name, [...now])
      return result
    },
  }
}

/** The digest of what something is made from; bytes count by their own digest. */
export function keyOf(...inputs: readonly unknown[]): string {
  return sha256(canonical(inputs))
}

function canonical(inputs: readonly unknown[]): string {
  return JSON.stringify(inputs, (_key, value) => (value instanceof Uint8Array ? sha256(value) : value))
}

/** Gives what was known before and notes in `now` what was asked for or set. */
function recorder(before: ReadonlyMap<string, string>, now: Map<string, string>): Memo {
  return {
    get(key) {
      const value = now.get(key) ?? before.get(key)
      if (value !== undefined) now.set(key, value)
      return value
    },
    set: (key, value) => now.set(key, value),
  }
}

/** Keeps bytes under their own digest, which it gives. */
export async function keepBlob(store: Store, bytes: Uint8Array): Promise<string> {
  const digest = sha256(bytes)
  await store.put(`blobs/${digest}`, bytes)
  return digest
}

type Digests = readonly (readonly [path: string, digest: string])[]

async function blobsOf(store: Store, digests: Digests): Promise<Map<string, Uint8Array> | undefined> {
  const files = new Map<string, Uint8Array>()
  for (const [path, digest] of digests) {
    const bytes = await store.get(`blobs/${digest}`)
    if (!bytes) return undefined
    files.set(path, bytes)
  }
  return files
}
