// The project on the disk, while another process is writing to it.
import { execFileSync, spawnSync } from 'node:child_process'
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { diskHost } from '../../src/app/cli/host.ts'
import { interrupted } from '../../src/app/cli/replace.ts'
import { encode } from '../../src/core/host.ts'

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

test('what is no plain file is said with its path, and read by nobody', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'briefpack-host-'))
  const server = createServer()
  try {
    mkdirSync(join(folder, 'texts'))
    execFileSync('mkfifo', [join(folder, 'texts/pipe.txt')])
    symlinkSync('pipe.txt', join(folder, 'texts/link.txt'))
    await new Promise<void>((done) => server.listen(join(folder, 'texts/socket.txt'), done))
    symlinkSync('/dev/zero', join(folder, 'texts/zero.txt'))
    symlinkSync('gone.txt', join(folder, 'texts/nowhere.txt'))
    symlinkSync('round.txt', join(folder, 'texts/round.txt'))
    mkdirSync(join(folder, 'texts/folder.txt'))
    writeFileSync(join(folder, 'texts/huge.txt'), '')
    truncateSync(join(folder, 'texts/huge.txt'), 3_000_000_000)
    const host = diskHost(folder)
    const reasons = {
      folder: /is a folder/,
      nowhere: /leads nowhere/,
      round: /leads back to itself/,
      pipe: /is a pipe/,
      link: /is a pipe/,
      socket: /a socket/,
      zero: /leads out of the project/,
      huge: /has 3000000000 bytes/,
    }
    expect(await host.list('texts')).toEqual(
      Object.keys(reasons)
        .map((name) => `${name}.txt`)
        .sort(),
    )
    for (const [name, reason] of Object.entries(reasons))
      await expect(host.read(`texts/${name}.txt`)).rejects.toThrow(reason)
    await expect(host.write(new Map([['texts/pipe.txt', encode('words')]]))).rejects.toThrow(/is a pipe/)
    symlinkSync('elsewhere', join(folder, 'out'))
    await expect(host.write(new Map([['out/a.md', encode('words')]]))).rejects.toThrow(/“out” .* leads nowhere/)
    expect(await host.read('texts/not-there.txt')).toBeUndefined()
    expect(lstatSync(join(folder, 'texts/pipe.txt')).isFIFO()).toBe(true)
  } finally {
    server.close()
    rmSync(folder, { recursive: true, force: true })
  }
})

test('a killed process leaves no parts for good, and the next run knows which files are of two editions', async () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'briefpack-host-')))
  const dead = spawnSync('true').pid
  const files = (edition: string) => new Map([...'abc'].map((name) => [`out/${name}.md`, encode(edition)]))
  try {
    const host = diskHost(folder)
    await host.write(files('first'))
    expect(interrupted(folder)).toEqual([])
    mkdirSync(join(folder, '.briefpack'))
    writeFileSync(
      join(folder, '.briefpack/replacing.json'),
      JSON.stringify({ writer: dead, files: ['out/a.md', 'out/b.md', 'out/c.md'] }),
    )
    writeFileSync(join(folder, `out/c.md.${dead}-0a1b2c3d.part`), 'half')
    writeFileSync(join(folder, `out/c.md.${process.pid}-0a1b2c3d.part`), 'of a living process')
    expect(interrupted(folder)).toEqual(['out/a.md', 'out/b.md', 'out/c.md'])
    await host.write(files('second'))
    expect(readdirSync(join(folder, 'out'))).toEqual(['a.md', 'b.md', 'c.md', `c.md.${process.pid}-0a1b2c3d.part`])
    expect(interrupted(folder)).toEqual([])
    expect(readdirSync(join(folder, '.briefpack'))).toEqual([])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
