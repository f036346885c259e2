import { uncleanness } from '../../corpus/index.ts'
import { escapeMarkdown } from './escape.ts'
import { evaluate, valuesOf, whereabouts } from './evaluate.ts'
import { Markdown } from './markdown.ts'
import { type BlockNode, missing, type PartialNode, type PrintNode, type Program, type Step } from './nodes.ts'
import { holds, kindOf } from './read.ts'
import type { Frame } from './run.ts'

/**
 * Takes the steps of a program, in order; what is printed goes to the run's output. A template is data here: no code is
 * generated from it, and it reaches nothing but its context, the helpers and the partials.
 */
export function execute(program: Program, frame: Frame): void {
  for (const step of program.steps) take(step, frame)
}

function take(step: Step, frame: Frame): void {
  const { run } = frame
  if (step.kind === 'literal') {
    if (run.step()) run.output.literal(step)
  } else if (step.kind === 'print') print(step, evaluate(step.value, frame), frame)
  else if (step.kind === 'partial') call(step, frame)
  else enter(step, evaluate(step.value, frame), frame)
}

function print(node: PrintNode, value: unknown, frame: Frame): void {
  const { run } = frame
  if (!run.step()) return
  const datum = run.datumOf(node.value)
  if (value instanceof Markdown) {
    const problem = uncleanness(value.text)?.problem
    if (problem) run.report('text-is-clean', node.place, `what “${node.expression}” prints ${problem}`, {}, node.value)
    run.output.markdown(
      node,
      value.parts.map((part) => (part.holder ? part : { ...part, ...datum })),
    )
    return
  }
  const text = printable(node, value, frame)
  if (run.step(run.output.length + text.length))
    run.output.value(node, escapeMarkdown(text), datum?.holder, datum?.path)
}

/** The text that a value prints. One that cannot be printed is reported, and shows as the words of the template. */
function printable(node: PrintNode, value: unknown, { run }: Frame): string {
  const asWritten = `{{${node.expression}}}`
  if (value === missing) return asWritten
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  if (typeof value !== 'string') {
    const isEmpty = value === undefined
    const what = `“${node.expression}”${whereabouts(run, node.value)}`
    const reason = isEmpty ? `${what} is empty, and would print nothing` : `${what} is ${kindOf(value)}, not a text`
    const [, own] = /^(?:@root\.)?pack\.(\w+)$/.exec(node.expression) ?? []
    const field = own?.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    const notes = isEmpty
      ? [...(field ? [`write “${field}” in the pack`] : []), `test it first: {{#if ${node.expression}}}…{{/if}}`]
      : []
    run.report('field-exists', node.place, reason, { notes }, node.value)
    return asWritten
  }
  const problem = uncleanness(value)?.problem
  if (problem === undefined) return value
  run.report('text-is-clean', node.place, `“${node.expression}” ${problem}`, {}, node.value)
  return asWritten
}

function enter(node: BlockNode, value: unknown, frame: Frame): void {
  if (value === missing) return
  if (node.kind === 'each') each(node, value, frame)
  else if (node.kind === 'with') within(node, value, frame)
  else execute(holds(value) === (node.kind === 'if') ? node.body : node.otherwise, frame)
}

function each(node: BlockNode, value: unknown, frame: Frame): void {
  const { run, root } = frame
  const entries = entriesOf(value)
  if (!entries) {
    run.report('field-exists', node.place, `#each needs a list, and “${node.expression}” is ${kindOf(value)}`)
    return
  }
  if (entries.length === 0) execute(node.otherwise, frame)
  entries.every(([key, item], index) => {
    const last = index === entries.length - 1
    const turn = { list: value as object, key, index, first: index === 0, last }
    const scope = named(node.body, [item, key], frame)
    execute(node.body, { run, root, context: item, outer: frame, loop: frame, scope, ...turn })
    return run.step()
  })
}

/** The turns of a loop over a list or a record of named things; none over nothing. */
function entriesOf(value: unknown): [string | number, unknown][] | undefined {
  if (value === undefined) return []
  if (Array.isArray(value)) return value.map((item, index) => [index, item])
  const isPlain = typeof value === 'object' && value !== null && !(value instanceof Markdown)
  return isPlain ? Object.entries(value) : undefined
}

function within(node: BlockNode, value: unknown, frame: Frame): void {
  if (value === undefined) execute(node.otherwise, frame)
  else if (typeof value === 'object' && !(value instanceof Markdown))
    execute(node.body, { ...frame, context: value, outer: frame, scope: named(node.body, [value], frame) })
  else {
    const reason = `#with needs a record, and “${node.expression}” is ${kindOf(value)}`
    frame.run.report('field-exists', node.place, reason)
  }
}

function named({ names }: Program, values: readonly unknown[], { scope }: Frame): Frame['scope'] {
  return names.reduce<Frame['scope']>((outer, name, index) => ({ name, value: values[index], outer }), scope)
}

function call(node: PartialNode, frame: Frame): void {
  const { run } = frame
  const context = node.value ? evaluate(node.value, frame) : frame.context
  const options = valuesOf(node.options, frame)
  if (!run.step() || context === missing || Object.values(options).includes(missing)) return
  const given = node.options.length > 0 ? run.extend(context, options) : context
  run.output.indented(node.indent, () => {
    execute(run.partial(node.name), { ...frame, context: given, outer: undefined, scope: undefined })
  })
}
