import { realpathSync } from 'node:fs'
import { encode, type Host, isRecord, readText, sha256 } from '../../core/index.ts'
import type { World } from './command.ts'
import { interrupted, settled } from './replace.ts'
import { printable } from './terminal.ts'

/** What `build` wrote, so that files of packs that are no more can be told from anybody else's: digests by path. */
type Written = Readonly<Record<string, { readonly pack: string; readonly sha256: string }>>

const record = '.briefpack/written.json'
/** Stands for a pack where `export` wrote a file. */
export const registers = 'registers'

/** What was recorded; nothing where the record is missing or damaged, and then no file is ours to remove. */
async function readWritten(host: Host): Promise<Written> {
  try {
    const data: unknown = JSON.parse((await readText(host, record)) ?? '{}')
    const isEntry = (it: unknown): it is Written[string] => isRecord(it) && 'pack' in it && 'sha256' in it
    return Object.fromEntries(
      Object.entries(isRecord(data) ? data : {}).flatMap(([path, it]) => (isEntry(it) ? [[path, it]] : [])),
    )
  } catch {
    return {}
  }
}

/** Records the files that packs were written to, by pack. */
export async function noteWritten(
  host: Host,
  packs: readonly { name: string; paths: readonly string[] }[],
): Promise<void> {
  const known = await readWritten(host)
  const now: Record<string, Written[string]> = { ...known }
  for (const { name, paths } of packs)
    for (const path of paths) {
      const digest = path.startsWith('corpus/') ? undefined : await digestOf(host, path)
      if (digest) now[path] = { pack: name, sha256: digest }
    }
  const text = `${JSON.stringify(Object.fromEntries(Object.entries(now).sort(([a], [b]) => (a < b ? -1 : 1))), null, 1)}\n`
  if (text === (await readText(host, record).catch(() => undefined))) return
  // Where nothing can be kept, as on a disk that is read-only but for `out`, nothing is called stale.
  await host.write(new Map([[record, encode(text)]])).catch(() => undefined)
}

async function digestOf(host: Host, path: string): Promise<string | undefined> {
  if (host.digests) return host.digests.of(path)
  const bytes = await host.read(path)
  return bytes && sha256(bytes)
}

/** Whether a file is as it was last written; a file that nobody has recorded is not. */
export async function isAsWritten(host: Host, path: string): Promise<boolean> {
  const known = (await readWritten(host))[path]
  return known !== undefined && known.sha256 === (await digestOf(host, path))
}

/** A file that was written for a pack that is no more; `isOurs`: it is as it was written. */
export interface Stale {
  readonly path: string
  readonly pack: string
  readonly isOurs: boolean
}

/** The files that are still there of packs that are no more. */
export async function staleFiles(host: Host): Promise<readonly Stale[]> {
  const written = await readWritten(host)
  const packs = new Set((await host.list('corpus/packs')).map((file) => file.replace(/\.ya?ml$/, '')))
  const gone = Object.entries(written).filter(([, { pack }]) => pack !== registers && !packs.has(pack))
  const found = gone.map(async ([path, { pack, sha256 }]) => {
    const digest = await digestOf(host, path).catch(() => undefined)
    return digest === undefined ? [] : [{ path, pack, isOurs: digest === sha256 }]
  })
  return (await Promise.all(found)).flat()
}

/** Forgets files that were removed. */
export async function forgetWritten(host: Host, paths: readonly string[]): Promise<void> {
  const kept = Object.entries(await readWritten(host)).filter(([path]) => !paths.includes(path))
  await host.write(new Map([[record, encode(`${JSON.stringify(Object.fromEntries(kept), null, 1)}\n`)]]))
}

/** Names, in one line, what is stale. */
export async function tellStale(host: Host, world: World): Promise<void> {
  // A folder that cannot be read has been told.
  const stale = world.quiet ? [] : await staleFiles(host).catch(() => [])
  if (stale.length === 0) return
  const packs = [...new Set(stale.map(({ pack }) => pack))].join(', ')
  const [first, ...others] = stale.map(({ path }) => path)
  const files = others.length === 0 ? first : `${first} and ${others.length} more`
  world.err(`  stale: ${printable(`${files}, of ${packs}`)}, no pack any more (briefpack clean --stale)\n`)
}

/** Says that a run was ended while it put files in place, until they are `made` anew. */
export function tellMixed(world: World, made: readonly string[] = []): void {
  const root = realpathSync(world.folder)
  settled(root, made)
  const [first, ...others] = interrupted(root)
  if (world.quiet || first === undefined) return
  const files = others.length === 0 ? first : `${first} and ${others.length} more`
  world.err(`  mixed: ${printable(files)} may be of two editions, for a run was ended between them (briefpack build)\n`)
}
