/** What a browser makes of our page. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect } from 'vitest'
import { writeHtml } from '../../src/write/html/html.ts'
import { defaultTheme } from '../../src/write/theme.ts'
import { wordsIn, wordsOf } from '../helpers/arbitrary-tree.ts'
import { browserTest } from '../helpers/browser.ts'
import { asset } from '../helpers/fonts.ts'
import { output } from '../helpers/readers.ts'
import { sampleDocument } from '../helpers/sample-document.ts'

browserTest('Chromium prints every word of the sample, in the fonts that the page carries', async (open) => {
  const context = { theme: defaultTheme, asset, stats: {}, attachments: [] }
  const [[name, bytes]] = [...(await writeHtml(sampleDocument(), context))] as [[string, Uint8Array]]
  const folder = mkdtempSync(join(tmpdir(), 'briefpack-html-'))
  const page = join(folder, name)
  const pdf = join(folder, 'page.pdf')
  writeFileSync(page, bytes)
  const shown = await open()
  await shown.goto(pathToFileURL(page).href)
  await shown.pdf({ path: pdf })

  const fonts = await output('pdffonts', pdf)
  expect(fonts).toMatch(/SourceSerif4-Regular/)
  expect(fonts).toMatch(/SourceSans3-Semibold/)
  const read = new Set(wordsIn(await output('pdftotext', pdf, '-')))
  // A browser sets small capitals and raised figures without a gap; Arabic is printed in its order of drawing.
  const lost = wordsOf(sampleDocument().body).filter(
    (word) => /^[\p{sc=Latin}\p{sc=Cyrillic}]{3,}$/u.test(word) && !read.has(word),
  )
  expect(lost).toEqual([])
})
