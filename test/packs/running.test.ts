// What a house puts on every page and behind the text: marking, watermark, version, imprint, in each format.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { fromXml } from 'xast-util-from-xml'
import { build, check } from '../../src/build.ts'
import { sha256 } from '../../src/core/digest.ts'
import { Texts } from '../../src/core/zip.ts'
import { wrongMarking } from '../../src/corpus/marking.ts'
import { getDocument } from '../../src/evidence/import/pdfjs.ts'
import { assemble } from '../../src/write/docx/assembly.ts'
import { withMarkings } from '../../src/write/docx/running.ts'
import { Package } from '../../src/write/ooxml/package.ts'
import { defaultTheme } from '../../src/write/theme.ts'
import { asset } from '../helpers/fonts.ts'
import { readFiles } from '../helpers/golden.ts'
import { sharedCache as cache, memoryHost } from '../helpers/memory-host.ts'
import { plainMeta, root } from '../helpers/nodes.ts'
import { checkPdfUa } from '../helpers/pdf-ua.ts'
import { output, readerTest } from '../helpers/readers.ts'

const sample = new Map<string, string>([
  ...readFiles('assets/sample'),
  ...[...readFiles('templates')].map(([path, text]) => [`templates/${path}`, text] as const),
])
const path = 'corpus/packs/alder-water.yaml'
const withFields = (fields: string) => memoryHost(new Map([...sample, [path, `${sample.get(path)}\n${fields}`]]))
const fields = `marking: TLP:AMBER+STRICT
watermark: true
version: "1.2"
doi: 10.5281/zenodo.12345
isbn: 978-3-16-148410-0
licence: CC BY 4.0
responsible: The Alder desk
disclaimer: The views are those of the authors.
`
const build1 = async () => {
  const host = withFields(fields)
  const { findings } = await build(host, { packs: ['alder-water'], formats: ['md', 'html', 'docx', 'pdf'], cache })
  expect(findings.filter(({ fatal }) => fatal)).toEqual([])
  return host.written
}
let written: ReturnType<typeof build1> | undefined
const built = () => {
  written ??= build1()
  return written
}

test('Markdown begins and ends with the marking, and the imprint stands behind the text', async () => {
  const text = new TextDecoder().decode((await built()).get('out/alder-water.md'))
  const lines = text
    .replace(/^---[\s\S]*?\n---\n/, '')
    .trim()
    .split('\n')
  expect([lines[0], lines.at(-1)]).toEqual(Array(2).fill('**TLP:AMBER+STRICT · DRAFT**'))
  expect(text).toContain('**Licence:** CC BY 4.0')
  expect(text).toMatch(/\*\*Cite as:\*\* A\. Analyst, \*Nitrate.*\*, Version 1\.2, 1 July 2021, ISBN 978-3-16-148410-0/)
  expect(text).toContain('**Responsible:** The Alder desk')
})

test('the imprint has the digest of the manifest that travels in the files', async () => {
  const files = await built()
  const parts = unzipSync(files.get('out/alder-water.docx')!)
  const manifest = Object.entries(parts).find(([name]) => name.endsWith('manifest.json'))![1]
  for (const format of ['md', 'html'])
    expect(new TextDecoder().decode(files.get(`out/alder-water.${format}`))).toContain(`SHA-256 ${sha256(manifest)}`)
})

test('HTML keeps the marking at both edges, and says it once', async () => {
  const text = new TextDecoder().decode((await built()).get('out/alder-water.html'))
  expect(text.match(/<p class="marking [^>]*>/g)).toEqual([
    expect.stringContaining('--marking: #FFC000'),
    expect.stringContaining('aria-hidden="true"'),
  ])
  expect(text).toContain('@top-right { content: "TLP:AMBER+STRICT"')
  expect(text).toContain('<p class="watermark" aria-hidden="true" data-word="DRAFT"></p>')
})

