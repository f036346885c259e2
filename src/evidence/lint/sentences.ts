import { type Cite, type DraftNode, itemAt, type Place, type Section } from '../../core/index.ts'
import { quotationsIn } from '../quotes.ts'
import { isAbbreviation } from '../segments.ts'

/** Where a sentence stands: a list item and a footnote are paragraphs too, and what names the sources of a figure is none. */
type Block = 'paragraph' | 'heading' | 'cell' | 'blockquote' | 'source-note'

/** One sentence of a rendered section, with the citations that follow or stand in it. */
export interface Sentence {
  readonly section: string
  readonly block: Block
  /** Without its citations. */
  readonly text: string
  readonly cites: readonly Cite[]
  /** What the author can mend: the template line, or the datum, that the sentence begins with. */
  readonly place: Place
  /** It stands in a template, and none of its words in a record: an analyst wrote it for this pack. */
  readonly isOfTemplate: boolean
  /** Numbers the block that it stands in, from 0. */
  readonly paragraph: number
}

/** A block's text with the node that each stretch came from; a citation group is one U+FFFC. */
interface Flat {
  text: string
  readonly stretches: { readonly at: number; readonly node: DraftNode }[]
  readonly cites: { readonly at: number; readonly cites: readonly Cite[] }[]
}

const citationMark = '\ufffc'

/** The sentences of some sections, in printing order. */
export function sentencesOf(sections: readonly Section[]): readonly Sentence[] {
  const found: Sentence[] = []
  let paragraph = 0
  for (const section of sections) {
    for (const { block, node } of blocksOf(section.tree, 'paragraph')) {
      const flat = flatten(node)
      for (const { from, to } of splitSentences(flat.text)) {
        const text = flat.text.slice(from, to).replaceAll(citationMark, '').replace(/\s+/g, ' ').trim()
        const cites = flat.cites.filter(({ at }) => at >= from && at < to).flatMap((it) => it.cites)
        if (text === '' && cites.length === 0) continue
        found.push(sentenceAt({ block, text, cites, paragraph }, section, flat, { from, to }))
      }
      paragraph++
    }
  }
  return found
}

const end = new RegExp(
  `[.!?…]+["'”’»)\\]]*(?:\\s*${citationMark}[.;]?)*(?=\\s+["'“‘«(\\[]*[\\p{Lu}\\p{N}${citationMark}]|\\s*$)`,
  'gu',
)

/** A part of a text, from an offset to before another. */
interface Stretch {
  readonly from: number
  readonly to: number
}

/**
 * Where sentences begin and end. A full stop after an initial or a usual abbreviation, or before a small letter, ends
 * none, and neither does one inside a quotation that goes on; a citation after the full stop belongs to the sentence before it.
 */
export function splitSentences(text: string): readonly Stretch[] {
  const found: { from: number; to: number }[] = []
  let from = 0
  const quoted = quotationsIn(text)
  for (const match of text.matchAll(end)) {
    const to = match.index + match[0].length
    if (quoted.some((it) => it.from < match.index && to < it.to)) continue
    const word = /(?:^|[\s("“«])([^\s("“«]+)$/u.exec(text.slice(from, match.index))?.[1] ?? ''
    const after = text.slice(to)
    if (match[0].startsWith('.') && after.trim() !== '' && isAbbreviation(word, after)) continue
    found.push({ from, to })
    from = to
  }
  if (text.slice(from).trim() !== '') found.push({ from, to: text.length })
  return found
}

const isBox = ({ data }: DraftNode) => /^box\b/.test(String(data?.role ?? ''))

function* blocksOf(node: DraftNode, block: Block): Generator<{ block: Block; node: DraftNode }> {
  if (node.type === 'paragraph') yield { block: node.data?.role === 'source-note' ? 'source-note' : block, node }
  else if (node.type === 'heading') yield { block: 'heading', node }
  else if (node.type === 'tableCell') yield { block: 'cell', node }
  else {
    const inner = node.type === 'blockquote' && !isBox(node) ? 'blockquote' : block
    if ('children' in node) for (const child of node.children) yield* blocksOf(child, inner)
  }
}

function flatten(block: DraftNode): Flat {
  const flat: Flat = { text: '', stretches: [], cites: [] }
  const add = (node: DraftNode): void => {
    if (node.type === 'citeGroup') {
      flat.cites.push({ at: flat.text.length, cites: node.children })
      flat.text += citationMark
    } else if ('value' in node) {
      flat.stretches.push({ at: flat.text.length, node })
      flat.text += node.value
    } else if (node.type === 'break') flat.text += ' '
    else if ('children' in node) for (const child of node.children) add(child)
  }
  add(block)
  return flat
}

/** A sentence that looks up its origin when it is asked for: most are not. */
function sentenceAt(
  own: Pick<Sentence, 'block' | 'text' | 'cites' | 'paragraph'>,
  section: Section,
  flat: Flat,
  { from, to }: Stretch,
): Sentence {
  /** Where its words begin in the text of its block. */
  const words = () => [...flat.text.slice(from, to).matchAll(/[^\s\ufffc]+/g)].map(({ index }) => from + index)
  return {
    ...own,
    section: section.name,
    get place() {
      return section.place(nodeAt(flat, words()[0] ?? from))
    },
    get isOfTemplate() {
      let isWritten = false
      for (const at of words()) {
        const node = nodeAt(flat, at)
        if (section.record(node) !== undefined) return false
        isWritten ||= /\p{L}/u.test(itemAt(flat.text, at)) && (section.isWritten?.(node) ?? true)
      }
      return isWritten
    },
  }
}

/** As much of a node as says where the character at an offset of a block's text stands. */
function nodeAt({ stretches }: Flat, at: number): Parameters<Section['place']>[0] {
  const stretch = stretches.findLast((it) => it.at <= at) ?? stretches[0]
  const start = stretch?.node.position?.start
  if (!start) return {}
  const offset = (start.offset ?? 0) + Math.max(0, at - stretch!.at)
  return { position: { start: { offset }, end: { offset } } }
}
