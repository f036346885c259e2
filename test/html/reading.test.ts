// What the page of a pack does for its reader: with its script, without it, and in the dark.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { decode } from 'fast-png'
import { expect } from 'vitest'
import { run, sampleFolder, temporaryFolder } from '../cli/run.ts'
import { browserTest, faultsOf } from '../helpers/browser.ts'

async function built(folder: string): Promise<(pack: string) => string> {
  const { code } = await run(folder, ['build', '-f', 'html', '-q'])
  expect(code).toBe(0)
  return (pack) => pathToFileURL(join(folder, 'out', `${pack}.html`)).href
}
const folder = temporaryFolder()
await run(folder, ['init', '.'])
const pack = join(folder, 'corpus/packs/pack.yaml')
writeFileSync(pack, readFileSync(pack, 'utf8').replace('sections: [', 'sections: [contents, '))
const start = await built(folder)
const sample = await built(await sampleFolder())

browserTest('notes and claims are shown where they are called, until Escape', async (open) => {
  const page = await open()
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(start('pack'))
  const tip = page.locator('.tip')
  await page.locator('[role=doc-noteref]').first().hover()
  await tip.waitFor({ state: 'visible' })
  expect(await tip.textContent()).toContain('para. 3')
  await tip.locator('a').last().hover()
  expect(await tip.isVisible()).toBe(true)
  await page.keyboard.press('Escape')
  expect(await tip.isVisible()).toBe(false)

  await page.goto(sample('alder-water-brief'))
  const claim = page.locator('main a[href*="#claim-"]').first()
  const said = await claim.getAttribute('title')
  await claim.focus()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Tab')
  expect(await page.locator('.tip').textContent()).toBe(said)
  expect(said?.length).toBeGreaterThan(20)
  expect(complaints).toEqual([])
})

browserTest('the contents mark the section that is read, and a search leads to what it finds', async (open) => {
  const page = await open({ viewport: { width: 1280, height: 500 } })
  await page.goto(start('pack'))
  const rail = page.locator('.rail')
  await page.evaluate('document.querySelector("#annex-claims").scrollIntoView()')
  await rail.locator('[aria-current]', { hasText: 'Claim register' }).waitFor()
  expect(await rail.locator('[aria-current]').count()).toBe(1)
  await rail.locator('input').fill('TÍE IS')
  await rail.locator('.count', { hasText: /: [1-9]/ }).waitFor()
  const hit = rail.locator('.hits a').first()
  expect(await hit.locator('mark').textContent()).toBe('tie is')
  await hit.click()
  expect(await page.locator(':target').textContent()).toContain('the tie is broken')
})

browserTest('without scripts nothing is offered that does nothing, and a note is one link away', async (open) => {
  const page = await open({ javaScriptEnabled: false })
  await page.goto(start('pack'))
  expect(await page.locator('.search, .act, .tip').count()).toBe(0)
  await page.locator('[role=doc-noteref]').first().click()
  const note = page.locator('.notes li:target')
  expect(await note.count()).toBe(1)
  await note.locator('a[href^="#claim-"]').click()
  expect(await page.locator('tr :target').count()).toBe(1)
})

browserTest('in the dark, figures of ours are dark and legible', async (open) => {
  const page = await open({ colorScheme: 'dark' })
  await page.goto(sample('alder-water'))
  const { data, channels } = decode(await page.locator('.drawn').first().screenshot())
  const lights = Array.from({ length: data.length / channels }, (_, at) => data[channels * at]!)
  expect(lights.filter((it) => it < 80).length / lights.length).toBeGreaterThan(0.7)
  expect(lights.filter((it) => it > 150).length).toBeGreaterThan(20)
})

browserTest('no page is wider than its screen, no short table scrolls, and nothing has a fault', async (open) => {
  const addresses = [start('pack'), sample('alder-water'), sample('alder-water-brief')]
  for (const [row, width] of [360, 800, 1280].entries()) {
    for (const [at, colorScheme] of (['dark', 'light'] as const).entries()) {
      if (row % 2 !== at && !process.env.ALL_SCREENS) continue
      const page = await open({ viewport: { width, height: 740 }, colorScheme })
      for (const [column, address] of addresses.entries()) {
        await page.goto(address)
        const wider = await page.evaluate(
          '[document.documentElement, ...document.querySelectorAll(".short")].filter((it) => it.scrollWidth > it.clientWidth + 1).length',
        )
        expect(wider, `${address} ${width}`).toBe(0)
        // Every pack, every width, the light and the dark once; with `ALL_SCREENS`, all with all.
        if (row !== column && !process.env.ALL_SCREENS) continue
        expect(await faultsOf(page), `${address} ${width} ${colorScheme}`).toEqual([])
      }
      await page.close()
    }
  }
})
