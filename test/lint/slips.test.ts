/** A slip on purpose in what `init` writes: one finding, where it is, with the nearest right answer. */
import { expect, test } from 'vitest'
import { check } from '../../src/build.ts'
import { readFiles } from '../helpers/golden.ts'
import { memoryHost } from '../helpers/memory-host.ts'

const path = 'corpus/sources/first-steps.yaml'
const pack = `title: P
description: P
period: "2026"
cut-off: "2026-12-01"
issued: "2026-12-01"
scale: icd203
style: chicago-notes
language: en-GB
cover: false
sections: [first-steps, annex-claims, bibliography]
rules: {section-has-two-sources: off}
`
const files = new Map([
  ...[...readFiles('templates')].map(([name, text]) => [`templates/${name}`, text] as const),
  ...readFiles('assets/start/common'),
  ...readFiles('assets/start/en'),
  ['corpus/packs/pack.yaml', pack],
])

const checkWith = (was: string, is: string) => {
  expect(files.get(path)).toContain(was)
  return check(memoryHost(new Map([...files, [path, files.get(path)!.replace(was, is)]])))
}

async function told(was: string, is: string): Promise<string[]> {
  const { findings } = await checkWith(was, is)
  return findings
    .filter(({ ruleId }) => ruleId !== 'fields-are-in-order')
    .map(({ file, line, column, reason, note }) =>
      [`${file === path ? '' : `${file}:`}${line}:${column} ${reason}`, note?.split('\n')[0]].join(' → '),
    )
}

test.each([
  [
    'title: First',
    'title First',
    '4:1 “title” has no colon behind it → put a colon: title: First Steps with a Briefing Pack',
  ],
  [
    'The makers of',
    'The 🐟 makers of',
    '5:20 the theme’s fonts have no glyph for “🐟” (U+1F41F) → only the PDF needs one',
  ],
  [
    'can be trusted.", sha',
    'can be trusted., sha',
    '19:50 the quotation mark is never closed → put the value in quotes: end: "can be',
  ],
  [
    'start: "A briefing pack"',
    'start: “A briefing pack”',
    '19:26 the passage ““A briefing pack” … can be trusted.” is nowhere in the text → leave “ and ” out, which are part of the value, or write straight ones: "A briefing pack"',
  ],
  [
    'end: "can be trusted."',
    'end: „can be trusted.“',
    '19:50 the passage “A briefing pack … „can be trusted.“” is nowhere in the text → leave',
  ],
  [
    '"2026"',
    '“2026”',
    '6:9 ““2026”” is not an EDTF date → leave “ and ” out, which are part of the value, or write straight ones: "2026"',
  ],
  ['grade: B', 'grade: “B”', '9:22 “grade” is ““B””, which is not one of its values → leave'],
  ['proposition: 2', 'proposition: “2”', '17:32 “proposition” is text, not a number → leave “ and ” out: 2'],
  [
    '{literal: The makers',
    '{name: The makers',
    '5:11 “author” of a source has no field “name” → did you mean “literal”?',
  ],
  [
    'id: pack-tells-three-things',
    'id: pack tells three things',
    '13:9 “id” is “pack tells three things”, which is not a slug',
  ],
  ['id: pack-tells-three-things', 'id: Pack-Tells', '13:9 “id” is “Pack-Tells”, which is not a slug'],
  ['id: broken-tie-is-told', 'id: pack-tells-three-things', '20:9 the claim “pack-tells-three-things” exists already'],
])('%s: %s', async (was, is, finding) => {
  expect(await told(was, is)).toEqual([expect.stringContaining(finding)])
})

test('a passage that cannot be read is not counted as gone from the text', async () => {
  const { checked } = await checkWith('    kind: fact', '   kind: fact')
  expect(checked.passages).toMatchObject({ ok: 2, lost: 0 })
  expect(checked.claims).toMatchObject({ agreed: 2, unchecked: 0 })
})
