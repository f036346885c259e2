/** What libraries throw, in the words of who wants a file read. */
import { expect, test } from 'vitest'
import { reasonOf } from '../src/core/reason.ts'
import { zip } from '../src/core/zip.ts'
import { readFileText } from '../src/evidence/import/read-file.ts'
import { readReference } from '../src/write/docx/reference.ts'

function thrownBy(action: () => unknown): unknown {
  try {
    return action()
  } catch (error) {
    return error
  }
}

const deep = (): number => deep() + 1
const nothing: { readonly name?: string } = {}

test.each<[unknown, string]>([
  [thrownBy(deep), 'what is in it is nested too deep'],
  [new Error('Could not parse XML with `parser`', { cause: thrownBy(deep) }), 'what is in it is nested too deep'],
  [thrownBy(() => nothing.name!.length), 'it is damaged, or something else than its name says'],
  [new RangeError('Offset is outside the DataView'), 'it is damaged, or something else than its name says'],
  [new Error('Missing end tag\n  <w:p>\n  ^'), 'Missing end tag <w:p> ^'],
  ['no archive', 'no archive'],
])('%s', (thrown, reason) => {
  expect(reasonOf(thrown)).toBe(reason)
})

/** A Word file of nothing but nested content controls. */
function nested(depth: number): Uint8Array {
  const [open, close] = ['<w:sdt><w:sdtContent>', '</w:sdtContent></w:sdt>']
  const body = `<w:body>${open.repeat(depth)}<w:p/>${close.repeat(depth)}</w:body>`
  const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'
  const relation = `<Relationship Id="r" Type="${type}" Target="word/document.xml"/>`
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
  return zip(
    new Map([
      ['_rels/.rels', `<Relationships xmlns="${relations}">${relation}</Relationships>`],
      ['word/document.xml', `<w:document xmlns:w="${namespace}">${body}</w:document>`],
    ]),
  )
}

test('a Word file nested too deep is told in these words, whoever reads it', async () => {
  const bytes = nested(20_000)
  expect(readReference(bytes)).toMatch(/nested too deep$/)
  const error = await readFileText('deep.docx', bytes).catch((thrown: unknown) => thrown)
  expect(reasonOf(error)).toBe('what is in it is nested too deep')
})
