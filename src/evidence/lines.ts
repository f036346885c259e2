/** Texts whose paragraphs were cut into lines: which lines go on into the next, and the text as it reads over their ends. */
import { itemAt, remembered } from '../core/index.ts'
import { type Folded, foldWithPlaces, type Joined, joined, lastBefore } from './fold.ts'
import { layoutOf } from './normalise.ts'
import { wordPlaces } from './segments.ts'

/** A stretch of one paragraph: its 1-based number, and offsets into its normalised text (UTF-16 units); over lines, of the first. */
export interface Span {
  readonly para: number
  readonly from: number
  readonly to: number
  readonly text: string
}

/** A text in one line, as it is and folded. */
export interface Reading extends Joined {
  readonly folded: Folded
}

/** A text in one line, once for each way to read the hyphens at the ends of its lines. */
export const readingsOf = remembered((paragraphs: readonly string[]): readonly Reading[] =>
  joined(paragraphs, layoutOf(paragraphs).glued).map((it) => ({ ...it, folded: foldWithPlaces(it.text) })),
)

export function spanIn({ text, starts }: Pick<Joined, 'text' | 'starts'>, from: number, to: number): Span {
  const line = lastBefore(starts, from)
  const at = from - itemAt(starts, line)
  return { para: line + 1, from: at, to: at + to - from, text: text.slice(from, to) }
}

/** How a line stands to the next: it goes on in it, it may (words that run over its end say so), or it does not. */
export type Flow = 'on' | 'open' | 'apart'

const closing = '["\'»)\\]」』”’]*(?:[¹²³⁰⁴-⁹*†‡]|\\[\\d+\\])*$'
const sentenceEnd = new RegExp(`[.!?…。．！？｡։؟۔।॥។]${closing}`, 'u')
const clauseEnd = new RegExp(`[.!?…。．！？｡։؟۔।॥។:;：；]${closing}`, 'u')
// Georgian writes no capitals.
const lowercase = /^(?!\p{Script=Georgian})\p{Ll}/u

/** The flow of every line but the last. Lines are cut where the first word of the next had no room. */
export const flowOf = remembered((paragraphs: readonly string[]): readonly Flow[] => {
  const { apart, glued } = layoutOf(paragraphs)
  const lengths = paragraphs.map(({ length }) => length).sort((a, b) => a - b)
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 0
  const ends = paragraphs.slice(0, -1).map((line, index) => {
    const next = itemAt(paragraphs, index + 1)
    const [first] = wordPlaces(next.slice(0, 60))
    const isFull = line.length + 1 + (first ? first.to - first.from : 0) > width
    const isEnded = clauseEnd.test(line)
    const isBroken = glued.has(index) || (!isEnded && lowercase.test(next))
    return { isApart: apart.has(index + 1), isFull, isEnded, isBroken }
  })
  const inside = ends.filter(({ isApart }) => !isApart)
  const full = inside.filter(({ isFull }) => isFull)
  const cut = full.filter(({ isEnded }) => !isEnded).length
  // Of paragraphs in a line each, a few are as long as the longest, and end as sentences do.
  const isWrapped = cut > 1 && cut * 2 > full.length && full.length * 2 >= inside.length
  return ends.map(({ isApart, isFull, isEnded, isBroken }) => {
    if (isApart) return 'apart'
    if (isBroken || (isWrapped && isFull)) return 'on'
    return !isEnded || apart.size > 0 ? 'open' : 'apart'
  })
})

/** For each line, the line behind which the text no longer goes on from it. */
const reachOf = remembered((paragraphs: readonly string[]): readonly number[] => {
  const flow = flowOf(paragraphs)
  const reach = paragraphs.map((_, index) => index)
  for (let index = flow.length - 1; index >= 0; index--)
    if (flow[index] !== 'apart') reach[index] = itemAt(reach, index + 1)
  return reach
})

/** Whether a stretch of a reading runs over no end of a paragraph. */
export function isOfOne({ starts }: Joined, from: number, to: number, paragraphs: readonly string[]): boolean {
  return lastBefore(starts, to - 1) <= itemAt(reachOf(paragraphs), lastBefore(starts, from))
}

/** The reading that a span is of, where in it the span begins, and the indexes of its lines. */
function linesOf(span: Span, paragraphs: readonly string[]) {
  const startIn = ({ starts }: Joined) => itemAt(starts, span.para - 1) + span.from
  const readings = readingsOf(paragraphs)
  const reading = readings.find((it) => it.text.startsWith(span.text, startIn(it))) ?? itemAt(readings, 0)
  const at = startIn(reading)
  return {
    reading,
    at,
    first: span.para - 1,
    last: lastBefore(reading.starts, Math.max(at, at + span.text.length - 1)),
  }
}

/** A span as stretches of the lines that it stands in. */
export function piecesOf(span: Span, paragraphs: readonly string[]): readonly Omit<Span, 'text'>[] {
  const { reading, at, first, last } = linesOf(span, paragraphs)
  return paragraphs.slice(first, last + 1).map((line, index) => {
    const start = at - itemAt(reading.starts, first + index)
    const to = Math.min(line.length, start + span.text.length)
    return { para: first + index + 1, from: Math.max(0, start), to }
  })
}

/** Lines that go on in one another, as one. */
export interface Block {
  readonly block: Pick<Joined, 'text' | 'starts'>
  /** The index of its first line. */
  readonly first: number
  /** Where in it the span begins that it was asked for. */
  readonly at: number
}

/** The lines that a span stands in, and those around them that they go on in while its sentence does. */
export function blockOf(span: Span, paragraphs: readonly string[]): Block {
  const flow = flowOf(paragraphs)
  const lines = linesOf(span, paragraphs)
  const { text, starts } = lines.reading
  let { first, last } = lines
  const goesOn = (index: number) => flow[index] === 'on' && !sentenceEnd.test(itemAt(paragraphs, index))
  while (goesOn(first - 1)) first--
  while (goesOn(last)) last++
  const from = itemAt(starts, first)
  const own = starts.slice(first, last + 1).map((start) => start - from)
  return { block: { text: text.slice(from, starts[last + 1]).trimEnd(), starts: own }, first, at: lines.at - from }
}

/** The paragraphs of a text with their lines put together, each with the number of its first line. */
export const unwrapped = remembered(
  (paragraphs: readonly string[]): readonly { readonly para: number; readonly text: string }[] => {
    const flow = flowOf(paragraphs)
    const { text, starts } = itemAt(readingsOf(paragraphs), 0)
    const firsts = starts.flatMap((from, index) =>
      index > 0 && flow[index - 1] === 'on' ? [] : [{ from, para: index + 1 }],
    )
    return firsts.map(({ from, para }, index) => ({ para, text: text.slice(from, firsts[index + 1]?.from).trimEnd() }))
  },
)
