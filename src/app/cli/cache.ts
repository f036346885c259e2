import { readFile } from 'node:fs/promises'
import type { Finding, Host } from '../../core/index.ts'
import { type Action, type Answered, type OpenCache, openCache, remembered } from '../cache/index.ts'
import type { World } from './command.ts'
import { printable } from './terminal.ts'

/** Runs a command's work, or gives what it gave before: the same result and the same files. */
export async function runCached<R extends { readonly findings: readonly Finding[] }>(
  { asked, host, world }: { asked: unknown; host: Host; world: World },
  action: { readonly name: string; readonly options: unknown },
  run: (host: Host, cache: OpenCache | undefined) => Promise<R>,
  answered?: Answered<R>,
): Promise<R> {
  const cache = asked === false ? undefined : await cacheOf(host, world)
  if (cache === undefined) return run(host, undefined)
  return remembered(cache, host, action, (watched) => run(watched, cache), answered)
}

/** What a check is asked, as the cache knows it: a build answers it too. */
export function checkAction({ packs, texts }: { readonly packs: readonly string[]; readonly texts: string }): Action {
  return { name: 'check', options: { packs, texts } }
}

/** What earlier runs made of a project. A command that only looks reads from it, and writes nothing to it. */
export async function cacheOf(host: Host, world: World): Promise<OpenCache | undefined> {
  const tool = await toolDigest()
  const { digest } = await world.ownCode()
  return tool === undefined
    ? undefined
    : openCache(host, `${tool} ${digest}`, (message) => world.err(`briefpack: ${printable(message)}\n`))
}

/** What tells this build of the tool, on this platform, from any other; `undefined` when it runs from its sources. */
async function toolDigest(): Promise<string | undefined> {
  const digest = await readFile(new URL('digest.txt', import.meta.url), 'utf8').catch(() => undefined)
  // Sorting and dates come from the platform's own tables.
  return digest && `${digest} ${process.platform} ${process.arch} ${process.version} ${process.versions.icu ?? ''}`
}
