// What axe-core, which browsers' own checks are made of, finds in the HTML of packs: nothing.
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect } from 'vitest'
import { loadConfig } from '../../src/app/cli/config.ts'
import { build } from '../../src/build.ts'
import { sha256 } from '../../src/core/digest.ts'
import { browserTest, faultsOf } from '../helpers/browser.ts'
import { caseOf } from '../helpers/cases.ts'
import { readFiles } from '../helpers/golden.ts'
import { memoryHost, withoutFonts } from '../helpers/memory-host.ts'

const own = [...readFiles('templates')].map(([path, text]) => [`templates/${path}`, text] as const)
const sample = { name: 'the example', folder: 'assets/sample', files: new Map([...readFiles('assets/sample'), ...own]) }
const cases = readdirSync('test/cases').map((name) => ({ name, folder: `test/cases/${name}`, ...caseOf(name) }))

browserTest('the HTML of packs has no fault of accessibility', async (open) => {
  const page = await open()
  const file = join(mkdtempSync(join(tmpdir(), 'axe-')), 'pack.html')
  const seen = new Set<string>()
  for (const { name, folder, files } of [sample, ...cases]) {
    const host = memoryHost(files)
    const { config } = await loadConfig(folder)
    // Some cases are there to fail, and write nothing.
    await build(host, { formats: ['html'], config, cache: withoutFonts })
    for (const [path, bytes] of host.written) {
      const digest = sha256(bytes)
      if (seen.has(digest)) continue
      seen.add(digest)
      writeFileSync(file, bytes)
      await page.goto(pathToFileURL(file).href)
      expect(await faultsOf(page), `${name} ${path}`).toEqual([])
    }
  }
  expect(seen.size).toBeGreaterThan(20)
})
