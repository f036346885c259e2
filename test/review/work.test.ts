// No Word file is dear to read back: the work grows with its length.
import { expect, test } from 'vitest'
import { readWordFile } from '../../src/app/review/word-file.ts'
import { zip } from '../../src/core/zip.ts'
import { workOf } from '../helpers/work.ts'

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const each = (count: number, one: (i: number) => string) => Array.from({ length: count }, (_, i) => one(i)).join('')

/** One paragraph, on whose every word a comment begins that ends nowhere. */
const commented = (count: number) => {
  const words = each(count, (i) => `<w:commentRangeStart w:id="${i}"/><w:r><w:t>a${i} </w:t></w:r>`)
  const comments = each(
    count,
    (i) => `<w:comment w:id="${i}" w:author="b"><w:p><w:r><w:t>c</w:t></w:r></w:p></w:comment>`,
  )
  const file = zip(
    new Map([
      ['word/document.xml', `<w:document ${w}><w:body><w:p>${words}</w:p></w:body></w:document>`],
      ['word/comments.xml', `<w:comments ${w}>${comments}</w:comments>`],
    ]),
  )
  return readWordFile(file)
}

test('eight times the comments that begin and never end', () => {
  expect(commented(3)).toMatchObject({ comments: [{ quote: 'a0 a1 a2' }, { quote: 'a1 a2' }, { quote: 'a2' }] })
  const [once, eightTimes] = [100, 800].map((count) => workOf(() => commented(count)))
  expect(eightTimes! / once!).toBeLessThan(16)
})
