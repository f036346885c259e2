import { Document, isCollection, isMap, isPair, isScalar, isSeq, parseDocument, Scalar, visit } from 'yaml'
import { itemAt } from '../core/index.ts'

/** How the files of a corpus are written: one line a text, whatever its length, and names, dates and pins in one line. */
const style = { lineWidth: 0, flowCollectionPadding: false } as const

/** A record as the text of its file, or as one entry of a register. */
export function yamlOf(record: unknown): string {
  const document = new Document(record)
  dress(document)
  return document.toString(style)
}

/** Changes a YAML text by its tree: comments, order and style of what is not touched stay as they are, byte for byte. */
export function editYaml(text: string, edit: (document: Document.Parsed) => void): string {
  const document = parseDocument(text, { keepSourceTokens: true })
  const before = document.toString(style)
  edit(document)
  const after = document.toString(style)
  if (before === after) return text
  // Lines of a file with an indentation of its own do not always go with lines of ours.
  const kept = spliced(text, before, after)
  const read = parseDocument(kept)
  return read.errors.length === 0 && JSON.stringify(read) === JSON.stringify(document) ? kept : after
}

/** The change from one text to another, carried over to a third that differs from the first in layout only. */
function spliced(text: string, before: string, after: string): string {
  if (text === before) return after
  const [old, now, kept] = [before.split('\n'), after.split('\n'), text.split('\n')]
  let [head, tail] = [0, 0]
  while (head < Math.min(old.length, now.length) && old[head] === now[head]) head++
  while (tail < Math.min(old.length, now.length) - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++
  // Lines outside the change keep their own layout where the two texts have as many of them.
  const isAligned = old.length === kept.length
  return isAligned
    ? [...kept.slice(0, head), ...now.slice(head, now.length - tail), ...kept.slice(kept.length - tail)].join('\n')
    : after
}

/** Puts a field where the schema's order has it: behind the last of those that come before it. */
export function setField(
  document: Document.Parsed | Document,
  field: string,
  value: unknown,
  order: readonly string[],
): void {
  const { contents } = document
  if (!isMap(contents)) throw new Error('a field is set in a mapping')
  const pair = document.createPair(field, value)
  const made = new Document(value)
  dress(made)
  pair.value = made.contents as never
  const index = contents.items.findIndex((it) => keyOf(it.key) === field)
  if (index >= 0) {
    itemAt(contents.items, index).value = pair.value as never
    return
  }
  const rank = (key: unknown) => order.indexOf(keyOf(key) ?? '')
  const before = contents.items.findLastIndex((it) => rank(it.key) !== -1 && rank(it.key) < order.indexOf(field))
  contents.items.splice(before + 1, 0, pair as never)
}

const keyOf = (key: unknown) => (isScalar(key) ? String(key.value) : undefined)

/** Adds records to a register's list, or begins it. */
export function appendTo(text: string, records: readonly unknown[]): string {
  const entries = yamlOf(records)
  if (text.trim() === '') return entries
  const { contents } = parseDocument(text)
  if (contents !== null && (!isSeq(contents) || contents.flow))
    return editYaml(text, (it) => {
      for (const record of records) it.addIn([], record)
    })
  return `${text.replace(contents === null ? /\n?$/ : /\n*$/, '\n')}${entries}`
}

/** Collections without collections of mappings inside stand in one line; what looks like a number or a date is quoted. */
function dress(document: Document): void {
  visit(document, {
    Collection(_, node, path) {
      const isShort = node.items.length > 0 && ![...node.items].some((it) => isCollection(isPair(it) ? it.value : it))
      const isName =
        isSeq(node) &&
        node.items.every((it) => isMap(it) && it.items.length <= 3 && it.items.every(({ value }) => isScalar(value)))
      // A record begins with its id on a line of its own.
      const top = isSeq(document.contents) ? 2 : 1
      if (path.length > top && (isShort || isName) && String(node).length < 110) node.flow = true
    },
    Scalar(key, node) {
      if (key !== 'key' && typeof node.value === 'string' && /^[\d.+-]/.test(node.value))
        node.type = Scalar.QUOTE_DOUBLE
    },
  })
}
