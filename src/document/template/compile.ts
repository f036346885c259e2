import Handlebars from 'handlebars'
import { type Details, type Log, lastOf, type Place } from '../../core/index.ts'
import { uncleanness } from '../../corpus/index.ts'
import type { Helper } from './helpers/helper.ts'
import { tooDeep } from './nesting.ts'
import type { Program } from './nodes.ts'
import { parseProblem } from './parse-problem.ts'
import { translate } from './translate.ts'

/** A template that is ready to run, and the partials that it calls. */
export interface Compiled {
  /** Nothing was wrong with it, or with a partial of it. */
  readonly isSound: boolean
  readonly program: Program
  readonly calls: readonly { readonly name: string; readonly place: Place }[]
}

/** UTF-16 units; nested blocks and calls. More than a template that somebody reads has. */
const LONGEST = 1_048_576
const DEEPEST = 100

/** A comment in dashes that does not need them: Handlebars’ lexer copies all that comes after one, and takes seconds for thousands. */
const dashed = /\{\{(~?)!--((?:(?!\}\}|--)[\s\S])*)--(~?)\}\}/g

/** Compiles one template; `undefined` when it cannot be read. What is wrong is reported, and left out of the program. */
export function compile(
  helpers: ReadonlyMap<string, Helper>,
  file: string,
  source: string,
  log: Log,
): Compiled | undefined {
  let isSound = true
  const refuse = (place: Place, reason: string, details?: Details) => {
    isSound = false
    log.report('template-is-valid', place, reason, details)
  }
  const parsed = parse(file, source.replace(/\r\n?/g, '\n'), refuse)
  if (!parsed) return undefined
  const calls: { name: string; place: Place }[] = []
  const program = translate(parsed, { file, helpers, calls, refuse })
  return { isSound, program, calls }
}

function parse(
  file: string,
  source: string,
  refuse: (place: Place, reason: string, details?: Details) => void,
): hbs.AST.Program | undefined {
  const unclean = uncleanness(source)
  if (unclean) {
    const lines = source.slice(0, unclean.at).split('\n')
    const start = { line: lines.length, column: lastOf(lines).length + 1 }
    refuse({ file, start }, `the template ${unclean.problem}`, {
      notes: ['it cannot be seen: write what stands round it anew'],
    })
  }
  if (source.length > LONGEST)
    refuse({ file }, `the template is longer than ${LONGEST} characters`, { notes: ['put parts of it into partials'] })
  if (unclean || source.length > LONGEST) return undefined
  const start = tooDeep(source, DEEPEST)
  if (start) {
    refuse({ file, start }, `blocks or calls are nested more than ${DEEPEST} deep`)
    return undefined
  }
  try {
    return Handlebars.parse(source.replace(dashed, '{{$1!  $2  $3}}'))
  } catch (error) {
    const problem = parseProblem(error, source)
    refuse({ file, start: problem.start }, problem.reason)
    return undefined
  }
}
