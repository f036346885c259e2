// The file of a work that a library brought is the text of that source; of another work it is a source of its own.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readDocx } from '../../src/evidence/import/containers.ts'
import { authorOf } from '../../src/evidence/import/imported.ts'
import { run, temporaryFolder } from '../cli/run.ts'

const body = '<p>The port was shut on Monday, and nobody said why it was so.</p>'.repeat(3)
const page = (title: string, address: string) =>
  `<html><head><title>${title}</title><link rel="canonical" href="${address}"></head><body><article><h1>${title}</h1>${body}</article></body></html>`

test('a first line that is the title of a source without a text is told', async () => {
  const folder = temporaryFolder('minimal')
  try {
    writeFileSync(
      join(folder, 'refs.bib'),
      '@report{keller2024, title={Der Einbruch}, author={Keller, T.}, year={2024}}',
    )
    expect((await run(folder, ['add', join(folder, 'refs.bib')])).code).toBe(0)
    writeFileSync(join(folder, 'keller.txt'), 'Der Einbruch\n\nT. Keller\n\nDie Zahl der Anlagen fiel.\n')
    expect((await run(folder, ['add', join(folder, 'keller.txt')])).err).toContain('say --source keller2024')
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test.each(['python-docx', 'LibreOffice 24.2', 'Microsoft Office User', 'pdfTeX-1.40', 'Administrator', ' '])(
  '“%s” is no author',
  (name) => {
    expect(authorOf(name)).toEqual({})
  },
)

test('a Word file says its title in the style of titles, and names no program', async () => {
  const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
  const types = 'http://schemas.openxmlformats.org/package/2006/content-types'
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
  const bytes = zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="${types}"><Override PartName="/word/document.xml" ContentType="${main}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${main}.styles+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="${relations}"><Relationship Id="a" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/_rels/document.xml.rels': strToU8(
      `<Relationships xmlns="${relations}"><Relationship Id="a" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    ),
    'word/styles.xml': strToU8(
      `<w:styles ${word}><w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style></w:styles>`,
    ),
    'word/document.xml': strToU8(
      `<w:document ${word}><w:body><w:p><w:pPr><w:pStyle w:val="Titel"/></w:pPr><w:r><w:t>Ebb &amp; Flood</w:t></w:r></w:p><w:p><w:r><w:t>The water rose.</w:t></w:r></w:p></w:body></w:document>`,
    ),
    'docProps/core.xml': strToU8('<cp><dc:title></dc:title><dc:creator>python-docx</dc:creator></cp>'),
  })
  const { paragraphs, described } = await readDocx(bytes)
  expect([described, paragraphs]).toEqual([{ title: 'Ebb & Flood' }, ['Ebb & Flood', 'The water rose.']])
})

test.each([
  ['its address', 'Port Shut', 'https://www.quay.example/shut/#top', 'corpus/sources/vega2021.yaml'],
  ['its title', 'The Port Is Shut on Monday', 'https://other.example/1', 'corpus/sources/vega2021.yaml'],
  ['a title of one word', 'Report', 'https://other.example/2', undefined],
  ['a title in another script', 'الميناء مغلق يوم الاثنين القادم', 'https://other.example/3', undefined],
])('%s tells of which source a file is', async (_, title, address, known) => {
  const folder = temporaryFolder('minimal')
  try {
    const add = (name: string, text: string) => {
      writeFileSync(join(folder, name), text)
      return run(folder, ['add', join(folder, name)])
    }
    const library = [
      '@online{vega2021, title={The Port is Shut on Monday}, url={http://quay.example/shut}, year={2021}}',
      '@online{nasser2021, title={حركة السفن في الميناء القديم}, year={2021}}',
      '@online{lind2021, title={Report}, year={2021}}',
    ]
    expect((await add('refs.bib', library.join('\n'))).code).toBe(0)
    const { out, err } = await add('page.html', page(title, address))
    if (known) {
      expect(out.split('\n')).toContain(known)
      expect(readFileSync(join(folder, known), 'utf8')).toContain('paragraphs:')
      const saved = page(title, address).replace('<html>', '<html lang="en">')
      expect((await add('page.html', saved)).err, 'the same text, of a file that is another').toContain('its text')
      expect((await add('page.html', saved)).err).toContain('nothing new')
    } else expect(err).toContain('a new source')
  } finally {
    rmSync(folder, { recursive: true })
  }
})
