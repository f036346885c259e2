import type { Pack } from '../corpus/pack.ts'
import { type Settled, settle } from '../lint/index.ts'
import type { Finding } from '../log.ts'
import { withoutCascading, withoutRepeats } from './cascade.ts'
import { ownRules } from './config.ts'
import type { Project } from './project.ts'

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
