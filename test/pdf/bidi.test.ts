/** Text from right to left stands in the PDF as it stands in a browser, letter by letter. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Figure, Inline, Paragraph } from '../../src/core/tree.ts'
import { getDocument, OPS, Util } from '../../src/evidence/import/pdfjs.ts'
import { writeHtml } from '../../src/write/html/html.ts'
import { defaultTheme } from '../../src/write/theme.ts'
import { asset } from '../helpers/fonts.ts'
import { heading, inLanguage, link, paragraph, strong, svg } from '../helpers/nodes.ts'
import { output, readerTest } from '../helpers/readers.ts'
import { documentOf, printed } from './context.ts'

/** No lam before an alef: the two are one glyph, which no reader cuts in the same place. */
const words = ['كتب', 'دور', 'من', 'שלום', 'דבר', 'KNB', 'x', '2013', '12%', '3.5', '٢٠١٣', '١٢٫٥٪', '۱۳۹۲', '$5', '+7']
const between = [' ', ' ', ' ', ', ', '; ', '، ', ' (', ') ', ' «', '» ', ': ', '-', '/', ' – ', '. ']
const stretch = fc
  .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(...between)), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.flat().join(''))
const inline: fc.Arbitrary<Inline | string> = fc.oneof(
  { weight: 4, arbitrary: stretch },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constantFrom('ar', 'he', 'fa', 'en'), stretch).map(([lang, it]) => inLanguage(lang, it)),
  },
  { weight: 1, arbitrary: stretch.map((it) => strong(it)) },
  { weight: 1, arbitrary: stretch.map((it) => link('https://example.org/', it)) },
)
const line = fc
  .tuple(fc.array(inline, { minLength: 1, maxLength: 3 }), fc.constantFrom(undefined, 'ar', 'he', undefined))
  .map(([children, lang]) => paragraph(children, lang === undefined ? undefined : { lang }))

/** As reports write them. */
const written: Paragraph[] = [
  paragraph('في عام ٢٠١٣ و ١٧ يونيو ٢٠٠٥ و ١٢٫٥٪ end.'),
  paragraph(['In ', inLanguage('ar', 'في عام ٢٠١٣ قال «مرحبا» (KNB) ثم ١٢٫٥٪ من'), ' the KNB said.']),
  paragraph('قال إنّ TIR-2000 وصف في عام 2013، «وقد» (KNB) [في] 48 دور.', { lang: 'ar' }),
  paragraph('در سنۀ ۱۳۹۲ (۲۰۱۳) گفت: «سم» و ۱۲٫۵ درصد.', { lang: 'fa' }),
  paragraph('שלום עולם 2013 – ABC (KNB) וגם 12%!', { lang: 'he' }),
  paragraph('Group كريم أبو زيد; 2 claims taken from it.'),
]

const fold = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}\s]/gu, '')
    .replace(/[)\]»>]/g, (sign) => ({ ')': '(', ']': '[', '»': '«', '>': '<' })[sign]!)

readerTest('chromium', '150 lines at random and six as reports write them', async () => {
  const lines = [...written, ...fc.sample(line, { numRuns: 150, seed: 20 })]
  const blocks = lines.flatMap((it, i) => [
    heading(1, `h-${i}`, `Line ${i}`),
    { ...it, data: { ...it.data, id: `p-${i}` } },
  ])
  const document = documentOf(...blocks)
  const context = { theme: defaultTheme, asset, stats: {}, attachments: [] }
  const html = new TextDecoder().decode([...(await writeHtml(document, context)).values()][0])
  const { bytes } = await printed(document, { theme: { ...defaultTheme, measure: 200 } })
  const [shown, set] = [await orderInBrowser(html, lines.length), await orderInPdf(bytes)]
  expect(set.length).toBe(lines.length)
  for (const [i, expected] of shown.entries()) expect(set[i], JSON.stringify(lines[i])).toBe(expected)
})

