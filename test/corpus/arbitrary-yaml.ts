import fc from 'fast-check'
import type { Order } from '../../src/corpus/order.ts'

/** A record as somebody may write it: in any order and layout, with comments. */
interface Scalar {
  readonly style: 'plain' | 'single' | 'double' | 'broken' | 'literal' | 'folded' | 'empty'
  readonly words: string
}
interface List {
  readonly isFlow: boolean
  readonly isCompact: boolean
  readonly entries: readonly Value[]
}
interface Mapping {
  readonly isFlow: boolean
  readonly fields: readonly Field[]
}
interface Field {
  readonly name: string
  readonly value: Value
  /** Comments, and empty lines where there is no text. */
  readonly above: readonly string[]
  readonly behind: boolean
  readonly below: boolean
}
type Value = Scalar | List | Mapping

/** The text of a file that holds a record, or a list of records, whose fields have this order in the schema. */
export function yamlOf(order: Order, isRegister: boolean): fc.Arbitrary<string> {
  const record = recordOf(isRegister ? order.entries! : order, 3)
  const root = isRegister
    ? fc.array(record, { minLength: 1, maxLength: 3 }).map((entries) => ({ isFlow: false, isCompact: true, entries }))
    : record
  return fc.tuple(root, fc.boolean(), fc.boolean()).map(([value, isWindows, isEnded]) => {
    const lines = isInline(value) ? inlineLines(value, '') : blockLines(value, '', counter(), true)
    const text = lines.join('\n') + (isEnded ? '\n' : '')
    return isWindows ? text.replaceAll('\n', '\r\n') : text
  })
}

function recordOf(order: Order, depth: number): fc.Arbitrary<Mapping> {
  const known = fc.shuffledSubarray([...order.fields.keys()]).map((names) => names.slice(0, 7))
  const free = fc.subarray(['mine', '2', '10', 'constructor', 'of ours'], { maxLength: 2 })
  return fc.tuple(known, free, fc.boolean()).chain(([some, others, isFlow]) => {
    const names = fc.shuffledSubarray([...some, ...others], { minLength: some.length + others.length })
    return names
      .chain((all) => fc.tuple(...all.map((name) => fieldOf(name, order, depth))))
      .map((fields) => ({ isFlow, fields }))
  })
}

function fieldOf(name: string, { fields, others }: Order, depth: number): fc.Arbitrary<Field> {
  return fc.record({
    name: fc.constant(name),
    value: anyValue(fields.has(name) ? fields.get(name)!.inner : others, depth - 1),
    above: fc.array(fc.constantFrom('', '#', '##', '#!'), { maxLength: 3 }),
    behind: fc.boolean(),
    below: fc.boolean(),
  })
}

function anyValue(order: Order | undefined, depth: number): fc.Arbitrary<Value> {
  if (!order || depth === 0) return scalar
  const { entries } = order
  if (!entries) return recordOf(order, depth)
  const list = fc.array(anyValue(entries, depth), { maxLength: 3 })
  return fc.record({ isFlow: fc.boolean(), isCompact: fc.boolean(), entries: list })
}

const scalar: fc.Arbitrary<Scalar> = fc.record({
  style: fc.constantFrom('plain', 'single', 'double', 'broken', 'literal', 'folded', 'empty'),
  words: fc.constantFrom(
    'a word',
    'жаңа сөз',
    'x: y',
    '# none',
    '{b, a}',
    '- dash',
    'two: three # four',
    "it's",
    '2004',
  ),
})

/** Gives 1, 2, 3 …: each comment has its number. */
type Count = () => number

function counter(): Count {
  let last = 0
  return () => ++last
}

/** Every line with its indentation. Comments on top of a file or of a list's entry are of the whole: heads. */
function blockLines(value: List | Mapping, indent: string, count: Count, isWhole: boolean): readonly string[] {
  if ('entries' in value) return value.entries.flatMap((entry) => entryLines(entry, indent, count))
  return value.fields.flatMap((field, index) => {
    const above = field.above.filter((mark) => index > 0 || mark !== '')
    const whose = index === 0 && isWhole ? 'head' : 'above'
    const comments = above.map((mark) => (mark === '' ? '' : `${indent}${mark} ${whose} ${count()}`))
    return [...comments, ...fieldLines(field, indent, count)]
  })
}

function entryLines(entry: Value, indent: string, count: Count): readonly string[] {
  const inner = `${indent}  `
  const [first, ...rest] = isInline(entry) ? inlineLines(entry, inner) : blockLines(entry, inner, count, true)
  return [`${indent}- ${first!.trimStart()}`, ...rest]
}

function fieldLines({ name, value, behind, below }: Field, indent: string, count: Count): readonly string[] {
  const note = behind ? ` # behind ${count()}` : ''
  const isBlockText = 'style' in value && (value.style === 'literal' || value.style === 'folded')
  const lines = isInline(value)
    ? inlineLines(value, indent)
    : ['', ...blockLines(value, 'isCompact' in value && value.isCompact ? indent : `${indent}  `, count, false)]
  const head = `${indent}${name}: ${lines[0]}`.trimEnd()
  // Behind the last line of a value, but behind the first of one that goes on below.
  const isBehindLast = isInline(value) && !isBlockText
  const written = [head, ...lines.slice(1)].map((line, at, all) =>
    at === (isBehindLast ? all.length - 1 : 0) ? line + note : line,
  )
  return below && !isBlockText ? [...written, `${indent}    # below ${count()}`] : written
}

function isInline(value: Value): value is Scalar | (List & Mapping) {
  return 'style' in value || value.isFlow || ('entries' in value ? value.entries : value.fields).length === 0
}

/** The first line without indentation. */
function inlineLines(value: Value, indent: string): readonly string[] {
  if (!('style' in value)) return [flow(value)]
  const { style, words } = value
  if (style === 'literal' || style === 'folded')
    return [style === 'literal' ? '|' : '>-', `${indent}  ${words}`, `${indent}  # text`]
  if (style === 'broken')
    return [...JSON.stringify(words).replace(' ', '\n').split('\n')].map((it, at) => (at ? `${indent}  ${it}` : it))
  return [flow(value)]
}

function flow(value: Value): string {
  if ('entries' in value) return `[${value.entries.map(flow).join(', ')}]`
  if ('fields' in value) return `{${value.fields.map((it) => `${it.name}: ${flow(it.value)}`).join(', ')}}`
  const { style, words } = value
  if (style === 'empty') return ''
  if (style === 'plain' && /^[\p{L}\d ]+$/u.test(words)) return words
  return style === 'single' ? `'${words.replaceAll("'", "''")}'` : JSON.stringify(words)
}
