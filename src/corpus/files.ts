import { sha256Of } from '../digest.ts'
import type { Host } from '../host.ts'
import { Log } from '../log.ts'
import { didYouMean } from '../nearest.ts'
import { readAll, readTextOrReport } from '../read.ts'
import { uncleanness } from './clean.ts'
import type { RecordKind } from './fields.ts'
import { folders, registers } from './kinds.ts'
import { checkOrder } from './order.ts'
import { type ParsedYaml, parseYaml, type YamlFile } from './yaml.ts'

/** Where the corpus is kept. */
export const folder = 'corpus'
/** The evidence stage's own file. */
const LOCK = 'evidence.lock.json'
const RECORDED = 'issues/'

/** A file of the corpus as it was read. */
export interface CorpusFile {
  readonly path: string
  /** What it holds by its name; absent when that is no file that a corpus has. */
  readonly home?: Home | undefined
  /** The SHA-256 of its text; absent, like `file`, when it could not be read. */
  readonly digest?: string
  readonly file?: YamlFile
  /** What was wrong with it as a file. */
  readonly log: Log
}

/** The kind, and for one record a file, its id. */
interface Home {
  readonly kind: RecordKind
  readonly id?: string
}

/** Reads the files of these names, in their order. The disk is asked for all of them at once. */
export function readFiles(
  host: Host,
  names: readonly string[],
  parse: (text: string) => Promise<ParsedYaml>,
): Promise<readonly CorpusFile[]> {
  return readAll(names.filter(isRecords), (name) => readFile(host, name, parse))
}

function isRecords(name: string): boolean {
  const isHidden = name.split('/').some((part) => part.startsWith('.'))
  return name !== LOCK && !name.startsWith(RECORDED) && !isHidden && !name.endsWith('.md')
}

async function readFile(host: Host, name: string, parse: (text: string) => Promise<ParsedYaml>): Promise<CorpusFile> {
  const path = `${folder}/${name}`
  const log = new Log()
  const home = homeOf(name)
  if (!home) {
    const known = [...Object.keys(folders).map((it) => `${it}/`), ...Object.keys(registers).map((it) => `${it}.yaml`)]
    log.report('field-is-known', { file: path }, `“${name}” is not a file that a corpus has`, {
      notes: [...didYouMean(name, known), `a corpus has ${known.join(', ')}`],
    })
    return { path, log }
  }
  const text = await readTextOrReport(host, path, log)
  if (text === undefined) return { path, home, log }
  const [digest, parsed] = await Promise.all([sha256Of(text), parse(text)])
  const file = parseYaml(path, text, log, parsed)
  if (file.data !== undefined && !file.broken) {
    checkTexts(file, log)
    checkOrder(home.kind, file, log)
  }
  return { path, home, digest, file, log }
}

/** What a file's name in the corpus says: the kind, and for one record a file, its id. */
export function homeOf(name: string): Home | undefined {
  const match = /^([a-z]+)(?:\/(.+))?\.ya?ml$/.exec(name)
  if (!match) return undefined
  const [, first, rest] = match as unknown as [string, string, string?]
  if (Object.hasOwn(folders, first) && rest) return { kind: folders[first as keyof typeof folders], id: rest }
  if (Object.hasOwn(registers, first)) return { kind: registers[first as keyof typeof registers] }
  return undefined
}

/** Reports what is wrong with the characters of any text in a file. */
function checkTexts(file: YamlFile, log: Log): void {
  const path: (string | number)[] = []
  const walk = (value: unknown): void => {
    if (typeof value === 'string') {
      const problem = uncleanness(value)
      if (problem) log.report('text-is-clean', file.place(path), `the text ${problem}`)
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) {
        path.push(Array.isArray(value) ? Number(key) : key)
        walk(item)
        path.pop()
      }
    }
  }
  walk(file.data)
}
