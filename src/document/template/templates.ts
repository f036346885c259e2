import { didYouMean, type Host, itemAt, Log, readTexts, rememberedBy } from '../../core/index.ts'
import { type Compiled, compile } from './compile.ts'
import type { Helper } from './helpers/helper.ts'
import { type OwnHelper, withOwnHelpers } from './helpers/own.ts'
import type { Program } from './nodes.ts'
import { nothing } from './translate.ts'

const FOLDER = 'templates/'
const PARTIALS = 'templates/partials/'
const ENDING = '.md.hbs'

/** Partials inside partials: more than any template of ours needs. */
const DEEPEST = 50

type Call = Compiled['calls'][number]

interface Visit {
  readonly log: Log
  readonly failed: Set<string>
  readonly done: Set<string>
}

/** The path of a section's template, e.g. `templates/actors.md.hbs`. */
export const sectionFile = (section: string) => `${FOLDER}${section}${ENDING}`
const partialFile = (name: string) => `${PARTIALS}${name}${ENDING}`

/** What they all can call where a project has no helpers of its own. */
const ours = withOwnHelpers()

const compileWithOurs = rememberedBy(
  (file: string, source: string) => {
    const log = new Log()
    return { compiled: compile(ours, file, source, log), findings: log.findings }
  },
  (...of) => of.join('\n'),
)

/** The templates of a project: the text of each by its path, compiled when it is first needed, and once. */
export class Templates {
  /** What templates can call, by name. */
  readonly helpers: ReadonlyMap<string, Helper>
  readonly #files: ReadonlyMap<string, string>
  readonly #unread: ReadonlySet<string>
  readonly #compiled = new Map<string, Compiled>()
  /** Partials that are not there, or call themselves. */
  readonly #lost = new Set<string>()
  /** What was wrong was told to this log; another log is told again. */
  readonly #failed = new WeakMap<Log, Set<string>>()
  /** `unread` are files that are there and could not be read, which is reported: they are not missing as well. */
  constructor(files: ReadonlyMap<string, string>, unread: ReadonlySet<string> = new Set(), helpers = ours) {
    this.helpers = helpers
    this.#files = files
    this.#unread = unread
  }

  /** The names of the sections that have a template. */
  get sections(): string[] {
    return namesIn(this.#files.keys(), FOLDER).filter((name) => !name.includes('/'))
  }

  /** The ids that the templates give as they are written, whether they print them or not. */
  get anchors(): ReadonlySet<string> {
    const written = [...this.#files.values()].flatMap((text) => [...text.matchAll(/\banchor\s+"([^"{}]+)"/g)])
    return new Set(written.map((match) => itemAt(match, 1)))
  }

  /** The words that the templates give to `t`. */
  get words(): ReadonlySet<string> {
    return new Set(
      [...this.#files.values()].flatMap((text) => [...text.matchAll(/\bt "([^"]+)"/g)].map((it) => itemAt(it, 1))),
    )
  }

  /** Whether the section has a template. */
  has(section: string): boolean {
    return this.#files.has(sectionFile(section)) || this.#unread.has(sectionFile(section))
  }

  /** The section's template with every partial it calls; `undefined` when it cannot be read. What is wrong is reported. */
  section(section: string, log: Log): Compiled | undefined {
    const failed = this.#failed.get(log) ?? new Set<string>()
    this.#failed.set(log, failed)
    const file = sectionFile(section)
    this.#complete(file, [], { log, failed, done: new Set() })
    const compiled = this.#compiled.get(file)
    return compiled && { ...compiled, isSound: !failed.has(file) }
  }

  /** A partial that a section calls: it was compiled with the section. One that cannot run prints nothing. */
  partial(name: string): Program {
    const file = partialFile(name)
    return this.#lost.has(file) ? nothing : (this.#compiled.get(file)?.program ?? nothing)
  }

  /** Compiles a template and what it calls, each file once; those that are not right, or call such, are noted as failed. */
  #complete(file: string, callers: readonly string[], visit: Visit): void {
    const { failed, done } = visit
    if (done.has(file) || failed.has(file)) return
    const known = this.#compiled.get(file)
    const compiled = known?.isSound ? known : this.#compile(file, visit.log)
    if (compiled) for (const call of compiled.calls) this.#follow(call, [...callers, file], visit)
    if (!compiled?.isSound || compiled.calls.some(({ name }) => failed.has(partialFile(name)))) failed.add(file)
    done.add(file)
  }

  #follow({ name, place }: Call, chain: readonly string[], visit: Visit): void {
    const { log, failed } = visit
    const called = partialFile(name)
    const lose = () => {
      failed.add(called)
      this.#lost.add(called)
    }
    if (this.#unread.has(called)) lose()
    else if (!this.#files.has(called)) {
      const known = namesIn(this.#files.keys(), PARTIALS)
      log.report('template-is-valid', place, `there is no partial “${name}”`, {
        notes: [...didYouMean(name, known), `a partial is a file ${partialFile('<name>')}`],
      })
      lose()
    } else if (chain.includes(called)) {
      log.report('template-is-valid', place, `the partial “${name}” calls itself`, {
        notes: [`through ${[...chain.slice(chain.indexOf(called)), called].join(' → ')}`],
      })
      lose()
    } else if (chain.length > DEEPEST) {
      log.report('template-is-valid', place, `partials call partials more than ${DEEPEST} deep`)
      lose()
    } else this.#complete(called, chain, visit)
  }

  #compile(file: string, log: Log): Compiled | undefined {
    const source = this.#files.get(file)
    if (source === undefined) return undefined
    const compiled = this.#compileSource(file, source, log)
    if (compiled) this.#compiled.set(file, compiled)
    return compiled
  }

  #compileSource(file: string, source: string, log: Log): Compiled | undefined {
    if (this.helpers !== ours) return compile(this.helpers, file, source, log)
    const { compiled, findings } = compileWithOurs(file, source)
    for (const finding of findings) log.add(finding)
    return compiled
  }
}

/** Reads every template of the project. One that is not text, or lies outside, is reported and left out. */
export async function readTemplates(
  host: Host,
  log: Log,
  own?: Readonly<Record<string, OwnHelper>>,
): Promise<Templates> {
  const files = new Map<string, string>()
  const unread = new Set<string>()
  const names = (await host.list(FOLDER.slice(0, -1))).filter((name) => name.endsWith(ENDING))
  for (const { path, text, findings } of await readTexts(
    host,
    names.map((name) => FOLDER + name),
  )) {
    for (const finding of findings) log.add(finding)
    if (text !== undefined) files.set(path, text)
    else unread.add(path)
  }
  return new Templates(files, unread, own && withOwnHelpers(own))
}

function namesIn(paths: Iterable<string>, folder: string): string[] {
  const inside = [...paths].filter((path) => path.startsWith(folder) && path.endsWith(ENDING))
  return inside.map((path) => path.slice(folder.length, -ENDING.length))
}
