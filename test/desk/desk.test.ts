// The whole way in a real browser: read, pin, write, save, see the finding, mend it, build; with the mouse and without.
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { memoryCache } from '../../src/app/cache/memory.ts'
import { type DeskServer, serveDesk } from '../../src/app/cli/desk-server.ts'
import { diskHost } from '../../src/app/cli/host.ts'
import { filesBelow, run, sampleFolder } from '../cli/run.ts'
import { browserTest, faultsOf } from '../helpers/browser.ts'

/** Each desk has the same project, read once for all of them. */
const cache = memoryCache()

async function withDesk(run_: (server: DeskServer, folder: string) => Promise<void>): Promise<void> {
  const folder = await sampleFolder()
  const server = await serveDesk({ folder, host: diskHost(folder), options: { cache }, port: 0 })
  try {
    await run_(server, folder)
  } finally {
    await server.close()
    rmSync(folder, { recursive: true })
  }
}

const source = 'alder-courier-2020'
const path = `corpus/sources/${source}.yaml`

/** Selects the first words of a paragraph with the mouse. */
async function drag(page: Page, para: number, width: number): Promise<void> {
  const box = (await page.locator(`[data-para="${para}"]`).boundingBox())!
  await page.mouse.move(box.x + 1, box.y + 12)
  await page.mouse.down()
  await page.mouse.move(box.x + width, box.y + 12, { steps: 3 })
  await page.mouse.up()
}

