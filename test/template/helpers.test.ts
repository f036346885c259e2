import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Helper } from '../../src/document/template/helpers/helper.ts'
import { helpers } from '../../src/document/template/helpers/index.ts'
import { corpus, loadingFindings, pack, print } from './project.ts'

/** What the examples of the helpers print from. */
const view = {
  statement: { text: 'The toll was kept.', claims: ['toll-kept'], judgment: 'toll-stays' },
  judgment: corpus.judgments.get('toll-stays'),
  claim: corpus.claims.get('toll-raised'),
  names: ['Ada', 'Ben', 'Cy'],
  judgments: [{ title: 'The toll', follows: null }],
  kind: 'movement',
  note: null,
}
const russian = { pack: { ...pack, language: 'ru' } }

test('the example corpus is right', () => expect(loadingFindings).toEqual([]))

describe('every helper prints what its example says', () => {
  test.each([...helpers.values()])('$name', ({ name, example }) => {
    const { markdown, problems } = print(example.template, view)
    expect(problems).toEqual([])
    expect(markdown).toBe(example.gives)
    expect(example.template).toContain(name)
  })
})

test('the reference in templates/README.md is that of the helpers there are', () => {
  const page = readFileSync('templates/README.md', 'utf8')
  const [start, end] = ['<!-- helpers -->\n', '<!-- /helpers -->']
  const [before = '', rest = ''] = page.split(start)
  const [found, after] = rest.split(end)
  const expected = reference()
  if (process.env.ACCEPT) writeFileSync('templates/README.md', before + start + expected + end + after)
  else expect(found).toBe(expected)
})

/** The helpers as tables, one a family. */
function reference(): string {
  const all = [...helpers.values()]
  const families = [...new Set(all.map((it) => it.family))]
  return families
    .map((family) =>
      table(
        family,
        all.filter((it) => it.family === family),
      ),
    )
    .join('')
}

function table(family: string, members: readonly Helper[]): string {
  const rows = members.map(({ name, takes, rest, options, open, summary, example }) => {
    const positional = takes.map((it) => (it.omissible ? `[${it.name}]` : it.name))
    const named = Object.keys(options).map((it) => `${it}=…`)
    const call = [name, ...positional, ...(rest ? [`${rest.name} …`] : []), ...named, ...(open ? ['option=…'] : [])]
    const cells = [code(call.join(' ')), summary, code(example.template), code(example.gives)]
    return `| ${cells.join(' | ')} |\n`
  })
  return `\n### ${titles[family]}\n\n| call | what it gives | for example | prints |\n| --- | --- | --- | --- |\n${rows.join('')}\n`
}

const code = (text: string) => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``)
const titles: Readonly<Record<string, string>> = {
  say: 'Statements, judgments, quotations',
  cite: 'Citations',
  refer: 'Names and links',
  place: 'Figures, lists, languages',
  write: 'Dates, numbers, codes',
  compose: 'Texts made of texts',
  choose: 'Questions for `#if`',
}

describe('cite', () => {
  const cases: [string, string][] = [
    ['{{cite "toll-kept"}}', '[[@harbour-2003, para. 2]]{claims=toll-kept}'],
    ['{{cite "toll-kept" "toll-kept"}}', '[[@harbour-2003, para. 2]]{claims=toll-kept}'],
    [
      '{{cite "toll-raised" "toll-kept" "port-ru"}}',
      '[[@harbour-2003, paras. 2, 4; @gavan-2004, para. 1]]{claims="toll-raised toll-kept; port-ru"}',
    ],
    [
      '{{cite "toll-wire"}}',
      '[[@harbour-2003, paras. 5-7, citing Harbour Wire \\[B\\], 2 May 2003]]{claims=toll-wire}',
    ],
    ['{{cite all}}', '[[@gavan-2004, para. 1; @harbour-2003, para. 2]]{claims="port-ru; toll-kept"}'],
    ['{{cite claim}}', '[[@harbour-2003, para. 4]]{claims=toll-raised}'],
  ]
  test.each(cases)('%s', (template, expected) => {
    const { markdown, problems } = print(template, { all: ['port-ru', 'toll-kept'], claim: view.claim })
    expect(problems).toEqual([])
    expect(markdown).toBe(expected)
  })

  test('keeps apart what the source says and what it quotes', () => {
    expect(print('{{cite "toll-kept" "toll-wire" "toll-raised" "toll-wire-again"}}').markdown).toBe(
      '[[@harbour-2003, paras. 2, 4; @harbour-2003, paras. 5-7, 9, citing Harbour Wire \\[B\\], 2 May 2003]]{claims="toll-kept toll-raised; toll-wire toll-wire-again"}',
    )
  })

  test('names a paragraph once whose claims are the source’s own in part', () => {
    expect(print('{{cite "toll-own-beside-wire" "toll-wire-again"}}').markdown).toBe(
      '[[@harbour-2003, para. 9, in part citing Harbour Wire \\[B\\], 2 May 2003]]{claims="toll-own-beside-wire toll-wire-again"}',
    )
  })

  test('says quoting only where words are quoted, and probably where the source does not say so', () => {
    expect(print('{{cite "toll-wire-quoted"}}').markdown).toContain('para. 5, quoting Harbour Wire')
    expect(print('{{cite "toll-wire-likely"}}').markdown).toContain('para. 6, probably citing Harbour Wire')
  })

  test('reports a claim that does not exist, with the nearest', () => {
    const { problems, findings } = print('a {{cite "toll-kep"}}')
    expect(problems).toEqual([':1:3 reference-resolves: “toll-kep” names no claim'.slice(1)])
    expect(findings[0]?.note).toContain('toll-kept')
  })

  test('reports an empty list: a citation of nothing is a mistake', () => {
    expect(print('{{cite none}}', { none: [] }).problems).toEqual(['1:1 template-is-valid: cite is given no claims'])
  })
})

