import type * as z from 'zod'
import type { ZodError } from 'zod'
import { didYouMean, isKeyOf, itemAt, type Log, nearest } from '../core/index.ts'
import { notALanguage, notASlug, type RecordKind, slugMeant } from './fields.ts'
import { identifierMeant } from './identifiers.ts'
import { languageNamed } from './language-names.ts'
import { fieldElsewhere, typeElsewhere } from './names-elsewhere.ts'
import { pathOf, valueAt } from './path.ts'
import { knownFields, shapesAt } from './references.ts'
import { type FieldAt, shapeHint, typeHint } from './type-hints.ts'
import { straightMarks } from './written-field.ts'
import type { YamlFile } from './yaml.ts'

type Path = readonly (string | number)[]

/** Of more fields that nobody knows in one mapping the number is told: they are hardly slips of the hand. */
const mostUnknown = 50

/** Turns what zod found in a record into findings: an unknown field at its key, a wrong value at the value, a missing field at its record. */
export function reportSchemaFindings(
  error: ZodError,
  data: unknown,
  file: YamlFile,
  base: Path,
  log: Log,
  kind: RecordKind,
  id: string | undefined,
): void {
  const subject = id === undefined ? {} : { subject: `${kind}:${id}` }
  const issues = flatten(error.issues)
  const misspelt = misspeltFields(issues, kind)
  for (const issue of issues) {
    const path = pathOf(issue)
    if (misspelt.has(path.join('/')) && valueAt(data, path) === undefined) continue
    if (issue.code === 'unrecognized_keys') {
      const known = knownFields(kind, path)
      const rest = issue.keys.length - mostUnknown
      for (const [index, key] of issue.keys.slice(0, mostUnknown).entries()) {
        const more = rest > 0 && index === mostUnknown - 1 ? [`${rest} more fields of it are not known either`] : []
        log.report(
          'field-is-known',
          file.place([...base, ...path, key], 'key'),
          `${nameOf(kind, path)} has no field “${key}”`,
          {
            notes: [
              ...(fieldMeant(key, known, valueAt(data, path))?.notes ?? nearestOrAll(key, known, 'fields: ')),
              ...more,
            ],
            actual: key,
            ...subject,
          },
        )
      }
      continue
    }
    const value = valueAt(data, path)
    const field = path.length ? `“${path.filter((it) => typeof it === 'string').at(-1) ?? path.at(-1)}”` : `the ${kind}`
    const written =
      value === undefined || (typeof value === 'object' && value !== null) ? '' : file.written([...base, ...path])
    const reason =
      value === undefined
        ? `${field} is missing${id ? ` in the ${kind} “${id}”` : ''}`
        : `${field} ${wrong(issue, value, written)}`
    const notes = choices(issue, value, written, { kind, path, isYaml: file.path !== '' })
    log.report('field-is-valid', file.place([...base, ...path]), reason, { notes, ...subject })
  }
}

/** What zod found in data that stands in no file, each with its place in it; `whole` names the data. */
export function faultsIn(error: ZodError, data: unknown, whole: string): string[] {
  return flatten(error.issues).flatMap((issue) => {
    const path = pathOf(issue)
    const at = path.join('.') || whole
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => `${at}: there is no field “${key}”`)
    const value = valueAt(data, path)
    return [`${at}: ${value === undefined ? 'is missing' : wrong(issue, value, String(value))}`]
  })
}

/** The places of fields that an unknown field beside them was meant for: they are not missing as well. */
function misspeltFields(issues: readonly z.core.$ZodIssue[], kind: RecordKind): ReadonlySet<string> {
  const meant = issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return []
    const path = pathOf(issue)
    const known = knownFields(kind, path)
    const meant = issue.keys.slice(0, mostUnknown).map((key) => fieldMeant(key, known)?.field ?? nearest(key, known))
    // Of what has two forms, `literal` or `family` and `given`, the other was meant.
    const forms = shapesAt(kind, path).flatMap(({ properties, required }) => (properties ? [required ?? []] : []))
    const isOther = forms.length > 1 && meant.some((it) => it !== undefined)
    return [...meant, ...(isOther ? forms.flat() : [])].map((field) => [...path, field ?? ''].join('/'))
  })
  return new Set(meant)
}

interface FieldMeant {
  readonly field: string
  readonly notes: string[]
}

/** The field that has another name elsewhere, or stands in its key together with its value. */
function fieldMeant(key: string, known: readonly string[], holder?: unknown): FieldMeant | undefined {
  const field = fieldElsewhere(key, known)
  if (field === undefined) return withoutColon(key, known)
  const isThere = valueAt(holder, [field]) !== undefined
  return { field, notes: [isThere ? `what it says belongs in “${field}”` : `did you mean “${field}”?`] }
}

/** `{id utility}` and `{id:utility}`: YAML takes the whole for the name of a field. */
function withoutColon(key: string, known: readonly string[]): FieldMeant | undefined {
  const [, field = '', value] = /^([\w-]+)(?:\s*:|\s)\s*(.+)$/s.exec(key) ?? []
  return known.includes(field)
    ? { field, notes: [`put a colon and a space behind the name of the field: ${field}: ${value}`] }
    : undefined
}

