import { encode, type Host, joined, messageOf, sha256 } from '../../core/index.ts'

/** Bytes by name in the project's `.briefpack/cache`. What was cut short or changed on the disk is not given out. */
export interface Store {
  /** The names that were asked for and found, or put, since the store was opened. */
  readonly used: ReadonlySet<string>
  /** What was kept under this name, checked against its digest; `undefined` when there is nothing, or nothing whole. */
  get(name: string): Promise<Uint8Array | undefined>
  /** Keeps bytes under a name, from the next `flush` on. */
  put(name: string, bytes: Uint8Array): Promise<void>
  /** Writes what was put. A cache that cannot be written is told of and is no error. */
  flush(): Promise<void>
  /** Removes all names but these. */
  keepOnly(names: ReadonlySet<string>): Promise<void>
  /** The names that start with a prefix. */
  names(prefix: string): Promise<readonly string[]>
}

const folder = '.briefpack/cache'

/** `warn` is told, in a sentence, of what is damaged: it is made anew. */
export function openStore(host: Host, warn: (message: string) => void): Store {
  const pending = new Map<string, Uint8Array>()
  const used = new Set<string>()
  const told = new Set<string>()
  /** What is made of the cache’s folder, or else what stands in for it; of each kind of trouble one is told. */
  const trying = async <T>(what: string, ask: () => Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await ask()
    } catch (error) {
      if (!told.has(what)) warn(`the cache could not be ${what}: ${messageOf(error)}`)
      told.add(what)
      return otherwise
    }
  }
  const list = () => trying('read', () => host.list(folder), [])
  return {
    used,
    async get(name) {
      const bytes = pending.get(name) ?? (await trying('read', () => host.read(`${folder}/${name}`), undefined))
      if (bytes === undefined) return undefined
      const body = bytes.subarray(digestLength)
      if (sha256(body) !== new TextDecoder().decode(bytes.subarray(0, digestLength))) {
        warn(`the cache entry ${folder}/${name} is damaged and is made anew`)
        return undefined
      }
      used.add(name)
      return body
    },
    async put(name, body) {
      pending.set(name, joined([encode(sha256(body)), body]))
      used.add(name)
    },
    async flush() {
      const files = new Map([...pending].map(([name, bytes]) => [`${folder}/${name}`, bytes] as const))
      if (files.size > 0) await trying('written', () => host.write(files, { lasting: false }), undefined)
      pending.clear()
    },
    async keepOnly(names) {
      const others = (await list()).filter((name) => !names.has(name)).map((name) => `${folder}/${name}`)
      await trying('tidied', async () => host.remove?.(others), undefined)
    },
    names: async (prefix) => (await list()).filter((name) => name.startsWith(prefix)),
  }
}

/** Each entry starts with the digest of the rest. */
const digestLength = 64
