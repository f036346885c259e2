import { describe, expect, test } from 'vitest'
import { Log } from '../../src/core/log.ts'
import { render } from '../../src/document/template/render.ts'
import { readTemplates, Templates } from '../../src/document/template/templates.ts'
import { corpus, memoryHost, pack, print, shown } from './project.ts'

const view = {
  title: 'Tolls',
  note: null,
  empty: undefined,
  open: true,
  count: 3,
  names: ['Ada', 'Ben'],
  rows: [
    { name: 'One *star*', note: null, parts: [{ title: 'a' }, { title: 'b' }] },
    { name: '<b>', note: 'yes', parts: [] },
  ],
  byYear: { 2003: 'first', 2004: 'second' },
  record: { kind: 'x', inner: { deep: 'down' } },
}

describe('what Handlebars can do, it does', () => {
  const cases: [string, string][] = [
    ['{{title}}', 'Tolls'],
    ['a {{!-- b --}} c', 'a  c'],
    ['a {{!-- b }} c -- {{title}} --}} d', 'a  d'],
    ['a {{~!-- b - c --~}} d', 'ad'],
    ['a\n{{!-- b --}}\nc', 'a\nc'],
    ['{{!----}}{{title}}{{!-- x --}}', 'Tolls'],
    ['{{this.title}} {{./title}} {{@root.title}}', 'Tolls Tolls Tolls'],
    ['{{record.inner.deep}} {{record/inner/deep}} {{record.[kind]}}', 'down down x'],
    ['{{#if note}}a{{else}}b{{/if}}', 'b'],
    ['{{#if note}}a{{else if open}}c{{else}}b{{/if}}', 'c'],
    ['{{#unless note}}a{{else}}b{{/unless}}', 'a'],
    ['{{#if record}}a{{/if}}{{#if names}}b{{/if}}{{#if rows.[1].parts}}c{{/if}}', 'ab'],
    ['{{#each names}}{{@index}}{{this}}{{#unless @last}}, {{/unless}}{{/each}}', '0Ada, 1Ben'],
    ['{{#each names as |name i|}}{{i}}{{name}}{{#if @first}}!{{/if}}{{/each}}', '0Ada!1Ben'],
    [
      '{{#each rows}}{{#each parts}}{{../name}} {{title}} {{@../index}};{{else}}none{{/each}}{{/each}}',
      'One \\*star\\* a 0;One \\*star\\* b 0;none',
    ],
    ['{{#each byYear}}{{@key}} {{this}}. {{/each}}', '2003 first. 2004 second. '],
    ['{{#each note}}x{{else}}none{{/each}}', 'none'],
    ['{{#with record}}{{kind}} {{#with inner}}{{deep}} {{../kind}}{{/with}}{{/with}}', 'x down x'],
    ['{{#with record as |it|}}{{it.inner.deep}}{{/with}}{{#with note}}x{{else}}y{{/with}}', 'downy'],
    ['{{names.length}} {{names.[1]}} {{rows.[0].name}}', '2 Ben One \\*star\\*'],
    ['a {{! no }}{{!-- {{no}} --}}b', 'a b'],
    ['a {{~title~}} b', 'aTollsb'],
    ['\\{{title}} {{count}}', '{{title}} 3'],
    ['{{#each rows}}\n- {{name}}\n{{/each}}\n', '- One \\*star\\*\n- \\<b\\>\n'],
    ['{{#if (and open (not note))}}x{{/if}}', 'x'],
    ['{{join names (concat " " "/" " ")}}', 'Ada / Ben'],
  ]
  test.each(cases)('%s', (template, expected) => {
    const { markdown, problems } = print(template, view)
    expect(problems).toEqual([])
    expect(markdown).toBe(expected)
  })

  test('a name alone is a field, even when a helper has that name', () => {
    expect(print('{{date}} {{date date}}', { date: '2004-03' }).markdown).toBe('2004\\-03 March 2004')
  })

  test('line ends of every kind', () => {
    expect(print('a\r\n{{title}}\r\nb\rc', view).markdown).toBe('a\nTolls\nb\nc')
  })
})

