import { ownJson, sha256 } from '../../core/index.ts'
import { type Cache, noCache } from './cache.ts'

/** More than a large project has of records and sections; the oldest make room. */
const most = 50_000

/** A cache for a process that stays: what it made stands in its memory, as JSON, and nothing on the disk. */
export function memoryCache(): Cache {
  const kept = new Map<string, string>()
  return {
    ...noCache,
    async remember<T>(stage: string, inputs: unknown, make: () => T | Promise<T>): Promise<T> {
      const key = sha256(JSON.stringify([stage, inputs]))
      const known = kept.get(key)
      if (known !== undefined) return ownJson<T>(known)
      const value = await make()
      kept.set(key, JSON.stringify(value))
      const [oldest] = kept.keys()
      if (kept.size > most && oldest !== undefined) kept.delete(oldest)
      return value
    },
  }
}
