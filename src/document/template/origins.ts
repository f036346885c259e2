import { countUpTo, fieldOf, lastOf, type Place } from '../../core/index.ts'
import type { Corpus, Origin, Provenance, RecordName } from '../../corpus/index.ts'
import type { LiteralNode } from './nodes.ts'
import type { Segment } from './output.ts'

interface OriginsInput {
  readonly file: string
  readonly segments: readonly Segment[]
  readonly markdown: string
  readonly corpus: Pick<Corpus, 'place'>
  readonly provenance: Provenance | undefined
}

/** Where each piece of rendered Markdown can be mended: in the data it was printed from, or in the template. */
export class Origins {
  readonly #input: OriginsInput
  readonly #known = new Map<Segment, ReturnType<typeof deepestKnown>>()

  constructor(input: OriginsInput) {
    this.#input = input
  }

  /** The datum printed at an offset of the Markdown where it is known, else the place in the template. */
  place(offset: number): Place {
    const segment = this.#at(offset)
    if (!segment) return { file: this.#input.file, start: { line: 1, column: 1 } }
    return this.#placeOfDatum(segment) ?? this.#placeInTemplate(segment, offset)
  }

  /** The record that holds the datum printed at an offset; `undefined` where it is not known to come from one. */
  record(offset: number): RecordName | undefined {
    const origin = this.#originOf(this.#at(offset))?.origin
    return origin && `${origin.kind}:${origin.id}`
  }

  /** Whether what stands at an offset is the template’s own text, and no value or what a helper made. */
  isWritten(offset: number): boolean {
    return this.#at(offset)?.kind === 'literal'
  }

  /** The place in the template that printed what stands at an offset, whatever data it printed. */
  template(offset: number): Place {
    const segment = this.#at(offset)
    return segment ? this.#placeInTemplate(segment, offset) : { file: this.#input.file, start: { line: 1, column: 1 } }
  }

  /** The stretches of Markdown that are escaped values, or what a helper made, in order. */
  *values(): Generator<{ readonly start: number; readonly end: number; readonly kind: 'value' | 'markdown' }> {
    const { segments, markdown } = this.#input
    for (const [index, { start, kind }] of segments.entries()) {
      if (kind !== 'literal') yield { start, end: segments[index + 1]?.start ?? markdown.length, kind }
    }
  }

  /** The last segment that starts at the offset or before it. */
  #at(offset: number): Segment | undefined {
    const { segments } = this.#input
    return segments[countUpTo(segments, offset, ({ start }) => start) - 1] ?? segments[0]
  }

  #placeInTemplate(segment: Segment, offset: number): Place {
    const { node } = segment
    if (node.kind !== 'literal') return node.place
    return { file: node.file, start: pointIn(node, segment.from + Math.max(0, offset - segment.start)) }
  }

  #placeOfDatum(segment: Segment): Place | undefined {
    const known = this.#originOf(segment)
    return known && this.#input.corpus.place(known.origin.kind, known.origin.id, [...known.origin.path, ...known.rest])
  }

  #originOf(segment: Segment | undefined): { origin: Origin; rest: readonly string[] } | undefined {
    const { provenance } = this.#input
    if (!provenance || !segment?.holder) return undefined
    if (!this.#known.has(segment))
      this.#known.set(segment, deepestKnown(provenance, segment.holder, segment.path ?? []))
    return this.#known.get(segment)
  }
}

/** Follows a path as far as the data are known to come from a record: where that is, and what of the path is left. */
export function deepestKnown(
  provenance: Provenance,
  holder: object,
  path: readonly string[],
): { origin: Origin; rest: readonly string[] } | undefined {
  const first = provenance.of(holder)
  let known = first && { origin: first, rest: path }
  let value: unknown = holder
  for (const [index, key] of path.entries()) {
    value = fieldOf(value, key)
    if (typeof value !== 'object' || value === null) break
    const origin = provenance.of(value)
    if (origin) known = { origin, rest: path.slice(index + 1) }
  }
  return known
}

function pointIn(node: LiteralNode, offset: number): { line: number; column: number } {
  const before = node.text.slice(0, offset).split('\n')
  const column = before.length === 1 ? node.column : 1
  return { line: node.line + before.length - 1, column: column + lastOf(before).length }
}
