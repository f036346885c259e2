// Stat data is a hint, and content is what counts: whatever is done to the files, digests are those of what is in them.
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { knownDigests } from '../../src/app/cli/digests.ts'
import { diskHost } from '../../src/app/cli/host.ts'
import { sha256 } from '../../src/core/digest.ts'

const names = ['a.txt', 'deep/b.txt', 'deep/c.txt']
/** Longer than a tick of the clocks of common disks, and shorter than what tests wait. */
const tick = 20_000_000n

async function inFolder(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'briefpack-digests-'))
  try {
    mkdirSync(join(folder, 'deep'))
    mkdirSync(join(folder, '.briefpack'))
    for (const name of names) writeFileSync(join(folder, name), 'aaaa')
    await run(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function opened(folder: string) {
  const host = diskHost(folder)
  const reads: string[] = []
  const read = (path: string) => {
    reads.push(path)
    return host.read(path)
  }
  return { reads, digests: knownDigests(folder, { ...host, read }, tick) }
}

const digestsIn = (folder: string) =>
  names.map((name) => {
    const full = join(folder, name)
    return statSync(full, { throwIfNoEntry: false }) ? sha256(readFileSync(full)) : undefined
  })

test('a file that stays as it is, is not read again', () =>
  inFolder(async (folder) => {
    await wait(60)
    const first = opened(folder)
    for (const name of names) await first.digests.of(name)
    await first.digests.keep()
    const second = opened(folder)
    expect(await Promise.all(names.map(second.digests.of))).toEqual(digestsIn(folder))
    expect([first.reads, second.reads]).toEqual([names, []])
  }))

type Edit = (folder: string) => Promise<void> | void

/** The size stays, and where it can be so do the times. */
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.constant(Object.assign(() => wait(60), { [fc.toStringMethod]: () => 'wait' })),
  fc
    .tuple(fc.constantFrom(...names), fc.constantFrom('aaaa', 'bbbb', 'cccc'), fc.constantFrom('write', 'replace'))
    .map(([name, text, how]) =>
      Object.assign(
        (folder: string) => {
          const full = join(folder, name)
          const { atime, mtime } = statSync(full)
          const at = how === 'replace' ? `${full}.new` : full
          writeFileSync(at, text)
          utimesSync(at, atime, mtime)
          if (how === 'replace') renameSync(at, full)
        },
        { [fc.toStringMethod]: () => `${how} ${name}: ${text}` },
      ),
    ),
)

test('an edit is seen that keeps size and time', () =>
  fc.assert(
    fc.asyncProperty(fc.array(edit, { maxLength: 8 }), (edits) =>
      inFolder(async (folder) => {
        await wait(60)
        for (const change of [() => undefined, ...edits]) {
          await change(folder)
          const { digests } = opened(folder)
          const found: unknown[] = []
          for (const name of names) found.push(await digests.of(name))
          expect(found).toEqual(digestsIn(folder))
          await digests.keep()
        }
      }),
    ),
    { numRuns: Number(process.env.DIGEST_RUNS ?? 10), seed: 4 },
  ))

test('a folder that was moved away and linked is as forbidden as for reading', () =>
  inFolder(async (folder) => {
    await wait(60)
    const { digests } = opened(folder)
    expect(await digests.of('deep/b.txt')).toBe(sha256('aaaa'))
    await digests.keep()
    const away = mkdtempSync(join(tmpdir(), 'briefpack-away-'))
    renameSync(join(folder, 'deep'), join(away, 'deep'))
    symlinkSync(join(away, 'deep'), join(folder, 'deep'))
    await expect(opened(folder).digests.of('deep/b.txt')).rejects.toThrow('symbolic link')
    rmSync(away, { recursive: true })
  }))

test('a damaged index is none', () =>
  inFolder(async (folder) => {
    writeFileSync(join(folder, '.briefpack/digests.json'), '{"a.txt": [')
    expect(await opened(folder).digests.of('a.txt')).toBe(sha256('aaaa'))
    expect(await opened(folder).digests.of('none.txt')).toBeUndefined()
  }))
