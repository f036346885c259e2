// The logo of a pack on its cover, and what is told of one that cannot be shown.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { build } from '../../src/build.ts'
import { readFiles } from '../helpers/golden.ts'
import { sharedCache as cache, memoryHost } from '../helpers/memory-host.ts'
import { checkPdfUa } from '../helpers/pdf-ua.ts'
import { output, readerTest } from '../helpers/readers.ts'

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="100"><rect width="400" height="100" fill="#7a1f2b"/></svg>'
const project = readFiles('test/cases/minimal')
const path = [...project.keys()].find((it) => it.startsWith('corpus/packs/'))!
const name = path.replace(/^.*\/|\.yaml$/g, '')
const withLogo = (logo: string, files: Readonly<Record<string, string>> = {}) =>
  memoryHost(
    new Map([
      ...project,
      ...Object.entries(files),
      [path, `${project.get(path)}\nlogo: ${logo}\norganisation: Harbour House\n`],
    ]),
  )

readerTest('pdfinfo', 'it stands on the cover of PDF, Word and HTML, and says whose it is', async () => {
  const host = withLogo('images/logo.svg', { 'images/logo.svg': svg })
  const { findings } = await build(host, { formats: ['pdf', 'docx', 'html'], cache })
  expect(findings.filter(({ fatal }) => fatal)).toEqual([])
  const file = join(mkdtempSync(join(tmpdir(), 'logo-')), 'a.pdf')
  writeFileSync(file, host.written.get(`out/${name}.pdf`)!)
  expect(await output('pdfinfo', '-struct', file)).toMatch(/^ +Figure/m)
  expect(checkPdfUa(file).failures).toEqual([])
  const html = new TextDecoder().decode(host.written.get(`out/${name}.html`))
  expect(html).toMatch(
    /<header class="cover"><div class="logo" style="width:150pt"><div class="picture"[\s\S]*?Harbour House[\s\S]*?<h1>/,
  )
  const parts = unzipSync(host.written.get(`out/${name}.docx`)!)
  expect(strFromU8(parts['word/document.xml']!)).toContain('descr="Harbour House"')
  expect(Object.keys(parts).filter((part) => part.endsWith('.svg'))).toHaveLength(1)
})

readerTest('pdftocairo', 'it stands in the running heads too, and at the head of Markdown', async () => {
  const host = withLogo('images/logo.svg', { 'images/logo.svg': svg })
  const { findings } = await build(host, { formats: ['pdf', 'docx', 'md'], cache })
  expect(findings.filter(({ fatal }) => fatal)).toEqual([])
  const file = join(mkdtempSync(join(tmpdir(), 'logo-')), 'a.pdf')
  writeFileSync(file, host.written.get(`out/${name}.pdf`)!)
  const page = await output('pdftocairo', '-svg', '-f', '2', '-l', '2', file, '-')
  // #7a1f2b, as poppler writes it.
  expect(/rgb\(47\.8\d*%,\s*12\.1\d*%,\s*16\.8\d*%\)/.test(page)).toBe(true)
  const parts = unzipSync(host.written.get(`out/${name}.docx`)!)
  expect(strFromU8(parts['word/header.xml']!)).toContain('<w:drawing>')
  expect(strFromU8(parts['word/_rels/header.xml.rels']!)).toMatch(/media\/[0-9a-f]+\.svg/)
  const markdown = new TextDecoder().decode(host.written.get(`out/${name}.md`))
  expect(markdown).toContain(`![Harbour House](${name}.figures/logo.svg)`)
})

test.each([
  ['images/none.svg', 'There is no image “images/none.svg”'],
  ['images/text.svg', 'The image “images/text.svg”'],
  ['../logo.svg', 'lies outside the project'],
])('%s', async (logo, reason) => {
  const { findings } = await build(withLogo(logo, { 'images/text.svg': 'no picture' }), { formats: ['html'], cache })
  const told = findings.filter(({ fatal }) => fatal)
  expect(told.map((finding) => [finding.file, finding.reason])).toEqual([[path, expect.stringContaining(reason)]])
})
