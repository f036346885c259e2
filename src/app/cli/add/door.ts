import type { Host } from '../../../core/index.ts'
import type { World } from '../command.ts'

export type OpenedCorpus = Awaited<ReturnType<typeof import('../../pipeline/project.ts')['openCorpus']>>

/** What is brought in at a door: one file, with what the person asked for. */
export interface Brought {
  readonly host: Host
  readonly corpus: OpenedCorpus
  readonly path: string
  readonly bytes: Uint8Array
  readonly args: Readonly<Record<string, unknown>>
  readonly world: World
  readonly dry: boolean
}
