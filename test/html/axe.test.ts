// What axe-core, which browsers' own checks are made of, finds in the HTML of packs: nothing.
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect } from 'vitest'
import { run, sampleFolder, temporaryFolder } from '../cli/run.ts'
import { browserTest, faultsOf } from '../helpers/browser.ts'

/** A case of `test/cases`, laid over the one that it extends. */
function layered(name: string, folder = temporaryFolder()): string {
  const { extends: base } = existsSync(`test/cases/${name}/case.json`)
    ? (JSON.parse(readFileSync(`test/cases/${name}/case.json`, 'utf8')) as { extends?: string })
    : {}
  if (base) layered(base, folder)
  cpSync(`test/cases/${name}`, folder, { recursive: true })
  return folder
}

browserTest('the HTML of packs has no fault of accessibility', async (open) => {
  const page = await open()
  let looked = 0
  for (const folder of [await sampleFolder(), ...readdirSync('test/cases').map((it) => layered(it))]) {
    // Some cases are there to fail, and write nothing.
    const { out } = await run(folder, ['build', '-f', 'html', '-q'])
    for (const path of out.split('\n').filter((it) => it.endsWith('.html'))) {
      await page.goto(pathToFileURL(join(folder, path)).href)
      expect(await faultsOf(page), `${folder} ${path}`).toEqual([])
      looked++
    }
    rmSync(folder, { recursive: true })
  }
  expect(looked).toBeGreaterThan(12)
})
