import { sha256Of } from '../digest.ts'
import { encode, type Host, joined } from '../host.ts'

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
  return {
    used,
    async get(name) {
      const bytes = pending.get(name) ?? (await readQuietly(host, name, warn))
      if (bytes === undefined) return undefined
      const body = bytes.subarray(digestLength)
      if ((await sha256Of(body)) !== new TextDecoder().decode(bytes.subarray(0, digestLength))) {
        warn(`the cache entry ${folder}/${name} is damaged and is made anew`)
        return undefined
      }
      used.add(name)
      return body
    },
    async put(name, body) {
      pending.set(name, joined([encode(await sha256Of(body)), body]))
      used.add(name)
    },
    async flush() {
      try {
        const files = [...pending].map(([name, bytes]) => [`${folder}/${name}`, bytes] as const)
        if (files.length > 0) await host.write(new Map(files), { lasting: false })
      } catch (error) {
        warn(`the cache could not be written: ${(error as Error).message}`)
      }
      pending.clear()
    },
    async keepOnly(names) {
      try {
        const all = await host.list(folder)
        await host.remove?.(all.filter((name) => !names.has(name)).map((name) => `${folder}/${name}`))
      } catch (error) {
        warn(`the cache could not be tidied: ${(error as Error).message}`)
      }
    },
    names: async (prefix) => (await host.list(folder)).filter((name) => name.startsWith(prefix)),
  }
}

/** Each entry starts with the digest of the rest. */
const digestLength = 64

async function readQuietly(host: Host, name: string, warn: (message: string) => void): Promise<Uint8Array | undefined> {
  try {
    return await host.read(`${folder}/${name}`)
  } catch (error) {
    warn(`the cache could not be read: ${(error as Error).message}`)
    return undefined
  }
}
