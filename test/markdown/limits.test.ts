// What nobody writes is told and not read, at the length where reading it would take long; what somebody may write is read.
import { expect, test } from 'vitest'
import { read } from '../../src/document/markdown/read.ts'

test.each(['*_', '[a](', '[a][b]', '~~a ', 'a]', 'a <?'])(
  'more “%s” in one paragraph than anybody writes are told, and not read',
  (mark) => {
    const { tree, problems } = read(`Words.\n\n${mark.repeat(8000)}`)
    expect(problems).toMatchObject([{ rule: 'markdown-is-supported', offset: 8 }])
    expect(tree.children).toEqual([])
    expect(read(`| a |\n| - |\n${`| ${mark} |\n`.repeat(200)}`).problems.filter(({ offset }) => offset === 0)).toEqual(
      [],
    )
  },
)

test.each([
  '> a\n\n',
  '> a\nb\n\n',
  '> - a\n# b\n',
  '- a\n\nb\n\n',
  '- a\n  - b\n',
  `${'> '.repeat(30)}a\n\n`,
  '> a\nb\nb\nb\n\n',
])('more quotations and lists than can be read, “%s”, are told, and not read', (part) => {
  expect(read(part.repeat(8000))).toMatchObject({
    tree: { children: [] },
    problems: [{ rule: 'markdown-is-supported' }],
  })
  expect(read(part.repeat(100)).problems).toEqual([])
})

test('more lines that go on in a quotation without its mark than can be read are told, and not read', () => {
  const { tree, problems } = read(`> a\n${'b\n'.repeat(8000)}`)
  expect(problems).toMatchObject([{ rule: 'markdown-is-supported', reason: expect.stringMatching(/without its mark/) }])
  expect(tree.children).toEqual([])
})

test.each(['- a\n', '- a\n\n', '- a\n  b\n', '> a\n', '> a\n>\n', '- a\n    b\n\n', '1. a\n\n   b\n'])(
  'one quotation or list of many parts, “%s”, is read',
  (part) => expect(read(part.repeat(3000)).problems).toEqual([]),
)