/** A union reports each branch: the branch that got furthest is what the author meant. */
function flatten(issues: readonly z.core.$ZodIssue[], prefix: readonly PropertyKey[] = []): z.core.$ZodIssue[] {
  return issues.flatMap((issue) => {
    const path = [...prefix, ...issue.path]
    if (issue.code !== 'invalid_union' || issue.errors.length === 0 || expectedTypes(issue)) return [{ ...issue, path }]
    const deepest = (branch: readonly z.core.$ZodIssue[]) => Math.max(...branch.map((it) => it.path.length))
    const best = itemAt(
      [...issue.errors].sort((a, b) => deepest(b) - deepest(a) || a.length - b.length),
      0,
    )
    return flatten(best, path)
  })
}

/** The types that a union takes, where the value is of none of them: a word or yes and no, say. */
function expectedTypes(issue: z.core.$ZodIssue): string[] | undefined {
  if (issue.code !== 'invalid_union') return undefined
  const types = issue.errors.map(([first]) =>
    first?.code === 'invalid_type' && first.path.length === 0 && plainTypes.includes(first.expected)
      ? article(first.expected)
      : undefined,
  )
  return types.every((it) => it !== undefined) ? types : undefined
}

const plainTypes = ['boolean', 'string', 'number']

/** `written` is what the file has for the value: for a number that is not always how the number prints. */
function wrong(issue: z.core.$ZodIssue, value: unknown, written: string): string {
  const shown = typeof value === 'object' ? '' : ` “${(typeof value === 'string' ? value : written).slice(0, 80)}”`
  if (issue.code === 'invalid_value') return `is${shown || ` ${describe(value)}`}, which is not one of its values`
  const types = expectedTypes(issue)
  if (types) return `is ${describe(value)}, not ${types.join(' or ')}`
  if (issue.code === 'invalid_type') return `is ${describe(value)}, not ${article(issue.expected)}`
  if (issue.code === 'too_big') {
    if (issue.origin === 'array') return `has more than ${issue.maximum} entries`
    return issue.origin === 'string'
      ? `has more than ${issue.maximum} characters`
      : `is${shown}, more than ${issue.maximum}`
  }
  if (issue.code === 'too_small')
    return issue.origin === 'array'
      ? `has fewer than ${issue.minimum} ${issue.minimum === 1 ? 'entry' : 'entries'}`
      : issue.message.startsWith('is ')
        ? issue.message
        : `is${shown}, less than ${issue.minimum}`
  if (issue.message.startsWith('is not ')) return `is${shown}, which ${issue.message}`
  return /^(is|has) /.test(issue.message) ? issue.message : `is${shown}: ${issue.message}`
}

function choices(issue: z.core.$ZodIssue, value: unknown, written: string, at: FieldAt): string[] {
  const isText = issue.code !== 'invalid_type' && issue.code !== 'too_big'
  const isPlain = issue.code === 'invalid_type' && /^(?:boolean|number|int)$/.test(issue.expected)
  const marks = typeof value === 'string' && (isText || isPlain) ? straightMarks(value, isText) : []
  if (marks.length > 0) return marks
  if (issue.code === 'invalid_type')
    return [...typeHint(issue.expected, value, written, at), ...shapeHint(issue, value, at)]
  if (issue.message === notALanguage && typeof value === 'string') {
    const tag = languageNamed(value)
    return tag === undefined ? [] : [`did you mean “${tag}”?`]
  }
  if (issue.message === notASlug && typeof value === 'string') return slugMeant(value)
  if (issue.message.startsWith('is not a ') && typeof value === 'string') return identifierMeant(value, issue.message)
  if (issue.code !== 'invalid_value') return []
  // A mapping is like none of them, and may have a field `toString`.
  const word = typeof value === 'string' ? value : typeof value === 'object' ? '' : written
  const known = issue.values.map(String)
  const type = at.path.at(-1) === 'type' ? typeElsewhere(word, known) : undefined
  return type === undefined ? nearestOrAll(word, known, 'one of ') : [`did you mean “${type}”?`]
}

/** A long list helps only a person whose word is like none of it. */
function nearestOrAll(word: string, known: readonly string[], heading: string): string[] {
  const near = didYouMean(word, known)
  return known.length === 0 || (near.length > 0 && known.length > 8) ? near : [...near, heading + known.join(', ')]
}

function describe(value: unknown): string {
  if (value === null) return 'empty'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'a mapping' : article(typeof value)
}

const words = { object: 'a mapping', array: 'a list', string: 'text', record: 'a mapping', int: 'a whole number' }
const article = (type: string) => (isKeyOf(words, type) ? words[type] : `a ${type}`)

const withArticle = (name: string) => `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`

function nameOf(kind: RecordKind, path: Path): string {
  const field = path.filter((it) => typeof it === 'string').at(-1)
  return field === undefined ? withArticle(kind) : `“${field}” of ${withArticle(kind)}`
}
