// The project on the disk, while another process is writing to it.
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
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
