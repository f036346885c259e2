import { type FootnoteDefinition, type FootnoteReference, type Node, walk } from '../../core/index.ts'
import { type Xml, xml } from '../ooxml/xml.ts'
import type { Setting } from './assembly.ts'
import { field, run } from './fields.ts'

/** A note that is called, with the id its call names. `mark` is its printed number when Word would count otherwise. */
export interface CalledNote {
  readonly id: number
  readonly definition: FootnoteDefinition
  readonly mark?: string | undefined
}

/** The footnotes of a document: ids are contiguous from 1, in the order of their first calls. */
export class Notes {
  readonly #definitions = new Map<string, FootnoteDefinition>()
  /** How often each note is called from the text; calls inside notes do not count, Word has none. */
  readonly #calls = new Map<string, number>()
  readonly #called = new Map<string, CalledNote>()
  #automatic = 0

  constructor(nodes: readonly Node[]) {
    const inNotes = new Set<Node>()
    for (const node of nodes) {
      if (node.type === 'footnoteDefinition') {
        this.#definitions.set(node.identifier, node)
        for (const inside of walk<Node>(node)) if (inside.type === 'footnoteReference') inNotes.add(inside)
      }
      if (node.type === 'footnoteReference' && !inNotes.has(node)) {
        this.#calls.set(node.identifier, (this.#calls.get(node.identifier) ?? 0) + 1)
      }
    }
  }

  /** Ids of the places of notes that are called again: the later calls point at the first. */
  get repeatedIds(): string[] {
    return [...this.#calls].flatMap(([identifier, count]) => (count > 1 ? placeOf(identifier) : []))
  }

  /** Whether the text calls this note; one that it does not call is printed where it stands. */
  isCalled(definition: FootnoteDefinition): boolean {
    return this.#calls.has(definition.identifier) && this.#definitions.get(definition.identifier) === definition
  }

  /** The notes called so far, in the order of their ids. */
  get called(): readonly CalledNote[] {
    return [...this.#called.values()]
  }

  /** The runs that call a note. */
  call(node: FootnoteReference, setting: Setting): readonly Xml[] {
    const properties = { ...setting.run, style: 'FootnoteReference' }
    const number = xml('w:t', {}, String(node.number))
    const definition = this.#definitions.get(node.identifier)
    if (!definition || setting.part === 'word/footnotes.xml')
      return [run(number, { ...setting.run, raised: 'superscript' })]
    const { bookmarks } = setting.assembly
    const place = placeOf(node.identifier)
    if (this.#called.has(node.identifier)) {
      return field(`NOTEREF ${bookmarks.name(place)} \\f \\h`, [run(number, properties)], properties)
    }
    const note = this.#number(node, definition)
    const reference = xml('w:footnoteReference', {
      'w:customMarkFollows': note.mark === undefined ? undefined : 1,
      'w:id': note.id,
    })
    return bookmarks.around(place, [run(note.mark === undefined ? reference : [reference, number], properties)])
  }

  /** Word counts for itself. Where the printed number is another, the number is given as a mark and Word does not count. */
  #number(node: FootnoteReference, definition: FootnoteDefinition): CalledNote {
    const counted = node.number === this.#automatic + 1
    if (counted) this.#automatic += 1
    const note = { id: this.#called.size + 1, definition, mark: counted ? undefined : String(node.number) }
    this.#called.set(node.identifier, note)
    return note
  }
}

const placeOf = (identifier: string) => `note ${identifier}`
