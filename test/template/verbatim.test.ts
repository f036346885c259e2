import { describe, expect, test } from 'vitest'
import { Log } from '../../src/core/log.ts'
import { parse } from '../../src/document/markdown/parse.ts'
import { read } from '../../src/document/markdown/read.ts'
import { checkValuesAreText } from '../../src/document/template/verbatim.ts'
import { print, shown } from './project.ts'

const view = { title: 'a-b', rows: [{ name: '*x*' }], claim: 'toll-kept', url: 'https://example.org/a_b' }

function problemsOf(template: string): string[] {
  const { rendered, problems } = print(template, view)
  expect(problems).toEqual([])
  const log = new Log()
  const section = parse(rendered!, new Log(), read(rendered!.markdown))
  checkValuesAreText(rendered!, section.tree, log)
  return log.findings.map(shown)
}

describe('a value where nothing is escaped is reported at its place in the template', () => {
  test.each([
    ['`{{title}}`', '1:2', 'code'],
    ['a `x {{title}} y` b', '1:6', 'code'],
    ['```\n{{title}}\n```', '2:1', 'a block of code'],
    ['    {{title}}', '1:5', 'a block of code'],
    ['`{{code title}}`', '1:2', 'code'],
    ['    {{cite claim}}', '1:5', 'a block of code'],
    ['`{{cite claim}}`', '1:2', 'code'],
    ['[x]({{url}})', '1:5', 'the address of a link'],
    ['[x](https://example.org/{{title}})', '1:25', 'the address of a link'],
    ['<https://example.org/{{title}}>', '1:22', 'the address of a link'],
    ['[@{{title}}, para. 3]', '1:3', 'the key of a citation'],
    ['See @{{title}}', '1:6', 'the key of a citation'],
    ['[](#{{title}})', '1:5', 'the id of a reference'],
    ['# A {#x-{{title}} }', undefined, ''],
    ['[x]{lang={{title}} }', '1:10', 'the attributes of a span'],
    ['![c](figure:{{title}})', '1:13', 'the options of a figure'],
    ['![c](img/{{title}}.png)', '1:10', 'the address of an image'],
    ['x[^{{title}}]\n\n[^{{title}}]: n', '1:4', 'the label of a note'],
    ['{{#each rows}}\n- `{{name}}`\n{{/each}}', '2:4', 'code'],
  ])('%j', (template, place, where) => {
    const problems = problemsOf(template)
    if (place === undefined) expect(problems).toEqual([])
    else
      expect(problems[0]).toBe(
        `${place} template-is-valid: a value is printed in ${where}, where it does not stand as itself`,
      )
  })
})

test('words, captions and what helpers print are fine', () => {
  const template = `# {{title}} {{anchor "x"}}

{{title}} *{{title}}* [{{title}}](#x) {{link title url}} {{cite claim}} {{code title}} {{lang title "ru"}}
and [@harbour-2003, see {{title}}] ~~{{title}}~~[^1]

| {{title}} | b |
| --- | --- |
| {{title}} | {{cite claim}} |

: Caption {{title}} {{anchor "t"}}

![{{title}}](figure:map)

![{{title}}](img/a.png "{{title}}"){width=50% alt="{{title}}" credit="By {{title}}"}

{{figure "map" caption=title}}

> {{title}}

[^1]: {{title}}
`
  expect(problemsOf(template)).toEqual([])
})
