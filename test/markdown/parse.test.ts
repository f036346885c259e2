import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Log } from '../../src/core/log.ts'
import { parse } from '../../src/document/markdown/parse.ts'
import { print } from '../../src/document/markdown/print.ts'
import { read } from '../../src/document/markdown/read.ts'
import { plain } from './reading.ts'
import { growing, hostile } from './samples.ts'

const blocks = (markdown: string) => plain(read(markdown).tree.children) as Record<string, unknown>[]
const text = (value: string) => ({ type: 'text', value })
const problems = (markdown: string) =>
  read(markdown).problems.map(({ rule, offset, reason }) => `${offset} ${rule}: ${reason}`)

describe('sugar', () => {
  test('attributes of headings', () => {
    expect(blocks('# Threat *picture* {#threat .lead lang=ru}')).toEqual([
      {
        type: 'heading',
        depth: 1,
        data: { id: 'threat', role: 'lead', lang: 'ru' },
        children: [text('Threat '), { type: 'emphasis', children: [text('picture')] }],
      },
    ])
  })

  test('attributes are printed as they were read', () => {
    for (const markdown of ['# A {#a .b .c label="Annex A" lang=ru}\n', '[a]{#b .c lang=ru}\n']) {
      expect(print(read(markdown).tree)).toBe(markdown)
    }
  })

  test('braces that are escaped, or are no attributes, are text', () => {
    for (const markdown of ['# A \\{#a}', '# A {#a\\}', '# A \\{\\#a\\}', '# A {a}', '# A {}', '# A &#x7B;#a}']) {
      expect(blocks(markdown)[0]).not.toHaveProperty('data')
    }
  })

  test('spans with a language, an id, markup and brackets in them', () => {
    expect(blocks('A [текст *b* [c] \\] `]`]{#x lang=ru}.')).toEqual([
      {
        type: 'paragraph',
        children: [
          text('A '),
          {
            type: 'span',
            data: { id: 'x', lang: 'ru' },
            children: [
              text('текст '),
              { type: 'emphasis', children: [text('b')] },
              text(' [c] ] '),
              { type: 'inlineCode', value: ']' },
            ],
          },
          text('.'),
        ],
      },
    ])
  })

  test('the caption of an image is Markdown, and takes the citations of its label', () => {
    const [image, captioned, labelled] = blocks(
      '![A quay [@a]](q.png "By *Ada* [@b, p. 3]")\n\n![A quay](q.png)\n\n![A quay [@a]](q.png)',
    ) as { alt: string; children: { type: string }[] }[]
    expect(image!.children.map(({ type }) => type)).toEqual([
      'text',
      'emphasis',
      'text',
      'citeGroup',
      'text',
      'citeGroup',
    ])
    expect(captioned!.children).toEqual([])
    expect(labelled!.children.map(({ type }) => type)).toEqual(['text', 'citeGroup'])
    const [noted] = blocks(
      '![A *quay* [@a, p. 3].[^n]](q.png "By Ada[^m]")\n\n[^n]: N.\n\n[^m]: M.',
    ) as (typeof captioned)[]
    expect(noted!.alt).toBe('A quay.')
    expect(noted!.children.map(({ type }) => type)).toEqual([
      'text',
      'footnoteReference',
      'text',
      'citeGroup',
      'footnoteReference',
    ])
    expect(problems('![A[^n]](q.png "By Ada[^m]")\n\n[^n]: N.\n\n[^m]: M.')).toEqual([])
    expect(problems('![A](q.png "a\n\nb")')).toEqual(['0 markdown-is-supported: A picture or link cannot be read'])
    expect(
      JSON.stringify(
        blocks('![A](q.png "\\*a\\* &lt;b \\"c\\"")\n\n![A][x]\n\n[x]: q.png \'\\*a\\* &lt;b "c"\''),
      ).match(/"value":"(?:\\.|[^"])*/g),
    ).toEqual(Array(2).fill(String.raw`"value":"*a* <b \"c\"`))
    expect(problems('![A](q.png "# a")')).toEqual(['0 markdown-is-supported: A caption is one paragraph'])
    expect(problems('![A](q.png "a <b>")')).toEqual(['0 markdown-is-supported: HTML is not supported: “<b>”'])
  })

  test('subscripts, and what only looks like one', () => {
    const types = (markdown: string) =>
      (blocks(markdown)[0]!.children as { type: string }[]).map(({ type }) => type).join(' ')
    expect(types('CO~2~ x')).toBe('text subscript text')
    expect(types('~~gone~~')).toBe('delete')
    expect(types('~10 and ~20')).toBe('text')
    expect(types('a ~~b~~ H~2~O ^3^')).toBe('text delete text subscript text superscript')
  })

  test.each([
    ['> [!NOTE]\n> Text *a*.', 'note', 'Note'],
    ['> [!warning] Mind\n> Text *a*.', 'warning', 'Mind'],
    ['::: tip\nText *a*.\n:::', 'tip', 'Tip'],
    ['::: {.callout-important title="Read"}\n\nText *a*.\n\n:::', 'important', 'Read'],
    [':::: box\n\nText *a*.\n\n::::', undefined, undefined],
    ['::: note\n- Text *a*\n:::', 'note', 'Note'],
    ['::: note\n\n> - Text *a*\n:::', 'note', 'Note'],
    ['::: note\nIt is *a* &amp; more \n:::', 'note', 'Note'],
  ])('a box: %j', (markdown, kind, title) => {
    const [box] = blocks(markdown) as unknown as { type: string; data: { role: string }; children: object[] }[]
    expect(problems(markdown)).toEqual([])
    expect(box).toMatchObject({ type: 'blockquote', data: { role: kind ? `box ${kind}` : 'box' } })
    expect(JSON.stringify(box!.children.at(-1))).toContain('"emphasis"')
    const opening = { type: 'paragraph', children: [{ type: 'strong', children: [{ type: 'text', value: title }] }] }
    if (title) expect(box!.children[0]).toEqual(opening)
    else expect(box!.children).toHaveLength(1)
  })

  test.each([
    ['> [!NOTE] The *main* point\n> Text.', ['The ', 'emphasis', ' point']],
    ['> [!NOTE] Title [@a, p. 3]\n> Text.', ['Title ', 'citeGroup']],
    ['> [!NOTE] *All*  \n> Text.', ['emphasis']],
    ['> [!NOTE] Alone *here*\n>\n> Text.', ['Alone ', 'emphasis']],
  ])('the title of a box with all that its line has: %j', (markdown, title) => {
    const [box] = blocks(markdown) as unknown as { children: { children: { children: object[] }[] }[] }[]
    const parts = box!.children[0]!.children[0]!.children as { type: string; value?: string }[]
    expect(parts.map(({ type, value }) => value ?? type)).toEqual(title)
    expect(JSON.stringify(box!.children[1])).toContain('"Text."')
  })

  test('boxes in one another, and their words in the language of the text', () => {
    const { tree } = read('::: note\n\n::: tip\n\nA\n\n:::\n\nB\n\n:::', 'ru')
    expect(JSON.stringify(plain(tree))).toContain('"value":"Совет"')
    expect((tree.children[0] as { children: { type: string }[] }).children.map(({ type }) => type)).toEqual([
      'paragraph',
      'blockquote',
      'paragraph',
    ])
  })

  test.each([
    'Term\n: One\n: Two\n\nOther\n: Three',
    'Term\n\n: One\n\n: Two\n\nOther\n\n: Three',
    'Term\n:   One\n:   Two\n\nOther\n\n:   Three',
    'Term  \n:   One\n:   Two\n\nOther\n\n:   Three',
  ])('definitions: %j', (markdown) => {
    const [list, ...others] = blocks(markdown) as unknown as { data: object; children: { children: object[] }[] }[]
    expect(others).toEqual([])
    expect(list!.data).toEqual({ role: 'definitions' })
    const words = (value: string) => expect.objectContaining({ children: [{ type: 'text', value }] })
    const term = (value: string) => ({ type: 'paragraph', children: [{ type: 'strong', ...words(value).sample }] })
    expect(list!.children.map(({ children }) => children)).toEqual([
      [term('Term'), words('One'), words('Two')],
      [term('Other'), words('Three')],
    ])
  })

  test('lines stay lines', () => {
    const [paragraph] = blocks('| One *a*\n|   two\n| three') as { children: object[] }[]
    expect(paragraph!.children).toEqual([
      { type: 'text', value: 'One ' },
      expect.objectContaining({ type: 'emphasis' }),
      { type: 'break' },
      { type: 'text', value: '\u00a0\u00a0two' },
      { type: 'break' },
      { type: 'text', value: 'three' },
    ])
  })

  test.each([
    ['So $E=mc^2$ is.', '3 markdown-is-supported: Mathematics is not supported'],
    ['$$\nx\n$$ and $$x$$', '0 markdown-is-supported: Mathematics is not supported'],
    ['a\n\n:::\n:::\n\n:::', '3 markdown-is-supported: “:::” opens or closes no box'],
    ['::: note\n\n::: tip\n\na', '0 markdown-is-supported: The box is never closed'],
    ['![a](b.png "q "r" s")', '0 markdown-is-supported: A picture or link cannot be read'],
    ['a [b](https://a b.c) c', '2 markdown-is-supported: A picture or link cannot be read'],
    ['See ^[a note].', '4 markdown-is-supported: A note inside the text, “^[…]”, is not supported'],
    ['+---+---+\n| a | b |', '0 markdown-is-supported: A table drawn with “+” is not supported'],
    [' a    b\n---  ---\n 1    2', '8 markdown-is-supported: A table drawn with spaces is not supported'],
    ['\\(x\\)', undefined],
    ['> [!NOET]\n> x', '0 markdown-is-supported: There is no box “NOET”'],
    ['::: note\n\nx', '0 markdown-is-supported: The box is never closed'],
    ['x\n\n:::', '3 markdown-is-supported: “:::” opens or closes no box'],
    ['See `x`{.a}.', '7 markdown-is-supported: Links and code take no attributes'],
    ['x\n\n\\newpage', '3 markdown-is-supported: TeX is not supported'],
    ['(@) An example', '0 markdown-is-supported: A list that numbers itself is not supported'],
    ['1. a\n2. b\n100. c', '10 markdown-is-supported: “100.” would be printed as “3.”'],
    ['7. a\n8. b\n\nx\n\n1. a\n1. b\n   1. c', undefined],
    ['*[HTML]: Markup', '0 markdown-is-supported: An abbreviation, “*[…]: …”, is not supported'],
    [
      'a\\ b',
      '1 markdown-is-supported: A backslash before a space or the end of a paragraph is printed, and breaks no line',
    ],
    ...['a\\', 'a\\ \nb', '# a\\\nb', '- a\\', '*a*\\'].map((it): [string, string] => [
      it,
      `${it.indexOf('\\')} markdown-is-supported: A backslash before a space or the end of a paragraph is printed, and breaks no line`,
    ]),
    ['a\\\nb C:\\\\ d\\\\', undefined],
    ...['a) x\nb) y', '(a) x\n(b) y [@z]', 'i. x\nii. y', '(1) x\n(2) y', '• x\n• y', '– x\n– y', '> a) x\n> b) y'].map(
      (it): [string, string] => [
        it,
        `${it.startsWith('>') ? 2 : 0} markdown-is-supported: The lines of a list with such marks run into one`,
      ],
    ),
    ['a) x\\\nb) y  \nc) z', undefined],
    ['a) x\n\nb) y', undefined],
    ['by A. Smith and\nB. Jones', undefined],
    ['A. Smith and\nB. Jones', undefined],
    ['#Heading', '0 markdown-is-supported: A heading has a space behind “#”'],
    ['\\#tag, #tag, [#tag](https://a.org), #1', undefined],
    ['[TOC]', '0 markdown-is-supported: The contents are called in another way'],
    ['x\n\n[[_TOC_]]', '3 markdown-is-supported: The contents are called in another way'],
    ['See [a][b].', '4 markdown-is-supported: Nothing defines the address of a link'],
    ['[sic] [a] [b], [a][^n]\n\n[^n]: c', undefined],
    ['See [[Page|a]].', '4 markdown-is-supported: A link of a wiki, “[[…]]”, is not supported'],
    ['a ++b c++ d', '2 markdown-is-supported: Inserted words, “++…++”, are not supported'],
    ['C++, D++ and E++', undefined],
    ['a {--b--} c', '2 markdown-is-supported: A mark of an edit, “{++…++}”, is not supported'],
    ['a {>>why<<} c', '2 markdown-is-supported: A mark of an edit, “{++…++}”, is not supported'],
    ['{% include x %}', '0 markdown-is-supported: Tags in “{%…%}” are not supported'],
    ['| A |\n| - |', '0 markdown-is-supported: The table has no rows'],
    ['a\n\n##', '3 markdown-is-supported: The heading has no words'],
    ['- a\n-\n- b', '4 markdown-is-supported: The item of the list is empty'],
    ['a [](https://a.org)', '2 markdown-is-supported: The link has no words, and would not be printed'],
    ['Term\n\n: One\n\n    Two', '13 markdown-is-supported: Indented lines below a definition are code'],
    ['---\ntitle: x\n---\n\na', '0 markdown-is-supported: A head of fields is not read here'],
    ['% Title\n\na', '0 markdown-is-supported: A head of fields is not read here'],
    ['---\n\na: b\n\n---', undefined],
    ['a ==marked== word', '2 markdown-is-supported: Marked words, “==…==”, are not supported'],
    ['[x]{.underline}', '0 markdown-is-supported: “.underline” is not supported'],
    ['[x]{colour=red}', '0 markdown-is-supported: There is no attribute “colour” here'],
    ['# x {width=3}', '0 markdown-is-supported: There is no attribute “width” here'],
    ['![x](y.png){size=3}', '0 markdown-is-supported: There is no attribute “size” here'],
    ['# x {data-mine=red}', undefined],
    ['a == b and c == d; `x` {y}', undefined],
    ['It costs $5 and $6, \\$x\\$, `$x$`.', undefined],
    ['\\[!NOTE] \\:\\:\\: and a: b', undefined],
  ])('%j', (markdown, problem) => {
    expect(problems(markdown).slice(0, 1)).toEqual(problem ? [problem] : [])
  })

  test.each([
    ['a <!-- x --> b', 'a b'],
    ['a<!-- x --> b', 'a b'],
    ['a <!-- x -->b', 'a b'],
    ['a<!-- x -->b', 'ab'],
    ['## a <!-- x -->', 'a'],
    ['## <!-- x --> a', 'a'],
  ])('a comment leaves one space at most: %s', (markdown, words) => {
    const [block] = blocks(markdown) as unknown as { children: { value: string }[] }[]
    expect(block!.children.map(({ value }) => value).join('')).toBe(words)
  })

  test.each([
    ['| A |\n| - |\n| a<br>b |', 'a cell or a heading is one line'],
    ['## a<br>b', 'a cell or a heading is one line'],
    ['a<br>b', 'write a backslash at the end of the line'],
  ])('what to write for a break depends on where it stands: %j', (markdown, advice) => {
    expect(read(markdown).problems[0]?.notes?.[0]).toContain(advice)
  })

  test('boxes of tasks', () => {
    const [list] = blocks('- [ ] open\n- [x] done\n- none') as unknown as { children: { checked: unknown }[] }[]
    expect(list!.children.map(({ checked }) => checked)).toEqual([false, true, null])
  })

  test.each([
    ['| one | two | three |', 'The row has 3 cells, and the header 2'],
    ['| `a|b` | c |', 'The row has 3 cells, and the header 2'],
    ['| short |', 'The row has 1 cell, and the header 2'],
  ])('a row of other length than the header is told: %s', (row, reason) => {
    expect(problems(`| A | B |\n| - | - |\n| 1 | 2 |\n${row}`)).toEqual([`30 markdown-is-supported: ${reason}`])
  })

  test('references, superscripts', () => {
    expect(blocks('See [](#a), [b](#a), x^2^, x^2 and y^.')).toEqual([
      {
        type: 'paragraph',
        children: [
          text('See '),
          { type: 'crossReference', identifier: 'a' },
          text(', '),
          { type: 'link', title: null, url: '#a', children: [text('b')] },
          text(', x'),
          { type: 'superscript', children: [text('2')] },
          text(', x^2 and y^.'),
        ],
      },
    ])
  })

  test('figures, lists and images alone in a paragraph', () => {
    const markdown = `![A *b* [@c]](figure:timeline?from=2001&to=a%20b){#fig .wide}

![](list:contents?depth=2)

![Alt text](images/map.png "Caption")`
    expect(blocks(markdown)).toMatchObject([
      {
        type: 'figureCall',
        name: 'timeline',
        options: { from: '2001', to: 'a b' },
        data: { id: 'fig', role: 'wide' },
        children: [text('A '), { type: 'emphasis' }, text(' '), { type: 'citeGroup' }],
      },
      { type: 'slot', name: 'contents', options: { depth: '2' } },
      { type: 'imageCall', url: 'images/map.png', alt: 'Alt text', children: [{ type: 'text', value: 'Caption' }] },
    ])
  })

  test('a picture says what it shows, what stands below it and whose it is', () => {
    expect(blocks('![A](q.png){credit="By *Ada* [@a], \\"q\\"" alt="5 \\*s &amp; *t*"}')).toMatchObject([
      { alt: '5 *s & t' },
      {
        data: { role: 'source-note' },
        children: [{}, { type: 'emphasis' }, {}, { type: 'citeGroup' }, { value: ', "q"' }],
      },
    ])
    expect(blocks('![A *quay*](images/quay.png){alt="Grey water" width=50% credit="Photo: B. Sorley"}')).toMatchObject([
      { type: 'imageCall', alt: 'Grey water', data: { width: '50%' }, children: [text('A '), { type: 'emphasis' }] },
      { type: 'paragraph', data: { role: 'source-note' }, children: [text('Photo: B. Sorley')] },
    ])
  })

  test('the caption of a table', () => {
    expect(blocks('| a |\n|---|\n| b |\n\n: Caption *c* [@d] {#tbl}\n\n: text')).toMatchObject([
      {
        type: 'captionedTable',
        data: { id: 'tbl' },
        children: [
          { type: 'table' },
          { type: 'paragraph', children: [text('Caption '), { type: 'emphasis' }, text(' '), { type: 'citeGroup' }] },
        ],
      },
      { type: 'paragraph', children: [text(': text')] },
    ])
  })

  test('definitions stand where they are used', () => {
    expect(blocks('[a][b] ![c][b]\n\n[b]: https://x.org "T"')).toMatchObject([
      {
        type: 'paragraph',
        children: [{ type: 'link', url: 'https://x.org', title: 'T' }, {}, { type: 'image', url: 'https://x.org' }],
      },
    ])
  })
})

