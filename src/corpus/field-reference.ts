import { itemAt } from '../core/index.ts'
import type { RecordKind } from './fields.ts'
import { kinds } from './kinds.ts'
import { type Shape, shapesAt } from './references.ts'

/** A field of a record as the reference tells it. */
export interface FieldEntry {
  /** `claim.date.basis`; entries of lists have no step of their own. */
  readonly path: string
  readonly takes: string
  readonly isRequired: boolean
  readonly description: string
}

/** Every field of a kind, in the order of the schema, fields within fields behind their own. */
export function fieldsOf(kind: RecordKind): readonly FieldEntry[] {
  const entries = new Map<string, FieldEntry>()
  const [shape] = shapesAt(kind, [])
  if (shape) walk(kind, shape, entries)
  return [...entries.values()]
}

export const allFields = (): readonly FieldEntry[] => kinds.flatMap(({ name }) => fieldsOf(name))

function walk(path: string, shape: Shape, entries: Map<string, FieldEntry>): void {
  for (const option of [shape, ...(shape.anyOf ?? [])]) {
    for (const [name, field] of Object.entries(option.properties ?? {})) {
      const own = `${path}.${name}`
      // A source holds its claims; they are told as a kind of their own.
      if (own === 'source.claims' && entries.has(own)) continue
      const { description = '' } = field
      const isRequired = option.required?.includes(name) === true
      if (!entries.has(own)) entries.set(own, { path: own, takes: takes(field), isRequired, description })
      if (own !== 'source.claims') walk(own, field, entries)
    }
    if (option.items) walk(path, option.items, entries)
    if (typeof option.additionalProperties === 'object') walk(`${path}.*`, option.additionalProperties, entries)
  }
}

/** What a field takes, in words. */
export function takes(shape: Shape): string {
  if (shape.enum) return `one of ${shape.enum.map(String).join(', ')}`
  if (shape.refersTo) return `the id of ${/^[aeiou]/.test(shape.refersTo) ? 'an' : 'a'} ${shape.refersTo}`
  if (shape.format === 'edtf') return 'a date (EDTF)'
  if (shape.type === 'array') return `a list${shape.items ? `: ${takes(shape.items)}` : ''}`
  if (shape.type === 'object') return 'fields of its own'
  if (shape.anyOf) return [...new Set(shape.anyOf.map((it) => takes(it)))].join(', or ')
  if (shape.const !== undefined) return String(shape.const)
  const words: Record<string, string> = {
    string: 'a text',
    integer: 'a whole number',
    number: 'a number',
    boolean: 'true or false',
    null: 'null',
  }
  return words[shape.type ?? ''] ?? 'anything'
}

/** The fields of a kind as they are printed: those within a field that were told of another one before are named by it. */
function toldOf(kind: RecordKind, told: Map<string, string>): readonly FieldEntry[] {
  const entries = fieldsOf(kind)
  const left: string[] = []
  return entries.flatMap((entry) => {
    if (left.some((it) => entry.path.startsWith(it))) return []
    const inner = entries.filter(({ path }) => path.startsWith(`${entry.path}.`))
    const same = JSON.stringify(inner.map((it) => ({ ...it, path: it.path.slice(entry.path.length) })))
    const earlier = told.get(same)
    if (inner.length === 0 || earlier === undefined) {
      told.set(same, entry.path)
      return [entry]
    }
    left.push(`${entry.path}.`)
    return [{ ...entry, takes: entry.takes.replace('fields of its own', `the fields of \`${earlier}\``) }]
  })
}

/** The reference of all fields, in Markdown. */
export function fieldReference(): string {
  const told = new Map<string, string>()
  const parts = kinds.map(({ name, plural, kept }) => {
    const where = {
      file: `one file each, \`corpus/${plural}/<id>.yaml\``,
      list: `a list in \`corpus/${plural}.yaml\``,
      inside: 'in the file of their source',
    }[kept]
    const rows = toldOf(name, told).map(({ path, takes: what, isRequired, description }) => {
      const cells = [`\`${path.slice(name.length + 1)}\`${isRequired ? ' \\*' : ''}`, what, description]
      return `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`
    })
    return `## ${itemAt(name, 0).toUpperCase()}${name.slice(1)}\n\nKept as ${where}.\n\n| field | takes | meaning |\n| --- | --- | --- |\n${rows.join('\n')}\n`
  })
  return `# The records and their fields\n\nMade from the schemas. An asterisk marks what must be there. \`briefpack explain claim.voice\` tells of one field, with examples.\n\n${parts.join('\n')}`
}
