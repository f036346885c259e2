import { parseDocument } from 'yaml'
import { type Host, PathError, readWhole } from '../core/index.ts'

/**
 * The text of a file of records that something is to be written into; empty where there is none yet. A `PathError` where
 * it is no valid YAML: what is written into such a file cannot be told from what is broken in it.
 */
export async function readToEdit(host: Host, path: string): Promise<string> {
  const text = (await readWhole(host, path)) ?? ''
  const [fault] = parseDocument(text).errors
  if (!fault) return text
  const line = fault.linePos?.[0].line ?? 1
  throw new PathError(
    `${path}:${line} is no valid YAML, and nothing was written: mend it as briefpack check says`,
    'file-is-present',
  )
}