describe('partials', () => {
  test('take a context and named arguments', () => {
    const partials = { 'parts/row': '{{name}}{{#if extra}} {{extra}}{{/if}}' }
    const template = '{{#each rows}}{{> parts/row}}{{> parts/row this extra=../title}};{{/each}}'
    expect(print(template, { ...view, rows: [{ name: 'n', extra: null }] }, { partials }).markdown).toBe('nn Tolls;')
  })

  test('on an indented line of their own are indented as a whole', () => {
    const partials = { list: '- {{title}}\n{{#each names}}\n  - {{this}}\n{{/each}}\n' }
    expect(print('- a\n  {{> list}}\n- b', view, { partials }).markdown).toBe(
      '- a\n  - Tolls\n    - Ada\n    - Ben\n- b',
    )
  })

  test('print nothing of what they were not given', () => {
    const { problems } = print('{{> p record}}', view, { partials: { p: '{{kind}}{{title}}{{../title}}' } })
    expect(problems).toEqual([
      'templates/partials/p.md.hbs:1:11 field-exists: “title” is not a field of “record”',
      'templates/partials/p.md.hbs:1:20 field-exists: “../title” is outside of what the template was given',
    ])
  })
})

describe('what does not exist, is empty or is no text is an error at its place', () => {
  const cases: [string, ...string[]][] = [
    ['a\n  {{titel}}', '2:5 field-exists: “titel” is not a field of the view'],
    ['{{#if titel}}{{/if}}x', '1:7 field-exists: “titel” is not a field of the view'],
    ['{{#unless titel}}x{{/unless}}x', '1:11 field-exists: “titel” is not a field of the view'],
    ['{{#each titel}}{{/each}}x', '1:9 field-exists: “titel” is not a field of the view'],
    ['{{#with titel}}{{/with}}x', '1:9 field-exists: “titel” is not a field of the view'],
    ['{{sentence titel}}', '1:12 field-exists: “titel” is not a field of the view'],
    ['{{actor "dockers" link=titel}}', '1:24 field-exists: “titel” is not a field of the view'],
    ['{{#if (or note titel)}}{{/if}}x', '1:16 field-exists: “titel” is not a field of the view'],
    ['x\n{{#each rows}}\n{{nmae}}\n{{/each}}', '3:3 field-exists: “nmae” is not a field of “rows[0]”'],
    ['{{record.inner.deap}}', '1:3 field-exists: “deap” is not a field of “record.inner”'],
    ['{{title.length}}', '1:3 field-exists: “length” is not a field of a text'],
    ['{{names.[5]}}', '1:3 field-exists: “5” is not a field of “names”'],
    ['{{names.map}}', '1:3 field-exists: “map” is not a field of “names”'],
    ['{{note}}', '1:1 field-exists: “note” of the view is empty, and would print nothing'],
    ['{{empty}}', '1:1 field-exists: “empty” of the view is empty, and would print nothing'],
    ['{{note.deeper}}', '1:1 field-exists: “note.deeper” of the view is empty, and would print nothing'],
    ['{{names}}', '1:1 field-exists: “names” of the view is a list, not a text'],
    ['{{record}}', '1:1 field-exists: “record” of the view is a record, not a text'],
    ['{{open}}', '1:1 field-exists: “open” of the view is true, not a text'],
    ['{{eq title "x"}}', '1:1 field-exists: “eq” is false, not a text'],
    ['{{#each title}}{{/each}}x', '1:1 field-exists: #each needs a list, and “title” is a text'],
    ['{{#with title}}{{/with}}x', '1:1 field-exists: #with needs a record, and “title” is a text'],
    ['{{../title}}', '1:3 field-exists: “../title” is outside of what the template was given'],
    [
      '{{a}} {{b}}',
      '1:3 field-exists: “a” is not a field of the view',
      '1:9 field-exists: “b” is not a field of the view',
    ],
  ]
  test.each(cases)('%s', (template, ...expected) => {
    const { markdown, problems } = print(template, view)
    expect(problems).toEqual(expected)
    expect(markdown).not.toMatch(/undefined|\[object|null/)
  })

  test('the nearest name, the names there are, and the place’s end help', () => {
    const [finding] = print('{{titel}}', view).findings
    expect(finding?.note).toBe(
      'did you mean “title”?\nit has title, note, empty, open, count, names, rows, byYear, record',
    )
    expect(finding?.place).toMatchObject({ start: { line: 1, column: 3 }, end: { line: 1, column: 8 } })
  })

  test('a record is named as what it is', () => {
    const actors = [...corpus.actors.values()]
    expect(print('{{#each actors}}{{nmae}}{{/each}}', { actors }).problems).toEqual([
      '1:19 field-exists: “nmae” is not a field of actor “port-authority”',
    ])
  })

  test('a value that cannot be printed stands as the template wrote it', () => {
    expect(print('a {{titel}} {{record}} {{date note}}', view).markdown).toBe(
      'a \\{\\{titel\\}\\} \\{\\{record\\}\\} \\{\\{date\\}\\}',
    )
  })

  test('a text with characters that cannot be printed is refused', () => {
    for (const bad of ['a\0b', 'a\u0007', '\uD800', 'a\u202Eb']) {
      expect(print('{{lang bad "ru"}}', { bad }).problems[0]).toMatch(/^1:1 text-is-clean: what “lang” prints has /)
      expect(print('{{bad}}', { bad }).problems[0]).toMatch(/^1:1 text-is-clean: “bad” has /)
    }
  })
})

describe('a template that is not right is told with all that is wrong', () => {
  const cases: [string, ...string[]][] = [
    ['a\nb\u2028c', '2:2 template-is-valid: the template has the control character U+2028'],
    ['a\n\n\uFEFFb', '3:1 template-is-valid: the template has the control character U+FEFF'],
    ['a\n\uD800', '2:1 template-is-valid: the template has half of a surrogate pair'],
    ['a\nb \u202Ec', '2:3 template-is-valid: the template has bidirectional controls that are not closed'],
    ['a \u2066b\u202Cc', '1:5 template-is-valid: the template has bidirectional controls that are not closed'],
    ['{{{title}}}', '1:1 template-is-valid: a value is printed without escaping'],
    ['a {{&title}}', '1:3 template-is-valid: a value is printed without escaping'],
    ['{{{date "2004"}}}', '1:1 template-is-valid: a value is printed without escaping'],
    ['{{#title}}x{{/title}}', '1:1 template-is-valid: “title” is not a block'],
    ['{{^title}}x{{/title}}', '1:1 template-is-valid: “title” is not a block'],
    ['{{^if title}}x{{/if}}', '1:1 template-is-valid: “if” is not a block'],
    ['{{#iff title}}x{{/iff}}', '1:1 template-is-valid: “iff” is not a block'],
    ['{{#if title as |t|}}x{{/if}}', '1:1 template-is-valid: #if names no values with “as”'],
    ['{{#with title as |a b|}}x{{/with}}', '1:1 template-is-valid: #with names 1 value with “as”'],
    ['{{#if}}x{{/if}}', '1:1 template-is-valid: #if takes one argument and no named ones, and has 0'],
    ['{{#if a b}}x{{/if}}', '1:1 template-is-valid: #if takes one argument and no named ones, and has 2'],
    ['{{{{raw}}}} {{x}} {{{{/raw}}}}', '1:1 template-is-valid: “raw” is not a block'],
    [
      '{{#*inline "x"}}{{/inline}}',
      '1:1 template-is-valid: inline partials, partial blocks and decorators are not supported',
    ],
    [
      '{{#> layout}}{{/layout}}',
      '1:1 template-is-valid: inline partials, partial blocks and decorators are not supported',
    ],
    ['{{* deco}}', '1:1 template-is-valid: inline partials, partial blocks and decorators are not supported'],
    ['{{> (lookup . "x")}}', '1:1 template-is-valid: a partial is called by its name, with at most one context'],
    ['{{> rwo}}', '1:1 template-is-valid: there is no partial “rwo”'],
    ['{{"title"}}', '1:3 template-is-valid: “title” is not a field'],
    ['{{@partial-block}}', '1:3 template-is-valid: “@partial-block” is not a variable'],
    ['{{@idnex}}', '1:3 template-is-valid: “@idnex” is not a variable'],
    ['a\n{{#if title}}\nb', '2:1 template-is-valid: “{{#if}}” is never closed'],
    ['{{#if title}}{{/each}}', '1:4 template-is-valid: “{{#if}}” is closed by “{{/each}}”'],
    [
      'a\n{{/if}}',
      '2:1 template-is-valid: a tag does not go on like this: the end of a block that was not opened is not expected here',
    ],
    [
      'a {{{{raw}}}} b',
      '1:10 template-is-valid: a raw block, “{{{{name}}}}”, is never closed: its end is “{{{{/name}}}}”',
    ],
    ['a\n b {{title', '2:6 template-is-valid: the tag is never closed'],
    ['a\n b {{title =}}', '2:12 template-is-valid: a tag does not go on like this: “=” is not expected here'],
    ['{{a.this.b}}', '1:3 template-is-valid: the tag is not valid: Invalid path: a.this'],
    [
      '{{{title}}} {{nope 1}}',
      '1:1 template-is-valid: a value is printed without escaping',
      '1:13 template-is-valid: “nope” is not a helper',
    ],
  ]
  test.each(cases)('%s', (template, ...expected) => {
    const { problems } = print(template, view, { partials: { row: 'x' } })
    expect(problems).toEqual(expected)
  })

  test('a partial’s errors are at its own lines', () => {
    const { problems } = print('{{> p}}', view, { partials: { p: 'a\n{{{x}}}' } })
    expect(problems).toEqual(['templates/partials/p.md.hbs:2:1 template-is-valid: a value is printed without escaping'])
  })

  test('partials that call each other are found before they run', () => {
    const { problems, findings } = print('{{> a}}', view, { partials: { a: '{{> b}}', b: 'x {{> a}}' } })
    expect(problems).toEqual(['templates/partials/b.md.hbs:1:3 template-is-valid: the partial “a” calls itself'])
    expect(findings[0]?.note).toBe(
      'through templates/partials/a.md.hbs → templates/partials/b.md.hbs → templates/partials/a.md.hbs',
    )
  })
})

test('a section without a template, or that prints nothing, is reported', () => {
  expect(print(' \n{{#if note}}x{{/if}}\n', view).problems).toEqual([])
  expect(print(' \n{{#if note}}x{{/if}}{{#if note}}y{{/if}}', view).problems).toEqual([
    ':  section-is-present: the section “x” prints nothing'.replace(':  ', ': '),
  ])
})

test('a section that is left with headings alone, or with heads of tables, is reported; a title of a part is none', () => {
  const reason = 'section-is-present: the section “x” prints headings alone'
  expect(print('# A\n\n{{#if note}}x{{/if}}\n\n## B\n', view).problems).toEqual([expect.stringContaining(reason)])
  const table = '# A\n\n| A |\n| --- |\n{{#if note}}\n| x |\n{{/if}}\n\n: Caption\n'
  expect(print(table, view).problems).toEqual([expect.stringContaining(reason)])
  expect(print('# Part two\n', view).problems).toEqual([])
  expect(print('# A\n\n{{#unless note}}x{{/unless}}\n', view).problems).toEqual([])
})

describe('what a template writes next to a value cannot change what the value says', () => {
  const cases: [string, string][] = [
    // A backslash of the template would undo the escape of the value's first character.
    ['a\\\\{{star}}', 'a\\\\\\*'],
    // `!` before a link would make it an image.
    ['Look!{{link "x" "y"}}', 'Look\\![x](#y)'],
    ['R&{{entity}}', 'R&copy\\;'],
  ]
  test.each(cases)('%s', (template, expected) => {
    expect(print(template, { star: '*', entity: 'copy;' }).markdown).toBe(expected)
  })
})

test('templates are read from the project; a file that is not text is reported', async () => {
  const log = new Log()
  const host = memoryHost(
    new Map([
      ['templates/a.md.hbs', 'x'],
      ['templates/README.md', 'y'],
      ['templates/partials/p/q.md.hbs', 'z'],
      ['templates/b.md.hbs', '?'],
    ]),
  )
  const broken = {
    ...host,
    read: async (path: string) => (path.endsWith('b.md.hbs') ? new Uint8Array([0xff, 0xfe]) : host.read(path)),
  }
  const templates = await readTemplates(broken, log)
  expect(templates.sections).toEqual(['a'])
  expect(log.findings.map(shown)).toEqual([expect.stringMatching(/^templates\/b\.md\.hbs:.*not UTF-8/)])
})

test('a template is compiled once, however often it is rendered', () => {
  const templates = new Templates(new Map([['templates/x.md.hbs', 'a {{b}}']]))
  const log = new Log()
  const compiled = templates.section('x', log)
  expect(render(templates, 'x', { b: '2' }, { corpus, pack }, log)?.markdown).toBe('a 2')
  expect(templates.section('x', log)?.program).toBe(compiled?.program)
})

test('a number is refused that JSON could not keep', () => {
  const { problems } = print(`{{number 1${'0'.repeat(400)}}}`, view)
  expect(problems).toEqual(['1:10 template-is-valid: the number is too large to be told from others'])
})

test('a section that the pack asks for and that has no template is reported where it is asked for', () => {
  const log = new Log()
  const templates = new Templates(new Map([['templates/actors.md.hbs', 'a']]))
  const place = { file: 'corpus/packs/p.yaml', start: { line: 9, column: 5 } }
  expect(render(templates, 'actor', {}, { corpus, pack, place }, log)).toBeUndefined()
  expect(log.findings.map(shown)).toEqual([
    'corpus/packs/p.yaml:9:5 section-is-present: the section “actor” has no template templates/actor.md.hbs',
  ])
  expect(log.findings[0]?.note).toContain('actors')
})
