import { lastOf } from '../../core/index.ts'
import type { Part } from './markdown.ts'
import type { LiteralNode, PrintNode } from './nodes.ts'

/** Where a stretch of output came from. */
export interface Segment {
  /** Offset of its first character in the output. */
  readonly start: number
  readonly node: LiteralNode | PrintNode
  readonly kind: 'literal' | 'value' | 'markdown'
  /** Where in the literal this stretch begins: indentation cuts a literal into lines. */
  readonly from: number
  readonly holder?: object | undefined
  readonly path?: readonly string[] | undefined
}

/** Takes what a template prints, piece by piece and in order, and remembers where each piece came from. */
export class Output {
  readonly segments: Segment[] = []
  readonly #pieces: string[] = []
  readonly #indents: string[] = ['']
  #length = 0
  /**
   * How the last piece ended, where that would change what follows: a backslash would undo a value's escaping, and `!`
   * would make an image of a link.
   */
  #tail: 'backslash' | 'exclamation' | undefined
  #atLineStart = true
  /** The indent of a partial that begins inside a line, until it prints. */
  #pending = ''
  /** What the language puts before a `:` or `;` behind a value: a template for all languages has nothing there. */
  readonly #beforeMarks: string

  constructor(beforeMarks = '') {
    this.#beforeMarks = beforeMarks
  }

  get length(): number {
    return this.#length
  }

  get text(): string {
    return this.#pieces.join('')
  }

  /** Everything printed by `body` is indented, as by a partial that is called on an indented line of its own. */
  indented(indent: string, body: () => void): void {
    this.#indents.push(lastOf(this.#indents) + indent)
    // As Handlebars does, when what came before did not end its line.
    const [start, pending] = [this.#length, this.#pending]
    if (!this.#atLineStart) this.#pending += indent
    body()
    if (this.#length === start) this.#pending = pending
    this.#indents.pop()
  }

  literal(node: LiteralNode): void {
    const { text } = node
    if (text === '') return
    const isBehind = this.#beforeMarks !== '' && /\S$/.test(this.#pieces.at(-1) ?? '')
    const emphasis = isBehind ? /^[*_]*(?=[:;?!][*_]*\s)/.exec(text)?.[0] : undefined
    if (emphasis !== undefined) this.#add(emphasis + this.#beforeMarks, { node, kind: 'literal', from: 0 })
    const start = emphasis?.length ?? 0
    this.#lines(text.slice(start), (from) => ({ node, kind: 'literal', from: start + from }))
    this.#tail = isOdd(text.length - text.replace(/\\*$/, '').length)
      ? 'backslash'
      : /(^|[^\\])!$/.test(text)
        ? 'exclamation'
        : undefined
  }

  /** `text` is escaped: it holds no line end. */
  value(node: PrintNode, text: string, holder?: object, path?: readonly string[]): void {
    if (this.#tail === 'backslash') this.#push('\\')
    this.#add(text, { node, kind: 'value', from: 0, holder, path })
    this.#tail = undefined
  }

  markdown(node: PrintNode, parts: readonly Part[]): void {
    if (this.#tail === 'backslash') this.#push('\\')
    if (this.#tail === 'exclamation') this.#escapeExclamation()
    for (const { text, holder, path } of parts) {
      this.#lines(text, () => ({ node, kind: 'markdown', from: 0, holder, path }))
    }
    this.#tail = undefined
  }

  #escapeExclamation(): void {
    const last = this.#pieces.pop() ?? ''
    this.#length -= last.length
    this.#push(`${last.slice(0, -1)}\\!`)
  }

  #lines(text: string, segment: (from: number) => Omit<Segment, 'start'>): void {
    if (this.#indents.length === 1) {
      this.#add(text, segment(0))
      return
    }
    let from = 0
    for (const line of text.split(/(?<=\n)/)) {
      this.#add(line, segment(from))
      from += line.length
    }
  }

  #add(text: string, segment: Omit<Segment, 'start'>): void {
    if (text === '') return
    if (!this.#atLineStart) this.#push(this.#pending)
    else if (!text.startsWith('\n')) this.#push(lastOf(this.#indents))
    this.#pending = ''
    this.segments.push({ start: this.#length, ...segment })
    this.#push(text)
    this.#atLineStart = text.endsWith('\n')
  }

  #push(text: string): void {
    this.#pieces.push(text)
    this.#length += text.length
  }
}

const isOdd = (count: number) => count % 2 === 1
