import { Log } from '../../core/index.ts'
import { lintCorpus, type QuotedFrom } from '../../evidence/index.ts'
import { inspect } from './compose.ts'
import { choosePacks, type Project } from './project.ts'

/** The quotations that are found in the texts of a project, in its records and in what its packs print. */
export async function quotedIn(project: Project): Promise<readonly QuotedFrom[]> {
  const found = [...lintCorpus(project, new Log())]
  for (const pack of choosePacks(project, [], new Log()))
    found.push(...((await inspect(project, pack, new Log()))?.quotations ?? []))
  return found.flatMap(({ result, at }) => (result === 'found' ? at : []))
}
