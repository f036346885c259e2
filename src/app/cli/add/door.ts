import type { Host } from '../../../core/index.ts'
import type { World } from '../command.ts'

export type OpenedCorpus = Awaited<ReturnType<typeof import('../../pipeline/project.ts')['openCorpus']>>

/** What is brought in at a door: one file, with what the person asked for. */
export interface Brought {
  readonly host: Host
  readonly corpus: OpenedCorpus
  readonly path: string
  readonly bytes: Uint8Array
  /** The label of its encoding, where the person names it. */
  readonly encoding: string | undefined
  readonly args: Readonly<Record<string, unknown>>
  /** The source that it is of, and the folder of the texts. */
  readonly source: string | undefined
  readonly texts: string
  readonly world: World
  readonly dry: boolean
}

/** Says what became of it, or would. */
export function sayDone({ world, dry }: Pick<Brought, 'world' | 'dry'>, said: string): void {
  if (!world.quiet) world.err(`${dry ? 'would be: ' : '✔ '}${said}\n`)
}
