import type { Corpus } from '../corpus/corpus.ts'
import type { Provenance } from '../corpus/provenance.ts'
import type { Place } from '../log.ts'
import type { LiteralNode, Node } from './nodes.ts'
import type { Segment } from './output.ts'

interface OriginsInput {
  readonly file: string
  readonly nodes: readonly Node[]
  readonly segments: readonly Segment[]
  readonly markdown: string
  readonly corpus: Pick<Corpus, 'place'>
  readonly provenance: Provenance | undefined
}

/** Where each piece of rendered Markdown can be mended: in the data it was printed from, or in the template. */
export class Origins {
  readonly #input: OriginsInput

  constructor(input: OriginsInput) {
    this.#input = input
  }

  /** The datum printed at an offset of the Markdown where it is known, else the place in the template. */
  place(offset: number): Place {
    const segment = this.#at(offset)
    if (!segment) return { file: this.#input.file, start: { line: 1, column: 1 } }
    return this.#placeOfDatum(segment) ?? this.#placeInTemplate(segment, offset)
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
    let low = 0
    let high = segments.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (segments[middle]!.start <= offset) low = middle + 1
      else high = middle
    }
    return segments[low - 1] ?? segments[0]
  }

  #placeInTemplate(segment: Segment, offset: number): Place {
    const node = this.#input.nodes[segment.id]!
    if (node.kind !== 'literal') return node.place
    return { file: node.file, start: pointIn(node, segment.from + Math.max(0, offset - segment.start)) }
  }

  #placeOfDatum(segment: Segment): Place | undefined {
    const { provenance, corpus } = this.#input
    if (!provenance || !segment.holder) return undefined
    const { object, rest } = deepestKnown(provenance, segment.holder, segment.path ?? [])
    const origin = provenance.of(object)
    return origin && corpus.place(origin.kind, origin.id, [...origin.path, ...rest])
  }
}

/** Follows a path as far as the data are known to come from a record. */
function deepestKnown(
  provenance: Provenance,
  holder: object,
  path: readonly string[],
): { object: object; rest: readonly string[] } {
  let known = { object: holder, rest: path }
  let value: unknown = holder
  for (const [index, key] of path.entries()) {
    value = (value as Record<string, unknown>)[key]
    if (typeof value !== 'object' || value === null) break
    if (provenance.of(value)) known = { object: value, rest: path.slice(index + 1) }
  }
  return known
}

function pointIn(node: LiteralNode, offset: number): { line: number; column: number } {
  const before = node.text.slice(0, offset).split('\n')
  const column = before.length === 1 ? node.column : 1
  return { line: node.line + before.length - 1, column: column + before.at(-1)!.length }
}
