import { type BigIntStats, existsSync, lstatSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { encode, type Host, type KnownDigests, sha256 } from '../../core/index.ts'
import { readPlain } from './plain-file.ts'

/** What the disk said of a file when it was read, and the digest of what was in it. */
type Entry = readonly [stamp: string, digest: string]

const index = '.briefpack/digests.json'

/** A file that was changed within the tick of the disk's clock in which it was read may have changed again since. */
const longestTick = 2_000_000_000n

/**
 * The digests of project files, with what the disk says of a file as a hint that it need not be read again, as git's index has
 * it. Among it is the time of its last change of any kind, which no program can set: an edit that keeps size and time of
 * writing is seen.
 */
export function knownDigests(
  folder: string,
  { read, write }: Pick<Host, 'read' | 'write'>,
  tick = longestTick,
): KnownDigests {
  const root = resolve(folder)
  const found = new Map<string, Entry>()
  let known: Map<string, Entry> | undefined
  let clock: Clock | undefined
  const direct = new Map<string, boolean>()
  /** Behind a symbolic link there may be another folder by now, whose files have the times of old ones. */
  const isDirect = (folder: string) => {
    const known = direct.get(folder) ?? realPathOf(join(root, folder)) === join(realPathOf(root), folder)
    direct.set(folder, known)
    return known
  }
  return {
    async of(path) {
      known ??= entriesOf(join(root, index))
      const stat = isDirect(dirname(path)) ? fileAt(join(root, path)) : undefined
      const stamp = stat && [stat.dev, stat.ino, stat.size, stat.mtimeNs, stat.ctimeNs].join(' ')
      const entry = found.get(path) ?? known.get(path)
      if (entry && entry[0] === stamp) return entry[1]
      clock ??= clockOf(join(root, `${index}.${process.pid}-00000000.part`))
      const bytes = await read(path)
      const digest = bytes && sha256(bytes)
      if (stamp && digest && stat.dev === clock.device && stat.ctimeNs + tick < clock.now)
        found.set(path, [stamp, digest])
      return digest
    },
    async keep() {
      if (found.size === 0) return
      const still = [...(known ?? [])].filter(([path]) => existsSync(join(root, path)))
      const text = JSON.stringify(Object.fromEntries([...still, ...found]))
      // A hint that cannot be kept is no loss but of time.
      await write(new Map([[index, encode(text)]]), { lasting: false }).catch(() => undefined)
    },
  }
}

/** Nothing where a link stands for the file. */
function fileAt(path: string): BigIntStats | undefined {
  const stat = lstatSync(path, { bigint: true, throwIfNoEntry: false })
  return stat?.isFile() ? stat : undefined
}

function realPathOf(folder: string): string {
  return existsSync(folder) ? realpathSync.native(folder) : folder
}

function entriesOf(file: string): Map<string, Entry> {
  try {
    return new Map(Object.entries(JSON.parse(readPlain(file).toString())))
  } catch {
    return new Map()
  }
}

interface Clock {
  readonly device: bigint
  readonly now: bigint
}

/** The time by the disk's own clock, which need not be ours. */
function clockOf(probe: string): Clock {
  try {
    writeFileSync(probe, '')
    const { dev, ctimeNs } = statSync(probe, { bigint: true })
    rmSync(probe)
    return { device: dev, now: ctimeNs }
  } catch {
    return { device: -1n, now: 0n }
  }
}
