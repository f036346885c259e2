import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs'
import { PathError } from '../host.ts'

/** More than a project has in one file. */
const mostBytes = 1_000_000_000

/** The bytes of a file. Opens without waiting: a pipe would keep its reader until somebody writes to it, and a device may never end. */
export function readPlain(full: string, path = full): Buffer {
  const other = new PathError(`“${path}” is a pipe, a socket or a device, where a file should be`, 'file-is-present')
  let file: number
  try {
    file = openSync(full, constants.O_RDONLY | constants.O_NONBLOCK)
  } catch (error) {
    // A socket cannot be opened at all.
    throw (error as { code?: string }).code === 'ENXIO' ? other : error
  }
  try {
    const about = fstatSync(file)
    if (!about.isFile() && !about.isDirectory()) throw other
    if (about.size > mostBytes)
      throw new PathError(`“${path}” has ${about.size} bytes, more than ${mostBytes}`, 'file-is-present')
    return readFileSync(file)
  } finally {
    closeSync(file)
  }
}
