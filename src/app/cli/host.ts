import { type Dirent, existsSync, readdirSync, realpathSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compare, fieldOf, type Host, type KnownDigests, PathError } from '../../core/index.ts'
import { knownDigests } from './digests.ts'
import { drawingApart } from './drawing.ts'
import { codeOf, denied, isMissing, leadsNowhere, readPlain, toNowhere, unreadable } from './plain-file.ts'
import { part, replaceAll } from './replace.ts'

const assets = join(packageRoot(), 'assets')
const assetAt = (path: string) => join(assets, path)

/** One process draws for all projects. */
const draw = drawingApart(assetAt('draw.js'), assetAt)

/** The project in `folder`, on the disk. Nothing outside it is read or written, neither by `..` nor through a symbolic link. */
export function diskHost(
  folder: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Host & { readonly digests: KnownDigests } {
  const root = resolve(folder)
  const epoch = epochOf(env.SOURCE_DATE_EPOCH)
  const host: Host = {
    epoch: Number.isNaN(epoch) ? undefined : epoch,
    // A way through the thread pool would take longer than to read a file of this size.
    async list(below) {
      try {
        return listFiles(inside(root, below), root).sort(compare)
      } catch (error) {
        throw unreadable(below, error)
      }
    },
    async read(path) {
      try {
        return readPlain(inside(root, path), path)
      } catch (error) {
        if (isMissing(error)) return undefined
        throw unreadable(path, error)
      }
    },
    async write(files, { lasting = true } = {}) {
      try {
        await replaceAll(
          realRoot(root),
          new Map([...files].map(([path, bytes]) => [realPath(root, path), bytes])),
          lasting,
        )
      } catch (error) {
        throw unwritable(realRoot(root), error)
      }
    },
    async remove(paths) {
      for (const path of paths) await rm(inside(root, path), { force: true })
    },
    asset: (path) => readFile(assetAt(path)),
    draw,
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

export function unwritable(root: string, error: unknown): unknown {
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
  const told = (name: string) => String(fieldOf(error, name) ?? '')
  const reason = leadsNowhere(error, told('path')) ? toNowhere : reasons[told('code')]
  const shown = relative(root, told('dest') || told('path')).replace(part, '')
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

/** A folder with the ending of a file is listed as one: who reads it is told what it is. */
const fileName = /\.(?:ya?ml|hbs|txt|json)$/

function listFiles(folder: string, root: string, below = ''): string[] {
  return entriesOf(folder, root).flatMap((entry) => {
    const name = below ? `${below}/${entry.name}` : entry.name
    if (entry.isDirectory() && !fileName.test(name)) return listFiles(join(folder, entry.name), root, name)
    return part.test(name) ? [] : [name]
  })
}

function entriesOf(folder: string, root: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    const path = relative(root, folder)
    if (existsSync(folder) && codeOf(error) === 'ENOTDIR')
      throw new PathError(`“${path}” is a file, where a folder should be`, 'file-is-present')
    if (isMissing(error)) return []
    throw unreadable(path, error)
  }
}

/** Seconds since 1970, `undefined` where none are given, and `NaN` where they are no such number. */
export function epochOf(text = ''): number | undefined {
  if (text === '') return undefined
  return /^\d{1,11}$/.test(text) ? Number(text) : Number.NaN
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
