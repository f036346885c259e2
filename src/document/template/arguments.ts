import { must, nearest } from '../../core/index.ts'
import type { Helper, Parameter } from './helpers/helper.ts'
import { kindOf } from './read.ts'

/** What is wrong with how a template calls a helper, as far as its text shows; `undefined` when nothing is. */
export function checkCall(helper: Helper, call: Pick<hbs.AST.SubExpression, 'params' | 'hash'>): string | undefined {
  const count = call.params.length
  const most = helper.rest ? Number.POSITIVE_INFINITY : helper.takes.length
  if (count < helper.least || count > most) {
    return `${helper.name} takes ${arity(helper)}, and has ${count}`
  }
  const unknown = (call.hash?.pairs ?? []).find((pair) => !helper.open && !Object.hasOwn(helper.options, pair.key))
  if (!unknown) return undefined
  const names = Object.keys(helper.options)
  const close = nearest(unknown.key, names)
  const known = names.length === 0 ? 'it has none' : `it has ${names.join(', ')}`
  return `${helper.name} has no argument named “${unknown.key}”: ${close ? `did you mean “${close}”?` : known}`
}

/** The parameter of an argument by its position. */
export function parameterAt(helper: Helper, index: number): Parameter {
  return must(helper.takes[index] ?? helper.rest)
}

/** What is wrong with a value for a parameter, or `undefined`. */
export function checkValue(helper: Helper, parameter: Parameter, value: unknown): string | undefined {
  if (parameter.accepts(value)) return undefined
  return `${helper.name} needs ${parameter.expects} as its ${parameter.name}, and has ${quoted(value)}`
}

function quoted(value: unknown): string {
  if (typeof value === 'string') return `“${value.length > 60 ? `${value.slice(0, 60)}…` : value}”`
  return typeof value === 'number' ? String(value) : kindOf(value)
}

function arity(helper: Helper): string {
  const { least, takes } = helper
  if (helper.rest) return least === 0 ? 'any number of arguments' : `${least} or more arguments`
  const some = least === takes.length ? `${least}` : `${least} to ${takes.length}`
  return `${some} argument${takes.length === 1 ? '' : 's'} (${takes.map((it) => it.name).join(', ')})`
}
