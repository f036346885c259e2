import { readFile } from 'node:fs/promises'
import { type Cache, noCache, openCache } from '../../src/app/cache/cache.ts'
import { encode, type Host, PathError } from '../../src/core/host.ts'
import { compare } from '../../src/core/log.ts'

export interface MemoryHost extends Host {
  /** What the tool wrote, by path. */
  readonly written: Map<string, Uint8Array>
}

/** A world made of a map from paths to texts. What ships with the tool is read from the repository. */
export function memoryHost(files: ReadonlyMap<string, string>): MemoryHost {
  const written = new Map<string, Uint8Array>()
  return {
    written,
    list: async (folder) =>
      [...files.keys()]
        .filter((path) => path.startsWith(`${folder}/`))
        .map((path) => path.slice(folder.length + 1))
        .sort(compare),
    async read(path) {
      if (path.split('/').includes('..')) throw new PathError(`“${path}” lies outside the project`)
      const text = files.get(path)
      return text === undefined ? undefined : encode(text)
    },
    async write(outputs) {
      for (const [path, bytes] of outputs) written.set(path, bytes)
    },
    asset: (path) => readFile(`assets/${path}`),
  }
}

const kept = memoryHost(new Map())
/** What earlier tests of this worker made, as the command keeps it: for tests of what is made, and not of how. */
export const sharedCache = openCache({ ...kept, read: async (path) => kept.written.get(path) }, 'test', () => {})

/** Knows what earlier tests read, but no files, and leaves the fonts out of HTML, which take most of its time: for tests of what a page says. */
export const withoutFonts: Cache = {
  ...sharedCache,
  rememberFiles: noCache.rememberFiles,
  remember: async <T>(stage: string, inputs: unknown, make: () => T | Promise<T>) =>
    stage === 'font' ? ('' as T) : sharedCache.remember(stage, inputs, make),
}
