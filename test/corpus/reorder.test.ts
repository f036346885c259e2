import { describe, expect, test } from 'vitest'
import type { RecordKind } from '../../src/corpus/fields.ts'
import { reorder } from '../../src/corpus/reorder.ts'

/** What becomes of a file; and that it stays so. */
function ordered(kind: RecordKind, text: string): string {
  const once = reorder(kind, text)
  expect(once.left).toEqual([])
  expect(reorder(kind, once.text)).toEqual({ text: once.text, moves: [], left: [] })
  return once.text
}

/** A file that stays as it is; how many mappings were left to the author. */
function untouched(kind: RecordKind, text: string): number {
  const { text: after, moves, left } = reorder(kind, text)
  expect([after, moves]).toEqual([text, []])
  return left.length
}

describe('the fields of a record', () => {
  test('move with the comments above them, behind them, and below them where those are indented deeper', () => {
    const text = `# Two sources tell of him.

# Not his first name.
name: Voss   # as the Courier prints it
# One of:
# person, office
kind: person
roles:
  - title: director
    claims: [voss-on-closure]
  # since when is not known
id: voss
# The end.
`
    expect(ordered('actor', text)).toBe(`# Two sources tell of him.

id: voss
# One of:
# person, office
kind: person
# Not his first name.
name: Voss   # as the Courier prints it
roles:
  - title: director
    claims: [voss-on-closure]
  # since when is not known
# The end.
`)
  })

  test('leave the comment on top of a file, and empty lines, where they are', () => {
    const text = `# Not held.
title: Harbour shut
type: article-newspaper

claims: []

# ---- what it is worth

reliability: {grade: B, why: It names its sources.}
`
    expect(ordered('source', text)).toBe(`# Not held.
type: article-newspaper
title: Harbour shut

# ---- what it is worth

reliability: {grade: B, why: It names its sources.}

claims: []
`)
  })

  test('change places with the one behind the dash', () => {
    const text = `# People
- name: Voss
  # by hand
  id: voss
  kind: person
-   # the second
    kind: person
    id: lind

# Offices
- {kind: state-body, name: "The port, authority", id: port}
-
  kind: unit
  id: crew
`
    expect(ordered('actor', text)).toBe(`# People
- # by hand
  id: voss
  kind: person
  name: Voss
-   # the second
    id: lind
    kind: person

# Offices
- {id: port, kind: state-body, name: "The port, authority"}
-
  id: crew
  kind: unit
`)
  })

  test('are put in order inside each other', () => {
    const text = `claims:
- voice: author
  passages: [{para: 2, sha256: 00, end: "so, {he} said", start: 'it''s'}, {start: a, para: 1}]
  said:
    # in the Courier
    via: lind-2004
    role: director
  id: first
type: book
`
    expect(ordered('source', text)).toBe(`type: book
claims:
- id: first
  voice: author
  said:
    role: director
    # in the Courier
    via: lind-2004
  passages: [{para: 2, start: 'it''s', end: "so, {he} said", sha256: 00}, {para: 1, start: a}]
`)
  })

  test('keep every way to write a text', () => {
    const text = `note: |
  # no comment

    deeper
  last
# folded
name: >-
  one
  two

kind: plain text
  over lines
id: "quoted \\
  over lines"`
    expect(ordered('actor', text)).toBe(`id: "quoted \\
  over lines"
kind: plain text
  over lines

# folded
name: >-
  one
  two
note: |
  # no comment

    deeper
  last`)
  })

  test('keep the line ends of Windows', () => {
    const text = 'name: Voss # a\r\n# b\r\nid: voss\r\n\r\nkind: person'
    expect(ordered('actor', text)).toBe(
      '# b\r\nid: voss\r\nname: Voss # a\r\n\r\nkind: person'.replace(
        'name: Voss # a\r\n\r\nkind: person',
        'kind: person\r\n\r\nname: Voss # a',
      ),
    )
  })

  test('that the schema does not name keep their order, behind the field that they stand behind', () => {
    const text =
      'rules: {b: off, a: off}\nmine: 1\nours: 2\ntitle: x\nbasis: {title: text, author: {note: x, how: told}}\n'
    expect(ordered('pack', text)).toBe(
      'title: x\nbasis: {title: text, author: {note: x, how: told}}\nrules: {b: off, a: off}\nmine: 1\nours: 2\n',
    )
    const basis = 'title: x\ntype: book\nbasis: {title: text, author: {note: x, how: told}}\n'
    expect(ordered('source', basis)).toBe('type: book\ntitle: x\nbasis: {title: text, author: {how: told, note: x}}\n')
  })

  test('stay where a comment in braces has no plain owner, and what else is out of order is moved', () => {
    const text = 'title: x\ntype: book\nlineage: {\n  quotes: [], # none\n  derived-from: []\n}\n'
    const { text: after, left } = reorder('source', text)
    expect(after).toBe(`type: book\ntitle: x\n${text.slice(text.indexOf('lineage'))}`)
    expect(left).toEqual([text.indexOf('{')])
  })

  test.each([
    ['? name\n: x\nid: y\n', 1],
    ['name: x\n? id\n: y\n', 1],
    ['- &me name: x\n  id: y\n', 1],
    ['name: x\n!!str id: y\n', 1],
    ['{name: x, !!str id: y}', 1],
    ['name: x\n: z\nid: y\n', 1],
    // The empty line would become part of the text.
    ['name: x\nid: z\n\nkind: |+\n  y\n', 1],
    ['name: x\nid: y\nid: z\n', 0],
    ['name: [x\nid: y\n', 0],
    ['name: &n x\nid: *n\n', 1],
    ['name: x\nid: y\n---\nname: x\nid: y\n', 0],
    ['', 0],
    ['# nothing\n', 0],
    ['just text', 0],
  ])('%j stays as it is', (text, left) => {
    expect(untouched('actor', text)).toBe(left)
  })
})
