// The project on the disk, while another process is writing to it.
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { diskHost } from '../../src/cli/host.ts'
import { encode } from '../../src/host.ts'

const folder = mkdtempSync(join(tmpdir(), 'briefpack-'))

test('a file that another process is still writing is not there yet, so that nobody reads or removes it', async () => {
  const host = diskHost(folder)
  await host.write(new Map([['cache/whole', encode('whole')]]))
  writeFileSync(join(folder, 'cache', 'entry.123-0a1b2c3d.part'), 'half')
  writeFileSync(join(folder, 'cache', 'my.part'), 'a name of the project’s own')
  expect(await host.list('cache')).toEqual(['my.part', 'whole'])
  await host.remove?.((await host.list('cache')).map((name) => `cache/${name}`))
  expect(readdirSync(join(folder, 'cache'))).toEqual(['entry.123-0a1b2c3d.part'])
})

test('what is written through a link changes the file that it leads to, and files keep their modes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'briefpack-host-'))
  try {
    mkdirSync(join(folder, 'shared'))
    writeFileSync(join(folder, 'shared/a.yaml'), 'old', { mode: 0o640 })
    symlinkSync('shared/a.yaml', join(folder, 'a.yaml'))
    await diskHost(folder).write(new Map([['a.yaml', encode('new')]]))
    expect(lstatSync(join(folder, 'a.yaml')).isSymbolicLink()).toBe(true)
    expect(readFileSync(join(folder, 'shared/a.yaml'), 'utf8')).toBe('new')
    expect(lstatSync(join(folder, 'shared/a.yaml')).mode & 0o777).toBe(0o640)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
