// What the page of a pack looks like on a phone and on a wide screen.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect } from 'vitest'
import type { Document, Figure } from '../../src/core/tree.ts'
import { writeHtml } from '../../src/write/html/html.ts'
import { defaultTheme } from '../../src/write/theme.ts'
import { temporaryFolder } from '../cli/run.ts'
import { browserTest } from '../helpers/browser.ts'
import { asset } from '../helpers/fonts.ts'
import { heading, paragraph, plainMeta, root, svg, table, text } from '../helpers/nodes.ts'

const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" width="439" height="100" viewBox="0 0 439 100"><text x="400" y="90" font-size="7">last</text></svg>'
const figure: Figure = {
  type: 'figure',
  kind: 'figure',
  label: 'Figure 1',
  caption: [text('A drawing')],
  children: [svg('f.svg', 'A drawing', drawing, 439, 100)],
}

browserTest(
  'nothing covers the way to the contents, and a figure is legible and shows where it goes on',
  async (open) => {
    const marking = { text: 'TLP:AMBER', ink: '#ffc000', ground: '#000000' }
    const document: Document = {
      meta: { ...plainMeta, marking },
      body: root(
        { type: 'contents', of: 'headings', entries: [{ id: 'one', depth: 2, text: 'One' }] },
        heading(2, 'one', 'One'),
        figure,
        paragraph('Words. '.repeat(900)),
      ),
    }
    const context = { theme: defaultTheme, asset, stats: {}, attachments: [] }
    const path = join(temporaryFolder(), 'page.html')
    writeFileSync(path, [...(await writeHtml(document, context)).values()][0]!)
    for (const width of [360, 700, 1280]) {
      const page = await open({ viewport: { width, height: 700 } })
      await page.goto(pathToFileURL(path).href)
      const boxOf = (selector: string) => page.locator(selector).boundingBox()
      const [button, bar, label] = [
        await boxOf('.to-contents'),
        await boxOf('.marking.bottom'),
        await boxOf('.picture text'),
      ]
      const isCut = await page.locator('.picture').evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
      const ground = await page.evaluate(`getComputedStyle(document.querySelector('.picture')).backgroundImage`)
      expect(button !== null, `${width}`).toBe(width < 1088)
      if (button) expect(button.y + button.height).toBeLessThanOrEqual(bar!.y)
      expect(label!.height).toBeGreaterThan(7.5)
      expect(isCut).toBe(width < 480)
      expect(String(ground).match(/linear-gradient/g)).toHaveLength(4)
    }
  },
)

browserTest(
  'rows are sorted by their dates, rows of long tables are found, and a figure fills the screen',
  async (open) => {
    const dates = ['May 2004', '2 May 2003', '12 April 2004', '1999']
    const rows = Array.from({ length: 20 }, (_, at) => [dates[at % 4]!, `Row ${at + 1}`])
    const body = root(figure, table([['Date', 'What'], ...rows]))
    const context = { theme: defaultTheme, asset, stats: {}, attachments: [] }
    const path = join(temporaryFolder(), 'page.html')
    writeFileSync(path, [...(await writeHtml({ meta: plainMeta, body }, context)).values()][0]!)
    const page = await open()
    await page.goto(pathToFileURL(path).href)
    const head = page.locator('thead th').first()
    const firstRow = page.locator('tbody tr').first()
    await head.getByRole('button').click()
    expect(await firstRow.textContent()).toBe('1999Row 4')
    await head.getByRole('button').press('Enter')
    expect(await firstRow.textContent()).toBe('May 2004Row 1')
    expect(await head.getAttribute('aria-sort')).toBe('descending')
    await page.locator('.filter').fill('row 7')
    expect(await page.locator('tbody tr:visible').allTextContents()).toEqual(['12 April 2004Row 7'])
    await page.locator('figure > .act').click()
    await page.locator('.picture:fullscreen').waitFor()
  },
)
