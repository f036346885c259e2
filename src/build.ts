import { recordOfIssue, writeArtefacts } from './app/pipeline/artefacts.ts'
import { type Checked, checkedOf, isClear } from './app/pipeline/checked.ts'
import { compose, inspect } from './app/pipeline/compose.ts'
import { ownRules } from './app/pipeline/config.ts'
import { choosePacks, type OpenOptions, open, type Project } from './app/pipeline/project.ts'
import { concerning, idleInAll, isOverErrorLimit, settlePack } from './app/pipeline/settle-pack.ts'
import { type WaivedFinding, waivedFindings } from './app/pipeline/waived.ts'
import { type Finding, type Host, itemAt, Log } from './core/index.ts'
import type { Pack } from './corpus/index.ts'
import { issueOf, type LookedUp, lintCorpus, type Waived } from './evidence/index.ts'

export interface CheckOptions extends OpenOptions {
  /** Packs by name; all when there is none. */
  readonly packs?: readonly string[] | undefined
  /** Warnings count as errors, and so does what could not be checked. */
  readonly strict?: boolean | undefined
}

export interface BuildOptions extends CheckOptions {
  /** The folder that the artefacts are written to. */
  readonly out?: string | undefined
  /** Records under this name what a pack said and on what it rested; with the pack's name where several are built. */
  readonly issue?: string | undefined
  /** Leaves the page numbers out of the contents of Word files, for which the PDF is laid out too. */
  readonly unpaged?: boolean | undefined
}

export interface CheckResult {
  /** In reading order, with the packs’ levels and waivers applied. */
  readonly findings: readonly Finding[]
  /** What waivers let pass: not counted, and not kept quiet either. */
  readonly waived: readonly WaivedFinding[]
  /** The files of the corpus that were read. */
  readonly files: readonly string[]
  readonly packs: readonly PackResult[]
  readonly checked: Checked
}

export interface PackResult {
  readonly name: string
  /** No finding stands in its way, or it is a draft that can be composed. */
  readonly sound: boolean
  /** The files written, in the order of the formats; none when it is not sound. */
  readonly paths: readonly string[]
  readonly stats: Readonly<Record<string, number>>
}

type Done = Promise<Pick<PackResult, 'paths' | 'stats'>>
const nothing = { paths: [], stats: {} }

/** Builds packs. One with errors writes nothing, so that its last good artefacts stay; a draft has a name of its own, and tells them. */
export async function build(host: Host, options: BuildOptions = {}): Promise<CheckResult> {
  return forEachPack(host, options, compose, async (project, pack, composed, findings, isOnly) => {
    const { files, stats } = await writeArtefacts(project, composed, findings, project.formats ?? pack.formats, options)
    const placed = new Map([...files].map(([path, bytes]) => [`${options.out ?? 'out'}/${path}`, bytes]))
    const { issue } = options
    if (issue !== undefined) placed.set(...recordOfIssue(isOnly ? issue : issueOf(issue, pack.id), project, composed))
    await host.write(placed)
    return { paths: [...placed.keys()], stats }
  })
}

/** Finds what is wrong, as `build` would, and writes nothing. */
export async function check(host: Host, options: CheckOptions = {}): Promise<CheckResult> {
  return forEachPack(host, options, inspect, async () => nothing)
}

async function forEachPack<Ready extends { readonly quotations: readonly LookedUp[] } | undefined>(
  host: Host,
  options: CheckOptions,
  prepare: (project: Project, pack: Pack, log: Log) => Promise<Ready>,
  finish: (project: Project, pack: Pack, ready: NonNullable<Ready>, found: readonly Finding[], isOnly: boolean) => Done,
): Promise<CheckResult> {
  const [log, settled] = [new Log(), new Log()]
  const project = await open(host, log, options)
  const quotations = [lintCorpus({ ...project, own: ownRules(project.config) }, log)]
  const chosen = choosePacks(project, options.packs ?? [], log)
  if (chosen.length === 0) for (const finding of log.findings) settled.add(finding)
  const [packs, waived, idle]: [PackResult[], Waived[], Finding[]] = [[], [], []]
  for (const pack of chosen) {
    const own = new Log()
    const ready = isOverErrorLimit(project, pack, own) ? undefined : await prepare(project, pack, own)
    if (ready) quotations.push(ready.quotations)
    const { findings, ...settling } = settlePack([...log.findings, ...own.findings], project, pack)
    for (const finding of findings) settled.add(finding)
    waived.push(...settling.waived)
    idle.push(...settling.idle)
    const sound =
      ready !== undefined &&
      isClear(project, concerning(findings, project, pack), [...itemAt(quotations, 0), ...ready.quotations], options)
    const done = sound ? await finish(project, pack, ready, findings, chosen.length === 1) : nothing
    packs.push({ name: pack.id, sound, ...done })
  }
  for (const finding of idleInAll(idle, project)) settled.add(finding)
  const checked = checkedOf(project, quotations.flat())
  const files = [...project.corpus.digests.keys()]
  return { findings: settled.findings, waived: waivedFindings(waived, settled.findings), files, packs, checked }
}
