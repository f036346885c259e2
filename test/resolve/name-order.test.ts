// How a name stands in a note, in a bibliography that turns it round, and in registers, in the scripts of the world.
import { expect, test } from 'vitest'
import { build } from '../../src/build.ts'
import { fullName } from '../../src/corpus/in-letters.ts'
import { source } from '../../src/corpus/source.ts'
import { textOf } from '../../src/document/resolve/csl/marks.ts'
import { render } from '../../src/document/resolve/csl/render.ts'
import { worksOf } from '../../src/document/resolve/prepare.ts'
import { readFiles } from '../helpers/golden.ts'
import { memoryHost } from '../helpers/memory-host.ts'
import { styleOf } from './pack.ts'

test.each([
  ['zh', '李', '明', '李明', '李明', '李明'],
  ['ja', '田中', '一郎', '田中一郎', '田中一郎', '田中一郎'],
  ['ko', '김', '철수', '김철수', '김철수', '김철수'],
  ['hi', 'शर्मा', 'राम', 'राम शर्मा', 'शर्मा, राम', 'राम शर्मा'],
  ['bn', 'রায়', 'অমিত', 'অমিত রায়', 'রায়, অমিত', 'অমিত রায়'],
  ['ka', 'ბერიძე', 'ნიკა', 'ნიკა ბერიძე', 'ბერიძე, ნიკა', 'ნიკა ბერიძე'],
  ['hy', 'Պետրոսյան', 'Արամ', 'Արամ Պետրոսյան', 'Պետրոսյան, Արամ', 'Արամ Պետրոսյան'],
  ['am', 'በቀለ', 'አበበ', 'አበበ በቀለ', 'በቀለ, አበበ', 'አበበ በቀለ'],
  ['km', 'សុខ', 'ដារ៉ា', 'សុខ ដារ៉ា', 'សុខ ដារ៉ា', 'ដារ៉ា សុខ'],
  ['th', 'ใจดี', 'สมชาย', 'สมชาย ใจดี', 'ใจดี, สมชาย', 'สมชาย ใจดี'],
  ['he', 'כהן', 'דוד', 'דוד כהן', 'כהן, דוד', 'דוד כהן'],
  ['ar', 'العامري', 'محمد', 'محمد العامري', 'العامري, محمد', 'محمد العامري'],
  ['ru', 'Линд', 'Анна', 'Анна Линд', 'Линд, Анна', 'Анна Линд'],
])('%s: %s, %s', async (language, family, given, note, entry, full) => {
  const record = { type: 'book', title: 'The Quay', author: [{ family, given }], issued: '2005', language }
  const work = { ...source.parse(record), id: 'quay-2005' }
  const style = await styleOf('chicago-notes', 'en-GB')
  const keys = { cited: [work.id], uncited: [] }
  const input = { sources: new Map([[work.id, work]]), transliteration: 'original', style, language: 'en-GB' }
  const works = worksOf(keys, input as never)
  const groups = [{ items: [{ id: work.id }], narrative: false, note: 1 }]
  const { groups: notes, bibliography } = render({ style, works, ownTerms: false, groups, uncited: [] } as never)
  expect(textOf(notes[0]!.text)).toMatch(new RegExp(`^${note}, `))
  expect(textOf(bibliography.entries[0]!.text)).toMatch(new RegExp(`^${entry}[.,] `))
  expect(fullName({ family, given })).toBe(full)
})

test.each([
  ['ka', 'ნიკა', 'ბერიძე', 'ნიკა ბერიძე'],
  ['fr', 'Anne', 'd’Arc', 'Anne d’Arc'],
  ['fr', 'de', 'gaulle', 'De gaulle'],
])('%s: a note begins with a capital where the script has one: %s %s', async (language, given, family, expected) => {
  const work = `type: book\ntitle: The Quay\nauthor: [{family: "${family}", given: "${given}"}]\nissued: "2011"\nlanguage: ${language}\nheld: false\n`
  const project = new Map([
    ...readFiles('test/cases/minimal'),
    ['templates/report.md.hbs', '# {{pack.title}}\n\n{{says pack.bottomLine}} A work [@quay-2011].\n'],
    ['corpus/sources/quay-2011.yaml', work],
  ])
  const host = memoryHost(project)
  await build(host, { formats: ['md'] })
  expect(new TextDecoder().decode(host.written.get('out/report.md'))).toContain(`${expected}, `)
})
