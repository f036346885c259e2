import { type Details, entryOf, type Log, localeOf, type Place, type RuleId } from '../../core/index.ts'
import type { Provenance } from '../../corpus/index.ts'
import type { Helper, HelperContext, Lookups } from './helpers/helper.ts'
import { type CallNode, type Expression, missing, type Program, type ReadNode } from './nodes.ts'
import { deepestKnown } from './origins.ts'
import { Output } from './output.ts'

/** What a section may cost, in counts and not in time, so that the same template stops at the same point everywhere. */
export interface Limits {
  /** Literals, values, helper calls, loop turns and partial calls. */
  readonly steps: number
  /** UTF-16 units of Markdown. */
  readonly characters: number
}

export const defaultLimits: Limits = { steps: 10_000_000, characters: 64_000_000 }

/** A datum that was read: the field `path` of `holder`. */
export interface Datum {
  readonly holder: object
  readonly path: readonly string[]
}

interface RunInput {
  readonly view: object
  readonly helpers: ReadonlyMap<string, Helper>
  readonly lookups: Lookups
  partial(name: string): Program
  readonly provenance: Provenance | undefined
  readonly limits: Limits
  readonly log: Log
  /** Whether something was wrong with the templates. */
  readonly isFaulty: boolean
  /** Where to say that a limit is passed. */
  readonly place: Place
}

/** What is in scope at a step. */
export interface Frame {
  readonly run: Run
  readonly root: unknown
  readonly context: unknown
  /** The frame outside of the innermost #each or #with; none at the top of a section or partial. */
  readonly outer?: Frame | undefined
  /** The frame that the innermost #each stands in, through partials too: `@../index`. */
  readonly loop?: Frame | undefined
  /** The names that blocks have given, the innermost first. */
  readonly scope?: Scope | undefined
  readonly list?: object | undefined
  readonly key?: string | number | undefined
  readonly index?: number | undefined
  readonly first?: boolean | undefined
  readonly last?: boolean | undefined
}

interface Scope {
  readonly name: string
  readonly value: unknown
  readonly outer: Scope | undefined
}

/** The state of one rendering of one section. */
export class Run {
  readonly output: Output
  /** The datum that each read gave last. */
  readonly data = new Map<ReadNode, Datum | undefined>()
  readonly #input: RunInput
  readonly #reported = new Set<string>()
  /** Contexts made by a partial's named arguments, with the context that they extend. */
  readonly #extended = new WeakMap<object, { readonly from: object; readonly added: object }>()
  #steps = 0
  #stopped = false
  #paths: WeakMap<object, string> | undefined

  constructor(input: RunInput) {
    this.#input = input
    this.output = new Output(localeOf(input.lookups.pack.language).cover.colon.split(':')[0])
  }

  /** Whether something was wrong. */
  get failed(): boolean {
    return this.#input.isFaulty || this.#stopped || this.#reported.size > 0
  }

  partial(name: string): Program {
    return this.#input.partial(name)
  }

  helper(name: string): Helper {
    return entryOf(this.#input.helpers, name)
  }

  /** Counts a step; false once a limit is passed: then nothing more is done. */
  step(length = this.output.length): boolean {
    if (this.#stopped) return false
    const { limits, place, log } = this.#input
    this.#steps += 1
    if (this.#steps <= limits.steps && length <= limits.characters) return true
    this.#stopped = true
    const what = this.#steps > limits.steps ? `${limits.steps} steps` : `${limits.characters} characters`
    log.report('template-is-valid', place, `the section does not end within ${what}`)
    return false
  }

  /**
   * Reports once a node, rule and record: of what a template says itself, and not of each record that it says it of. `node`
   * is what was read, where the fault may be the record's.
   */
  report(rule: RuleId, place: Place, reason: string, details: Details = {}, node?: Expression): void {
    const subject = this.#recordOf(node)
    const key = JSON.stringify([rule, place.file, place.start, subject])
    if (this.#reported.has(key)) return
    this.#reported.add(key)
    this.#input.log.report(rule, place, reason, subject === undefined ? details : { ...details, subject })
  }

  #recordOf(node: Expression | undefined): string | undefined {
    const datum = this.datumOf(node)
    const { provenance } = this.#input
    const origin = datum && provenance && deepestKnown(provenance, datum.holder, datum.path)?.origin
    return origin && `${origin.kind}:${origin.id}`
  }

  /** The datum that a value was read from, or that the first argument of its call was, those with a name last. */
  datumOf(node: Expression | undefined): Datum | undefined {
    if (node?.kind === 'call') {
      const given = [...node.values, ...node.options.map(([, value]) => value)]
      return this.datumOf(given.find(({ kind }) => kind !== 'constant'))
    }
    const datum = node?.kind === 'read' ? this.data.get(node) : undefined
    return datum && { ...datum, holder: this.holderOf(datum.holder, datum.path[0]) }
  }

  /** A field of the record that a row was made from, which the row itself does not have. */
  recordField(holder: object, field: string): { readonly value: unknown } | undefined {
    return this.#input.provenance?.fieldOf(this.holderOf(holder, field), field)
  }

  contextOf(node: CallNode): HelperContext {
    return {
      ...this.#input.lookups,
      refuse: (rule, reason, details) => {
        this.report(rule, node.place, reason, details, node)
        return missing
      },
    }
  }

  extend(from: unknown, added: Record<string, unknown>): object {
    const context = { ...(typeof from === 'object' && from !== null ? from : {}), ...added }
    if (typeof from === 'object' && from !== null) this.#extended.set(context, { from, added })
    return context
  }

  /** The object in the data that really holds a field that was read through `holder`. */
  holderOf(holder: object, field: string | undefined): object {
    const extended = this.#extended.get(holder)
    if (!extended || (field !== undefined && Object.hasOwn(extended.added, field))) return holder
    return this.holderOf(extended.from, field)
  }

  /** Names an object of the data for a reader: the record it is or is in, or its path in the view. */
  describe(object: object): string {
    const holder = this.holderOf(object, undefined)
    const origin = this.#input.provenance?.of(holder)
    if (origin) return `${origin.kind} “${origin.id}”${origin.path.length ? `, ${origin.path.join('.')}` : ''}`
    this.#paths ??= pathsOf(this.#input.view)
    const path = this.#paths.get(holder)
    return path === undefined ? 'this record' : path === '' ? 'the view' : `“${path}”`
  }
}

/** The path of every object in a view, e.g. `groups[2].actors`; the root's is empty. Made only when a problem needs a name. */
function pathsOf(view: object): WeakMap<object, string> {
  const paths = new WeakMap<object, string>([[view, '']])
  const queue: object[] = [view]
  // The queue grows while it is walked.
  for (const next of queue) {
    const path = entryOf(paths, next)
    for (const [key, value] of Object.entries(next)) {
      if (typeof value !== 'object' || value === null || paths.has(value)) continue
      paths.set(value, Array.isArray(next) ? `${path}[${key}]` : path ? `${path}.${key}` : key)
      queue.push(value)
    }
  }
  return paths
}
