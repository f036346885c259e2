import { didYouMean, type Host, Log, readAll, readTextOrReport, sha256 } from '../core/index.ts'
import { folder, knownFiles, type RecordFile, recordFile } from './corpus-layout.ts'
import type { RecordKind } from './fields.ts'
import type { ReadRecord } from './records.ts'
import { type ParsedYaml, parseYaml, type YamlFile } from './yaml.ts'

/** Files of the tool's own, which hold no records: what was verified, and what libraries said last. */
const LOCKS = ['evidence.lock.json', 'library.lock.json']
const RECORDED = 'issues/'

/** A file of the corpus as it was read. */
export interface CorpusFile {
  readonly path: string
  /** What it holds by its name; absent when that is no file that a corpus has. */
  readonly home?: RecordFile | undefined
  /** The SHA-256 of its text; absent, like `file`, when it could not be read. */
  readonly digest?: string
  readonly file?: YamlFile
  readonly records?: readonly ReadRecord[]
  /** Nothing is wrong with the file by itself. */
  readonly isSound?: boolean
  /** What was wrong with it as a file. */
  readonly log: Log
}

/** What there is to know of a file's text by itself, as plain data: what a cache keeps. */
export interface ReadText {
  /** Without the data where there are records: they say it all. */
  readonly yaml: ParsedYaml
  /** Absent when anything is wrong with the file. */
  readonly records?: readonly ReadRecord[]
}

/** Reads the text of a file that holds a list of records of a kind, or one. */
export type Read = (kind: RecordKind, isList: boolean, text: string) => Promise<ReadText>

/** Reads the files of these names; their findings are in that order, whichever was there first. */
export function readFiles(host: Host, names: readonly string[], read: Read): Promise<readonly CorpusFile[]> {
  return readAll(names.filter(isRecords), (name) => readFile(host, name, read))
}

function isRecords(name: string): boolean {
  const isHidden = name.split('/').some((part) => part.startsWith('.'))
  return !LOCKS.includes(name) && !name.startsWith(RECORDED) && !isHidden && !name.endsWith('.md')
}

async function readFile(host: Host, name: string, read: Read): Promise<CorpusFile> {
  const path = `${folder}/${name}`
  const log = new Log()
  const home = recordFile(name)
  if (!home) {
    const known = knownFiles()
    if (known.includes(`${name}/`) || `${name}/` === RECORDED) {
      log.report('file-is-present', { file: path }, `“${path}” is a file, where a folder should be`)
      return { path, log }
    }
    log.report('field-is-known', { file: path }, `“${name}” is not a file that a corpus has`, {
      notes: [...didYouMean(name, known), `a corpus has ${known.join(', ')}`],
    })
    return { path, log }
  }
  const text = await readTextOrReport(host, path, log)
  if (text === undefined) {
    if (log.findings.length === 0)
      log.report('file-is-present', { file: path }, 'the file was taken away while it was read')
    return { path, home, log }
  }
  const digest = sha256(text)
  const { yaml, records } = await read(home.kind, home.id === undefined, text)
  const file = parseYaml(path, text, log, yaml)
  if (records) return { path, home, digest, file, records, isSound: true, log }
  if (file.data === undefined) return { path, home, digest, file, log }
  const { readRecords } = await import('./records.ts')
  // Report only the syntax errors of invalid YAML, not what could be made of the rest.
  const found = readRecords(home.kind, file, home.id, file.broken ? new Log() : log)
  return { path, home, digest, file, records: found, log }
}
