import { type Finding, Log } from '../../core/index.ts'
import { companionsOf, type Pack } from '../../corpus/index.ts'
import { type Settled, settle } from '../../evidence/index.ts'
import { withoutCascading, withoutRepeats } from './cascade.ts'
import { ownRules } from './config.ts'
import type { Project } from './project.ts'
import { recordAt } from './record-at.ts'

/** The findings that stand in the way of a pack: not those of the files of packs that it takes nothing from. */
export function concerning(findings: readonly Finding[], { corpus }: Project, pack: Pack): readonly Finding[] {
  const packs = [pack, ...companionsOf(pack, corpus.packs)]
  const ids = packs.flatMap(({ id, companion = id }) => [...corpus.chain(id), companion])
  const files = new Set(ids.map((id) => `corpus/packs/${id}.yaml`))
  return findings.filter(({ file }) => !file.startsWith('corpus/packs/') || files.has(file))
}

/** The findings of a pack and its corpus, each fault once: levels and waivers applied, and what follows from a fault left out. */
export function settlePack(found: readonly Finding[], project: Project, pack: Pack): Settled {
  const own = withoutCascading(found, project)
  const { config } = project
  const place: Parameters<typeof settle>[2] = (...at) => project.corpus.place('pack', pack.id, ...at)
  const rules = { rules: ownRules(config), plugins: Boolean(config.syntax ?? config.markdown ?? config.document) }
  const recordOf = ({ file, line }: Finding) => (line === undefined ? undefined : recordAt(project.corpus, file, line))
  const { findings, waived, idle } = settle(own, pack, place, project.host.epoch, rules, recordOf)
  const [shared, alone] = [true, false].map((is) => idle.filter((it) => sharing(it, project).length > 1 === is))
  const log = new Log()
  for (const finding of [...findings, ...alone!]) log.add(finding)
  return { findings: withoutRepeats(log.findings), waived, idle: shared! }
}

/** What none of the packs that share a waiver has a use for; where some of them were not looked at nobody knows. */
export function idleInAll(idle: readonly Finding[], project: Project): readonly Finding[] {
  const placeOf = ({ file, line, column }: Finding) => `${file}:${line}:${column}`
  const byPlace = new Map(idle.map((it) => [placeOf(it), it]))
  return [...byPlace].flatMap(([place, finding]) =>
    idle.filter((it) => placeOf(it) === place).length === sharing(finding, project).length ? [finding] : [],
  )
}

/** The packs that take something from a file of the folder of packs. */
const sharing = ({ file }: Finding, { corpus }: Project): readonly string[] =>
  [...corpus.packs.values()].flatMap(({ id, deprecated }) =>
    !deprecated && corpus.chain(id).some((it) => `corpus/packs/${it}.yaml` === file) ? [id] : [],
  )
