/** Templates may come from strangers, and data certainly do. */
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { helpers } from '../../src/document/template/helpers/index.ts'
import { corpus, print } from './project.ts'

describe('a template reaches no prototype, function or process', () => {
  const expressions = [
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    'constructor.constructor',
    'name.constructor',
    'list.constructor',
    'list.push',
    'list.__proto__',
    'name.length',
    'name.[0]',
    '__defineGetter__',
    '__lookupGetter__',
    'valueOf',
    'record.constructor.name',
    '@root.constructor',
    '@root.__proto__',
    '@index.constructor',
    'this.constructor',
    './__proto__',
    'record.[__proto__]',
    'process',
    'globalThis',
    'require',
    'list.[-1]',
    'list.[1e0]',
    'list.[01]',
  ] // prettier-ignore
  const view = () => ({ name: 'n', list: [1], record: { a: 1 } })

  test.each(expressions)('%s', (expression) => {
    const shouting = vi.spyOn(console, 'error').mockImplementation(() => {})
    for (const template of [
      `{{${expression}}}`,
      `{{#if ${expression}}}x{{/if}}y`,
      `{{#with ${expression}}}x{{/with}}y`,
      `{{eq ${expression} 1}}`,
    ]) {
      const { problems, markdown = '' } = print(template, view())
      expect(problems.join()).toMatch(/field-exists|template-is-valid/)
      expect(markdown).not.toMatch(/function|native|\[object|x(?!\\)/)
    }
    // Handlebars warns on the console about prototypes that it refused: it is never asked.
    expect(shouting).not.toHaveBeenCalled()
    shouting.mockRestore()
  })

  test.each([
    '{{lookup record "constructor"}}',
    '{{log "x"}}',
    '{{helperMissing}}',
    '{{blockHelperMissing "x"}}',
    '{{#blockHelperMissing x}}{{/blockHelperMissing}}',
    '{{#helperMissing x}}{{/helperMissing}}',
    '{{constructor "return process"}}',
    '{{toString 1}}',
    '{{__proto__ 1}}',
    '{{hasOwnProperty "a"}}',
    '{{literal 0}}',
    '{{read . 0}}',
    '{{call 0}}',
    '{{print name 0}}',
    '{{partial . 0}}',
    '{{#each list constructor=1}}{{/each}}',
    '{{> constructor}}',
    '{{> __proto__}}',
    '{{> toString}}',
    '{{> @partial-block}}',
    '{{actor "dockers" __proto__=record}}',
    '{{> p __proto__=record}}',
    '{{> ../../../etc/passwd}}',
    '{{figure "x" constructor=list}}',
  ])('%s', (template) => expect(print(template, view()).problems.join()).toMatch(/template-is-valid|field-exists/)) // prettier-ignore

  test('own fields with such names are fields like others', () => {
    const record = JSON.parse('{"constructor": "c", "__proto__": "p", "toString": "t"}')
    expect(print('{{constructor}} {{__proto__}} {{toString}}', record).markdown).toBe('c p t')
  })

  test('functions and symbols in the data are refused, and not called', () => {
    const called = vi.fn(() => 'no')
    const { problems } = print('{{f}} {{#if f}}x{{/if}} {{#each f}}x{{/each}} {{s}}', { f: called, s: Symbol('s') })
    expect(called).not.toHaveBeenCalled()
    expect(problems).toHaveLength(4)
  })

  test('an object that looks like Markdown, or like Handlebars’ safe string, is not printed', () => {
    const fakes: unknown[] = [
      { toHTML: () => '<b>' },
      { toString: () => '*b*' },
      { text: '*b*', parts: [{ text: '*b*' }] },
      ['*b*'],
    ]
    for (const fake of fakes) expect(print('{{fake}}', { fake }).problems[0]).toContain('not a text')
  })

  test('a syntax tree in the place of a template’s text is no template', () => {
    const tree = { type: 'Program', body: [{ type: 'MustacheStatement', path: '"; process.exit(); "' }] }
    expect(() => print(tree as unknown as string)).toThrow(TypeError)
  })
})

describe('a template ends', () => {
  test('by steps, at the same place every time', () => {
    const rows = Array.from({ length: 1000 }, (_, index) => index)
    const template = '{{#each rows}}{{#each ../rows}}{{#each ../../rows}}x{{/each}}{{/each}}{{/each}}'
    const once = () => print(template, { rows }, { limits: { steps: 5000 } })
    expect(once().problems).toEqual([': template-is-valid: the section does not end within 5000 steps'])
    expect(once().markdown).toBe(once().markdown)
    expect(once().markdown!.length).toBeLessThan(5000)
  })

  test('by length', () => {
    const { problems, markdown } = print(
      '{{#each rows}}{{this}}{{/each}}',
      { rows: Array(100).fill('x'.repeat(100)) },
      { limits: { characters: 1000 } },
    )
    expect(problems).toEqual([': template-is-valid: the section does not end within 1000 characters'])
    expect(markdown!.length).toBeLessThanOrEqual(1000)
  })

  test('when partials double at every step', () => {
    const partials: Record<string, string> = { p40: 'x' }
    for (let level = 0; level < 40; level += 1)
      partials[`p${level}`] = `{{> p${level + 1} s=(concat s s)}}{{> p${level + 1}}}`
    const { problems } = print('{{> p0 s="ab"}}', {}, { partials, limits: { steps: 20_000, characters: 100_000 } })
    expect(problems).toEqual([': template-is-valid: the section does not end within 100000 characters'])
  })

  test('when partials are chained deeper than the stack', () => {
    const partials: Record<string, string> = { p300: 'x' }
    for (let level = 0; level < 300; level += 1) partials[`p${level}`] = `{{> p${level + 1}}}`
    expect(print('{{> p0}}', {}, { partials }).problems.join()).toContain('partials call partials more than 50 deep')
  })

  test.each([
    ['blocks', `${'{{#if a}}'.repeat(3000)}x${'{{/if}}'.repeat(3000)}`],
    ['else chains', `{{#if a}}${'{{else if a}}'.repeat(5000)}{{/if}}`],
    ['calls', `{{not ${'(not '.repeat(5000)}a${')'.repeat(5000)}}}`],
  ])('when %s are nested deeper than the stack', (_name, template) => {
    expect(print(template, { a: 1 }).problems).toEqual([expect.stringContaining('are nested more than 100 deep')])
  })

  test('when it is too long to read', () => {
    expect(print('x'.repeat(1_048_577)).problems).toEqual([
      ': template-is-valid: the template is longer than 1048576 characters',
    ])
  })
})

describe('data print as themselves', () => {
  const hostile = [
    '{{title}}',
    '{{{x}}}',
    '{{> p}}',
    '\\{{x}}',
    '<script>alert(1)</script>',
    '[x](javascript:alert(1))',
    '[@nobody]',
    '{#id}',
    '| a | b |',
    '# h',
    '![x](figure:map)',
    '[](#x)',
    '\u{E000}1\u{E001}',
    '\u{F0000}0\u{F0001}',
    '$&',
    "$'",
    '$1',
    '%s',
    '\u2066a\u2069',
  ] // prettier-ignore
  test.each(hostile)('%s', (value) => {
    const { markdown, problems } = print('a {{value}} b', { value })
    expect(problems).toEqual([])
    expect(unescaped(markdown!)).toBe(`a ${value} b`)
  })
})

test('no template and no data make it print `undefined`, `null` or an object, or throw', () => {
  const names = [
    'a',
    'b',
    'c.d',
    'this',
    '../a',
    '@index',
    '@root.b',
    'list',
    'nothing',
    'missing',
    '"text"',
    '5',
    'true',
    '(eq a b)',
    '(count list)',
  ]
  const name = fc.constantFrom(...names)
  const helperCall = fc
    .tuple(fc.constantFrom(...helpers.keys()), fc.array(name, { minLength: 1, maxLength: 3 }))
    .map(([helper, values]) => `{{${helper} ${values.join(' ')}}}`)
  const piece = fc.oneof(
    fc.constantFrom('text ', '\n\n', '# ', '| ', '`', '\\', '!', '{{!x}}', '{{else}}', '{{/if}}', '{{/each}}', '{{'),
    name.map((it) => `{{${it}}}`),
    helperCall,
    fc
      .tuple(fc.constantFrom('if', 'unless', 'each', 'with'), name, name)
      .map(([block, of, inside]) => `{{#${block} ${of}}}{{${inside}}}{{else}}-{{/${block}}}`),
  ) // prettier-ignore
  const datum = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 5 }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.constant(undefined),
    fc.constant(['x', null]),
  )
  const view = fc.record({
    a: datum,
    b: datum,
    c: fc.record({ d: datum }),
    list: fc.array(datum, { maxLength: 3 }),
    nothing: fc.constant(null),
  })
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), view, (pieces, data) => {
      const { markdown = '' } = print(pieces.join(''), data)
      const texts = JSON.stringify(data)
      for (const word of ['undefined', 'null', '[object', 'NaN', 'Symbol(']) {
        if (!texts.includes(word)) expect(markdown.replaceAll('missing', '')).not.toContain(word)
      }
    }),
    { numRuns: 1000, seed: 7 },
  )
})

test('the corpus is not changed by what templates do with it', () => {
  const before = JSON.stringify([...corpus.claims.values()])
  print(
    '{{#each claims}}{{cite this}}{{> p this id="x" passages=null}}{{/each}}',
    { claims: [...corpus.claims.values()] },
    { partials: { p: '{{id}}' } },
  )
  expect(JSON.stringify([...corpus.claims.values()])).toBe(before)
})

/** What a Markdown reader sees of escaped text. */
function unescaped(markdown: string): string {
  return markdown.replace(
    /&#x([0-9A-F]+);|\\([!-/:-@[-`{-~])/g,
    (_all, code, mark) => mark ?? String.fromCodePoint(Number.parseInt(code, 16)),
  )
}
