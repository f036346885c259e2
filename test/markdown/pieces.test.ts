/** A section reads the same in pieces and whole. */
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutAtHeadings, joinPieces } from '../../src/document/markdown/pieces.ts'
import { read } from '../../src/document/markdown/read.ts'
import { aboutIds } from '../../src/document/markdown/targets.ts'
import { targetWords } from '../../src/document/resolve/references.ts'

function inPieces(markdown: string) {
  const pieces = cutAtHeadings(markdown, 1)
  expect(pieces.join('')).toBe(markdown)
  const { tree, problems } = joinPieces(
    pieces,
    pieces.map((piece) => read(piece)),
  )
  return { count: pieces.length, tree, problems: byOffset(problems) }
}

function whole(markdown: string) {
  const { tree, problems } = read(markdown)
  return { tree, problems: byOffset(problems) }
}

const byOffset = (problems: ReturnType<typeof read>['problems']) =>
  problems.map((it) => JSON.stringify([it.offset, it.rule, it.reason, it.notes])).sort()

const block = fc.constantFrom(
  ...['# One', '## Two {#two}', '### Three *em* [@a, p. 3]', '#No heading', '  ## Indented', '## ', '##', '#\tTab'],
  ...[
    'Words [@a; see @b, paras. 1-3] and [](#two).',
    'lazy',
    '    code',
    '\ttab',
    'A  \nbreak',
    'Under\n===',
    'More\n---',
  ],
  ...['- item\n\n  more', '- item\n# In a list?', '1. one\n2. two', '> quoted\nlazy', '> # In a quotation', '* * *'],
  ...[
    '| a | b |\n|---|---|\n| 1 | [@a] |',
    ': A caption {#t}',
    '![A *figure*](figure:timeline?legend=no)',
    '![](list:contents)',
  ],
  ...[
    '`` ` `` and `x`',
    '<b>',
    'a <b> c',
    '```\n# code\n```',
    '~~~\n## code',
    '[^1] note',
    '[^1]: Note',
    '[x]: https://example.org',
  ],
  ...[
    '[link](https://example.org)',
    '[words]{lang=ru}',
    '**bold',
    '\\# escaped',
    '^up^ ~~gone~~',
    '[x][x]',
    '<!-- #',
    '-->',
  ],
)
const gap = fc.constantFrom('\n', '\n\n', '\n\n\n', '\n\n')

const runs = Number(process.env.PIECES_RUNS ?? 400)

test('whatever it holds', () => {
  let cut = 0
  fc.assert(
    fc.property(fc.array(fc.tuple(block, gap), { maxLength: 14 }), (parts) => {
      const markdown = parts.map(([text, end]) => text + end).join('')
      const { count, ...found } = inPieces(markdown)
      expect(found).toEqual(whole(markdown))
      if (count > 2) cut += 1
    }),
    { numRuns: runs, seed: 9 },
  )
  expect(cut, 'texts that were cut').toBeGreaterThan(runs / 40)
})

test('ids are called the same in what is about them', () => {
  const named = fc.constantFrom(
    ...['## Three {#three}', '[Four]{#four} and [five]{.x#five}.', '- [six]{#six}\n- no', '- no\n\n  [seven]{#seven}'],
    ...['| a | b | c |\n|---|:-:|---|\n| 1 | [an *eight* \\| nine]{#eight} | x |\n| 2 | [@a] | [](#one) |'],
    ...[
      '::: {#ten}\n\nIn a box\n\n:::',
      'Under {#eleven}\n===',
      '| line {#no}\n| [twelve]{#twelve}',
      '{#no} and #three',
    ],
    ...['| a |\n|---|\n| [thirteen]{#thirteen} |\nlazy [fourteen]{#fourteen}', '> [fifteen]{#fifteen}'],
  )
  const all = [
    'two',
    't',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'ten',
    'eleven',
    'twelve',
    'thirteen',
    'fourteen',
    'fifteen',
    'no',
  ]
  let found = 0
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.oneof(block, named), gap), { maxLength: 10 }), fc.subarray(all), (parts, ids) => {
      const markdown = parts.map(([text, end]) => text + end).join('')
      const about = aboutIds(markdown, new Set(ids))
      const [few, whole] = [about, markdown].map((it) => targetWords([read(it)]))
      for (const id of ids) expect([id, few!.get(id)]).toEqual([id, whole!.get(id)])
      if (about.length < markdown.length && ids.some((id) => few!.has(id))) found += 1
    }),
    { numRuns: runs, seed: 9 },
  )
  expect(found, 'shorter texts').toBeGreaterThan(runs / 10)
})

test('a long text is cut where it is long enough, at the same headings after a small edit', () => {
  const part = (at: number) => `## Part ${at}\n\n${'Some words of it. '.repeat(100)}\n\n`
  const text = `# All\n\n${Array.from({ length: 40 }, (_, at) => part(at)).join('')}`
  const before = cutAtHeadings(text)
  expect(before.length).toBeGreaterThan(3)
  const after = cutAtHeadings(text.replace('Part 20\n\nSome', 'Part 20\n\nSome more'))
  expect(after.filter((piece) => !before.includes(piece))).toHaveLength(1)
})

test.each(readdirSync('test/expected', { recursive: true, encoding: 'utf8' }).filter((it) => it.endsWith('.md')))(
  'expected/%s',
  (path) => {
    const markdown = readFileSync(`test/expected/${path}`, 'utf8')
    const { count: _, ...found } = inPieces(markdown)
    expect(found).toEqual(whole(markdown))
  },
)
