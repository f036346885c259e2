import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Log } from '../../src/core/log.ts'
import type { Node } from '../../src/core/tree.ts'
import { textOf } from '../../src/core/walk.ts'
import { formProblem } from '../../src/document/resolve/csl/form.ts'
import { loadStyle, styles } from '../../src/document/resolve/csl/style.ts'
import { directions } from '../../src/document/resolve/directions.ts'
import { resolve } from '../../src/document/resolve/resolve.ts'
import { matchesGolden } from '../helpers/golden.ts'
import { hostile } from '../markdown/samples.ts'
import { hostOf, inputOf, resolved, styleOf } from './pack.ts'
import { show } from './show.ts'

const sample = readFileSync('test/resolve/sample.md', 'utf8')
const shown = async (...parameters: Parameters<typeof resolved>) => show((await resolved(...parameters)).body).trimEnd()

test('the same text in every style that ships, and in other languages', async () => {
  const texts = new Map<string, string>()
  for (const styleName of [...Object.keys(styles), 'test/resolve/styles/chicago-fullnote-bibliography-with-ibid.csl']) {
    const { body, problems } = await resolved(sample, { styleName })
    texts.set(`${styleName.replace(/^.*\/|\.csl$/g, '')}.txt`, [...problems, show(body)].join('\n'))
  }
  for (const language of ['ru', 'fr-FR', 'de-DE', 'kk']) {
    const { body } = await resolved(sample, { language, transliteration: 'original', numberedLevels: 2 })
    texts.set(`language-${language}.txt`, show(body))
  }
  matchesGolden('test/resolve/expected', texts)
})

test.each([
  ['two notes', 'A.[^a][^b]', 'A.⟦1⟧^,^⟦2⟧'],
  ['two works, which are one note', 'A.[@petrov][@wire]', 'A.⟦1⟧'],
  ['a note and a work, with a space', 'A.[^a] [@wire]', 'A.⟦1⟧^,^⟦2⟧'],
  ['a note at the end of bold words', '**A.[^a]**[^b]', '**A.⟦1⟧**^,^⟦2⟧'],
  ['a note after a power', 'x^2^[^a]', 'x^2^^\u202f^⟦1⟧'],
  ['a note after a sign for a power', 'km²[^a]', 'km²^\u202f^⟦1⟧'],
  ['words between', 'A[^a] b[^b]', 'A⟦1⟧ b⟦2⟧'],
  ['an answer to a colon', 'Source: [@wire], cut.[^a] By: [@wire].[^b]', 'Source:⟦1⟧, cut.⟦2⟧ By:⟦3⟧.⟦4⟧'],
])('calls side by side are kept apart: %s', async (_, written, expected) => {
  const text = await shown(`${written}\n\n[^a]: One.\n\n[^b]: Two.`)
  expect(text.split('\n')[0]).toBe(`paragraph: ${expected}`)
})

test.each([
  ['Tonnage. Source: [@wire], *rounded*', 'Tonnage. rounded'],
  ['Tonnage. Source: [@wire, p. 7]', 'Tonnage.'],
  ['Ports: a list [@wire]', 'Ports: a list'],
  ['Ports [@wire][^n]\n\n[^n]: N.', 'Ports'],
  ['In m^2^[^n]. All\n\n[^n]: N.', 'In m2. All'],
])('a list of tables has no hole where a source was: %s', async (caption, expected) => {
  const { body } = await resolved(`![](list:tables)\n\n| A | B |\n| - | - |\n| 1 | 2 |\n\n: ${caption}`)
  const [list] = body.children.flatMap((node) => (node.type === 'contents' ? node.entries : []))
  expect(list?.text).toBe(expected)
})

test('tabs and hints for hyphens stand in no place that takes plain words', async () => {
  const words = 'co\u00adope\trate `a\tb`'
  const { body } = await resolved(
    `![](list:contents)\n\n# ${words}\n\n| A |\n| - |\n| 1 |\n\n: ${words}\n\n${words}[^n]\n\n[^n]: ${words}`,
  )
  expect(JSON.stringify(body)).not.toContain('\\t')
  const [list] = body.children.flatMap((node) => (node.type === 'contents' ? node.entries : []))
  expect(list).toEqual({ id: 'coope-rate-a-b', depth: 1, text: 'coope rate a b' })
})

test('numbers of works side by side are kept apart', async () => {
  expect(await shown('A [@wire] [@petrov].', { styleName: 'nature' })).toContain('‹^1,2^›')
  expect(await shown('A.[^a][@wire]\n\n[^a]: One.', { styleName: 'nature' })).toContain('⟦1⟧^,^‹^1^›')
})

