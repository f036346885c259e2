import { fieldOf, Log } from '../core/index.ts'
import { uncleanness } from './clean.ts'
import { identifierVariables, textVariables, titleVariables } from './csl.ts'
import { parseEdtf } from './edtf.ts'
import { edtfFault } from './edtf-advice.ts'
import type { RecordKind } from './fields.ts'
import type { ReadText } from './files.ts'
import { kindOf } from './kinds.ts'
import { lostMarkup, withoutMarkup } from './markup.ts'
import { checkOrder } from './order.ts'
import { pathOf, valueAt } from './path.ts'
import { readYaml } from './read-yaml.ts'
import { recover, standInDates } from './recover.ts'
import { findFields, type Reference, shapesAt } from './references.ts'
import { reportSchemaFindings } from './schema-findings.ts'
import { inQuotes } from './written-field.ts'
import { parseYaml, type YamlFile } from './yaml.ts'

type Path = readonly (string | number)[]

/** A record as its file has it: plain data, which a cache can keep where nothing is wrong with the file. */
export interface ReadRecord {
  /** Where it stands in the file. */
  readonly path: Path
  /** As written; a record that is a file of its own has none. */
  readonly id?: string
  /** With defaults, and with stand-ins where it is faulty; absent where nothing can be made of it. */
  readonly record?: object
  /** The fields of `record` that name other records. */
  readonly references: readonly Reference[]
  /** Where it is faulty. */
  readonly faults: readonly Path[]
}

/** Reads the text of a file of records, without telling of what is wrong with it. */
export function readText(kind: RecordKind, isList: boolean, text: string): ReadText {
  const yaml = readYaml(text)
  const log = new Log()
  const file = parseYaml('', text, log, yaml)
  if (file.data === undefined || file.broken) return { yaml }
  const records = readRecords(kind, file, isList ? undefined : '', log)
  const { data: _, ...rest } = yaml
  return log.findings.length > 0 || !yaml.exact ? { yaml } : { yaml: rest, records }
}

/** Checks the records of a file against the schema of their kind. `id` is that of a record that is a file of its own. */
export function readRecords(kind: RecordKind, file: YamlFile, id: string | undefined, log: Log): readonly ReadRecord[] {
  checkTexts(kind, file, id === undefined, log)
  checkOrder(kind, file, log)
  if (id !== undefined) return [readRecord(kind, file, [], file.data, log, id)]
  if (file.data === null) return []
  if (!Array.isArray(file.data)) {
    log.report('field-is-valid', file.place([]), `a register is a list of records, each starting with “- id:”`)
    return []
  }
  return file.data.map((data: unknown, index) => {
    const written = fieldOf(data, 'id')
    return readRecord(kind, file, [index], data, log, typeof written === 'string' ? written : undefined)
  })
}

function readRecord(
  kind: RecordKind,
  file: YamlFile,
  path: Path,
  data: unknown,
  log: Log,
  id: string | undefined,
): ReadRecord {
  const result = kindOf(kind).schema.safeParse(data)
  if (!result.success) reportSchemaFindings(result.error, data, file, path, log, kind, id)
  const badDates = checkDates(kind, data, file, path, log)
  if (kind === 'source') checkTitles(data, file, id, log)
  const faults = [...(result.error?.issues ?? []).map(pathOf), ...badDates]
  const record = result.success ? standInDates(kind, result.data) : recover(kind, data)
  const references = record ? findFields(kind, record).references : []
  return { path, ...(id !== undefined && { id }), ...(record && { record }), references, faults }
}

/** Reports what is no date, and gives the paths. */
function checkDates(kind: RecordKind, data: unknown, file: YamlFile, path: Path, log: Log): readonly Path[] {
  const bad = findFields(kind, data).dates.filter(({ value }) => !parseEdtf(value))
  for (const { path: at, value } of bad) {
    const { reason, notes } = edtfFault(value)
    log.report('date-is-edtf', file.place([...path, ...at]), reason, { notes, actual: value })
  }
  return bad.map(({ path: at }) => at)
}

/** Reports tags in what describes a work: they are left out. */
function checkTitles(data: unknown, file: YamlFile, id: string | undefined, log: Log): void {
  const fields = [...titleVariables, ...textVariables]
  for (const path of fields.flatMap((field) => [[field], ['transliteration', field], ['translation', field]])) {
    const written = valueAt(data, path)
    const lost = typeof written === 'string' ? lostMarkup(written) : undefined
    if (lost === undefined) continue
    log.report('title-is-plain', file.place(path), `“${lost}” in the ${path.at(-1)} is left out: a title is text`, {
      subject: `source:${id}`,
      notes: [`it is read as “${withoutMarkup(String(written))}”`],
    })
  }
}

/** Reports what is wrong with the characters of any text in a file, and what a comment may have cut off. */
function checkTexts(kind: RecordKind, file: YamlFile, isList: boolean, log: Log): void {
  const path: (string | number)[] = []
  const walk = (value: unknown): void => {
    if (typeof value === 'string') {
      const unclean = uncleanness(value)
      if (unclean) log.report('text-is-clean', file.place(path), `the text ${unclean.problem}`)
      const comment = file.comment(path)
      if (comment && isProse(kind, isList ? path.slice(1) : path, value)) reportComment(comment, value, path)
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) {
        path.push(Array.isArray(value) ? Number(key) : key)
        walk(item)
        path.pop()
      }
    }
  }
  walk(file.data)

  function reportComment({ text, place }: Comment, value: string, at: Path): void {
    const field = at.findLast((it) => typeof it === 'string')
    log.report('comment-is-apart', place, `“${text}” is read as a comment, and is not part of the ${field}`, {
      notes: [
        `put the value in quotes: ${typeof at.at(-1) === 'string' ? `${field}: ` : ''}${inQuotes(`${value} ${text}`)}`,
        'or put the comment on a line above',
      ],
    })
  }
}

type Comment = NonNullable<ReturnType<YamlFile['comment']>>

/** Whether a value says something in words: only texts have a limit to their length, and paths and numbers may be such. */
function isProse(kind: RecordKind, path: Path, value: string): boolean {
  if (identifierVariables.some((it) => it === path.at(-1)) || !/\p{L}{2}/u.test(value)) return false
  return /[^a-z0-9.:/_-]/.test(value) && shapesAt(kind, path).some(({ maxLength }) => maxLength !== undefined)
}
