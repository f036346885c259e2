// The cache changes when things are made, and nothing else: an incremental run equals a clean one, whatever was edited or damaged.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Cache, noCache, openCache } from '../../src/app/cache/cache.ts'
import { memoryCache } from '../../src/app/cache/memory.ts'
import { remembered } from '../../src/app/cache/run.ts'
import { build, type CheckResult, check } from '../../src/build.ts'
import type { Host } from '../../src/core/host.ts'
import { compare, plainFinding } from '../../src/core/log.ts'

const formats = ['html', 'md'] as const
type Files = Map<string, Uint8Array>

describe('a cached run', () => {
  test('equals a clean one after any edits, byte for byte, findings included', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 2 }), async (edits) => {
        const files = sample()
        await run(files, 'build')
        for (const change of edits) {
          change(files)
          const cached = await run(files, 'build')
          const clean = await run(withoutCache(files), 'build', undefined)
          expect(cached).toEqual(clean)
          // So a build answers a check.
          const { findings, packs } = await run(withoutCache(files), 'check', undefined)
          expect(findings).toEqual(clean.findings)
          expect(packs.map(({ sound }) => sound)).toEqual(clean.packs.map(({ sound }) => sound))
        }
      }),
      { numRuns: Number(process.env.CACHE_RUNS ?? 2) },
    )
  })

  test('equals a clean one whatever befalls the cache, and says so', async () => {
    const files = sample()
    const first = await run(files, 'build')
    const entries = [...files.keys()].filter((path) => path.startsWith('.briefpack/'))
    expect(entries.length).toBeGreaterThan(10)
    for (const path of entries) {
      const bytes = files.get(path)!
      files.set(
        path,
        entries.indexOf(path) % 2
          ? bytes.slice(0, bytes.length / 2)
          : bytes.map((byte, at) => (at === bytes.length - 3 ? byte ^ 1 : byte)),
      )
    }
    for (const path of [...files.keys()]) if (path.startsWith('out/')) files.delete(path)
    const warnings: string[] = []
    expect(await run(files, 'build', 'tool', warnings)).toEqual(first)
    expect(warnings.join('\n')).toMatch(/is damaged and is made anew/)
  })

  test('answers another action of the same project, until that is changed', async () => {
    const files = sample()
    const host = hostOf(files, [])
    const cache = () => openCache(host, 'tool', () => {})
    const [wide, narrow] = [
      { name: 'wide', options: {} },
      { name: 'narrow', options: {} },
    ]
    const result = (of: CheckResult) => ({ ...of, packs: [] })
    const built = await remembered(cache(), host, wide, (watched) => check(watched), { action: narrow, result })
    const never = (): Promise<CheckResult> => Promise.reject(new Error('it is known'))
    const known = await remembered(cache(), host, narrow, never)
    expect(known.files).toEqual(built.files)
    expect(known.packs).toEqual([])
    files.set('corpus/actors.yaml', Buffer.from('[]\n'))
    await expect(remembered(cache(), host, narrow, never)).rejects.toThrow('it is known')
  })

  test('makes nothing when nothing was changed, and puts back what was deleted', async () => {
    const files = sample()
    const first = await run(files, 'build')
    const asked: string[] = []
    files.delete('out/alder-water.md')
    expect(await run(files, 'build', 'tool', [], asked)).toEqual(first)
    expect(asked).toEqual([])
  })

  test('goes back to an earlier state of the project without making it again', async () => {
    const files = sample()
    const path = 'corpus/actors.yaml'
    const before = files.get(path)!
    const first = await run(files, 'check')
    files.set(path, Buffer.from(`${text(files, path)}# another word\n`))
    await run(files, 'check')
    files.set(path, before)
    const asked: string[] = []
    expect(await run(files, 'check', 'tool', [], asked)).toEqual(first)
    expect(asked).toEqual([])
  })

  test('takes nothing from another version of the tool, and leaves nothing of it', async () => {
    const files = sample()
    await run(files, 'check')
    const old = [...files.keys()].filter((path) => path.startsWith('.briefpack/'))
    const asked: string[] = []
    await run(files, 'check', 'newer tool', [], asked)
    expect(asked.length).toBeGreaterThan(0)
    expect(old.filter((path) => files.has(path))).toEqual([])
  })

  test('stays small: entries that no kept run has use for are removed', async () => {
    const files = sample()
    const sections = () => [...files.keys()].filter((path) => path.startsWith('.briefpack/cache/section/')).length
    let early = 0
    for (let edition = 0; edition < 12; edition++) {
      files.set('templates/outlook.md.hbs', Buffer.from(`# Outlook ${edition}\n\nIt is ${edition}.\n`))
      await run(files, 'check')
      if (edition === 5) early = sections()
    }
    expect(sections()).toBeLessThanOrEqual(early)
  })
})

