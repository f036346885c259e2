import { digestOf, elementsOf, paragraphMark, paragraphText, plain, type Xml } from '../../write/index.ts'

export interface Note {
  readonly text: string
  /** It says what it was built with. */
  readonly isKept: boolean
}

/** The footnotes of these ids, in their order. */
export function notesOf(root: Xml | undefined, calls: readonly string[]): Note[] {
  const notes = new Map((root ? elementsOf(root) : []).map((note) => [note.attributes['w:id'] ?? '', note]))
  return calls.flatMap((id) => {
    const note = notes.get(id)
    if (!note) return []
    const texts = elementsOf(note).filter((it) => paragraphText(it).trim() !== '')
    return [{ text: plain(paragraphText(note)).trim(), isKept: texts.length > 0 && texts.every(isKept) }]
  })
}

const isKept = (paragraph: Xml) =>
  elementsOf(paragraph).some(({ attributes }) => isAsBuilt(attributes['w:name'] ?? '', paragraphText(paragraph)))

/** Whether a mark is that of this text. */
export const isAsBuilt = (mark: string, text: string): boolean => paragraphMark.exec(mark)?.[1] === digestOf(text)
