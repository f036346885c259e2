/** What our steps print is what Handlebars' own compiler makes of the same template. */
import fc from 'fast-check'
import Handlebars from 'handlebars'
import { expect, test } from 'vitest'
import { print } from './project.ts'

/** A record whose parts are like it, so that any path leads somewhere. */
interface Item {
  readonly text: string
  readonly isOpen: boolean
  readonly inner: Item | null
  readonly list: readonly Item[]
  readonly byName: Readonly<Record<string, Item>>
}

const word = fc.stringMatching(/^[a-z]{1,4}$/)

function item(depth: number): fc.Arbitrary<Item> {
  const below = depth === 0 ? undefined : item(depth - 1)
  return fc.record({
    text: word,
    isOpen: fc.boolean(),
    inner: below ? fc.option(below, { freq: 4 }) : fc.constant(null),
    list: below ? fc.array(below, { maxLength: 3 }) : fc.constant([]),
    byName: below ? fc.dictionary(word, below, { maxKeys: 2 }) : fc.constant({}),
  })
}

/** Where a piece of template stands: what it can reach from there. */
interface Within {
  /** Contexts outside of this one, loops outside or around, and names that blocks gave. */
  readonly contexts: number
  readonly loops: number
  readonly names: readonly string[]
}

/** A path to an item, so that a field can be read of it. */
function base({ contexts, names }: Within): fc.Arbitrary<string> {
  const outer = Array.from({ length: contexts }, (_, at) => '../'.repeat(at + 1))
  return fc.constantFrom('', 'this.', './', '@root.', ...outer, ...names.map((name) => `${name}.`))
}

/** Only of the context itself: where a block enters an item that it is in, Handlebars skips it in `../`. */
const own = fc.constantFrom('', 'this.', './')

function tag(within: Within): fc.Arbitrary<string> {
  const inLoop = Array.from({ length: within.loops }, (_, at) => `@${'../'.repeat(at)}`).flatMap((up) =>
    ['index', 'key'].map((name) => `{{${up}${name}}}`),
  )
  const field = base(within).map((path) => `{{${path}text}}`)
  return inLoop.length > 0 ? fc.oneof(field, fc.constantFrom(...inLoop)) : field
}

const gap = fc.constantFrom('', ' ', '\n', '\n\n', '  ', ' x ', 'y\n')
const strip = fc.constantFrom('', '', '', '~')

function template(depth: number, within: Within): fc.Arbitrary<string> {
  const pieces = [gap, tag(within), fc.constant('{{! a remark }}')]
  if (depth > 0) pieces.push(block(depth, within), partial(within))
  return fc.array(fc.oneof(...pieces), { maxLength: 5 }).map((parts) => parts.join(''))
}

function block(depth: number, within: Within): fc.Arbitrary<string> {
  const condition = fc
    .tuple(fc.constantFrom('if', 'unless'), base(within), fc.constantFrom('isOpen', 'inner', 'list', 'text'))
    .chain(([kind, path, field]) => body(kind, `${path}${field}`, depth, within, within))
  const loop = fc
    .tuple(own, fc.constantFrom('list', 'byName'), fc.constantFrom([], ['a'], ['a', 'b']))
    .chain(([path, field, names]) => {
      const inner = {
        contexts: within.contexts + 1,
        loops: within.loops + 1,
        names: [...within.names, ...names.slice(0, 1)],
      }
      const as = names.length > 0 ? ` as |${names.join(' ')}|` : ''
      return body('each', `${path}${field}${as}`, depth, inner, within)
    })
  const entered = fc.tuple(own, fc.constantFrom([], ['c'])).chain(([path, names]) => {
    const inner = { ...within, contexts: within.contexts + 1, names: [...within.names, ...names] }
    return body('with', `${path}inner${names.length > 0 ? ` as |${names[0]}|` : ''}`, depth, inner, within)
  })
  return fc.oneof(condition, loop, entered)
}

function body(kind: string, head: string, depth: number, inner: Within, otherwise: Within): fc.Arbitrary<string> {
  const other = fc.option(template(depth - 1, otherwise), { nil: undefined })
  return fc
    .tuple(template(depth - 1, inner), other, strip, strip, gap, gap)
    .map(([yes, no, open, close, before, after]) => {
      const rest = no === undefined ? '' : `{{${close}else}}${no}`
      return `${before}{{${open}#${kind} ${head}}}${yes}${rest}{{/${kind}${close}}}${after}`
    })
}

function partial(within: Within): fc.Arbitrary<string> {
  return fc
    .tuple(base(within), fc.constantFrom('', '\n', '\n  '), fc.boolean())
    .map(([path, before, isNamed]) =>
      isNamed ? `${before}{{> named word=${path}text}}\n` : `${before}{{> plain ${path}inner}}\n`,
    )
}

const partials = {
  named: '{{text}} {{word}}\n{{#if isOpen}}\nopen\n{{/if}}',
  plain: '{{#if this}}<{{text}}>{{else}}none{{/if}}\nnext\n',
}

const runs = Number(process.env.TEMPLATE_RUNS ?? 300)

test(`${runs} templates`, () => {
  let printed = 0
  fc.assert(
    fc.property(template(3, { contexts: 0, loops: 0, names: [] }), item(3), (source, view) => {
      const theirs = Handlebars.create()
      for (const [name, text] of Object.entries(partials)) theirs.registerPartial(name, text)
      const expected = theirs.compile(source)(view)
      const { markdown, problems } = print(source, view, { partials })
      expect(problems.filter((it) => !/prints nothing/.test(it))).toEqual([])
      expect(markdown).toBe(expected)
      if (expected.trim() !== '') printed += 1
    }),
    { numRuns: runs, seed: 11 },
  )
  expect(printed, 'templates that print something').toBeGreaterThan(runs / 3)
})