test('words that all stand in one language give it to their paragraph', async () => {
  const { body } = await resolved('[Да.]{lang=ru}[^a]\n\n[Да.]{lang=ru} Yes.\n\n[^a]: [Нет.]{lang=ru}')
  expect(body.children.map(({ data }) => data?.lang)).toEqual(['ru', undefined, undefined])
})

/** What is marked with a language, as it is. */
const marked = (node: Node): string[] => {
  if (node.data?.lang !== undefined) return [`${node.type} ${node.data.lang}: ${textOf<Node>(node)}`]
  const caption = 'caption' in node ? node.caption : []
  return [...caption, ...('children' in node ? node.children : [])].flatMap(marked)
}

test('words from right to left are marked with their language wherever they stand, and blocks in them run as they do', async () => {
  const { body } = await resolved(
    [
      'He, قاسم أمين (2003), *הנמל*, said.',
      'قال قاسم أمين إن الميناء يغلق أبوابه (2010) ثم يفتح.',
      'قاسم أمين said no.',
      '| قاسم أمين (2003) | A |\n| - | - |\n| الميناء x y z | B |\n\n: Of قاسم أمين',
      '[قاسم]{lang=ur}',
    ].join('\n\n'),
  )
  directions({ language: 'en-GB', sources: new Map() })(body)
  expect(body.children.flatMap(marked)).toEqual([
    'span ar: قاسم أمين',
    'span he: הנמל',
    'paragraph ar: قال قاسم أمين إن الميناء يغلق أبوابه (2010) ثم يفتح.',
    'span ar: قاسم أمين',
    'span ar: قاسم أمين',
    'span ar: قاسم أمين (2003)',
    'span ar: الميناء',
    'paragraph ur: قاسم',
  ])
})

test('in a document from right to left the blocks that run the other way are marked, and no words in others', async () => {
  const { body } = await resolved(
    [
      '# Latin words',
      'Plain words only.',
      'הנמל סגור now.',
      '- Самые слова',
      '| A word here | הנמל x |\n| - | - |\n| הנמל | B |',
      '[Des mots]{lang=fr}',
    ].join('\n\n'),
  )
  directions({ language: 'he', sources: new Map() })(body)
  expect(body.children.flatMap(marked)).toEqual([
    'heading en: Latin words',
    'paragraph en: Plain words only.',
    'paragraph ru: Самые слова',
    'span en: A word here',
    'span en: B',
    'paragraph fr: Des mots',
  ])
})

test.each([
  ['a record', '# A {#judgment-x}', '# B {#judgment-x}', ['judgment-x', 'judgment-x-2'], 0],
  ['a subject under one heading', '# Open {#x}', '# Open {#x}', ['x', 'x-2'], 0],
  ['what has two headings', '# Open {#x}', '# Shut {#x}', ['x', 'x'], 1],
])('%s that two sections print is led to in the first', async (_, one, other, ids, count) => {
  const { body, problems } = await resolved([`${one}\n\nText.`, other])
  expect(body.children.flatMap((node) => (node.type === 'heading' ? [node.data?.id] : []))).toEqual(ids)
  expect(problems).toHaveLength(count)
})

