import Handlebars from 'handlebars'
import { uncleanness } from '../corpus/clean.ts'
import type { Details, Log, Place } from '../log.ts'
import type { Helper } from './helpers/helper.ts'
import type { Node } from './nodes.ts'
import { parseProblem } from './parse-problem.ts'
import { rewrite } from './rewrite.ts'
import { type CallPartial, stepsOf } from './steps.ts'

/** A template that is ready to run, and the partials that it calls. `execute` prints through the frame's run. */
export interface Compiled {
  readonly calls: readonly { readonly name: string; readonly place: Place }[]
  execute(context: unknown, frame: unknown): void
}

/** An environment of our own: no helper, partial or decorator of Handlebars' is in it. */
export function environmentOf(callPartial: CallPartial): typeof Handlebars {
  const environment = Handlebars.create()
  const closed = { helpers: stepsOf(callPartial), partials: Object.create(null), decorators: Object.create(null) }
  return Object.assign(environment, closed)
}

/** UTF-16 units; nested blocks and calls. More than any template of ours needs, and quick to refuse. */
const LONGEST = 500_000
const DEEPEST = 100

/** Compiles one template; `undefined` when something is wrong with it, and all of that is reported. */
export function compile(
  environment: typeof Handlebars,
  helpers: ReadonlyMap<string, Helper>,
  nodes: Node[],
  file: string,
  source: string,
  log: Log,
): Compiled | undefined {
  let isSound = true
  const refuse = (place: Place, reason: string, details?: Details) => {
    isSound = false
    log.report('template-is-valid', place, reason, details)
  }
  const program = parse(environment, file, source.replace(/\r\n?/g, '\n'), refuse)
  if (!program) return undefined
  const calls: { name: string; place: Place }[] = []
  const rewritten = rewrite(program, { file, helpers, nodes, calls, refuse })
  if (!isSound) return undefined
  const options = { knownHelpers: known(environment), knownHelpersOnly: true, noEscape: true, data: true }
  const template = environment.compile(rewritten, options as unknown as CompileOptions)
  return { calls, execute: (context, frame) => void template(context, { data: frame }) }
}

function parse(
  environment: typeof Handlebars,
  file: string,
  source: string,
  refuse: (place: Place, reason: string, details?: Details) => void,
): hbs.AST.Program | undefined {
  const unclean = uncleanness(source)
  if (unclean) refuse({ file }, `the template ${unclean}`)
  if (source.length > LONGEST) refuse({ file }, `the template is longer than ${LONGEST} characters`)
  if (unclean || source.length > LONGEST) return undefined
  let program: hbs.AST.Program
  try {
    program = environment.parseWithoutProcessing(source)
  } catch (error) {
    const { start, reason } = parseProblem(error, source, environment)
    refuse({ file, start }, reason)
    return undefined
  }
  const tooDeep = deepest(program)
  if (tooDeep) {
    const { line, column } = tooDeep.loc.start
    refuse({ file, start: { line, column: column + 1 } }, `blocks or calls are nested more than ${DEEPEST} deep`)
    return undefined
  }
  // A second parse of what is parsed only applies the white-space control.
  return environment.parse(program as unknown as string)
}

/** The first node that is nested too deep. Walks without recursion, for the sake of templates that would exhaust the stack. */
function deepest(program: hbs.AST.Program): hbs.AST.Node | undefined {
  const stack: [unknown, number][] = [[program, 0]]
  for (let next = stack.pop(); next; next = stack.pop()) {
    const [value, depth] = next
    if (typeof value !== 'object' || value === null) continue
    const isNode = 'type' in value
    // A block holds a program, so one level of blocks is two nodes.
    if (isNode && depth > 2 * DEEPEST) return value as hbs.AST.Node
    for (const child of Object.values(value)) stack.push([child, depth + (isNode ? 1 : 0)])
  }
  return undefined
}

const known = (environment: typeof Handlebars) =>
  Object.fromEntries(Object.keys(environment.helpers).map((name) => [name, true]))
