import type { Finding } from '../../core/index.ts'
import { companionsOf, type Pack } from '../../corpus/index.ts'
import { type Settled, settle } from '../../evidence/index.ts'
import { withoutCascading, withoutRepeats } from './cascade.ts'
import { ownRules } from './config.ts'
import type { Project } from './project.ts'

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
  const place = (path: readonly (string | number)[]) => project.corpus.place('pack', pack.id, path)
  const { findings, waived } = settle(own, pack, place, project.host.epoch, {
    rules: ownRules(config),
    plugins: Boolean(config.syntax ?? config.markdown ?? config.document),
  })
  return { findings: withoutRepeats(findings), waived }
}
