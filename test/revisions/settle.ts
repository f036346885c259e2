/** A file with tracked changes as whoever accepts or rejects all of them has it: our own reader, to hold against LibreOffice. */
import type { Element } from 'xast'
import { childrenOf, named, type Parts, parsePart } from '../docx/read.ts'

export type Settled = 'accepted' | 'rejected'

/** The words of each paragraph that has any, notes in brackets where they are called; without contents. */
export function paragraphsOf(parts: Parts, as: Settled): string[] {
  const notes = new Map(
    named(parsePart(parts, 'word/footnotes.xml'), 'w:footnote').map((note) => [
      note.attributes['w:id']!,
      read([note], as, new Map()).join(' '),
    ]),
  )
  const body = named(parsePart(parts, 'word/document.xml'), 'w:body')[0]!
  return read(childrenOf(body), as, notes).filter((text) => text.trim() !== '')
}

const leftOut = { accepted: new Set(['w:del', 'w:moveFrom']), rejected: new Set(['w:ins', 'w:moveTo']) }

function read(blocks: readonly Element[], as: Settled, notes: ReadonlyMap<string, string>): string[] {
  const paragraphs: string[] = []
  let open = ''
  for (const block of blocks) {
    if (block.name === 'w:p') {
      open += wordsOf(block, as, notes)
      const mark = childrenOf(block).find(({ name }) => name === 'w:pPr')
      const end = mark && childrenOf(mark).find(({ name }) => name === 'w:rPr')
      // An end that is gone joins its paragraph with the next.
      if (end && childrenOf(end).some(({ name }) => leftOut[as].has(name))) continue
      paragraphs.push(open)
      open = ''
    } else if (block.name === 'w:tr' && isGone(block, as)) continue
    else if (block.name !== 'w:sdt') paragraphs.push(...read(childrenOf(block), as, notes))
  }
  return open === '' ? paragraphs : [...paragraphs, open]
}

function isGone(row: Element, as: Settled): boolean {
  const properties = childrenOf(row).find(({ name }) => name === 'w:trPr')
  return properties !== undefined && childrenOf(properties).some(({ name }) => leftOut[as].has(name))
}

function wordsOf(element: Element, as: Settled, notes: ReadonlyMap<string, string>): string {
  return childrenOf(element)
    .map((child): string => {
      if (leftOut[as].has(child.name) || child.name === 'w:pPr') return ''
      if (child.name === 'w:t' || child.name === 'w:delText')
        return child.children.map((it) => ('value' in it ? it.value : '')).join('')
      if (child.name === 'w:tab' || child.name === 'w:br') return ' '
      if (child.name === 'w:footnoteReference') return `[${notes.get(child.attributes['w:id']!) ?? '?'}]`
      return wordsOf(child, as, notes)
    })
    .join('')
}
