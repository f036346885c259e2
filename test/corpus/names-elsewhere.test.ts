import { describe, expect, test } from 'vitest'
import { Log } from '../../src/core/log.ts'
import { bibliographic, itemTypes } from '../../src/corpus/csl.ts'
import { load } from '../../src/corpus/load.ts'
import { fieldElsewhere, typeElsewhere } from '../../src/corpus/names-elsewhere.ts'
import { sourceFields } from '../../src/evidence/import/source-record.ts'
import { memoryHost } from '../helpers/memory-host.ts'

async function told(fields: string): Promise<string[]> {
  const log = new Log()
  await load(memoryHost(new Map([['corpus/sources/a.yaml', `${fields}\n`]])), log)
  return log.findings.map(({ line, column, reason, note }) => `${line}:${column} ${reason} → ${note}`)
}

describe('a field under the name that other programs have for it', () => {
  test.each([
    ['booktitle', 'container-title'],
    ['journal', 'container-title'],
    ['journaltitle', 'container-title'],
    ['publicationTitle', 'container-title'],
    ['JO', 'container-title'],
    ['year', 'issued'],
    ['date', 'issued'],
    ['PY', 'issued'],
    ['pages', 'page'],
    ['SP', 'page'],
    ['address', 'publisher-place'],
    ['place', 'publisher-place'],
    ['accessdate', 'accessed'],
    ['access-date', 'accessed'],
    ['urldate', 'accessed'],
    ['url', 'URL'],
    ['UR', 'URL'],
    ['doi', 'DOI'],
    ['isbn', 'ISBN'],
    ['SN', 'ISSN'],
    ['AU', 'author'],
    ['institution', 'publisher'],
    ['abstractNote', 'abstract'],
    ['langid', 'language'],
  ])('%s is %s', async (name, field) => {
    expect(await told(`type: book\ntitle: x\n${name}: "2004"`)).toEqual([
      `3:1 a source has no field “${name}” → did you mean “${field}”?`,
    ])
  })

  test('that stands there already is told so, and one that no one has is told with all', async () => {
    expect(await told('type: book\ntitle: x\nissued: "2004"\nyear: 2004')).toEqual([
      '4:1 a source has no field “year” → what it says belongs in “issued”',
    ])
    expect(await told('type: book\ntitle: x\nbookpagination: line')).toEqual([
      expect.stringMatching(/^3:1 a source has no field “bookpagination” → fields: .*, library,/),
    ])
  })

  test('is not missing as well, also in names', async () => {
    expect(await told('entrytype: book\ntitle: x')).toEqual([
      '1:1 a source has no field “entrytype” → did you mean “type”?',
    ])
    expect(await told('type: book\ntitle: x\nauthor: [{lastName: Col, firstName: Ash}]')).toEqual([
      '3:11 “author” of a source has no field “lastName” → did you mean “family”?',
      '3:26 “author” of a source has no field “firstName” → did you mean “given”?',
    ])
  })

  test('every name leads to a field that there is, and no field of a source is taken for another', () => {
    const known = Object.keys(bibliographic)
    for (const name of known) expect(fieldElsewhere(name, known)).toBe(fieldElsewhere(name, known) && name)
    for (const type of itemTypes) expect(typeElsewhere(type, itemTypes)).toBe(type)
  })

  test.each([
    ['incollection', 'chapter'],
    ['JOUR', 'article-journal'],
    ['techreport', 'report'],
    ['newspaperArticle', 'article-newspaper'],
    ['bok', 'book'],
  ])('the type %s is %s', async (name, type) => {
    expect(await told(`type: ${name}\ntitle: x`)).toEqual([
      `1:7 “type” is “${name}”, which is not one of its values → did you mean “${type}”?`,
    ])
  })
})

test.each([
  ['Col, Ash and Ben Quay', '[{family: Col, given: Ash}, {family: Quay, given: Ben}]'],
  ['Col, Ash; Quay, Ben', '[{family: Col, given: Ash}, {family: Quay, given: Ben}]'],
  ['Col, Ash', '[{family: Col, given: Ash}]'],
  ['Arden Port', '[{literal: Arden Port}]'],
  ['Arden and Reuters', '[{literal: Arden}, {literal: Reuters}]'],
])('names in one text: %s', async (written, list) => {
  expect(await told(`type: book\ntitle: x\nauthor: ${written}`)).toEqual([
    `3:9 “author” is text, not a list → write a list: author: ${list}`,
  ])
})

test('a library is read by the same names', () => {
  const csl = { type: 'journalArticle', title: 'x', publicationTitle: 'Quay', journal: 'Q', pages: '3-9' }
  expect(sourceFields({ csl, other: {} })).toEqual({
    ...{ type: 'article-journal', title: 'x', 'container-title': 'Quay', page: '3-9' },
    library: { other: { journal: 'Q' } },
  })
})
