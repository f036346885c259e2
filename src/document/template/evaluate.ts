import { fieldOf, isKeyOf, must } from '../../core/index.ts'
import { checkValue, parameterAt } from './arguments.ts'
import type { Helper } from './helpers/helper.ts'
import { Markdown } from './markdown.ts'
import { type CallNode, type Expression, missing, type NamedArguments, type ReadNode } from './nodes.ts'
import { follow } from './read.ts'
import type { Datum, Frame, Run } from './run.ts'

/** The value of an expression; `missing` where it has none, which is reported. */
export function evaluate(node: Expression, frame: Frame): unknown {
  if (node.kind === 'constant') return node.value
  if (node.kind === 'lost') return missing
  return node.kind === 'read' ? read(node, frame) : call(node, frame)
}

export function valuesOf(options: NamedArguments, frame: Frame): Record<string, unknown> {
  return Object.fromEntries(options.map(([name, value]) => [name, evaluate(value, frame)]))
}

/** Whose field was read, e.g. ` of actor “knb”`; nothing when it was made by a helper. */
export function whereabouts(run: Run, node: Expression | undefined): string {
  if (node?.kind !== 'read') return ''
  const datum = run.datumOf(node)
  return datum ? ` of ${run.describe(datum.holder)}` : ''
}

function read(node: ReadNode, frame: Frame): unknown {
  const { run } = frame
  const base = baseOf(node, frame)
  run.data.set(node, heldBy(frame, base, node))
  if (node.from?.kind === 'variable' && base === undefined) {
    run.report('field-exists', node.place, `“${node.expression}” is only known inside #each`)
    return missing
  }
  if (base === missing) {
    run.report('field-exists', node.place, `“${node.expression}” is outside of what the template was given`)
    return missing
  }
  const reading = follow(
    base,
    node,
    (holder) => run.describe(holder),
    (holder, field) => run.recordField(holder, field),
  )
  if (reading.problem === undefined) return reading.value
  run.report('field-exists', node.place, reading.problem, reading.details)
  return missing
}

/** What a path starts from: a context, the `depth`th outside of this one, or what a block or loop gives. */
function baseOf({ from, depth }: ReadNode, frame: Frame): unknown {
  if (from?.kind === 'parameter') {
    let scope = frame.scope
    while (scope && scope.name !== from.name) scope = scope.outer
    return scope?.value
  }
  let at: Frame | undefined = frame
  for (let left = depth; at && left > 0; left--) at = from ? at.loop : at.outer
  if (from) return fieldOf(at, from.name)
  return at ? at.context : missing
}

/** Where a datum is held: a text that is itself the context of a loop is held by the list. */
function heldBy(frame: Frame, base: unknown, node: ReadNode): Datum | undefined {
  if (typeof base === 'object' && base !== null) return { holder: base, path: node.parts }
  const isItem = node.expression === 'this' || node.expression === '.'
  if (isItem && frame.list && frame.key !== undefined) return { holder: frame.list, path: [String(frame.key)] }
  return undefined
}

function call(node: CallNode, frame: Frame): unknown {
  const { run } = frame
  const values = node.values.map((value) => evaluate(value, frame))
  const given = Object.entries(valuesOf(node.options, frame)).filter(([, value]) => value !== undefined)
  const options = Object.fromEntries(given)
  if (!run.step() || values.includes(missing) || Object.values(options).includes(missing)) return missing
  const helper = run.helper(node.helper)
  if (!checkArguments(run, node, helper, values, options)) return missing
  const result = helper.run(values, options, run.contextOf(node))
  const length = typeof result === 'string' ? result.length : result instanceof Markdown ? result.text.length : 0
  return run.step(run.output.length + length) ? result : missing
}

function checkArguments(
  run: Run,
  node: CallNode,
  helper: Helper,
  values: unknown[],
  options: Record<string, unknown>,
): boolean {
  const problems = [
    ...values.map((value, index) => problemOf(run, node, helper, index, value)),
    ...Object.entries(options).map(([name, value]) =>
      isKeyOf(helper.options, name) ? checkValue(helper, must(helper.options[name]), value) : undefined,
    ),
  ].filter((problem) => problem !== undefined)
  for (const problem of problems) {
    run.report('field-exists', node.place, problem, { notes: [`e.g. ${helper.example.template}`] }, node)
  }
  return problems.length === 0
}

function problemOf(run: Run, node: CallNode, helper: Helper, index: number, value: unknown): string | undefined {
  const parameter = parameterAt(helper, index)
  if (value === undefined && parameter.optional) return undefined
  const argument = node.values[index]
  const empty = value === undefined || (Array.isArray(value) && value.length === 0 && !parameter.accepts(value))
  if (!empty || !argument || argument.kind === 'constant' || argument.kind === 'lost')
    return checkValue(helper, parameter, value)
  return `${helper.name} needs ${parameter.expects}, and “${named(argument)}”${whereabouts(run, argument)} is empty`
}

const named = (node: ReadNode | CallNode) => (node.kind === 'read' ? node.expression : node.helper)
