import { sha256 } from '../../core/index.ts'
import { markup, type Xml } from '../ooxml/xml.ts'

/**
 * The names under which links, fields and Word's own dialogues find places. Word wants at most 40 letters, digits and
 * underscores, starting with a letter, unique whatever the case.
 */
export class Bookmarks {
  readonly #names = new Map<string, string>()
  readonly #taken = new Set<string>()
  readonly #set = new Set<string>()
  #count = 0

  /** `ids` are those of the nodes that can be pointed at. */
  constructor(ids: Iterable<string>) {
    for (const id of ids) if (!this.#names.has(id)) this.#names.set(id, this.#claim(id))
  }

  /** The name of the place `id`, or `undefined` when the document has no such place. */
  name(id: string): string | undefined {
    return this.#names.get(id)
  }

  /** `content` marked as the place `id`; as it is when there is no id, or when the place is marked already. */
  around(id: string | undefined, content: readonly Xml[]): readonly Xml[] {
    const name = id === undefined ? undefined : this.#names.get(id)
    if (name === undefined || this.#set.has(name)) return content
    this.#set.add(name)
    const [start, end] = this.ends(name)
    return [start, ...content, end]
  }

  /** What opens and closes a bookmark of this name, which must be valid and not yet there. */
  ends(name: string): readonly [start: Xml, end: Xml] {
    const { start, end } = this.pair(name)
    return [markup('w:bookmarkStart', start), markup('w:bookmarkEnd', end)]
  }

  /** Their texts. */
  pair(name: string): { readonly start: string; readonly end: string } {
    const number = this.#count++
    return {
      start: `<w:bookmarkStart w:id="${number}" w:name="${name}"/>`,
      end: `<w:bookmarkEnd w:id="${number}"/>`,
    }
  }

  #claim(id: string): string {
    const wish = bookmarkName(id)
    const name = this.#taken.has(wish.toLowerCase()) ? hashed(wish, id) : wish
    this.#taken.add(name.toLowerCase())
    return name
  }
}

/** The name that a place gets where no other has it: what a link from another file goes by. */
export function bookmarkName(id: string): string {
  const letters = id.replace(/[^A-Za-z0-9_]/g, '_').replace(/^[^A-Za-z]/, 'b$&')
  return letters.length <= 40 ? letters : hashed(letters, id)
}

const hashed = (name: string, id: string) => `${name.slice(0, 31)}_${sha256(id).slice(0, 8)}`
