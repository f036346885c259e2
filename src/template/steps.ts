import { uncleanness } from '../corpus/clean.ts'
import { checkValue, parameterAt } from './arguments.ts'
import { escapeMarkdown } from './escape.ts'
import { holds } from './holds.ts'
import { Markdown } from './markdown.ts'
import { type CallNode, type LiteralNode, missing, type ReadNode, type StepNode } from './nodes.ts'
import { follow, kindOf } from './read.ts'
import type { Run } from './run.ts'

/** What is in scope inside a block; Handlebars follows `_parent` for `@../index`. */
interface Frame {
  readonly run: Run
  readonly root: unknown
  readonly context: unknown
  /** The frame outside of the innermost #each or #with; none at the top of a section or partial. */
  readonly outer?: Frame | undefined
  readonly _parent?: Frame | undefined
  readonly list?: object | undefined
  readonly key?: string | number | undefined
  readonly index?: number | undefined
  readonly first?: boolean | undefined
  readonly last?: boolean | undefined
}

interface Options {
  readonly data: Frame
  readonly hash: Record<string, unknown>
  fn(context: unknown, options?: { data?: Frame; blockParams?: unknown[] }): string
  inverse(context: unknown): string
}

/** Calls a partial by its name, with its context and frame. */
export type CallPartial = (name: string, context: unknown, frame: unknown) => void

/**
 * The only functions that a compiled template calls. Each takes the number of its node last. What is printed goes to
 * the run's output in the order of the calls, so what they give back to Handlebars is nothing.
 */
export function stepsOf(callPartial: CallPartial): Record<string, (this: unknown, ...values: never[]) => unknown> {
  return Object.assign(Object.create(null), {
    literal: (id: number, { data: { run } }: Options) => printLiteral(run, id),
    print: (value: unknown, id: number, { data: { run } }: Options) => print(run, value, id),
    read: (base: unknown, id: number, { data }: Options) => read(data, base, id),
    call: (...values: unknown[]) => call(values),
    if(this: unknown, value: unknown, _id: number, options: Options) {
      return value === missing ? '' : holds(value) ? options.fn(this) : options.inverse(this)
    },
    unless(this: unknown, value: unknown, _id: number, options: Options) {
      return value === missing ? '' : holds(value) ? options.inverse(this) : options.fn(this)
    },
    each(this: unknown, value: unknown, id: number, options: Options) {
      return each(this, value, id, options)
    },
    with(this: unknown, value: unknown, id: number, options: Options) {
      return enter(this, value, id, options)
    },
    partial: (context: unknown, id: number, options: Options) => partial(callPartial, context, id, options),
  })
}

function printLiteral(run: Run, id: number): string {
  if (run.step()) run.output.literal(id, (run.node(id) as LiteralNode).text)
  return ''
}

function print(run: Run, value: unknown, id: number): string {
  if (!run.step()) return ''
  const node = run.node(id) as StepNode
  const datum = node.argument === undefined ? undefined : datumOf(run, node.argument)
  if (value instanceof Markdown) {
    const problem = uncleanness(value.text)
    if (problem) run.report('text-is-clean', node.place, `what “${node.expression}” prints ${problem}`)
    run.output.markdown(
      id,
      value.parts.map((part) => (part.holder ? part : { ...part, ...datum })),
    )
    return ''
  }
  const text = printable(run, value, node)
  if (run.step(run.output.length + text.length)) run.output.value(id, escapeMarkdown(text), datum?.holder, datum?.path)
  return ''
}

/** The text that a value prints. One that cannot be printed is reported, and shows as the words of the template. */
function printable(run: Run, value: unknown, node: StepNode): string {
  const asWritten = `{{${node.expression}}}`
  if (value === missing) return asWritten
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  if (typeof value !== 'string') {
    const isEmpty = value === undefined
    const what = `“${node.expression}”${whereabouts(run, node.argument)}`
    const reason = isEmpty ? `${what} is empty, and would print nothing` : `${what} is ${kindOf(value)}, not a text`
    const notes = isEmpty ? [`test it first: {{#if ${node.expression}}}…{{/if}}`] : []
    run.report('field-exists', node.place, reason, { notes })
    return asWritten
  }
  const problem = uncleanness(value)
  if (problem === undefined) return value
  run.report('text-is-clean', node.place, `“${node.expression}” ${problem}`)
  return asWritten
}

function read(frame: Frame, base: unknown, id: number): unknown {
  const { run } = frame
  const node = run.node(id) as ReadNode
  const from = contextOf(frame, base, node)
  run.data[id] = heldBy(frame, from, node)
  if (node.expression.startsWith('@') && from === undefined) {
    run.report('field-exists', node.place, `“${node.expression}” is only known inside #each`)
    return missing
  }
  if (from === missing) {
    run.report('field-exists', node.place, `“${node.expression}” is outside of what the template was given`)
    return missing
  }
  const reading = follow(from, node, (holder) => run.describe(holder))
  if (reading.problem === undefined) return reading.value
  run.report('field-exists', node.place, reading.problem, reading.details)
  return missing
}

/**
 * `..` is what is outside of the innermost #each or #with. Handlebars' own reckoning skips a level where two contexts are
 * equal, as two numbers may be.
 */