describe('says', () => {
  test('prints several statements as one run of text', () => {
    const account = [
      { text: 'One *star*.', claims: ['toll-kept'] },
      { text: 'By definition.', claims: [] },
    ]
    expect(print('{{says account}}', { account }).markdown).toBe(
      'One \\*star\\*\\.[[@harbour-2003, para. 2]]{claims=toll-kept} By definition\\.',
    )
  })

  test('reports a judgment that does not exist', () => {
    const statement = { text: 'So.', claims: [], judgment: 'toll-stay' }
    expect(print('{{says statement}}', { statement }).problems).toEqual([
      '1:1 reference-resolves: “toll-stay” names no judgment',
    ])
  })
})

describe('likelihood', () => {
  test('a term of the other scale is refused, with the terms there are', () => {
    const { problems, findings } = print('{{term "highly likely"}}')
    expect(problems).toEqual(['1:1 term-is-on-scale: “highly likely” is not a term of the scale icd203'])
    expect(findings[0]?.note).toContain('very likely')
    expect(print('{{term "highly likely"}}', {}, { pack: { ...pack, scale: 'phia-2025' } }).markdown).toBe(
      'highly likely \\(80–90%\\)',
    )
  })

  test('a judgment whose text and likelihood do not fit is refused', () => {
    const judgment = { ...view.judgment, likelihood: undefined }
    expect(print('{{judged judgment}}', { judgment }).problems[0]).toContain('do not fit')
  })

  test('a judgment without a likelihood says how it stands', () => {
    const judgment = { ...view.judgment, text: 'The toll was kept.', likelihood: undefined, standing: 'Inferred' }
    expect(print('{{judged judgment}}', { judgment }).markdown).toBe('*Inferred.* The toll was kept\\.')
  })
})

test('a quotation in another language says so', () => {
  const claim = corpus.claims.get('port-ru')
  expect(print('{{quote claim}}', { claim }).markdown).toBe(
    '[“порт \\*открыт\\*”]{lang=ru}[[@gavan-2004, para. 1]]{claims=port-ru}',
  )
})

test('a quotation that we translated says so, and gives the original', () => {
  const claim = {
    ...corpus.claims.get('port-ru')!,
    'quote-translation': { language: 'en-GB', text: 'the port is *open*' },
  }
  expect(print('{{quote claim}}', { claim }).markdown).toBe(
    '“the port is \\*open\\*” \\(our translation\\: [«порт \\*открыт\\*»]{lang=ru}\\)[[@gavan-2004, para. 1]]{claims=port-ru}',
  )
  const other = { ...claim, 'quote-translation': { language: 'kk', text: 'порт ашық' } }
  expect(print('{{quote claim}}', { claim: other }).markdown).toBe(
    '[“порт \\*открыт\\*”]{lang=ru}[[@gavan-2004, para. 1]]{claims=port-ru}',
  )
})

