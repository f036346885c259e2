/** Where a file cannot be written, it is named and no other is changed. */
import { mkdtempSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { diskHost } from '../../src/app/cli/host.ts'

let code = ''
// Root may write everything, so that the disk's answer is given here.
vi.mock('node:fs/promises', async (original) => ({
  ...(await original<typeof import('node:fs/promises')>()),
  rename: async (from: string, to: string) => {
    if (basename(to) === 'stuck.yaml') throw Object.assign(new Error('EIO'), { code: 'EIO' })
    renameSync(from, to)
  },
  access: async (path: string) => {
    if (basename(path) === 'shut.yaml') throw Object.assign(new Error(code), { code, path })
  },
}))

test.each([
  ['EACCES', 'you have no permission to'],
  ['EPERM', 'you have no permission to'],
  ['EROFS', 'the disk is read-only'],
])('%s', async (given, why) => {
  code = given
  const folder = mkdtempSync(join(tmpdir(), 'unwritable-'))
  const names = ['a.yaml', 'shut.yaml', 'z.yaml']
  for (const name of names) writeFileSync(join(folder, name), 'old')
  const files = new Map(names.map((name) => [name, new TextEncoder().encode('new')]))
  await expect(diskHost(folder).write(files)).rejects.toThrow(`“shut.yaml” cannot be written: ${why}`)
  expect(readdirSync(folder)).toEqual(names)
  for (const name of names) expect(readFileSync(join(folder, name), 'utf8')).toBe('old')
})

test('a disk that fails between two files: how many are new is known', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'unwritable-'))
  const files = new Map(['a.yaml', 'stuck.yaml', 'z.yaml'].map((name) => [name, new TextEncoder().encode('new')]))
  await expect(diskHost(folder).write(files)).rejects.toMatchObject({ code: 'EIO', replaced: 1 })
  expect(readdirSync(folder)).toEqual(['a.yaml'])
})