describe('notes', () => {
  test('are numbered with the author’s own, in the order of calls, over sections', async () => {
    const first = 'A[^b] and [@wire] and b[^a].\n\n[^a]: One [@petrov].\n\n[^b]: Two.'
    const second = 'C[^a] and [@wire].\n\n[^a]: Three.'
    expect(await shown([first, second], { transliteration: 'transliterated' })).toBe(
      `paragraph: A⟦1⟧ and⟦2⟧ and b⟦3⟧.
paragraph: C⟦4⟧ and.⟦5⟧
note 1
  paragraph: Two.
note 2
  paragraph: ‹‘Dyke Gives Way’, *Selm Press*, 17 June 2005.›
note 3
  paragraph: One ‹Pyotr Petrov, *Polovod’e na Sel’me [High water on the Selm]* (Наука, [2003?])›.
note 4
  paragraph: Three.
note 5
  paragraph: ‹*Selm Press*, ‘Dyke Gives Way’.›`,
    )
  })

  test.each([
    ['one [@wire].', 'en-GB', 'one.⟦1⟧'],
    ['one [@wire], two', 'en-GB', 'one,⟦1⟧ two'],
    ['“one [@wire].” Two', 'en-GB', '“one.”⟦1⟧ Two'],
    ['“one” [@wire]. Two', 'en-GB', '“one”.⟦1⟧ Two'],
    ['in the U.S. [@wire]. Two', 'en-GB', 'in the U.S.⟦1⟧ Two'],
    ['one [@wire] two', 'en-GB', 'one⟦1⟧ two'],
    ['one [@wire]—two', 'en-GB', 'one⟦1⟧—two'],
    ['one [@wire] [@petrov].', 'en-GB', 'one.⟦1⟧'],
    ['one, [@wire].', 'en-GB', 'one,.⟦1⟧'],
    ['*one* [@wire].', 'en-GB', '*one*.⟦1⟧'],
    ['un [@wire].', 'fr-FR', 'un⟦1⟧.'],
    ['один [@wire].', 'ru', 'один⟦1⟧.'],
    ['[@wire] one', 'en-GB', '⟦1⟧ one'],
    ['Marsh, as @marsh-2005 [p. 3] says.', 'en-GB', 'Marsh, as Marsh⟦1⟧ says.'],
  ])('%s (%s)', async (markdown, language, expected) => {
    const text = await shown(markdown, { language })
    expect(text.split('\n')[0]).toBe(`paragraph: ${expected}`)
  })

  test.each([
    [
      'So @marsh-2005 [p. 3] thinks.',
      'So ‹Ada B. Marsh, ‘The Selm in Flood: What the Gauges Say’, *River Quarterly* 12, no. 3 (2005): 3, <https://example.org/selm?a=1&b=2 https://example.org/selm?a=1&b=2>›, thinks.',
    ],
    [
      'Again @marsh-2005.',
      'Again ‹Ada B. Marsh, ‘The Selm in Flood: What the Gauges Say’, *River Quarterly* 12, no. 3 (2005): 4–19, <https://example.org/selm?a=1&b=2 https://example.org/selm?a=1&b=2>›.',
    ],
  ])('in an author’s note a narrative citation names its author once: %s', async (markdown, expected) => {
    const text = await shown(`A[^n].\n\n[^n]: ${markdown}`)
    expect(text.split('\n')[2]?.trim()).toBe(`paragraph: ${expected}`)
  })

  test.each(['111-125', '111–125', '111--125', '111 – 125', '111‑125', '111−125'])(
    'pages %s are one range',
    async (pages) => {
      expect(await shown(`A [@petrov, pp. ${pages}].`, { transliteration: 'transliterated' })).toContain(', 111–25.›')
    },
  )

  test('a style that raises its numbers sets them as calls of notes are set', async () => {
    expect(await shown('one [@wire].', { styleName: 'nature' })).toBe('paragraph: one.‹^1^›')
  })

  test('an author whom the sentence names is not named again, for any work of that author', async () => {
    const text = await shown('So @marsh-2005 [@marsh-2005-dykes; @petrov].', { styleName: 'apa' })
    expect(text).toBe('paragraph: So ‹span{Marsh} (2005a, 2005b; Petrov, ca. 2003)›.')
  })
})

describe('citations by source codes', () => {
  const code = (text: string) => shown(text, { styleName: 'source-codes' })
  test('name the source and the paragraphs, each source once in a place', async () => {
    expect(await code('A [@wire, para. 4][@wire, paras. 2-3; @petrov, p. 7].')).toBe(
      'paragraph: A ‹[Wir\u00a0¶2–4; Pet\u00a0p.\u00a07]›.',
    )
  })
})

describe('notes that cite what the one before cites', () => {
  test('say so, and no more than where', async () => {
    const text = await shown('One [@wire, para. 1]. Two [@wire, para. 2]. Three [@wire, para. 2]. Four [@petrov].')
    expect(text).toContain('note 2\n  paragraph: ‹Ibid., para. 2.›')
    expect(text).toContain('note 3\n  paragraph: ‹Ibid.›\n')
  })
  test.each([
    [
      'One [@wire, para. 1] and **two** [@wire, para. 3], then three [@petrov]. Four [@wire].',
      'One and **two**, then three.⟦1⟧ Four.⟦2⟧',
    ],
    ['One.[@wire][@petrov] Two [@petrov].', 'One.⟦1⟧ Two.⟦2⟧'],
    ['“One.”[@wire] Two [@petrov].', '“One.”⟦1⟧ Two.⟦2⟧'],
    ['Source: [@wire], *rounded* [@petrov].', 'Source:⟦1⟧, *rounded*.⟦2⟧'],
    ['One [@wire] and (two) three [@petrov].', 'One and (two) three.⟦1⟧'],
    ['One [@wire] and (two three [@petrov]) four.', 'One⟦1⟧ and (two three⟦2⟧) four.'],
    ['One [@wire] and “two.” Three [@petrov].', 'One⟦1⟧ and “two.” Three.⟦2⟧'],
  ])('of one sentence are one note, unless one answers a colon: %s', async (markdown, expected) => {
    const text = await shown(markdown)
    expect(text.split('\n')[0]).toBe(`paragraph: ${expected}`)
  })
})