/** The characters of each line from left to right. */
async function orderInBrowser(html: string, count: number): Promise<string[]> {
  const script = `<script>{
    const order = (p) => {
      const found = []
      const walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (let i = 0; i < node.data.length; i++) {
          const range = document.createRange()
          range.setStart(node, i)
          range.setEnd(node, i + 1)
          const box = range.getBoundingClientRect()
          found.push([box.left + box.width / 2, node.data[i]])
        }
      }
      return found.sort((a, b) => a[0] - b[0]).map(([, text]) => text).join('')
    }
    const all = Array.from({ length: ${count} }, (_, i) => order(document.getElementById('p-' + i)))
    document.body.innerHTML = '<pre id="out"></pre>'
    document.getElementById('out').textContent = JSON.stringify(all)
  }</script>`
  const folder = mkdtempSync(join(tmpdir(), 'briefpack-bidi-'))
  try {
    const path = join(folder, 'a.html')
    // Without the page's own rule against scripts, and on one line each.
    const open = html.replace(
      /<meta http-equiv="Content-Security-Policy"[^>]*>/i,
      '<style>p { white-space: nowrap }</style>',
    )
    writeFileSync(path, open.replace('</body>', `${script}</body>`))
    const quiet = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
    const headless = ['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${join(folder, 'profile')}`]
    const dom = await output('chromium', ...headless, ...quiet, '--window-size=3000,2000', '--dump-dom', path)
    const json = /<pre id="out">([\s\S]*?)<\/pre>/.exec(dom)![1]!
    const plain = json.replace(/&(amp|lt|gt);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>' })[name]!)
    return (JSON.parse(plain) as string[]).map(fold)
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

interface ShownGlyph {
  readonly unicode: string
  readonly width: number
}

/** The same of the lines between headings, by where each glyph is drawn. */
async function orderInPdf(bytes: Uint8Array): Promise<string[]> {
  const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise
  const rows: { y: number; x: number; text: string }[][] = []
  for (let number = 2; number <= pdf.numPages; number++) {
    const { fnArray, argsArray } = await (await pdf.getPage(number)).getOperatorList()
    const found: { y: number; x: number; text: string }[] = []
    let [matrix, text, size, x] = [[1, 0, 0, 1, 0, 0], [1, 0, 0, 1, 0, 0], 0, 0]
    const saved: number[][] = []
    fnArray.forEach((operator, i) => {
      const parameters = argsArray[i] as unknown[]
      if (operator === OPS.save) saved.push(matrix)
      if (operator === OPS.restore) matrix = saved.pop() ?? matrix
      if (operator === OPS.transform) matrix = Util.transform(matrix, parameters as number[])
      if (operator === OPS.setFont) size = parameters[1] as number
      if (operator === OPS.setTextMatrix) [text, x] = [Array.from(parameters[0] as ArrayLike<number>), 0]
      if (operator !== OPS.showText) return
      for (const glyph of parameters[0] as (ShownGlyph | number)[]) {
        if (typeof glyph === 'number') x -= (glyph * size) / 1000
        else {
          const width = (glyph.width * size) / 1000
          const at = Util.transform(matrix, Util.transform(text, [1, 0, 0, 1, x + width / 2, 0]))
          found.push({ x: at[4]!, y: Math.round(at[5]!), text: glyph.unicode })
          x += width
        }
      }
    })
    const ys = [...new Set(found.map(({ y }) => y))].sort((a, b) => b - a)
    rows.push(...ys.map((y) => found.filter((glyph) => glyph.y === y)))
  }
  const lines = rows.map((row) =>
    fold(
      row
        .sort((a, b) => a.x - b.x)
        .map(({ text }) => text)
        .join(''),
    ),
  )
  return lines.flatMap((text, i) => (/^Line\d+$/.test(text) ? [lines[i + 1]!] : []))
}

test('what is said of links and pictures keeps its words from right to left to themselves', async () => {
  const said = 'By כרמל (2013), p. 5'
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>'
  const children = [svg('a.svg', said, drawing, 9, 9)]
  const figure: Figure = { type: 'figure', kind: 'figure', label: '', caption: [], children }
  const { bytes } = await printed(documentOf(paragraph([link('https://example.org/', said)]), figure))
  const pdf = await getDocument({ data: bytes.slice() }).promise
  const page = await pdf.getPage(2)
  const kept = 'By \u2067כרמל\u2069 (2013), p. 5'
  const contents = (await page.getAnnotations()).map(({ contentsObj }) => contentsObj.str)
  expect(new Set(contents)).toEqual(new Set([kept]))
  expect(JSON.stringify(await page.getStructTree())).toContain(`"alt":"${kept}"`)
})
