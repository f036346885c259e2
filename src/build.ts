import { recordOfIssue, writeArtefacts } from './build/artefacts.ts'
import { type Composed, compose } from './build/compose.ts'
import { choosePacks, type OpenOptions, open, type Project } from './build/project.ts'
import type { Format } from './corpus/formats.ts'
import type { Pack } from './corpus/pack.ts'
import type { Host } from './host.ts'
import { lintCorpus } from './lint/index.ts'
import { settle } from './lint/settle.ts'
import { type Finding, Log } from './log.ts'
import { type RuleId, structural } from './rules.ts'

export interface CheckOptions extends OpenOptions {
  /** Packs by name; all when there is none. */
  readonly packs?: readonly string[] | undefined
  /** Warnings count as errors. */
  readonly strict?: boolean | undefined
}

export interface BuildOptions extends CheckOptions {
  /** Instead of those that each pack asks for. */
  readonly formats?: readonly Format[] | undefined
  /** The folder that the artefacts are written to. */
  readonly out?: string | undefined
  /** Records under this name what a pack said and on what it rested; with the pack's name where several are built. */
  readonly issue?: string | undefined
}

export interface CheckResult {
  /** In reading order, with the packs’ levels and waivers applied. */
  readonly findings: readonly Finding[]
  /** The files of the corpus that were read. */
  readonly files: readonly string[]
  readonly packs: readonly PackResult[]
}

export interface PackResult {
  readonly name: string
  /** No finding stands in its way. */
  readonly sound: boolean
  /** The files written, in the order of the formats; none when it is not sound. */
  readonly paths: readonly string[]
  readonly stats: Readonly<Record<string, number>>
}

/** Builds packs. One with errors writes nothing, so that its last good artefacts stay. */
export async function build(host: Host, options: BuildOptions = {}): Promise<CheckResult> {
  return forEachPack(host, options, async (project, pack, composed, isOnly) => {
    const { files, stats } = await writeArtefacts(project, composed, options.formats ?? pack.formats)
    const placed = new Map([...files].map(([path, bytes]) => [`${options.out ?? 'out'}/${path}`, bytes]))
    const { issue } = options
    if (issue !== undefined) placed.set(...recordOfIssue(isOnly ? issue : `${issue}-${pack.id}`, project, composed))
    await host.write(placed)
    return { paths: [...placed.keys()], stats }
  })
}

/** Finds what is wrong, as `build` would, and writes nothing. */
export async function check(host: Host, options: CheckOptions = {}): Promise<CheckResult> {
  return forEachPack(host, options, async () => ({ paths: [], stats: {} }))
}

type Finish = (
  project: Project,
  pack: Pack,
  composed: Composed,
  isOnly: boolean,
) => Promise<Omit<PackResult, 'name' | 'sound'>>

async function forEachPack(host: Host, options: CheckOptions, finish: Finish): Promise<CheckResult> {
  const log = new Log()
  const project = await open(host, log, options)
  lintCorpus(project, log)
  const chosen = choosePacks(project, options.packs ?? [], log)
  const settled = new Log()
  if (chosen.length === 0) for (const finding of log.findings) settled.add(finding)
  const packs: PackResult[] = []
  for (const pack of chosen) {
    const own = new Log()
    const composed = await compose(project, pack, own)
    const place = (path: readonly (string | number)[]) => project.corpus.place('pack', pack.id, path)
    const found = [...log.findings, ...own.findings].filter((it) => !isAfterEffect(it, project))
    const { findings } = settle(found, pack, place, host.epoch)
    for (const finding of findings) settled.add(finding)
    const sound = composed !== undefined && !findings.some((it) => it.fatal || options.strict)
    const done = sound ? await finish(project, pack, composed, chosen.length === 1) : { paths: [], stats: {} }
    packs.push({ name: pack.id, sound, ...done })
  }
  return { findings: settled.findings, files: [...project.corpus.digests.keys()], packs }
}

/** What is said of a record whose stand-ins are read in place of what is wrong in it, or of a corpus that lacks a file. */
function isAfterEffect({ ruleId, subject }: Finding, { corpus }: Project): boolean {
  if (structural.has(ruleId)) return false
  return corpus.lost.size > 0 ? !ofFiles.has(ruleId) : subject !== undefined && corpus.faulty.has(subject)
}

/** What is wrong in a file whatever the corpus holds. */
const ofFiles: ReadonlySet<RuleId> = new Set(['template-is-valid', 'field-exists'])