describe('words', () => {
  test.each([
    ['one.[@wire] Two', 'one ‹(*Selm Press* 2005)›. Two'],
    ['one,[@wire] two', 'one ‹(*Selm Press* 2005)›, two'],
    ['one[@wire] two', 'one ‹(*Selm Press* 2005)› two'],
    ['one. Two[@wire] three', 'one. Two ‹(*Selm Press* 2005)› three'],
    ['one [@wire].', 'one ‹(*Selm Press* 2005)›.'],
    ['(one[@wire])', '(one ‹(*Selm Press* 2005)›)'],
    ['[@wire] one', '‹(*Selm Press* 2005)› one'],
  ])('a citation in words stands apart from them and before the stop: %s', async (markdown, expected) => {
    expect(await shown(markdown, { styleName: 'chicago-author-date' })).toBe(`paragraph: ${expected}`)
  })
})

describe('links', () => {
  test('citations link to entries that are printed, and only to those', async () => {
    const markdown = 'A [@wire; @petrov].\n\n# Sources\n\n![](list:bibliography?group=held)'
    const text = await shown(`# A\n\n${markdown}`, { styleName: 'chicago-author-date' })
    expect(text).toContain('‹(*Selm Press* 2005; <#ref-petrov Petrov> [2003?])›')
  })

  test('a work is printed once, in the first list that asks for it', async () => {
    const { body } = await resolved('# A\n\n[@wire]\n\n![](list:bibliography?group=quoted)\n\n![](list:bibliography)', {
      alsoConsulted: ['petrov'],
    })
    const printed = body.children.flatMap((node) =>
      node.type === 'bibliography' ? [node.children.map(({ identifier }) => identifier)] : [],
    )
    expect(printed).toEqual([['wire'], ['petrov']])
  })

  test('an entry is that of its own work where the style prints nothing of another', async () => {
    const xml = readFileSync('test/resolve/styles/no-newspapers.csl', 'utf8')
    const { locales, language } = await styleOf('apa')
    const style = { xml, locales, language }
    const text = await shown('# A\n\n[@wire; @petrov; @marsh-2005]\n\n![](list:bibliography)', { style })
    expect(text).toContain('#ref-petrov: Petrov')
    expect(text).toContain('#ref-marsh-2005: Marsh')
    expect(text).not.toContain('ref-wire')
  })

  test('[@*] lists every work of the corpus, and prints nothing where it stands', async () => {
    const text = await shown('# A\n\n[@*]\n\n![](list:bibliography?group=consulted)', { styleName: 'mla' })
    expect(text.match(/#ref-/g)).toHaveLength(6)
    expect(text.split('\n')[1]).toBe('bibliography hanging')
  })
})

test('a list of no works leaves no heading, and references to it are words', async () => {
  const words = 'Words, see [](#works).'
  const list = '# Works {#works}\n\n![](list:bibliography)'
  expect(await shown(`${words}\n\n${list}`)).toBe('paragraph: Words, see Works.')
  expect(await shown(`${words}\n\n${list}\n\nMore.`)).toContain('heading')
})

test('a list has the heading above it to itself, unless other text stands there too', async () => {
  const lists = async (markdown: string) => {
    const { body } = await resolved(markdown)
    return body.children.flatMap((node) => (node.type === 'contents' ? [node.inText ?? false] : []))
  }
  expect(await lists('# Contents\n\n![](list:contents)\n\n![](list:tables)\n\n# A')).toEqual([false, false])
  expect(await lists('# A\n\n![](list:contents)\n\nText.')).toEqual([true])
  expect(await lists('# A\n\nText.\n\n![](list:contents)\n\n# B')).toEqual([true])
})

test.each([
  ['# Contents\n\n![](list:contents)\n\n# A', ['A']],
  ['# R\n\n## Contents\n\n![](list:contents)\n\n## A', ['R', 'A']],
  ['# Contents\n\n![](list:contents)\n\n# Tables\n\n![](list:tables)\n\n# A', ['Tables', 'A']],
  ['# Scope\n\n![](list:contents)\n\nText.', ['Scope']],
  ['# A\n\nText.\n\n# Contents\n\n![](list:contents)', ['A']],
])('contents list no title of their own: %j', async (markdown, expected) => {
  const { body } = await resolved(markdown)
  const [list] = body.children.flatMap((node) => (node.type === 'contents' ? [node.entries] : []))
  expect(list?.map(({ text }) => text)).toEqual(expected)
})

describe('headings', () => {
  test('are referred to by their own label, their number or their words, and can stand in no contents', async () => {
    const markdown =
      '# Front {.cover}\n\n# A {#a}\n\n# B {#b label="Annex B"}\n\n# C {.unlisted}\n\n[](#a) [](#b) [](#c)\n\n![](list:contents)'
    const text = await shown(markdown, { numberedLevels: 1 })
    expect(text).toContain('<#a section\u00a01> <#b Annex B> <#c section\u00a03>')
    expect(text.split('contents of headings')[1]?.match(/#\w+/g)).toEqual(['#a', '#b'])
  })
})

describe('what is reported', () => {
  test.each([
    ['x [@marsh-2006]', 's1.md:1:4 citation-resolves: No source has the key “marsh-2006” (did you mean “marsh-2005”?)'],
    [
      '[](#thraet)\n\n# Threat',
      's1.md:1:1 cross-reference-resolves: Nothing in this pack has the id “#thraet” (did you mean “threat”?)',
    ],
    ['x[^n]\n\n[^n]: [y](#no)', 's1.md:3:7 cross-reference-resolves: Nothing in this pack has the id “#no”'],
    [
      '[x](javascript:alert)',
      's1.md:1:1 link-is-safe: The link to “javascript:alert” is not http, https, mailto or “#id”',
    ],
    [
      '[x](JaVaScRiPt:alert)',
      's1.md:1:1 link-is-safe: The link to “JaVaScRiPt:alert” is not http, https, mailto or “#id”',
    ],
    [
      '[x](data:text/html,x)',
      's1.md:1:1 link-is-safe: The link to “data:text/html,x” is not http, https, mailto or “#id”',
    ],
    ['[x](//example.org)', 's1.md:1:1 link-is-safe: The link to “//example.org” is not http, https, mailto or “#id”'],
    ['[x](other.md)', 's1.md:1:1 link-is-safe: The link to “other.md” is not http, https, mailto or “#id”'],
    [
      '# A\n\n### B',
      's1.md:3:1 heading-increments: A heading of level 3 follows a heading of level 1 (begin it with ##)',
    ],
    ['## A', 's1.md:1:1 heading-increments: The first heading is of level 2, not 1 (begin it with #)'],
    [
      '# A {#x}\n\n# B {#x}',
      's1.md:3:1 id-is-unique: The id “#x” is given twice in this pack (first at s1.md:1: give one of the two another)',
    ],
    ['# A {#ref-x}', 's1.md:1:1 id-is-unique: The id “#ref-x” begins like those that citations and notes get'],
    ['![](figure:no)', 's1.md:1:1 reference-resolves: There is no figure “no”'],
    ['![a](no.png)', 's1.md:1:1 file-is-present: There is no image “no.png”'],
    [
      '![](list:bibliography?group=all)',
      's1.md:1:1 markdown-is-supported: The bibliography has no group “all”; groups are held, quoted, consulted',
    ],
    [
      `# ${'a'.repeat(20_000)}`,
      's1.md:1:1 markdown-is-supported: The heading has 20000 characters, more than the 16000 that fit into a PDF',
    ],
    [
      `[x](https://example.org/${'a'.repeat(20_000)})`,
      's1.md:1:1 link-is-safe: The address of the link has 20020 characters, more than the 16000 that fit into a PDF',
    ],
    ['![](list:contents?depth=x)', 's1.md:1:1 markdown-is-supported: The depth “x” is not a number from 1 to 6'],
  ])('%s', async (markdown, problem) => expect((await resolved(markdown)).problems).toContain(problem))

  test('the good text has no problems', async () => expect((await resolved(sample)).problems).toEqual([]))
})

describe('styles', () => {
  const load = async (name: string, files: Record<string, string> = {}) => {
    const log = new Log()
    const style = await loadStyle(hostOf(files), name, 'en-GB', log, { file: 'pack.yaml' })
    return style ?? log.findings.map(({ ruleId, reason, note }) => `${ruleId}: ${reason}${note ? ` (${note})` : ''}`)
  }
  const ofParent = (parent: string) =>
    `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><info><title>D</title><link href="http://www.zotero.org/styles/${parent}" rel="independent-parent"/></info></style>`

  test('a dependent style is its parent, shipped or beside it', async () => {
    expect(await load('my/d.csl', { 'my/d.csl': ofParent('ieee') })).toEqual(await load('ieee'))
    const own = readFileSync('test/resolve/styles/oscola.csl', 'utf8')
    expect(await load('my/d.csl', { 'my/d.csl': ofParent('oscola'), 'my/oscola.csl': own })).toMatchObject({ xml: own })
  })

  test('what cannot be used is said', async () => {
    expect(await load('chicago-note')).toEqual([
      expect.stringMatching(
        /^file-is-present: No citation style is called “chicago-note” \(did you mean “chicago-notes”\?\nstyles: .*apa.*\na style of your own is given by its path/,
      ),
    ])
    expect(await load('a.csl')).toEqual([
      expect.stringMatching(/^file-is-present: There is no file “a.csl” \(a path begins/),
    ])
    expect(await load('a.csl', { 'a.csl': '<x/>' })).toEqual(['field-is-valid: “a.csl” is not a CSL style'])
    expect(await load('a.csl', { 'a.csl': ofParent('b') })).toEqual([expect.stringMatching(/There is no file “b.csl”/)])
    expect(await load('a.csl', { 'a.csl': ofParent('b'), 'b.csl': ofParent('a') })).toEqual([
      'field-is-valid: The CSL style “b.csl” depends on “a”, and “a.csl” on it',
    ])
    const broken = '<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0"><citation></style>'
    expect(await load('a.csl', { 'a.csl': broken })).toEqual([
      expect.stringMatching(/^field-is-valid: The CSL style “a.csl” cannot be used: /),
    ])
  })

  test.each([
    [12, 'one after the other', true],
    [14, 'one after the other', false],
    [200, 'in the branches of a choice', true],
  ])('macros that call another twice, %i deep, %s, are used: %s', (depth, how, isUsed) => {
    const calls = (of: number) =>
      how === 'one after the other'
        ? `<text macro="m${of}"/><text macro="m${of}"/>`
        : `<choose><if type="book"><text macro="m${of}"/></if><else><text macro="m${of}"/></else></choose>`
    const macros = Array.from({ length: depth }, (_, at) => `<macro name="m${at + 1}">${calls(at)}</macro>`).join('')
    const xml = `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><macro name="m0"><text variable="title"/></macro>${macros}<citation><layout><text variable="title"/></layout></citation><bibliography><layout><text macro="m${depth}"/></layout></bibliography></style>`
    const problem = formProblem(xml)
    if (isUsed) expect(problem).toBeUndefined()
    else expect(problem).toContain('more than 30000 parts')
  })
})

describe('any text', () => {
  test.each(hostile.map((markdown) => [markdown.slice(0, 20), markdown] as const))(
    '%j is resolved without throwing',
    async (_, markdown) => {
      await resolved(markdown.slice(0, 3_000))
    },
  )

  test('gives a plain tree, in a note style and in another', async () => {
    const part = fc.constantFrom(
      ...'a b|. |, |[@wire]|[@petrov, p. 3; see @wire]|@marsh-2005 [p. 4]|[-@wire]|[@*]|[^n]|*x|*|[|](#a)|[](#a)|# H\n|\n\n|> |- || a |\n|-|\n|: c\n|![x](figure:timeline)|![](list:bibliography)|![](list:contents)|\n\n[^n]: note [@wire]\n\n|<b>|~~|`|“|”|{#id}|[t]{lang=ru}'.split(
        '|',
      ),
    )
    const inputs = new Map([
      ['chicago-notes', await styleOf('chicago-notes')],
      ['nature', await styleOf('nature')],
    ])
    const runs = Number(process.env.PROPERTY_RUNS ?? 20)
    const anything = fc.array(part, { maxLength: 30 }).map((parts) => parts.join(''))
    await fc.assert(
      fc.asyncProperty(anything, async (markdown) => {
        for (const style of inputs.values()) {
          const log = new Log()
          const { body } = resolve(await inputOf(markdown, log, { style }), log)
          expect(show(body)).not.toMatch(/undefined|\[object/)
        }
      }),
      { numRuns: runs, seed: 3 },
    )
  })
})
