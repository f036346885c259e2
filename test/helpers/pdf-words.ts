/**
 * The words of a PDF in the order of its structure tree, as poppler reads them, and the words that a document should give.
 * Poppler's reading of the tree loses what follows an ActualText in the same element (it takes the end of the one for
 * the end of the other), so documents are compared in a language without hyphenation.
 */
import type { Document, FootnoteDefinition, Node } from '../../src/core/tree.ts'
import { wordsIn } from './arbitrary-tree.ts'
import { output } from './readers.ts'

export async function wordsOfPdf(path: string): Promise<string[]> {
  const lines = (await output('pdfinfo', '-struct-text', path)).split('\n')
  // An element is `  P (block)`, an annotation `  Object 12 0`, text stands in quotes and may go on over lines.
  const texts: string[] = []
  let isOpen = false
  for (const line of lines) {
    if (!isOpen && !/^\s*"/.test(line)) continue
    const text: string = isOpen ? line : line.replace(/^\s*"/, '')
    isOpen = !text.endsWith('"')
    texts.push(text.replace(/"$/, ''))
  }
  return comparable(texts.join(' '))
}

/** What `wordsOfPdf` must give of a document without contents: the cover, then the text with each note after the block that first calls it. */
export function wordsOfDocument({ meta, body }: Document): string[] {
  const notes = new Map(
    body.children.flatMap((node) => (node.type === 'footnoteDefinition' ? [[node.identifier, node] as const] : [])),
  )
  const facts = meta.facts.flatMap(({ label, value }) => [label, value])
  const cover = [meta.organisation, meta.title, meta.subtitle, meta.question, meta.authors.join(', '), ...facts]
  const texts = cover.filter((text) => text !== undefined)
  for (const child of body.children) if (child.type !== 'footnoteDefinition') addBlock(child, texts, notes)
  for (const note of notes.values()) addNote(note, texts, notes)
  return comparable(texts.join('\u2029'))
}

type Notes = Map<string, FootnoteDefinition>

const leaves = new Set(['paragraph', 'heading', 'tableCell', 'bibliographyEntry', 'code'])

function addBlock(node: Node, texts: string[], notes: Notes): void {
  const called: FootnoteDefinition[] = []
  if (node.type === 'figure') texts.push(node.label, inline(node.caption, called, notes))
  for (const note of called) addNote(note, texts, notes)
  if (leaves.has(node.type)) {
    const calls: FootnoteDefinition[] = []
    if (node.type === 'bibliographyEntry' && node.label) texts.push(node.label)
    if ('value' in node) texts.push(node.value)
    else if ('children' in node) texts.push(inline(node.children as Node[], calls, notes))
    for (const note of calls) addNote(note, texts, notes)
    return
  }
  const first = node.type === 'list' && node.ordered ? (node.start ?? 1) : undefined
  const children = 'children' in node ? (node.children as Node[]) : []
  children.forEach((child, i) => {
    if (first !== undefined) texts.push(String(first + i))
    addBlock(child, texts, notes)
  })
}

function addNote(note: FootnoteDefinition, texts: string[], notes: Notes): void {
  if (!notes.delete(note.identifier)) return
  texts.push(String(note.number))
  for (const child of note.children) addBlock(child, texts, notes)
}

/** The text of inline nodes; the notes they call for the first time are added to `called`. */
function inline(nodes: readonly Node[], called: FootnoteDefinition[], notes: Notes): string {
  return nodes
    .map((node) => {
      if (node.type === 'footnoteReference') {
        const note = notes.get(node.identifier)
        if (note && !called.includes(note)) called.push(note)
        return ` ${node.number} `
      }
      if (node.type === 'break') return ' '
      if ('value' in node) return node.value
      return 'children' in node ? inline(node.children as Node[], called, notes) : ''
    })
    .join('')
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

/**
 * Letters and digits of a text, in stretches that begin and end where poppler and the tree agree: at no space, because
 * poppler parts a word where its style changes. Letters of right-to-left scripts are left out: poppler gives them in the
 * order in which they stand on paper.
 */
function comparable(text: string): string[] {
  return wordsIn(text).flatMap((word) => (rightToLeft.test(word) ? [] : Array.from(word)))
}
