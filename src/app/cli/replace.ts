import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { access, constants, lstat, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { ownJson } from '../../core/index.ts'
import { codeOf, notPlain, readPlain } from './plain-file.ts'

/** The ending of a file that is still being written, by this process or another: it is not there yet. */
export const part = /\.(\d+)-[0-9a-f]{8}\.part$/

/** What is being put in place of what was there, while it is: what stays of it tells of a process that was ended between two files. */
const journal = '.briefpack/replacing.json'

/**
 * Writes all files beside their targets, and renames when all are there: a kill or a full disk leaves the old files
 * whole, and together but for the moment of renaming. What a killed process left unfinished beside them is removed.
 */
export async function replaceAll(
  root: string,
  files: ReadonlyMap<string, Uint8Array>,
  lasting: boolean,
): Promise<void> {
  const ready: { beside: string; path: string; replaces: boolean }[] = []
  const swept = new Set<string>()
  try {
    for (const [path, bytes] of files) {
      const folder = dirname(path)
      await mkdir(folder, { recursive: true })
      if (!swept.has(folder)) removeUnfinished(folder)
      swept.add(folder)
      const there = await lstat(path).catch(() => undefined)
      if (there?.isFile()) {
        if (await holds(path, there.size, bytes)) continue
        // A rename would not ask.
        await access(path, constants.W_OK)
      } else if (there && !there.isDirectory()) throw notPlain(relative(root, path))
      const beside = `${path}.${process.pid}-${randomBytes(4).toString('hex')}.part`
      unfinished.add(beside)
      ready.push({ beside, path, replaces: there !== undefined })
      await writeDown(beside, bytes, lasting, there?.mode)
    }
    const isMoment = lasting && ready.length > 1 && ready.some(({ replaces }) => replaces)
    const paths = ready.map(({ path }) => relative(root, path))
    const before = isMoment ? without(interrupted(root), paths) : []
    if (isMoment) note(root, { writer: process.pid, files: [...before, ...paths] })
    for (const [replaced, { beside, path }] of ready.entries()) {
      await rename(beside, path).catch((error: unknown) => {
        throw error instanceof Error ? Object.assign(error, { replaced }) : error
      })
      unfinished.delete(beside)
    }
    if (isMoment) note(root, { writer: null, files: before })
  } finally {
    for (const { beside } of ready) {
      if (unfinished.delete(beside)) await rm(beside, { force: true })
    }
  }
}

/** The files, by their paths in the project, that a process was ended in the midst of replacing: some may be new, some old. */
export function interrupted(root: string): readonly string[] {
  try {
    const { writer, files } = ownJson<Note>(readPlain(join(root, journal)))
    return writer !== null && isLiving(writer) ? [] : files
  } catch {
    return []
  }
}

/** These are of one edition again. */
export function settled(root: string, paths: readonly string[]): void {
  const before = interrupted(root)
  if (before.length > 0) note(root, { writer: null, files: without(before, paths) })
}

interface Note {
  /** The process that is at it. */
  readonly writer: number | null
  readonly files: readonly string[]
}

const without = (files: readonly string[], others: readonly string[]) => files.filter((it) => !others.includes(it))

/** Where nothing can be noted, as on a disk that is read-only but for `out`, nothing is told later. */
function note(root: string, told: Note): void {
  const path = join(root, journal)
  try {
    mkdirSync(dirname(path), { recursive: true })
    if (told.files.length > 0) writeFileSync(path, JSON.stringify(told))
    else rmSync(path, { force: true })
  } catch {}
}

function removeUnfinished(folder: string): void {
  for (const name of readdirSync(folder)) {
    const [, writer] = part.exec(name) ?? []
    if (writer !== undefined && !isLiving(Number(writer))) rmSync(join(folder, name), { force: true })
  }
}

function isLiving(id: number): boolean {
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
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
