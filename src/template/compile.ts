import Handlebars from 'handlebars'
import { uncleanness } from '../corpus/clean.ts'
import type { Details, Log, Place } from '../log.ts'
import type { Helper } from './helpers/helper.ts'
import { tooDeep } from './nesting.ts'
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

/**
 * UTF-16 units; nested blocks and calls. More than a template that somebody reads has. Handlebars' time to compile one
 * template grows with the square of its length: about a second at this one.
 */
const LONGEST = 65_536
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
  if (source.length > LONGEST)
    refuse({ file }, `the template is longer than ${LONGEST} characters`, { notes: ['put parts of it into partials'] })
  if (unclean || source.length > LONGEST) return undefined
  const start = tooDeep(source, DEEPEST, environment)
  if (start) {
    refuse({ file, start }, `blocks or calls are nested more than ${DEEPEST} deep`)
    return undefined
  }
  try {
    return environment.parse(source)
  } catch (error) {
    const problem = parseProblem(error, source, environment)
    refuse({ file, start: problem.start }, problem.reason)
    return undefined
  }
}

const known = (environment: typeof Handlebars) =>
  Object.fromEntries(Object.keys(environment.helpers).map((name) => [name, true]))
