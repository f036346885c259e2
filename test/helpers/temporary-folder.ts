import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A run has one temporary folder, for its tests and for the programs that they start, and removes it at its end. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'briefpack-test-'))
  process.env.TMPDIR = folder
  return () => rmSync(folder, { recursive: true, force: true })
}