describe('what is reported', () => {
  test.each([
    ['[@a]: text', '0 markdown-is-supported: “[@a]:” reads as the definition of a link, not as a citation'],
    ['[a]: text', '0 markdown-is-supported: The definition “[a]:” is not used, and would not be printed'],
    ['x <b>y</b>', '2 markdown-is-supported: HTML is not supported: “<b>”'],
    ['<div>\nx\n</div>', '0 markdown-is-supported: HTML is not supported: “<div>”'],
    ['x ![y](z.png)', '2 markdown-is-supported: An image stands among words'],
    ['![](list:content)', '0 markdown-is-supported: There is no list “content”'],
    [
      '# A {#Ünïcode}',
      '0 markdown-is-supported: The id “#Ünïcode” is not made of lower-case letters, digits and hyphens',
    ],
    ['x[^1]', '0 cross-reference-resolves: No note is defined for “[^1]” in this section'],
    ['x [y]{lang=""}', '2 markdown-is-supported: “” is not a language tag such as en-GB, ru or kk-Latn'],
    ['# x {lang=no!}', '0 markdown-is-supported: “no!” is not a language tag such as en-GB, ru or kk-Latn'],
    ['x\n\n[^1]: y', '3 markdown-is-supported: The note “[^1]” is never called, and would not be printed'],
    ['x[^1]\n\n[^1]: y[^2]\n\n[^2]: z', '14 markdown-is-supported: The note “[^2]” is called inside another note'],
    ['[see @a, cf. @b]', '13 markdown-is-supported: A citation stands inside the suffix of another'],
    ['[see [x](https://y.org) @a]', '5 markdown-is-supported: A link stands inside the prefix of a citation'],
    [`${'> '.repeat(70)}x`, '0 markdown-is-supported: The text is nested more than 64 levels deep'],
    [
      'a\n=\n\n'.repeat(2001),
      '10002 markdown-is-supported: There are more than 2000 headings with a line of “=” or “-” below, and the text is left out',
    ],
  ])('%s', (markdown, problem) => expect(problems(markdown)).toContain(problem))

  test.each([
    '<!-- a comment -->',
    'x <!-- a --> y',
    '<!-- a\n\nb -->\n\nx',
    'https://x.org <https://x.org> <me@x.org>',
  ])('%j is fine', (markdown) => {
    expect(problems(markdown)).toEqual([])
    expect(JSON.stringify(read(markdown).tree)).not.toContain('html')
  })

  test('a cached tree reports again, at the places of now', () => {
    const markdown = 'x <b>'
    const log = new Log()
    const place = (offset: number) => ({ file: 'a.hbs', start: { line: 7, column: offset } })
    const section = parse(
      { name: 's', markdown, place, record: () => undefined },
      log,
      JSON.parse(JSON.stringify(read(markdown))),
    )
    expect(log.findings.map(({ file, line, column, ruleId }) => [file, line, column, ruleId])).toEqual([
      ['a.hbs', 7, 2, 'markdown-is-supported'],
    ])
    expect(section.place(section.tree.children[0]!)).toEqual(place(0))
  })
})

describe('any input', () => {
  test.each(hostile)('%j is read and printed', (markdown) => {
    expect(print(read(markdown).tree)).toBeTypeOf('string')
  })

  test.each(Object.entries(growing))('%s, two thousand, are read and printed', (_, repeat) => {
    expect(print(read(repeat(2_000)).tree)).toBeTypeOf('string')
  })

  const alphabet = fc.constantFrom(
    ...'ab1 \n\t[](){}<>#*_`~^$@!|-+=:;.,&\\"\'é字'.split(''),
    '[@a',
    '[^1]',
    '\n\n',
    '    ',
    '](',
    '| a |\n|-|\n',
  )
  const anything = fc.array(alphabet, { maxLength: 60 }).map((parts) => parts.join(''))

  test('is read and printed without throwing, and formatted twice is formatted once', () => {
    fc.assert(
      fc.property(anything, (markdown) => {
        const once = print(read(markdown).tree)
        expect(print(read(once).tree)).toBe(once)
      }),
      { numRuns: Number(process.env.PROPERTY_RUNS ?? 400), seed: 7 },
    )
  })
})
