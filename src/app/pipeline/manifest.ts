import { encode, version } from '../../core/index.ts'
import type { Project } from './project.ts'

/** What a pack was made from: enough to tell, years later, whether an edition rests on the same evidence. */
export interface Manifest {
  readonly schema: 'briefpack.manifest/1'
  readonly tool: string
  readonly pack: string
  /** The SHA-256 of each corpus file, by path. */
  readonly inputs: Readonly<Record<string, string>>
  /** The SHA-256 of each source’s normalised text, where it was at hand or locked. */
  readonly texts: Readonly<Record<string, string>>
}

/** The manifest as it travels in the files; its digest stands in the imprint. */
export const manifestFile = (project: Project, pack: string): Uint8Array =>
  encode(`${JSON.stringify(manifestOf(project, pack), null, 2)}\n`)

function manifestOf({ corpus, evidence }: Project, pack: string): Manifest {
  const texts = [...corpus.sources.values()].flatMap(({ id, text }) => {
    const digest = evidence.digests.get(id) ?? evidence.lock?.sources[id]?.text ?? text?.sha256
    return digest === undefined ? [] : [[id, digest] as const]
  })
  return {
    schema: 'briefpack.manifest/1',
    tool: `briefpack ${version}`,
    pack,
    inputs: Object.fromEntries(corpus.digests),
    texts: Object.fromEntries(texts),
  }
}
