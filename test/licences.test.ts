// Every package that is needed to run has a licence that NOTICE.md accounts for.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const permissive = [
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  '0BSD',
  'Zlib',
  '(MIT AND Zlib)',
  '(MIT OR CC0-1.0)',
  '(MIT OR GPL-3.0-or-later)',
  'BSD',
]
/** Packages under other terms, each accounted for by name in NOTICE.md. */
const accounted: Record<string, string | undefined> = {
  citeproc: 'CPAL-1.0 OR AGPL-1.0',
  '@resvg/resvg-js': 'MPL-2.0',
  'png-js': undefined,
}

interface Locked {
  readonly license?: string
  readonly dev?: boolean
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> }
const needed = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev)

test.each(needed)('%s', (path, { license }) => {
  const name = path.replace(/^.*node_modules\//, '')
  const family = Object.keys(accounted).find((it) => name === it || name.startsWith(`${it}-`))
  if (family) expect(license).toBe(accounted[family])
  else expect(permissive).toContain(license)
})

test('NOTICE.md names each that is under other terms', () => {
  const notice = readFileSync('NOTICE.md', 'utf8')
  for (const name of Object.keys(accounted)) expect(notice).toContain(name)
})

test('the version in the code is that of the package', async () => {
  const { version } = await import('../src/core/version.ts')
  expect(version).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version)
})
