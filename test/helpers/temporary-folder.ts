import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

const prefix = 'briefpack-test-'

/**
 * A run has one temporary folder, for its tests and for the programs that they start, and removes it at its end. Each
 * project of the configuration asks for it; the first one makes it, for the paths of sockets must stay short.
 */
export default function setup(): (() => Promise<void>) | undefined {
  if (basename(tmpdir()).startsWith(prefix)) return undefined
  const folder = mkdtempSync(join(tmpdir(), prefix))
  process.env.TMPDIR = folder
  // Programs that end with their worker may still be writing.
  return () => rm(folder, { recursive: true, force: true, maxRetries: 20 })
}
