import { readFile } from 'node:fs/promises'
import { type OpenCache, openCache } from '../cache/cache.ts'
import { remembered } from '../cache/run.ts'
import type { Host } from '../host.ts'
import type { Finding } from '../log.ts'
import type { World } from './command.ts'
import { printable } from './terminal.ts'

/** Runs a command's work, or gives what it gave before: the same result and the same files. */
export async function runCached<R extends { readonly findings: readonly Finding[] }>(
  { asked, host, world }: { asked: unknown; host: Host; world: World },
  action: { readonly name: string; readonly options: unknown },
  run: (host: Host, cache: OpenCache | undefined) => Promise<R>,
): Promise<R> {
  const tool = asked === false ? undefined : await toolDigest()
  if (tool === undefined) return run(host, undefined)
  const cache = openCache(host, tool, (message) => world.err(`briefpack: ${printable(message)}\n`))
  return remembered(cache, host, action, (watched) => run(watched, cache))
}

/** What tells this build of the tool, on this platform, from any other; `undefined` when it runs from its sources. */
async function toolDigest(): Promise<string | undefined> {
  const digest = await readFile(new URL('digest.txt', import.meta.url), 'utf8').catch(() => undefined)
  // Sorting and dates come from the platform's own tables.
  return digest && `${digest} ${process.platform} ${process.arch} ${process.version} ${process.versions.icu ?? ''}`
}
