import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync } from 'node:fs'
import { fieldOf, PathError } from '../../core/index.ts'

/** More than a project has in one file. */
const mostBytes = 1_000_000_000

export const notPlain = (path: string) =>
  new PathError(`“${path}” is a pipe, a socket or a device, where a file should be`, 'file-is-present')

export const toNowhere = 'is a symbolic link that leads nowhere'

/** Whether a file is missing although there is something of its name. */
export const leadsNowhere = (error: unknown, full: string) =>
  codeOf(error) === 'ENOENT' && lstatSync(full, { throwIfNoEntry: false })?.isSymbolicLink() === true

export const denied = 'you have no permission to'

/** What a person can mend is no fault of ours: it is said as a problem of the path. Anything else is passed on. */
export function unreadable(path: string, error: unknown): unknown {
  const reasons: Record<string, string> = {
    EISDIR: 'is a folder, where a file should be',
    EACCES: `cannot be read: ${denied}`,
    EPERM: `cannot be read: ${denied}`,
    ELOOP: 'is a symbolic link that leads back to itself',
    ENAMETOOLONG: 'has a name that is too long',
  }
  const reason = reasons[codeOf(error)]
  return reason === undefined ? error : new PathError(`“${path}” ${reason}`, 'file-is-present')
}

/** The bytes of a file. Opens without waiting: a pipe would keep its reader until somebody writes to it, and a device may never end. */
export function readPlain(full: string, path = full): Buffer {
  let file: number
  try {
    file = openSync(full, constants.O_RDONLY | constants.O_NONBLOCK)
  } catch (error) {
    if (leadsNowhere(error, full)) throw new PathError(`“${path}” ${toNowhere}`, 'file-is-present')
    // A socket cannot be opened at all.
    throw codeOf(error) === 'ENXIO' ? notPlain(path) : unreadable(path, error)
  }
  try {
    const about = fstatSync(file)
    if (!about.isFile() && !about.isDirectory()) throw notPlain(path)
    if (about.size > mostBytes)
      throw new PathError(`“${path}” has ${about.size} bytes, more than ${mostBytes}`, 'file-is-present')
    return readFileSync(file)
  } catch (error) {
    throw unreadable(path, error)
  } finally {
    closeSync(file)
  }
}

/** What the system calls an error. */
export const codeOf = (error: unknown): string => String(fieldOf(error, 'code') ?? '')

export function isMissing(error: unknown): boolean {
  const code = codeOf(error)
  return code === 'ENOENT' || code === 'ENOTDIR'
}
