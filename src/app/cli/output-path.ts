import { posix } from 'node:path'
import { UsageError } from './command.ts'

/** Where a command may write what it made: a slip of the hand must not cost what an author wrote. */
export function outputPath(path: string, instead: string, texts: unknown = 'texts'): string {
  const plain = posix.normalize(path)
  if (posix.isAbsolute(plain) || /^\.\.(?:\/|$)/.test(plain))
    throw new UsageError(`“${path}” lies outside the project`, `name a place in it, e.g. ${instead}`)
  const own = ['corpus', 'templates', posix.normalize(String(texts))]
  if (own.some((folder) => `${plain}/`.startsWith(`${folder.replace(/\/+$/, '')}/`)))
    throw new UsageError(`“${path}” is where the project’s own files are`, `name another place, e.g. ${instead}`)
  return path
}
