/** Twenty-two faults put into a right file: a test of the tests. Each must be found by our rules or by the Open XML SDK. */
import { strToU8, zipSync } from 'fflate'
import { beforeAll, expect, test } from 'vitest'
import { sampleDocument } from '../helpers/sample-document.ts'
import { docx, sdkErrors } from './context.ts'
import { faultsOf } from './faults.ts'
import { unpack } from './read.ts'

type Parts = Map<string, string | Uint8Array>

const main = 'word/document.xml'
const edit = (part: string, from: string | RegExp, to: string) => (parts: Parts) => {
  const text = parts.get(part) as string
  const edited = text.replace(from, to)
  if (edited === text) throw new Error(`Nothing in ${part} is ${from}`)
  parts.set(part, edited)
}
const cell = /(<w:tcPr>(?:(?!<\/w:tcPr>).)*<\/w:tcPr>)<w:p>(?:(?!<\/w:tc>).)*<\/w:tc>/
const drawing = (id: number) =>
  `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="9" cy="9"/><wp:docPr id="${id}" name="x" descr="x"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"/></a:graphic></wp:inline></w:drawing></w:r>`

/** What our rules find, by rule. */
const foundByRules: Record<string, [rule: string, (parts: Parts) => void]> = {
  'a cell without a paragraph': ['cell-ends-with-paragraph', edit(main, cell, '$1</w:tc>')],
  'a cell that ends with a table': [
    'cell-ends-with-paragraph',
    edit(
      main,
      cell,
      '$1<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:tc>',
    ),
  ],
  'two bookmarks of one id': ['bookmark-id-unique', edit(main, 'w:bookmarkStart w:id="2"', 'w:bookmarkStart w:id="1"')],
  'two bookmarks of one name': ['bookmark-name-unique', edit(main, 'w:name="chronology"', 'w:name="Likelihood"')],
  'a bookmark that is not closed': ['bookmark-closed', edit(main, '<w:bookmarkEnd w:id="1"/>', '')],
  'a bookmark name of more than 40 letters': [
    'bookmark-name-valid',
    edit(main, 'w:name="wide"', `w:name="${'h'.repeat(60)}"`),
  ],
  'a call without a note': [
    'note-exists',
    edit(main, '<w:footnoteReference w:id="1"/>', '<w:footnoteReference w:id="99"/>'),
  ],
  'a style that is not there': ['style-exists', edit(main, 'w:pStyle w:val="Quote"', 'w:pStyle w:val="NoSuch"')],
  'a list that is not there': ['number-exists', edit(main, '<w:numId w:val="2"/>', '<w:numId w:val="77"/>')],
  'a field without an end': ['field-balanced', edit(main, '<w:r><w:fldChar w:fldCharType="end"/></w:r>', '')],
  'a field in one run': [
    'field-mark-alone',
    edit(main, /<w:r>(<w:fldChar w:fldCharType="begin"\/>)<\/w:r><w:r>(<w:instrText)/, '<w:r>$1$2'),
  ],
  'a link to a place that is not there': [
    'anchor-exists',
    edit(main, 'w:anchor="before_the_dyke"', 'w:anchor="nowhere"'),
  ],
  'a control character': ['xml-well-formed', edit(main, 'almost no chance', 'almost &#1; no chance')],
}

const child = (name: string) => new RegExp(`child element '[^']*:${name}'`)

/** What the Open XML SDK finds in one file that has them all, each with what it says of it. */
const foundBySdk: Record<string, [error: RegExp, (parts: Parts) => void]> = {
  'a relationship that is not there': [
    /'rIdNone'.* does not exist/,
    edit(main, /r:embed="rId\d+"/, 'r:embed="rIdNone"'),
  ],
  'run properties out of order': [
    child('rStyle'),
    edit(main, '<w:rStyle w:val="Strong"/>', '<w:b/><w:rStyle w:val="Strong"/>'),
  ],
  'paragraph properties out of order': [
    child('pStyle'),
    edit(main, /(<w:pStyle w:val="ListParagraph"\/>)(<w:numPr>.*?<\/w:numPr>)/, '$2$1'),
  ],
  'a style said twice': [
    child('pStyle'),
    edit(main, '<w:pStyle w:val="Quote"/>', '<w:pStyle w:val="Quote"/><w:pStyle w:val="Quote"/>'),
  ],
  'a paragraph in a paragraph': [
    child('p'),
    edit(main, '<w:p><w:pPr><w:pStyle w:val="Quote"/>', '<w:p><w:p/><w:pPr><w:pStyle w:val="Quote"/>'),
  ],
  'text after the last section': [child('p'), edit(main, '</w:sectPr></w:body>', '</w:sectPr><w:p/></w:body>')],
  'two pictures of one id': [/unique value/, edit(main, '</w:p>', `${drawing(5)}${drawing(5)}</w:p>`)],
}

/** With one of these it looks no further. */
const endsTheSdk: Record<string, (parts: Parts) => void> = {
  'a part that is not there': (parts) => parts.delete('word/footer.xml'),
  'a part of unknown type': edit('[Content_Types].xml', /<Override PartName="\/word\/footnotes.xml"[^>]*>/, ''),
  'two relationships of one id': edit('word/_rels/document.xml.rels', 'Id="rId2"', 'Id="rId1"'),
}

let right: Uint8Array
beforeAll(async () => {
  right = await docx(sampleDocument())
})

test('the file without a fault has none', () => {
  expect(faultsOf(unpack(right))).toEqual([])
})

test.each(Object.entries(foundByRules))('our rules find %s', (_, [rule, mutate]) => {
  const parts = unpack(right)
  mutate(parts)
  expect(faultsOf(parts).map((fault) => fault.rule)).toContain(rule)
})

async function errorsWith(name: string, ...mutations: readonly ((parts: Parts) => void)[]): Promise<string[]> {
  const parts = unpack(right)
  for (const mutate of mutations) mutate(parts)
  const files = [...parts].map(([path, part]) => [path, typeof part === 'string' ? strToU8(part) : part] as const)
  return sdkErrors(`${name}.docx`, zipSync(Object.fromEntries(files), { level: 1 }))
}

test('the Open XML SDK finds each of the other faults', async () => {
  const errors = await errorsWith('all', ...Object.values(foundBySdk).map(([, mutate]) => mutate))
  for (const [name, [pattern]] of Object.entries(foundBySdk)) {
    const at = errors.findIndex((error) => pattern.test(error))
    expect(at, `${name}: ${errors.join('\n')}`).toBeGreaterThanOrEqual(0)
    errors.splice(at, 1)
  }
})

test.each(Object.entries(endsTheSdk))('the Open XML SDK finds %s', async (name, mutate) => {
  expect(await errorsWith(name, mutate)).toHaveLength(1)
})
