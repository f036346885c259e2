// What the page of a pack looks like on a phone and on a wide screen.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect } from 'vitest'
import type { Document, Figure } from '../../src/tree.ts'
import { writeHtml } from '../../src/write/html/html.ts'
import { defaultTheme } from '../../src/write/theme.ts'
import { temporaryFolder } from '../cli/run.ts'
import { browserTest } from '../helpers/browser.ts'
import { asset } from '../helpers/fonts.ts'
import { heading, paragraph, plainMeta, root, svg, text } from '../helpers/nodes.ts'

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
