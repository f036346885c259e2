import { kinds, type RecordKind } from './kinds.ts'

/** Where the corpus is kept. */
export const folder = 'corpus'

/** The kind of the records of a file; and the id, where the file is one record. */
export interface RecordFile {
  readonly kind: RecordKind
  readonly id?: string
}

/** What a file's name in the corpus says. */
export function recordFile(name: string): RecordFile | undefined {
  const match = /^([a-z]+(?:-[a-z]+)*)(?:\/(.+))?\.ya?ml$/.exec(name)
  const kind = kinds.find(({ plural }) => plural === match?.[1])
  if (kind?.kept === 'list') return { kind: kind.name }
  if (kind?.kept === 'file' && match?.[2] !== undefined) return { kind: kind.name, id: match[2] }
  return undefined
}

/** The folders and files that a corpus has: `sources/`, `actors.yaml`, … */
export function knownFiles(): readonly string[] {
  const of = (kept: string, end: string) => kinds.flatMap((it) => (it.kept === kept ? [it.plural + end] : []))
  return [...of('file', '/'), ...of('list', '.yaml')]
}
