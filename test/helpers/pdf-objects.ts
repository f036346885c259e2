/** A PDF as `qpdf --json` gives it: objects by reference, decoded streams, operators of page contents. */
import { execFileSync } from 'node:child_process'

/** A value of a PDF file: names begin with `/`, references look like `12 0 R`, text strings begin with `u:` or `b:`. */
export type Value = string | number | boolean | null | Value[] | Dictionary
export interface Dictionary {
  readonly [name: string]: Value | undefined
}
interface Entry {
  readonly value?: Value
  readonly stream?: { readonly dict: Dictionary; readonly data: string }
}

export interface Page {
  readonly reference: string
  readonly dictionary: Dictionary
}

export class PdfObjects {
  readonly #objects: Readonly<Record<string, Entry>>

  constructor(path: string) {
    const options = ['--json=2', '--json-stream-data=inline', '--decode-level=generalized', path]
    const text = execFileSync('qpdf', options, { maxBuffer: 1 << 30, stdio: ['ignore', 'pipe', 'ignore'] })
    this.#objects = (JSON.parse(text.toString()) as { qpdf: [unknown, Record<string, Entry>] }).qpdf[1]
  }

  get trailer(): Dictionary {
    return this.#objects.trailer!.value as Dictionary
  }

  get catalog(): Dictionary {
    return this.dictionary(this.trailer['/Root'])
  }

  /** Every dictionary in the file, also those of streams and those that stand in other values. */
  get dictionaries(): Dictionary[] {
    return Object.values(this.#objects).flatMap(({ value, stream }) => dictionariesIn(stream?.dict ?? value))
  }

  /** What a value is, once its references are followed. */
  resolve(value: Value | undefined): Value | undefined {
    if (!isReference(value)) return value
    const entry = this.#objects[`obj:${value}`]
    return entry?.stream ? entry.stream.dict : this.resolve(entry?.value)
  }

  dictionary(value: Value | undefined): Dictionary {
    const found = this.resolve(value)
    return isDictionary(found) ? found : {}
  }

  array(value: Value | undefined): Value[] {
    const found = this.resolve(value)
    return Array.isArray(found) ? found : found === undefined || found === null ? [] : [found]
  }

  text(value: Value | undefined): string | undefined {
    const found = this.resolve(value)
    if (typeof found !== 'string') return undefined
    if (found.startsWith('u:')) return found.slice(2)
    return found.startsWith('b:') ? Buffer.from(found.slice(2), 'hex').toString('latin1') : found
  }

  bytes(value: Value | undefined): Buffer {
    const entry = isReference(value) ? this.#objects[`obj:${value}`] : undefined
    return Buffer.from(entry?.stream?.data ?? '', 'base64')
  }

  get pages(): Page[] {
    const found: Page[] = []
    const visit = (reference: Value) => {
      const dictionary = this.dictionary(reference)
      if (dictionary['/Type'] === '/Pages') this.array(dictionary['/Kids']).forEach(visit)
      else found.push({ reference: reference as string, dictionary })
    }
    visit(this.catalog['/Pages']!)
    return found
  }

  /** The entries of a number tree or name tree, by key. */
  tree(value: Value | undefined, leaves: '/Nums' | '/Names'): Map<Value, Value> {
    const found = new Map<Value, Value>()
    const node = this.dictionary(value)
    const pairs = this.array(node[leaves])
    for (let i = 0; i + 1 < pairs.length; i += 2) found.set(pairs[i]!, pairs[i + 1]!)
    for (const kid of this.array(node['/Kids'])) for (const [key, each] of this.tree(kid, leaves)) found.set(key, each)
    return found
  }

  /** The operators of a page's contents, in order. */
  operators(page: Page): Operator[] {
    const parts = this.array(page.dictionary['/Contents'])
    const references = parts.every(isReference) ? parts : [page.dictionary['/Contents']!]
    return operatorsIn(Buffer.concat(references.map((part) => this.bytes(part))).toString('latin1'))
  }
}

export interface Operator {
  readonly name: string
  readonly operands: readonly string[]
}

export const isReference = (value: Value | undefined): value is string =>
  typeof value === 'string' && /^\d+ \d+ R$/.test(value)

function dictionariesIn(value: Value | undefined): Dictionary[] {
  if (Array.isArray(value)) return value.flatMap(dictionariesIn)
  return isDictionary(value) ? [value, ...Object.values(value).flatMap(dictionariesIn)] : []
}

const isDictionary = (value: Value | undefined): value is Dictionary =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function operatorsIn(content: string): Operator[] {
  const found: Operator[] = []
  let operands: string[] = []
  for (const token of tokensIn(content)) {
    if (/^[A-Za-z'"]/.test(token)) {
      found.push({ name: token, operands })
      operands = []
    } else operands.push(token)
  }
  return found
}

/** Strings, arrays and dictionaries are one token each. */
function tokensIn(content: string): string[] {
  const found: string[] = []
  let at = 0
  while (at < content.length) {
    const space = /[\s\0]+/y
    space.lastIndex = at
    if (space.test(content)) {
      at = space.lastIndex
      continue
    }
    const end = tokenEnd(content, at)
    found.push(content.slice(at, end))
    at = end
  }
  return found
}

function tokenEnd(content: string, start: number): number {
  if (content[start] === '(') return stringEnd(content, start)
  if (content.startsWith('<<', start)) return groupEnd(content, start, '<<', '>>')
  if (content[start] === '<') return content.indexOf('>', start) + 1
  if (content[start] === '[') return groupEnd(content, start, '[', ']')
  const word = /.[^\s\0/[\]<>()]*/y
  word.lastIndex = start
  word.test(content)
  return word.lastIndex
}

function stringEnd(content: string, start: number): number {
  let depth = 0
  for (let at = start; at < content.length; at++) {
    if (content[at] === '\\') at += 1
    else if (content[at] === '(') depth += 1
    else if (content[at] === ')' && --depth === 0) return at + 1
  }
  throw new Error('A string has no end')
}

function groupEnd(content: string, start: number, open: string, close: string): number {
  let depth = 0
  let at = start
  do {
    if (content.startsWith(open, at)) {
      depth += 1
      at += open.length
    } else if (content.startsWith(close, at)) {
      depth -= 1
      at += close.length
    } else if (content[at] === '(') at = stringEnd(content, at)
    else if (content[at] === '<' && open !== '<<') at = content.indexOf('>', at) + 1
    else at += 1
  } while (depth > 0)
  return at
}
