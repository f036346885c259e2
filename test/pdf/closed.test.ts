/** Nothing from outside comes in, and nothing that a reader must not follow goes out. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Figure } from '../../src/core/tree.ts'
import { PdfFile } from '../../src/write/pdf/printer/document.ts'
import { cleanSvg } from '../../src/write/pdf/svg.ts'
import { toDocDefinition } from '../../src/write/pdf/to-doc-definition.ts'
import { defaultTheme } from '../../src/write/theme.ts'
import { asset, testFonts } from '../helpers/fonts.ts'
import { link, paragraph, svg, text } from '../helpers/nodes.ts'
import { PdfObjects } from '../helpers/pdf-objects.ts'
import { readerTest } from '../helpers/readers.ts'
import { documentOf, printed } from './context.ts'

const hostile = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY file SYSTEM "file:///etc/hostname">]>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="100" height="50" viewBox="0 0 100 50" onload="go()">
<script>go()</script><style>@import url(http://example.org/x.css)</style>
<image href="/etc/hostname" width="10" height="10"/><image xlink:href="http://example.org/x.png"/>
<foreignObject><iframe src="http://example.org"/></foreignObject>
<a href="javascript:go()"><text x="1" y="20" font-size="10">kept &file;</text></a><use href="#mark"/><g id="mark"><rect width="5" height="5"/></g></svg>`

const figure: Figure = {
  type: 'figure',
  kind: 'figure',
  label: 'Figure 1',
  caption: [text('Hostile')],
  children: [svg('x.svg', 'A mark', hostile, 100, 50)],
}

test('a hostile drawing is cleaned, and what is harmless stays', () => {
  const clean = cleanSvg(hostile)
  expect(clean).not.toMatch(/script|import|hostname|example|foreignObject|javascript|onload|DOCTYPE/)
  expect(clean).toMatch(/kept.*<use href="#mark"\/>.*<rect/s)
})

readerTest('qpdf', 'neither a path nor an address in a drawing is opened', async () => {
  const { path, bytes } = await printed(documentOf(figure))
  expect(new PdfObjects(path).dictionaries.some((each) => each['/Subtype'] === '/Image')).toBe(false)
  expect(Buffer.from(bytes).includes(readFileSync('/etc/hostname').toString().trim() || 'none')).toBe(false)
})

test('the file opens no image by name', async () => {
  const definition = toDocDefinition(documentOf(paragraph('x')), defaultTheme)
  const fonts = await testFonts()
  const colourProfile = await asset('colour/sRGB_IEC61966_2_1.icc')
  const file = new PdfFile({ definition, fonts, colourProfile, attachments: [], isUa2: false })
  for (const name of ['/etc/hostname', 'http://example.org/x.png', 'data:image/png;base64,AAAA']) {
    expect(() => file.openImage(name)).toThrow('not opened by name')
    expect(() => file.provideImage(name)).toThrow('no image')
  }
})

readerTest('qpdf', 'links go to the web, to a mailbox, or within the document', async () => {
  const words = (url: string) => link(url, 'here')
  const urls = [
    'https://example.org/ä b?q=1&r=%20',
    'mailto:a@example.org',
    'javascript:alert(1)',
    'file:///etc/hostname',
    '#nowhere',
  ]
  const { path } = await printed(documentOf(paragraph(urls.map(words))))
  const objects = new PdfObjects(path)
  const actions = objects.dictionaries.flatMap((each) =>
    each['/URI'] === undefined ? [] : [objects.text(each['/URI'])],
  )
  const annotated = objects.dictionaries.flatMap((each) => objects.text(objects.dictionary(each['/A'])['/URI']) ?? [])
  expect([...new Set([...actions, ...annotated])].sort()).toEqual([
    'https://example.org/%C3%A4%20b?q=1&r=%20',
    'mailto:a@example.org',
  ])
})