test('Word has it in the header and footer of every section, that of the cover too', async () => {
  const parts = unzipSync((await built()).get('out/alder-water.docx')!)
  const names = Object.keys(parts).filter((name) => /word\/(header|footer)[^/]*\.xml$/.test(name))
  expect(names).toHaveLength(4)
  for (const name of names) {
    const part = strFromU8(parts[name]!)
    expect(() => fromXml(part)).not.toThrow()
    expect(part).toContain(' TLP:AMBER+STRICT ')
    expect(part.includes('string="DRAFT"')).toBe(name.includes('header'))
  }
  const sections = strFromU8(parts['word/document.xml']!).match(/<w:sectPr>.*?<\/w:sectPr>/g)!
  for (const section of sections) expect(section).toMatch(/w:headerReference.*w:footerReference/)
})

test('the header of a reference document keeps what it has', async () => {
  const meta = { ...plainMeta, marking: { text: 'TLP:RED', ink: '#FF2B2B', ground: '#000000' } }
  const context = { theme: defaultTheme, asset, stats: {}, attachments: [] }
  const assembly = await assemble({ meta, body: root() }, context, new Package(new Texts()))
  const theirs = '<?xml version="1.0"?><n:hdr xmlns:n="urn:w"><n:p>House</n:p></n:hdr>'
  const joined = new TextDecoder().decode(withMarkings(new TextEncoder().encode(theirs), assembly))
  expect(() => fromXml(joined)).not.toThrow()
  expect(joined).toMatch(/<n:hdr xmlns:n="urn:w"><w:p .*TLP:RED.*<n:p>House<\/n:p><\/n:hdr>/)
  const other = new TextEncoder().encode('<w:fonts/>')
  expect(withMarkings(other, assembly)).toBe(other)
})

readerTest('pdftotext', 'the PDF has it twice on every page, as artifacts, and stays PDF/UA', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'running-')), 'a.pdf')
  writeFileSync(file, (await built()).get('out/alder-water.pdf')!)
  const pages = (await output('pdftotext', '-layout', file, '-')).split('\f').slice(0, -1)
  expect(pages.length).toBeGreaterThan(3)
  for (const page of pages) expect(page.match(/TLP:AMBER\+STRICT/g)).toHaveLength(2)
  const tagged = await taggedText(file)
  expect(tagged).not.toContain('TLP')
  expect(tagged).toContain('Alder')
  expect(checkPdfUa(file).failures).toEqual([])
})

/** What stands in the structure of a PDF, and is no artifact. Poppler renders a page anew for each of its elements: seconds. */
async function taggedText(path: string): Promise<string> {
  const pdf = await getDocument({ data: Uint8Array.from(readFileSync(path)), verbosity: 0 }).promise
  let text = ''
  const marks: boolean[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent({ includeMarkedContent: true })
    for (const item of items) {
      if ('str' in item) text += marks.some(Boolean) ? item.str : ''
      else if (item.type === 'endMarkedContent') marks.pop()
      else marks.push(typeof item.id === 'string')
    }
  }
  return text
}

test.each([
  ['TLP:WHITE', 'TLP:CLEAR'],
  ['tlp amber', 'TLP:AMBER'],
  ['TLP:AMBER STRICT', 'TLP:AMBER+STRICT'],
  ['TLP: GREEN', 'TLP:GREEN'],
  ['TLP-RED', 'TLP:RED'],
  ['TLP:ORANGE', undefined],
])('“%s” is no label', (written, meant) => {
  expect(wrongMarking(written)).toContain(meant ? `did you mean “${meant}”?` : 'they are TLP:RED, TLP:AMBER')
})

test('other words are one’s own; slips are told at their place', async () => {
  expect(wrongMarking('OFFICIAL – SENSITIVE')).toBeUndefined()
  const wrong = 'marking: TLP:WHITE\nisbn: 978-3-16-148410-1\ndoi: zenodo.1\nauthors: [{affiliation: X}]\n'
  const { findings } = await check(withFields(wrong), { cache })
  const told = findings.flatMap(({ ruleId, reason }) => (ruleId === 'field-is-valid' ? [reason] : []))
  expect(told).toEqual([
    '“marking” is “TLP:WHITE”, which is not a label of TLP 2.0; did you mean “TLP:CLEAR”?',
    '“isbn” is “978-3-16-148410-1”, which is not an ISBN: its digits or its check digit are wrong',
    '“doi” is “zenodo.1”, which is not a DOI, such as 10.1000/182',
    '“name” is missing in the pack “alder-water”',
  ])
})
