/** What is rewritten prints what Handlebars prints, where both allow it: the language that authors know is kept. */
import fc from 'fast-check'
import Handlebars from 'handlebars'
import { expect, test } from 'vitest'
import { print } from './project.ts'

const view = {
  a: 'one',
  b: 'two',
  none: null,
  list: [
    { a: 'x', b: 'y', none: null, list: [{ a: 'p', b: 'q', none: null, list: [], rec: null }], rec: null },
    { a: 'z', b: 'w', none: null, list: [], rec: null },
  ],
  rec: { a: 'r', b: 's', none: null, list: [], rec: null },
}
const partials = {
  row: '{{a}}-{{b}}',
  lines: 'first {{a}}\nsecond\n\n  {{#if b}}\n  b\n  {{/if}}\nlast\n',
  call: '<\n {{> lines}}\n>',
}

const space = fc.constantFrom('', ' ', '\n', '\n\n', '  ', ' \n', '\n  ')
const field = fc.constantFrom(
  '{{a}}',
  '{{b}}',
  '{{~a}}',
  '{{b~}}',
  '{{this.a}}',
  '{{@root.a}}',
  '{{! note }}',
  '{{!-- {{x}} --}}',
)
const call = fc.constantFrom(
  '{{> row}}',
  '{{> lines}}',
  '{{> call}}',
  '{{> row b="n"}}',
  '{{>row @root}}',
  '{{~> row~}}',
)
const open = fc.constantFrom(
  '#if a',
  '#if none',
  '#unless none',
  '#each list',
  '#with rec',
  '#if list',
  '#each rec.list',
  '~#if a',
  '#each list as |it at|',
)
const { template } = fc.letrec<{ template: string; block: string }>((tie) => ({
  block: fc.tuple(open, tie('template'), tie('template'), fc.boolean(), space).map(([tag, yes, no, hasElse, gap]) => {
    const name = /\w+/.exec(tag)![0]
    return `${gap}{{${tag}}}${yes}${hasElse ? `${gap}{{else}}${gap}${no}` : ''}{{/${name}}}${gap}`
  }),
  template: fc
    .array(
      fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        { weight: 3, arbitrary: fc.tuple(space, fc.constantFrom('text', '- ', '# ', '| ')).map((it) => it.join('')) },
        { weight: 3, arbitrary: fc.tuple(space, field).map((it) => it.join('')) },
        { weight: 1, arbitrary: fc.tuple(space, call, space).map((it) => it.join('')) },
        { weight: 2, arbitrary: tie('block') },
      ),
      { maxLength: 5 },
    )
    .map((it) => it.join('')),
}))

test('the same text, white space and indentation of partials included', () => {
  const stock = Handlebars.create()
  for (const [name, text] of Object.entries(partials)) stock.registerPartial(name, text)
  fc.assert(
    fc.property(template, (source) => {
      const expected = stock.compile(source, { noEscape: true })(view)
      const { markdown, problems } = print(source, view, { partials })
      expect(problems.filter((it) => !it.includes('prints nothing'))).toEqual([])
      // Handlebars also indents empty lines; in Markdown these are the same line.
      expect(bare(markdown!)).toBe(bare(expected))
    }),
    { numRuns: Number(process.env.HANDLEBARS_RUNS ?? 800), seed: 11 },
  )
})

const bare = (text: string) => text.replace(/^[ \t]+$/gm, '')
