import { describe, expect, test } from 'vitest'
import { corpus, print, provenance } from './project.ts'

/** Where the first occurrence of `needle` in the output came from, as `file:line:column`. */
function originOf(needle: string, template: string, view: object, partials: Record<string, string> = {}): string {
  const { rendered, problems } = print(template, view, { partials })
  expect(problems).toEqual([])
  const offset = rendered!.markdown.indexOf(needle)
  expect(offset, rendered!.markdown).toBeGreaterThanOrEqual(0)
  const { file, start } = rendered!.place(offset)
  return `${file}:${start?.line}:${start?.column}`
}

const x = 'templates/x.md.hbs'

describe('literal text is at its place in the template', () => {
  const template = `# Title {{t}}

{{#each rows}}
- item {{name}} after
{{#if note}}
  {{~ note ~}}
  tilde
{{else}}
  otherwise
{{/if}}
{{/each}}
{{! comment }}
\\{{braces}} end
`
  const view = {
    t: 'T',
    rows: [
      { name: 'n1', note: null },
      { name: 'n2', note: 'N' },
    ],
  }
  test.each([
    ['# Title', `${x}:1:1`],
    ['itle', `${x}:1:4`],
    ['T\n', `${x}:1:9`],
    ['- item', `${x}:4:1`],
    ['n1', `${x}:4:8`],
    ['after', `${x}:4:17`],
    ['otherwise', `${x}:9:3`],
    ['tilde', `${x}:7:3`],
    ['end', `${x}:13:13`],
  ])('%s', (needle, place) => expect(originOf(needle, template, view)).toBe(place))
})

describe('through partials, also indented ones', () => {
  const partials = { row: '{{name}}: row\nsecond {{name}}\n\nthird\n' }
  const template = 'a\n  {{> row r}}\n- b'
  test.each([
    ['row', 'templates/partials/row.md.hbs:1:11'],
    ['second', 'templates/partials/row.md.hbs:2:1'],
    ['cond', 'templates/partials/row.md.hbs:2:3'],
    ['third', 'templates/partials/row.md.hbs:4:1'],
    ['- b', `${x}:3:1`],
  ])('%s', (needle, place) => expect(originOf(needle, template, { r: { name: 'N' } }, partials)).toBe(place))
})

describe('data are at their place in the corpus', () => {
  const actors = [...corpus.actors.values()]
  const judgment = corpus.judgments.get('toll-stays')!
  const row = provenance.mark({ name: judgment.title, why: judgment.confidence.because.rigour }, judgment)
  const statement = { text: 'A statement.', claims: ['toll-kept'] }
  const view = { actors, judgment, rows: [row], sources: [...corpus.sources.values()], tags: ['plain'], statement }
  test.each([
    ['{{#each actors}}{{name}}{{/each}}', 'Port', 'corpus/actors.yaml:3:9'],
    ['{{#each actors as |it|}}{{it.name}}{{/each}}', 'Dockers', 'corpus/actors.yaml:7:9'],
    ['{{actors.[0].acronym}}', 'PA', 'corpus/actors.yaml:4:12'],
    ['{{judgment.confidence.because.rigour}}', 'inferred', 'corpus/judgments.yaml:7:46'],
    [
      '{{#with judgment.confidence}}{{#with because}}{{rigour}}{{/with}}{{/with}}',
      'inferred',
      'corpus/judgments.yaml:7:46',
    ],
    ['{{#each judgment.for}}{{this}}{{/each}}', 'toll', 'corpus/judgments.yaml:10:8'],
    ['{{date judgment.until}}', '2005', 'corpus/judgments.yaml:9:10'],
    ['{{judged judgment}}', 'likely', 'corpus/judgments.yaml:1:3'],
    ['{{term judgment.likelihood}}', 'likely', 'corpus/judgments.yaml:4:15'],
    ['{{link (sentence judgment.title) "x"}}', 'The toll', 'corpus/judgments.yaml:2:10'],
    [
      '{{#each sources}}{{#each claims}}{{gist}}{{/each}}{{/each}}',
      'The toll was',
      'corpus/sources/harbour-2003.yaml:10:11',
    ],
    ['{{#each actors}}{{> p this extra="!"}}{{/each}}', 'Dockers', 'corpus/actors.yaml:7:9'],
    ['{{#each rows}}{{name}}{{/each}}', 'The toll stays', 'corpus/judgments.yaml:1:3'],
    // What is in no record has only the template.
    ['{{#each tags}}{{this}}{{/each}}', 'plain', `${x}:1:15`],
    ['{{says statement}}', 'A statement', `${x}:1:1`],
    ['{{#each actors}}{{> p this extra="!"}}{{/each}}', '\\!', 'templates/partials/p.md.hbs:1:9'],
  ])('%s: %s', (template, needle, place) => {
    expect(originOf(needle, template, view, { p: '{{name}}{{extra}}' })).toBe(place)
  })
})

test('without provenance, every place is in the template', () => {
  const { rendered } = print('{{name}}', { name: 'N' }, { provenance: undefined })
  expect(rendered!.place(0)).toMatchObject({ file: x, start: { line: 1, column: 1 } })
  expect(rendered!.place(99)).toMatchObject({ file: x, start: { line: 1, column: 1 } })
})

test('origins are found for every offset of a large section', () => {
  const rows = Array.from({ length: 2000 }, (_, index) => ({ name: `n${index}` }))
  const { rendered } = print('{{#each rows}}\n- {{name}} text\n{{/each}}', { rows })
  const { markdown } = rendered!
  for (const match of markdown.matchAll(/ text/g)) {
    expect(rendered!.place(match.index).start).toEqual({ line: 2, column: 11 })
  }
})
