/** Tracked changes: a Word file that tells what became of an earlier one. */

import { fromXml } from 'xast-util-from-xml'
import { entryOf, must } from '../../core/index.ts'
import { elementsOf, serialise, type Xml } from '../ooxml/xml.ts'
import { compareBlocks, type Notes, textOf } from './blocks.ts'
import { oldNote, Reviser } from './reviser.ts'
import { tokensOf } from './tokens.ts'

/** Of a Word file, by path. */
export type Parts = ReadonlyMap<string, string | Uint8Array>

/**
 * The parts of a Word file, `after`, with what changed since `before` marked as insertions, deletions and moves: in text,
 * tables and notes, but not in contents, which Word makes itself. Whoever accepts all has the new text, whoever rejects
 * all the old one. Both are files of ours.
 */
export function withRevisions(before: Parts, after: Parts, by: { author: string; date: string }): Parts {
  const [oldMain, newMain] = [partOf(before, 'word/document.xml'), partOf(after, 'word/document.xml')]
  const [oldNotes, newNotes] = [notesOf(before), notesOf(after)]
  const styles = elementsOf(partOf(after, 'word/styles.xml')).map((style) => style.attributes['w:styleId'] ?? '')
  const reviser = new Reviser({ ...by, styles: new Set(styles) })
  const notes: Notes = { before: textsOf(oldNotes), after: textsOf(newNotes) }
  const blocks = compareBlocks(blocksOf(oldMain), blocksOf(newMain), notes, reviser)
  const body = must(elementsOf(newMain).find(({ name }) => name === 'w:body'))
  const end = elementsOf(body).filter(({ name }) => name === 'w:sectPr')
  const order = new Map<string, string>()
  const number = (element: Xml): Xml => {
    if (element.name === 'w:footnoteReference') {
      const id = element.attributes['w:id'] ?? ''
      if (!order.has(id)) order.set(id, String(order.size + 1))
      return { ...element, attributes: { ...element.attributes, 'w:id': entryOf(order, id) } }
    }
    return { ...element, children: element.children.map((child) => (child.type === 'element' ? number(child) : child)) }
  }
  const main = number({ ...newMain, children: [{ ...body, children: [...blocks, ...end] }] })
  const root = partOf(after, 'word/footnotes.xml')
  const separators = elementsOf(root).filter((one) => one.attributes['w:type'])
  const called = [...order].map(([id, name]) => ({
    ...noteOf(id, oldNotes, newNotes, reviser),
    attributes: { 'w:id': name },
  }))
  return new Map([
    ...after,
    ['word/document.xml', serialise(main)],
    ['word/footnotes.xml', serialise({ ...root, children: [...separators, ...called] })],
  ])
}

function noteOf(id: string, before: ReadonlyMap<string, Xml>, after: ReadonlyMap<string, Xml>, reviser: Reviser): Xml {
  const note = after.get(id)
  if (!note) return plainNote(entryOf(before, id.slice(oldNote('').length)), reviser)
  const other = before.get(reviser.pairs.get(id) ?? '')
  if (!other) return note
  const none = { before: new Map(), after: new Map() }
  return { ...note, children: compareBlocks(elementsOf(other), elementsOf(note), none, reviser) }
}

/** An old note with what the new file can hold: its words and their looks. */
function plainNote(note: Xml, reviser: Reviser): Xml {
  const children = elementsOf(note).map((child) =>
    child.name === 'w:p'
      ? reviser.withContent(
          child,
          tokensOf(child).tokens.flatMap((token) => reviser.plain(token)),
          { isOld: true },
        )
      : child,
  )
  return { ...note, children }
}

function partOf(parts: Parts, path: string): Xml {
  const part = parts.get(path) ?? '<w:none/>'
  const text = typeof part === 'string' ? part : new TextDecoder().decode(part)
  return must(fromXml(text).children.find((child) => child.type === 'element'))
}

const blocksOf = (main: Xml) =>
  elementsOf(main)
    .flatMap((body) => (body.name === 'w:body' ? elementsOf(body) : []))
    .filter(({ name }) => name !== 'w:sectPr')

const notesOf = (parts: Parts) =>
  new Map(
    elementsOf(partOf(parts, 'word/footnotes.xml')).flatMap((note) =>
      note.attributes['w:type'] ? [] : [[note.attributes['w:id'] ?? '', note] as const],
    ),
  )

const textsOf = (notes: ReadonlyMap<string, Xml>) =>
  new Map([...notes].map(([id, note]) => [id, textOf(note, new Map()).trim()] as const))