describe('languages', () => {
  const cases: [string, string][] = [
    ['{{number 1234567.5}}', '1\u00A0234\u00A0567,5'],
    ['{{percent 0.5}}', '50\u00A0%'],
    ['{{plural 21 "источник" "источника" "источников"}}', '21 источник'],
    ['{{plural 12 "источник" "источника" "источников"}}', '12 источников'],
    ['{{plural 3 "источник" "источника" "источников"}}', '3 источника'],
    ['{{date "2004-03~"}}', 'ок\\. марта 2004'],
  ]
  test.each(cases)('%s', (template, expected) => expect(print(template, {}, russian).markdown).toBe(expected))

  test('Russian needs three forms', () => {
    expect(print('{{plural 3 "источник"}}', {}, russian).problems).toEqual([
      '1:1 template-is-valid: plural needs 3 forms in ru, and has 1',
    ])
  })

  test.each(['policy,policies', 'box,boxes', 'day,days', 'work,works'])('English plurals: %s', (pair) => {
    const [one, many] = pair.split(',')
    expect(print(`{{plural 1 "${one}"}} {{plural 2 "${one}"}}`).markdown).toBe(`1 ${one} 2 ${many}`)
  })
})

describe('links', () => {
  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    '//example.org',
    'https:// x',
    'HTTPS://',
    'A B',
  ])('refuses %s', (target) => expect(print('{{link "x" target}}', { target }).problems[0]).toContain('link-is-safe'))
  test.each(['https://example.org/a)b(c', 'https://example.org/<b>?x=[y]&copy;=1', 'mailto:a@b.example'])(
    'takes %s',
    (target) => expect(print('{{link "x" target}}', { target }).problems).toEqual([]),
  )
})

test('an actor without an acronym has no such form', () => {
  expect(print('{{actor "dockers"}}, {{actor "port-authority" form="acronym" link=true}}').markdown).toBe(
    'Dockers’ \\*Union\\*, [PA](#actor-port-authority)',
  )
  expect(print('{{actor "dockers" form="acronym"}}').problems[0]).toContain('“dockers” has no acronym')
})

describe('calls are checked', () => {
  const cases: [string, string][] = [
    ['{{date}}', '1:3 field-exists: “date” is not a field of the view'],
    ['{{date "2004" "2005"}}', '1:1 template-is-valid: date takes 1 argument (date), and has 2'],
    ['{{dat "2004"}}', '1:1 template-is-valid: “dat” is not a helper'],
    ['{{date "2004" form="long"}}', '1:1 template-is-valid: date has no argument named “form”: it has none'],
    ['{{actor "dockers" from="x"}}', '1:1 template-is-valid: actor has no argument named “from”: did you mean “form”?'],
    ['{{actor "dockers" link="yes"}}', '1:1 field-exists: actor needs true or false as its link, and has “yes”'],
    ['{{date 5}}', '1:1 field-exists: date needs a text as its date, and has 5'],
    ['{{date "5 May"}}', '1:1 date-is-edtf: “5 May” is not an EDTF date'],
    ['{{date null}}', '1:8 template-is-valid: undefined and null mean nothing here'],
    ['{{cite}}', '1:3 field-exists: “cite” is not a field of the view'],
    [
      '{{says list}}',
      '1:1 field-exists: says needs a statement (a text and its claims) or a list of them as its statements, and has a list',
    ],
    ['{{date empty}}', '1:1 field-exists: date needs a text, and “empty” of the view is empty'],
    ['{{count (date "2004")}}', '1:1 field-exists: count needs a list as its list, and has “2004”'],
    ['{{list "content"}}', '1:1 template-is-valid: “content” is not a list'],
    ['{{figure "a b"}}', '1:1 template-is-valid: “a b” is not the name of a figure'],
    ['{{lang "x" "russian"}}', '1:1 template-is-valid: “russian” is not a language tag such as en-GB, ru or kk-Latn'],
    ['{{code "a`b"}}', '1:1 template-is-valid: “a`b” cannot be printed as code'],
    ['a {{anchor "x"}} b', '1:3 template-is-valid: anchor with one argument stands at the end of a heading or caption'],
    ['# a {{anchor "X y"}}', '1:5 template-is-valid: “X y” is not an id of lower-case letters, digits and hyphens'],
  ]
  test.each(cases)('%s', (template, problem) => {
    expect(print(template, { list: [1], empty: null }).problems).toEqual([problem])
  })
})

test('a figure has an id for references, and an anchor in the caption of a picture is told so', () => {
  expect(print('{{figure "map" caption="Tolls" id="tolls"}}', {}).markdown).toBe('![Tolls](figure:map){#tolls}')
  expect(print('![Quay {{anchor "quay"}}](quay.png)', {}).findings[0]!.note).toContain('![Caption](address){#id}')
})

test('options of a figure are percent-encoded, so that no text of theirs is read as Markdown', () => {
  expect(print('{{figure "map" caption=title note="a)b *c* &_~\'!"}}', { title: 'T*' }).markdown).toBe(
    '![T\\*](figure:map?note=a%29b%20%2Ac%2A%20%26%5F%7E%27%21)',
  )
})
