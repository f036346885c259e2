import { type Details, didYouMean, type RuleId } from '../../../core/index.ts'
import type { Corpus, Pack, RecordKind } from '../../../corpus/index.ts'
import { Markdown } from '../markdown.ts'
import { missing } from '../nodes.ts'

/** What helpers may look up. */
export interface Lookups {
  readonly corpus: Corpus
  /** The pack's language and scale of likelihood, and its own words. */
  readonly pack: Pick<Pack, 'language' | 'scale' | 'words'> &
    Partial<Pick<Pack, 'transliteration'>> & { readonly style?: string }
  /** The sections that have a template, and those of them that the pack, or it and its companions, print. */
  readonly sections?:
    | { readonly known: readonly string[]; readonly own: readonly string[]; readonly printed: readonly string[] }
    | undefined
}

export interface HelperContext extends Lookups {
  /** Reports that the call cannot give what is asked, at the call; give back what this gives. */
  refuse(rule: RuleId, reason: string, details?: Details): symbol
}

/** Reports an id that names no record. Where a file or an id of that kind could not be read, it may be that one: nothing is said. */
export function unknownRecord(kind: RecordKind, id: string, known: Iterable<string>, context: HelperContext): symbol {
  if (context.corpus.lost.has(kind) || context.corpus.nameless.has(kind)) return missing
  return context.refuse('reference-resolves', `“${id}” names no ${kind}`, { notes: didYouMean(id, known), actual: id })
}

/** An argument of a helper. */
export interface Parameter<T = unknown> {
  readonly name: string
  /** What is expected, for messages, e.g. `a text`. */
  readonly expects: string
  accepts(value: unknown): value is T
  /** The value may be a field that the record kind has and this record lacks. */
  readonly optional?: boolean
  /** The argument may be left out; it is then one of the last. */
  readonly omissible?: boolean
}

type Values<P extends readonly Parameter[]> = {
  [K in keyof P]: P[K] extends Parameter<infer T> ? Value<P[K], T> : never
}
type Value<P extends Parameter, T> = P['omissible'] extends true ? T | undefined : T
type Options<O extends Readonly<Record<string, Parameter>>> = {
  readonly [K in keyof O]?: O[K] extends Parameter<infer T> ? T : never
}

interface Example {
  readonly template: string
  /** What the template prints with the example corpus of the tests. */
  readonly gives: string
}

export interface Helper {
  readonly name: string
  readonly family: string
  /** One sentence: what it gives. */
  readonly summary: string
  readonly example: Example
  readonly takes: readonly Parameter[]
  /** What any further arguments are. */
  readonly rest?: Parameter | undefined
  /** How many arguments there must be at least. */
  readonly least: number
  /** Arguments that have a name. */
  readonly options: Readonly<Record<string, Parameter>>
  /** Named arguments that are not in `options` are passed on: what they mean is known elsewhere. */
  readonly open?: boolean | undefined
  /** With a single argument, nothing may follow on the line: it is said of the whole heading or caption. */
  readonly endsLine?: boolean | undefined
  run(values: readonly unknown[], options: Readonly<Record<string, unknown>>, context: HelperContext): unknown
}

interface Spec<P extends readonly Parameter[], O extends Readonly<Record<string, Parameter>>, R> {
  readonly name: string
  readonly summary: string
  readonly example: Example
  readonly takes?: P
  readonly rest?: Parameter<R>
  readonly least?: number
  readonly options?: O
  readonly open?: boolean
  readonly endsLine?: boolean
  run(values: [...Values<P>, ...R[]], options: Options<O>, context: HelperContext): unknown
}

/** A helper whose `run` sees its arguments as the types that its parameters check. */
export function helper<
  const P extends readonly Parameter[] = readonly [],
  const O extends Readonly<Record<string, Parameter>> = Readonly<Record<string, never>>,
  R = never,
>(family: string, spec: Spec<P, O, R>): Helper {
  const takes = spec.takes ?? []
  return {
    ...spec,
    family,
    takes,
    options: spec.options ?? {},
    least: spec.least ?? takes.filter((it) => !it.omissible).length,
    // The caller checks every value against the parameters first.
    run: spec.run as unknown as Helper['run'],
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isNumber = (value: unknown): value is number => Number.isFinite(value)
const isWhole = (value: unknown): value is number => Number.isInteger(value)
const isFlag = (value: unknown): value is boolean => typeof value === 'boolean'
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)
const isAnything = (_value: unknown): _value is unknown => true
export const isInline = (value: unknown): value is Markdown | string | number =>
  isText(value) || isNumber(value) || value instanceof Markdown
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Markdown)

export const text = (name: string) => ({ name, expects: 'a text', accepts: isText }) as const
export const number = (name: string) => ({ name, expects: 'a number', accepts: isNumber }) as const
export const whole = (name: string) => ({ name, expects: 'a whole number', accepts: isWhole }) as const
export const flag = (name: string) => ({ name, expects: 'true or false', accepts: isFlag }) as const
export const list = (name: string) => ({ name, expects: 'a list', accepts: isList }) as const
export const words = (name: string) => ({ name, expects: 'a text, a number or Markdown', accepts: isInline }) as const
/** The same parameter, which may be left out. */
export const omissible = <T extends Parameter>(parameter: T) => ({ ...parameter, omissible: true }) as const
/** May be a field that is there but empty. */
export const anything = (name: string) => ({ name, expects: 'anything', accepts: isAnything, optional: true }) as const
