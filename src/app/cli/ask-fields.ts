import { type Corpus, idsOf, type RecordKind, shapesAt } from '../../corpus/index.ts'
import { type RecordField, typed } from '../../evidence/index.ts'
import { UsageError } from './command.ts'

/** The fields that the words `field=value` give. A value is a text where the schema has one, and YAML’s own where not. */
export function fieldsOf(kind: RecordKind, words: readonly string[]): RecordField[] {
  return words.map((word) => {
    const [, path, value] = /^([\w.-]+)=([\s\S]*)$/.exec(word) ?? []
    if (!path || value === undefined)
      throw new UsageError(`“${word}” is no field`, 'write field=value, e.g. name="Ben Sorley"')
    return [path, typed(kind, path, value)]
  })
}

/** Asks in the terminal for what the record must have and was not given; `undefined` when the person leaves. */
export async function askFields(
  kind: RecordKind,
  given: readonly RecordField[],
  corpus: Corpus,
): Promise<RecordField[] | undefined> {
  const { isCancel, select, text } = await import('@clack/prompts')
  const fields = [...given]
  const [shape] = shapesAt(kind, [])
  for (const field of shape?.required ?? []) {
    if (field === 'id' || fields.some(([path]) => path.split('.')[0] === field)) continue
    const shapes = shapesAt(kind, [field])
    const values = shapes.flatMap((it) => it.enum ?? []).map(String)
    const to = shapes.find((it) => it.refersTo)?.refersTo
    const records = to ? idsOf(corpus, to) : []
    const choices = values.length > 0 ? values : records
    const message = `${kind}: ${field}`
    const answer =
      choices.length > 0
        ? await select({ message, options: choices.map((value) => ({ value })), maxItems: 12 })
        : await text({ message, validate: (it) => (it?.trim() ? undefined : 'a record must have it') })
    if (isCancel(answer)) return undefined
    fields.push([field, typed(kind, field, String(answer))])
  }
  return fields
}