function contextOf(frame: Frame, base: unknown, { depth }: ReadNode): unknown {
  if (depth === 0) return base
  let outer: Frame | undefined = frame
  for (let left = depth; left > 0; left -= 1) outer = outer?.outer
  return outer ? outer.context : missing
}

/** Where a datum is held: a text that is itself the context of a loop is held by the list. */
function heldBy(frame: Frame, base: unknown, node: ReadNode): { holder: object; path: readonly string[] } | undefined {
  if (typeof base === 'object' && base !== null) return { holder: base, path: node.parts }
  const isItem = node.expression === 'this' || node.expression === '.'
  if (isItem && frame.list && frame.key !== undefined) return { holder: frame.list, path: [String(frame.key)] }
  return undefined
}

/** The datum that a value was read from, or that the first argument of its call was. */
function datumOf(run: Run, id: number): { holder: object; path: readonly string[] } | undefined {
  const node = run.node(id)
  if (node.kind === 'call') {
    const first = node.reads.find((it) => it !== undefined)
    return first === undefined ? undefined : datumOf(run, first)
  }
  const datum = run.data[id]
  return datum && { ...datum, holder: run.holderOf(datum.holder, datum.path[0]) }
}

function call(values: unknown[]): unknown {
  const { data, hash } = values.pop() as Options
  const id = values.pop() as number
  const { run } = data
  const node = run.node(id) as CallNode
  const options = Object.fromEntries(Object.entries(hash).filter(([, value]) => value !== undefined))
  if (!run.step() || values.includes(missing) || Object.values(options).includes(missing)) return missing
  if (!checkArguments(run, node, values, options)) return missing
  const result = node.helper.run(values, options, run.contextOf(node.place))
  const length = typeof result === 'string' ? result.length : result instanceof Markdown ? result.text.length : 0
  return run.step(run.output.length + length) ? result : missing
}

function checkArguments(run: Run, node: CallNode, values: unknown[], options: Record<string, unknown>): boolean {
  const { helper } = node
  const problems = [
    ...values.map((value, index) => problemOf(run, node, index, value)),
    ...Object.entries(options).map(([name, value]) =>
      Object.hasOwn(helper.options, name) ? checkValue(helper, helper.options[name]!, value) : undefined,
    ),
  ].filter((problem) => problem !== undefined)
  for (const problem of problems) {
    run.report('field-exists', node.place, problem, { notes: [`e.g. ${helper.example.template}`] })
  }
  return problems.length === 0
}

function problemOf(run: Run, node: CallNode, index: number, value: unknown): string | undefined {
  const parameter = parameterAt(node.helper, index)
  if (value === undefined && parameter.optional) return undefined
  const id = node.reads[index]
  if (value !== undefined || id === undefined) return checkValue(node.helper, parameter, value)
  const { expression } = run.node(id) as ReadNode
  return `${node.expression} needs ${parameter.expects}, and “${expression}”${whereabouts(run, id)} is empty`
}

/** Whose field was read, e.g. ` of actor “knb”`; nothing when it was made by a helper. */
function whereabouts(run: Run, id: number | undefined): string {
  if (id === undefined || run.node(id).kind !== 'read') return ''
  const datum = datumOf(run, id)
  return datum ? ` of ${run.describe(datum.holder)}` : ''
}

function each(context: unknown, value: unknown, id: number, options: Options): string {
  const { run } = options.data
  if (value === missing) return ''
  const entries = entriesOf(value)
  if (!entries) {
    const node = run.node(id) as StepNode
    run.report('field-exists', node.place, `#each needs a list, and “${node.expression}” is ${kindOf(value)}`)
    return ''
  }
  if (entries.length === 0) return options.inverse(context)
  const { root } = options.data
  entries.every(([key, item], index) => {
    const isLast = index === entries.length - 1
    const place = { list: value as object, key, index, first: index === 0, last: isLast }
    const frame = { run, root, context: item, outer: options.data, _parent: options.data, ...place }
    options.fn(item, { data: frame, blockParams: [item, key] })
    return run.step()
  })
  return ''
}

/** The turns of a loop over a list or a record of named things; none over nothing. */
function entriesOf(value: unknown): [string | number, unknown][] | undefined {
  if (value === undefined) return []
  if (Array.isArray(value)) return value.map((item, index) => [index, item])
  const isPlain = typeof value === 'object' && value !== null && !(value instanceof Markdown)
  return isPlain ? Object.entries(value) : undefined
}

function enter(context: unknown, value: unknown, id: number, options: Options): string {
  const { run } = options.data
  if (value === missing) return ''
  if (value === undefined) return options.inverse(context)
  if (typeof value === 'object' && !(value instanceof Markdown)) {
    const frame = { ...options.data, context: value, outer: options.data }
    return options.fn(value, { data: frame, blockParams: [value] })
  }
  const node = run.node(id) as StepNode
  run.report('field-exists', node.place, `#with needs a record, and “${node.expression}” is ${kindOf(value)}`)
  return ''
}

function partial(callPartial: CallPartial, context: unknown, id: number, options: Options): string {
  const { data, hash } = options
  const { run } = data
  if (!run.step() || context === missing || Object.values(hash).includes(missing)) return ''
  const node = run.node(id) as StepNode
  const given = Object.keys(hash).length > 0 ? run.extend(context, hash) : context
  run.output.indented(node.indent ?? '', () => {
    callPartial(node.partial!, given, { ...data, context: given, outer: undefined })
  })
  return ''
}