browserTest('open, pin, write, save, see the finding, mend it, build', (open) =>
  withDesk(async (server, folder) => {
    appendFileSync(join(folder, 'corpus/packs/common.yaml'), 'formats: [md]\n')
    const page = await open({ viewport: { width: 1280, height: 800 } })
    const failures: string[] = []
    page.on('pageerror', ({ message }) => failures.push(message))
    await page.goto(server.address)
    expect(page.url()).not.toContain('token')
    await page.locator(`a[href="#/source/${source}"]`).click()
    await page.locator('[data-para="1"]').waitFor()
    expect(await faultsOf(page)).toEqual([])

    // One selection, and the keys that are no words of the gist: Ctrl+Enter.
    await drag(page, 2, 260)
    await page.getByLabel(/^Gist/).waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.keyboard.type('On 31 December 1999 nothing of the kind was said.')
    await page.keyboard.press('Control+Enter')
    await page.getByText(/^Saved on-31-december-1999/).waitFor()
    const id = /id: (on-31-december-1999\S*)/.exec(readFileSync(join(folder, path), 'utf8'))![1]!

    // Its name moves the paragraphs below.
    await page.locator('.below a', { hasText: id }).waitFor()

    // A claim with default values: one selection and one chord. It is unfinished until its gist is written.
    await drag(page, 3, 200)
    await page.keyboard.press('Control+Enter')
    await page.getByText(/^Saved to-be-written/).waitFor()
    expect(readFileSync(join(folder, path), 'utf8')).toContain('unfinished: The gist, the voice')

    // The finding stands with the claim, and goes when it is mended.
    await page.goto(`${new URL(server.address).origin}/#/source/${source}/${id}`)
    const findings = page.locator('aside li').filter({ hasText: 'claim-agrees' })
    await findings.first().waitFor()
    const words = (await page.locator('mark.current').first().textContent())!
    await page.getByLabel(/^Gist/).fill(`${words}.`)
    await page.keyboard.press('Control+Enter')
    await page.getByText(`Saved ${id}`).waitFor()
    await page.goto(`${new URL(server.address).origin}/#/source/${source}/${id}`)
    await expect.poll(() => page.locator('nav').textContent()).toMatch(/findings \(\d+\)/)
    await expect.poll(() => findings.count()).toBe(0)

    await page.getByRole('button', { name: 'Build' }).click()
    await page.getByText(/^Built: out\//).waitFor()
    expect(filesBelow(join(folder, 'out'))).toEqual(expect.arrayContaining(['alder-water-brief.md', 'alder-water.md']))
    expect(failures).toEqual([])
  }),
)

browserTest('without a mouse: paragraphs, words and fields by keys, and a judgment weighed', (open) =>
  withDesk(async (server, folder) => {
    const page = await open({ viewport: { width: 1280, height: 800 } })
    await page.goto(server.address)
    await page.locator(`a[href="#/source/${source}"]`).focus()
    await page.keyboard.press('Enter')
    await page.locator('[data-para="1"]').waitFor()
    await page.locator('[data-para="1"]').focus()
    for (const key of ['ArrowDown', 'ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Enter'])
      await page.keyboard.press(key)
    await page.getByLabel(/^Gist/).waitFor()
    const text = (await page.locator('[data-para="2"]').textContent())!
    expect(await page.locator('form blockquote').textContent()).toBe(text.split(' ').slice(0, 3).join(' '))
    await page.keyboard.press('Escape')
    expect(await page.evaluate('document.activeElement.dataset.para')).toBe('2')

    await page.goto(`${new URL(server.address).origin}/#/judgments`)
    await page.locator('.list a').first().click()
    await page.locator('.for li').first().waitFor()
    expect(await faultsOf(page)).toEqual([])
    const before = await page.locator('.for li').count()
    await page.locator('.neither li a').first().focus()
    await page.keyboard.press('f')
    await expect.poll(() => page.locator('.for li').count()).toBe(before + 1)
    const moved = (await page.locator('.for li a').last().getAttribute('href'))!.split('/').at(-1)!
    while ((await page.locator('.for li').count()) > 0)
      await page.locator('.for li button', { hasText: 'Neither' }).first().click()
    await page.getByText('no claim supports it').waitFor()
    await page.locator(`.neither a[href$="/${moved}"]`).focus()
    await page.keyboard.press('f')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText(/^Saved /).waitFor()
    expect(readFileSync(join(folder, 'corpus/judgments.yaml'), 'utf8')).toContain(`for: [${moved}]`)
  }),
)

browserTest('who is quicker than the answers loses no word, no key and no claim', (open) =>
  withDesk(async (server, folder) => {
    const page = await open({ viewport: { width: 1280, height: 800 } })
    await page.goto(server.address)
    await page.goto(`${new URL(server.address).origin}/#/source/${source}`)
    await page.locator('[data-para="3"]').waitFor()
    // The next claim stands on the one just saved, also where the page shows it late.
    await page.route(/api\/(?:project|sources)/, () => {})
    let answer = () => {}
    const held = new Promise<void>((go) => (answer = go))
    await page.route(/api\/(?:draft|claims)/, (route) => held.then(() => route.continue()))
    await drag(page, 2, 200)
    await page.keyboard.type('Paragraph 2 says so.')
    await page.keyboard.press('Control+Enter')
    await page.keyboard.press('Control+Enter')
    await drag(page, 3, 200)
    await page.keyboard.press('Control+Enter')
    answer()
    await page.getByText(/^Saved to-be-written/).waitFor()
    await drag(page, 4, 200)
    await page.keyboard.type('Paragraph 4 says so.')
    await page.keyboard.press('Control+Enter')
    await page.getByText(/^Saved paragraph-4-says-so/).waitFor()
    const gists = [...readFileSync(join(folder, path), 'utf8').matchAll(/gist: (.*)/g)].map((it) => it[1])
    expect(gists.slice(-3)).toEqual([
      'Paragraph 2 says so.',
      expect.stringMatching(/To be written/),
      'Paragraph 4 says so.',
    ])
  }),
)

browserTest('an edit made in an editor is seen, kept, and joined with what stands in the form', (open) =>
  withDesk(async (server, folder) => {
    const page = await open({ viewport: { width: 360, height: 700 } })
    const file = join(folder, path)
    const claim = /- id: (\S+)/.exec(readFileSync(file, 'utf8'))![1]!
    await page.goto(server.address)
    await page.goto(`${new URL(server.address).origin}/#/source/${source}/${claim}`)
    await page.getByLabel('Why this grade').fill('Changed in the workbench.')
    writeFileSync(file, readFileSync(file, 'utf8').replace(/gist: .*/, 'gist: Changed in the editor.'))
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('was changed meanwhile').waitFor()
    expect(await page.locator('pre').textContent()).toContain('+     gist: Changed in the editor.')
    expect(readFileSync(file, 'utf8')).not.toContain('Changed in the workbench')
    expect(await faultsOf(page)).toEqual([])
    await expect.poll(() => page.locator('mark').count()).toBeGreaterThan(0)
    await page.waitForTimeout(1000)
    await page.getByRole('button', { name: 'I have seen it' }).click()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText(`Saved ${claim}`).waitFor()
    const now = readFileSync(file, 'utf8')
    expect(now).toContain('gist: Changed in the editor.')
    expect(now).toContain('Changed in the workbench.')
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
  }),
)

browserTest('a text from a PDF stands beside the image of its page', (open) =>
  withDesk(async (server, folder) => {
    const page = await open({ viewport: { width: 1400, height: 800 } })
    const failures: string[] = []
    page.on('pageerror', ({ message }) => failures.push(message))
    page.on('console', (it) => void (it.type() === 'error' && failures.push(it.text())))
    const sheet = await open()
    await sheet.setContent(
      '<p>The first page says one thing about the port.<p style="break-before: page">The second page says another thing about it.',
    )
    writeFileSync(join(folder, 'Report.pdf'), await sheet.pdf())
    expect(await run(folder, ['add', join(folder, 'Report.pdf')])).toMatchObject({
      code: 0,
      err: expect.stringContaining('2 pages'),
    })
    await page.goto(server.address)
    await page.goto(`${new URL(server.address).origin}/#/source/report`)
    const ink = () =>
      page.evaluate<number>(`(() => {
        const canvas = document.querySelector('canvas')
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
        return data.filter((it, at) => at % 4 === 0 && it < 128).length
      })()`)
    await page.getByText('p. 1 of 2').waitFor()
    await expect.poll(ink).toBeGreaterThan(100)
    await page.locator('[data-para="2"]').click()
    await page.getByText('p. 2 of 2').waitFor()
    await expect.poll(ink).toBeGreaterThan(100)
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Page before' }).click()
    await page.getByText('p. 1 of 2').waitFor()
    await page.getByRole('button', { name: 'Page image' }).click()
    expect(await page.locator('canvas').count()).toBe(0)
    expect(failures).toEqual([])
  }),
)

browserTest('what a text or a record holds is shown as words, and never runs', (open) =>
  withDesk(async (server, folder) => {
    const attack = '<img src=x onerror="document.title=1"><script>document.title=2</script>'
    const text = join(folder, `texts/${source}.txt`)
    writeFileSync(text, `${attack}\n${readFileSync(text, 'utf8')}`)
    const file = join(folder, path)
    writeFileSync(file, readFileSync(file, 'utf8').replace(/gist: .*/, `gist: '${attack}'`))
    const page = await open()
    await page.goto(server.address)
    await page.goto(`${new URL(server.address).origin}/#/source/${source}`)
    await page.locator('aside li').first().waitFor()
    expect(await page.locator('[data-para="1"]').textContent()).toBe(attack)
    expect(await page.locator('aside li a').first().textContent()).toBe(attack)
    expect(await page.locator('main img, main script').count()).toBe(0)
    expect(await page.title()).toBe('briefpack desk')
  }),
)
