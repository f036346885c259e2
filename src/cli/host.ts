import { createHash, randomBytes } from 'node:crypto'
import { type Dirent, existsSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { access, constants, lstat, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Host, PathError } from '../host.ts'
import { compare } from '../log.ts'
import { knownDigests } from './digests.ts'

/** The project in `folder`, on the disk. Nothing outside it is read or written, neither by `..` nor through a symbolic link. */
export function diskHost(folder: string, env: Readonly<Record<string, string | undefined>> = process.env): Host {
  const root = resolve(folder)
  const assets = join(packageRoot(), 'assets')
  const host: Host = {
    epoch: epochOf(env.SOURCE_DATE_EPOCH),
    // A way through the thread pool would take longer than to read a file of this size.
    list: async (below) => listFiles(inside(root, below)).sort(compare),
    async read(path) {
      try {
        return readFileSync(inside(root, path))
      } catch (error) {
        if (isMissing(error)) return undefined
        throw unreadable(path, error)
      }
    },
    async write(files, { lasting = true } = {}) {
      try {
        await replaceAll(new Map([...files].map(([path, bytes]) => [realPath(root, path), bytes])), lasting)
      } catch (error) {
        throw unwritable(realRoot(root), error)
      }
    },
    async remove(paths) {
      for (const path of paths) await rm(inside(root, path), { force: true })
    },
    asset: (path) => readFile(join(assets, path)),
    assetPath: (path) => join(assets, path),
  }
  return { ...host, digests: knownDigests(root, host) }
}

/** The absolute path of a project file; a `PathError` when it, or the real file behind it, lies outside the project. */
function inside(root: string, path: string): string {
  realPath(root, path)
  return resolve(root, path)
}

/** The same with links followed: what is written through one must not take its place. */
function realPath(root: string, path: string): string {
  const full = resolve(root, path)
  if (isAbsolute(path) || leaves(root, full)) throw new PathError(`“${path}” lies outside the project`)
  const real = realpathOfExisting(full)
  if (leaves(realRoot(root), real)) throw new PathError(`“${path}” leads out of the project through a symbolic link`)
  return real
}

const realRoots = new Map<string, string>()

/** Asked for at every file, so found out once. */
function realRoot(root: string): string {
  const known = realRoots.get(root) ?? realpathSync.native(root)
  realRoots.set(root, known)
  return known
}

const denied = 'you have no permission to'

/** What a person can mend is no fault of ours: it is said as a problem of the path. Anything else is passed on. */
function unreadable(path: string, error: unknown): unknown {
  const reasons: Record<string, string> = {
    EISDIR: 'is a folder, where a file should be',
    EACCES: `cannot be read: ${denied}`,
    EPERM: `cannot be read: ${denied}`,
    ELOOP: 'is a symbolic link that leads back to itself',
    ENAMETOOLONG: 'has a name that is too long',
  }
  const reason = reasons[(error as { code?: string }).code ?? '']
  return reason === undefined ? error : new PathError(`“${path}” ${reason}`, 'file-is-present')
}

function unwritable(root: string, error: unknown): unknown {
  const reasons: Record<string, string> = {
    EISDIR: 'is a folder, where a file should be',
    ENOTEMPTY: 'is a folder, where a file should be',
    EEXIST: 'is a file, where a folder should be',
    ENOTDIR: 'is a file, where a folder should be',
    EACCES: `cannot be written: ${denied}`,
    EPERM: `cannot be written: ${denied}`,
    EROFS: 'cannot be written: the disk is read-only',
    ELOOP: 'is a symbolic link that leads back to itself',
    ENAMETOOLONG: 'has a name that is too long',
  }
  const { code = '', path = '', dest } = error as { code?: string; path?: string; dest?: string }
  const reason = reasons[code]
  const shown = relative(root, dest ?? path).replace(part, '')
  return reason === undefined ? error : new PathError(`“${shown}” ${reason}`, 'file-is-present')
}

function leaves(root: string, path: string): boolean {
  const way = relative(root, path)
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)
}

/** The real path of the deepest part of `path` that exists, and the rest after it. */
function realpathOfExisting(path: string): string {
  try {
    return realpathSync.native(path)
  } catch (error) {
    if (!isMissing(error) || dirname(path) === path) throw error
    return join(realpathOfExisting(dirname(path)), relative(dirname(path), path))
  }
}

/** The ending of a file that is still being written, by this process or another: it is not there yet. */
const part = /\.\d+-[0-9a-f]{8}\.part$/

function listFiles(folder: string, below = ''): string[] {
  return entriesOf(folder).flatMap((entry) => {
    const name = below ? `${below}/${entry.name}` : entry.name
    if (entry.isDirectory()) return listFiles(join(folder, entry.name), name)
    return (entry.isFile() || entry.isSymbolicLink()) && !part.test(name) ? [name] : []
  })
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

/**
 * Writes all files beside their targets, and renames when all are there: a kill or a full disk leaves the old files
 * whole, and together.
 */
async function replaceAll(files: ReadonlyMap<string, Uint8Array>, lasting: boolean): Promise<void> {
  const ready: { beside: string; path: string }[] = []
  try {
    for (const [path, bytes] of files) {
      await mkdir(dirname(path), { recursive: true })
      const there = await lstat(path).catch(() => undefined)
      if (there?.isFile()) {
        if (await holds(path, there.size, bytes)) continue
        // A rename would not ask.
        await access(path, constants.W_OK)
      }
      const beside = `${path}.${process.pid}-${randomBytes(4).toString('hex')}.part`
      unfinished.add(beside)
      ready.push({ beside, path })
      await writeDown(beside, bytes, lasting, there?.mode)
    }
    for (const { beside, path } of ready) {
      await rename(beside, path)
      unfinished.delete(beside)
    }
  } finally {
    for (const { beside } of ready) {
      if (unfinished.delete(beside)) await rm(beside, { force: true })
    }
  }
}

async function holds(path: string, size: number, bytes: Uint8Array): Promise<boolean> {
  return size === bytes.length && digest(await readFile(path)) === digest(bytes)
}

async function writeDown(path: string, bytes: Uint8Array, lasting: boolean, mode?: number): Promise<void> {
  const file = await open(path, 'wx')
  try {
    if (mode !== undefined) await file.chmod(mode & 0o777)
    await file.writeFile(bytes)
    if (lasting) await file.sync()
  } finally {
    await file.close()
  }
}

/** What an interrupted process must not leave behind. */
const unfinished = new Set<string>()
process.on('exit', () => {
  for (const path of unfinished) rmSync(path, { force: true })
})

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

function epochOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : undefined
}

function isMissing(error: unknown): boolean {
  const code = (error as { code?: string }).code
  return code === 'ENOENT' || code === 'ENOTDIR'
}

/** Where the tool is installed: the nearest folder above this file with `package.json`, be it source, library or bundle. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error('briefpack is not installed whole: its package.json is missing')
    folder = parent
  }
  return folder
}
