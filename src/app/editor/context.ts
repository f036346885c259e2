import { itemAt } from '../../core/index.ts'

/** A position in a file as the language server protocol counts it: from 0, in UTF-16 units. */
export interface Position {
  readonly line: number
  readonly character: number
}

/** What stands at a position of a YAML file that may be half written. */
export interface Context {
  /** From the top of the file to the mapping or value: keys, and 0 for each entry of a list. */
  readonly path: readonly (string | 0)[]
  /** Whether a key is being written, or a value. */
  readonly at: 'key' | 'value'
  /** The word at the position, and where it begins and ends in its line. */
  readonly word: string
  readonly from: number
  readonly to: number
  /** Keys that the mapping has already. */
  readonly siblings: readonly string[]
}

const word = /[\p{L}\p{N}_.-]+/gu

/**
 * Reads by indentation and brackets, not by grammar: an editor asks while the file is no YAML. What it gives inside a
 * flow collection over several lines may be wrong, and then nothing is offered.
 */
export function contextAt(text: string, { line, character }: Position): Context {
  const lines = text.split(/\r\n|\n|\r/)
  const current = lines[line] ?? ''
  const before = current.slice(0, character)
  const found = [...current.matchAll(word)].find((it) => it.index <= character && it.index + it[0].length >= character)
  const [from, to] = found ? [found.index, found.index + found[0].length] : [character, character]
  const flow = flowAt(before)
  const outline = new Outline()
  for (const each of lines.slice(0, line)) outline.read(each)
  const own = outline.read(flow ? flow.outer : before, true)
  const path = outline.path()
  const common = { word: found?.[0] ?? '', from, to }
  if (flow) {
    const steps = [...path, ...flow.steps, ...(flow.key === undefined ? [] : [flow.key])]
    return {
      ...common,
      path: steps,
      at: flow.key === undefined && flow.isMapping ? 'key' : 'value',
      siblings: flow.siblings,
    }
  }
  if (own.key !== undefined) return { ...common, path, at: 'value', siblings: [] }
  for (const each of lines.slice(line + 1)) outline.read(each)
  return { ...common, path, at: 'key', siblings: own.mapping.keys }
}

/** A key or a dash that what follows may stand under; and the keys of the mapping right below it. */
interface Frame {
  readonly column: number
  readonly step: string | 0
  readonly keys: string[]
}

/** The keys and dashes that a line stands under, as lines are read from the top. */
class Outline {
  readonly #root: Frame = { column: -1, step: 0, keys: [] }
  #stack: Frame[] = []
  /** Lines deeper than this column are a text in several lines. */
  #textBelow: number | undefined

  /** Takes in a line; `isLast` is the start of one that is being written. Gives its key and the mapping that it is in. */
  read(line: string, isLast = false): { readonly key?: string; readonly mapping: Frame } {
    const indent = line.length - line.trimStart().length
    if (this.#textBelow !== undefined && (line.trim() === '' || indent > this.#textBelow))
      return { mapping: this.#top() }
    if (!isLast && (line.trim() === '' || line.trimStart().startsWith('#'))) return { mapping: this.#top() }
    this.#textBelow = undefined
    let column = indent
    for (
      ;
      /^-(?:\s|$)/.test(line.slice(column));
      column += 1 + (/^\s+/.exec(line.slice(column + 1))?.[0].length ?? 0)
    ) {
      this.#leave((it) => it.column > column || (it.column === column && it.step === 0))
      this.#stack.push({ column, step: 0, keys: [] })
    }
    const [, key, value] = /^([\w-]+):(?:\s+(.*)|$)/.exec(line.slice(column)) ?? []
    this.#leave((it) => it.column >= column)
    const mapping = this.#top()
    if (key === undefined) return { mapping }
    mapping.keys.push(key)
    this.#stack.push({ column, step: key, keys: [] })
    if (/^[|>][+-]?\d?\s*(?:#.*)?$/.test(value ?? '')) this.#textBelow = column
    return { key, mapping }
  }

  path(): readonly (string | 0)[] {
    return this.#stack.map(({ step }) => step)
  }

  #top(): Frame {
    return this.#stack.at(-1) ?? this.#root
  }

  #leave(isLeft: (frame: Frame) => boolean): void {
    while (this.#stack.length > 0 && isLeft(this.#top())) this.#stack.pop()
  }
}

interface Flow {
  /** The line up to the outermost open bracket. */
  readonly outer: string
  readonly steps: readonly (string | 0)[]
  readonly isMapping: boolean
  readonly key?: string
  readonly siblings: readonly string[]
}

/** What is open of `{a: [b, {c: …` at the end of a stretch of a line; nothing where no bracket is. */
function flowAt(before: string): Flow | undefined {
  const open: { at: number; bracket: string; key: string | undefined; keys: string[] }[] = []
  let quote = ''
  let token = 0
  for (let at = 0; at < before.length; at++) {
    const sign = itemAt(before, at)
    if (quote) {
      if (sign === quote && before[at - 1] !== '\\') quote = ''
      continue
    }
    const top = open.at(-1)
    if ((sign === '"' || sign === "'") && /[[{,:\s]/.test(before[at - 1] ?? ' ')) quote = sign
    else if (sign === '#' && /\s/.test(before[at - 1] ?? '') && !top) return undefined
    else if (sign === '{' || sign === '[') {
      if (top || /[:\s-]\s*$/.test(before.slice(0, at)) || at === 0)
        open.push({ at, bracket: sign, key: undefined, keys: [] })
      token = at + 1
    } else if (sign === '}' || sign === ']') {
      open.pop()
      token = at + 1
    } else if (top && sign === ',') {
      top.key = undefined
      token = at + 1
    } else if (top?.bracket === '{' && sign === ':' && top.key === undefined) {
      top.key = before
        .slice(token, at)
        .trim()
        .replace(/^["']|["']$/g, '')
      top.keys.push(top.key)
      token = at + 1
    }
  }
  const last = open.at(-1)
  if (!last) return undefined
  const steps = open
    .slice(0, -1)
    .flatMap(({ bracket, key }): (string | 0)[] => (bracket === '[' ? [0] : key === undefined ? [] : [key]))
  return {
    outer: before.slice(0, itemAt(open, 0).at),
    steps: last.bracket === '[' ? [...steps, 0] : steps,
    isMapping: last.bracket === '{',
    ...(last.key === undefined ? {} : { key: last.key }),
    siblings: last.keys.slice(0, last.key === undefined ? undefined : -1),
  }
}
