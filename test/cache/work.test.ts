// What one edit costs, counted in what is made anew and not in seconds.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openCache } from '../../src/app/cache/cache.ts'
import { remembered } from '../../src/app/cache/run.ts'
import { check } from '../../src/build.ts'
import { sha256 } from '../../src/core/digest.ts'
import type { Host } from '../../src/core/host.ts'
import { compare } from '../../src/core/log.ts'

type Files = Map<string, Uint8Array>

function filesIn(folder: string, prefix: string): [string, Uint8Array][] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [prefix + path.slice(folder.length + 1), readFileSync(path)])
}

/** A check of the files; gives what it read of the project, and how many things of each kind it made. */
async function work(files: Files) {
  const read: string[] = []
  const before = new Set(files.keys())
  const host: Host = {
    list: async (folder) =>
      [...files.keys()]
        .filter((path) => path.startsWith(`${folder}/`))
        .map((path) => path.slice(folder.length + 1))
        .sort(compare),
    async read(path) {
      if (!path.startsWith('.briefpack/')) read.push(path)
      return files.get(path)
    },
    async write(written) {
      for (const [path, bytes] of written) files.set(path, bytes)
    },
    asset: async (path) => readFileSync(`assets/${path}`),
    digests: {
      async of(path) {
        const bytes = files.get(path)
        return bytes && sha256(bytes)
      },
      keep: async () => undefined,
    },
  }
  const cache = openCache(host, 'tool', () => {})
  await remembered(cache, host, { name: 'check', options: {} }, (watched) => check(watched, { cache }))
  const made = [...files.keys()].filter((path) => !before.has(path)).map((path) => path.split('/')[2]!)
  const count = (kind: string) => made.filter((it) => it === kind).length
  return { read, records: count('records'), sections: count('section') }
}

test('one word of one record edited: one file and the pieces that print it are read anew', async () => {
  const files: Files = new Map([...filesIn('assets/sample', ''), ...filesIn('templates', 'templates/')])
  const first = await work(files)
  expect(first.records).toBeGreaterThan(5)
  expect(first.sections).toBeGreaterThan(10)
  expect(await work(files)).toEqual({ read: [], records: 0, sections: 0 })
  const path = 'corpus/judgments.yaml'
  const text = new TextDecoder().decode(files.get(path))
  const edited = text.replace('A sample of 2020 that', 'A sample of the year 2020 that')
  expect(edited).not.toBe(text)
  files.set(path, new TextEncoder().encode(edited))
  const after = await work(files)
  expect(after.records).toBe(1)
  expect(after.sections).toBeLessThan(first.sections / 4)
})