interface Outcome {
  readonly findings: readonly object[]
  readonly packs: CheckResult['packs']
  readonly out: Readonly<Record<string, string>>
}

/** One run over the files, which it changes; without a `tool` there is no cache. `asked` is told what was looked for among the tool's own files. */
async function run(
  files: Files,
  name: 'build' | 'check',
  tool: string | undefined = 'tool',
  warnings: string[] = [],
  asked: string[] = [],
): Promise<Outcome> {
  const host = hostOf(files, asked)
  const work = name === 'build' ? build : check
  const options = { formats: [...formats] }
  const cache = tool === undefined ? undefined : openCache(host, tool, (message) => warnings.push(message))
  const result = cache
    ? await remembered(cache, host, { name, options }, (watched) => work(watched, { ...options, cache }))
    : await work(host, { ...options, cache: fontsAlone })
  const out = [...files].filter(([path]) => path.startsWith('out/')).sort(([a], [b]) => compare(a, b))
  return {
    findings: result.findings.map(plainFinding),
    packs: result.packs,
    out: Object.fromEntries(out.map(([path, bytes]) => [path, Buffer.from(bytes).toString('latin1')])),
  }
}

/** To pack fonts is half of the work of a clean run, and is the same each time. */
const fonts = memoryCache()
const fontsAlone: Cache = {
  ...noCache,
  remember: async (stage, inputs, make) => (stage === 'font' ? fonts.remember(stage, inputs, make) : make()),
}

function hostOf(files: Files, asked: string[]): Host {
  return {
    list: async (folder) =>
      [...files.keys()]
        .filter((path) => path.startsWith(`${folder}/`))
        .map((path) => path.slice(folder.length + 1))
        .sort(compare),
    read: async (path) => files.get(path),
    async write(written) {
      for (const [path, bytes] of written) files.set(path, bytes)
    },
    async remove(paths) {
      for (const path of paths) files.delete(path)
    },
    async asset(path) {
      asked.push(path)
      return readFileSync(`assets/${path}`)
    },
  }
}

function sample(): Files {
  return new Map([...read('assets/sample', ''), ...read('templates', 'templates/')])
}

function read(folder: string, prefix: string): (readonly [string, Uint8Array])[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [prefix + path.slice(folder.length + 1), readFileSync(path)] as const)
}

const withoutCache = (files: Files): Files => new Map([...files].filter(([path]) => !path.startsWith('.briefpack/')))
const text = (files: Files, path: string) => Buffer.from(files.get(path)!).toString()

type Edit = (files: Files) => void

/** A change such as people make, and such as they regret: a word, a line gone, a file gone, a record twice. */
const edit: fc.Arbitrary<Edit> = fc
  .record({
    file: fc.nat(),
    line: fc.nat(),
    kind: fc.constantFrom('word', 'word', 'word', 'delete line', 'delete file', 'twice', 'tab', 'odd field', 'comment'),
  })
  .map(({ file, line, kind }) =>
    Object.assign(
      (files: Files) => {
        const paths = [...files.keys()].filter((path) => /^(corpus|templates|texts)\//.test(path)).sort(compare)
        const path = paths[file % paths.length]!
        const lines = text(files, path).split('\n')
        const at = line % lines.length
        if (kind === 'word') lines[at] = lines[at]!.replace(/[a-z]{4,}/, (word) => `${word.slice(1)}s`)
        if (kind === 'delete line') lines.splice(at, 1)
        if (kind === 'twice') lines.splice(at, 0, lines[at]!)
        if (kind === 'tab') lines[at] = `\t${lines[at]}`
        if (kind === 'odd field') lines.splice(at, 0, `${/^ */.exec(lines[at]!)![0]}__proto__: [-0, .inf]`)
        if (kind === 'comment' && path.endsWith('.yaml')) lines.push('# nothing new')
        if (kind === 'delete file') files.delete(path)
        else files.set(path, Buffer.from(lines.join('\n')))
      },
      { [fc.toStringMethod]: () => `${kind} in file ${file}, line ${line}` },
    ),
  )
