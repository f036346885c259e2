/** PDF/A, where veraPDF found what the documents at random do not hold. */
import { expect } from 'vitest'
import type { Figure, Image } from '../../src/core/tree.ts'
import { svg } from '../helpers/nodes.ts'
import { checkPdfUa } from '../helpers/pdf-ua.ts'
import { output, readerTest } from '../helpers/readers.ts'
import { documentOf, printed } from './context.ts'

const figure = (image: Image): Figure => ({
  type: 'figure',
  kind: 'figure',
  label: 'Figure 1',
  caption: [],
  children: [image],
})

const drawing = (text: string) =>
  svg('a.svg', 'A drawing', `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">${text}</svg>`, 200, 100)

readerTest('pdftotext', 'text in an SVG is set in a face that has its characters', async () => {
  const text = [
    '<text x="5" y="20" font-family="Arial">Қазақстан &amp; ☃ &#x2603; نهر السلام</text>',
    '<text x="5" y="40" font-family="Source Code Pro" font-weight="bold">Ἄραχθος <tspan fill="red">&lt;✈&gt;</tspan></text>',
    '<text x="5" y="60">河 a\u200bb\ufeffc\u00ad</text>',
  ]
  const { path, stats } = await printed(documentOf(figure(drawing(text.join('')))))
  expect(checkPdfUa(path).failures).toEqual([])
  const words = await output('pdftotext', '-raw', path, '-')
  for (const word of ['Қазақстан & ☃ ☃', 'Ἄραχθος <✈>', '\ufffd']) expect(words).toContain(word)
  expect(stats.missingGlyphs).toBe(1)
})

readerTest('qpdf', 'the helper sees a file without a media type, and a string that is too long', async () => {
  const attachment = { name: 'a', mediaType: 'text/plain; charset=utf-8', description: 'a', bytes: new Uint8Array(1) }
  const image = { ...drawing('<rect width="9" height="9"/>'), alt: 'A long alternative. '.repeat(2_000) }
  const { path } = await printed(documentOf(figure(image)), { attachments: [attachment] })
  const failures = checkPdfUa(path).failures.join()
  expect(failures).toContain('PDF/A media type')
  expect(failures).toContain('PDF/A short strings')
})
