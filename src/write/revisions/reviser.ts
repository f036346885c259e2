import { itemAt } from '../../core/index.ts'
import { elementsOf, type Xml, xml } from '../ooxml/xml.ts'
import { joined } from './join.ts'
import type { Token } from './tokens.ts'

/** What marks a change: words that come or go, or that stand elsewhere now. */
export type Kind = 'ins' | 'del' | 'moveFrom' | 'moveTo'

/** Marks changes as made by one author at one time. Ids count from far above those of bookmarks, with which they share a space. */
export class Reviser {
  readonly #author: string
  readonly #date: string
  /** The styles of the new document. */
  readonly #styles: ReadonlySet<string>
  /** The old note of each new one that stands in its place. */
  readonly pairs = new Map<string, string>()
  #count = 1_000_000

  constructor({ author, date, styles }: { author: string; date: string; styles: ReadonlySet<string> }) {
    this.#author = author
    this.#date = date
    this.#styles = styles
  }

  /** `w:ins` and the like around `content`, or as a mark where there is none. */
  change(kind: Kind, ...content: (Xml | readonly Xml[])[]): Xml {
    return xml(`w:${kind}`, this.#attributes(), ...content)
  }

  /** The ends of a stretch that moved under `name`. */
  range(kind: 'moveFrom' | 'moveTo', name: string): [start: Xml, end: Xml] {
    const attributes = this.#attributes()
    return [
      xml(`w:${kind}RangeStart`, { ...attributes, 'w:name': name }),
      xml(`w:${kind}RangeEnd`, { 'w:id': attributes['w:id'] }),
    ]
  }

  /** A paragraph that is not in the other document at all: its words and its end are marked. */
  paragraph(
    paragraph: Xml,
    kind: Kind,
    { tokens, rest }: { tokens: readonly Token[]; rest: readonly Xml[] },
    move?: string,
  ): Xml {
    const isOld = kind === 'del' || kind === 'moveFrom'
    const words = isOld ? this.gone(tokens, kind) : this.come(tokens, rest, kind)
    const [start, end] = move === undefined ? [] : this.range(kind as 'moveFrom', move)
    const content = [...(start ? [start] : []), ...words, ...(end ? [end] : [])]
    return this.withContent(paragraph, content, { end: kind, isOld })
  }

  /** The runs of what goes, as deleted text: of fields and links the words alone. Called notes come along. */
  gone(tokens: readonly Token[], kind: Kind = 'del'): Xml[] {
    const runs = tokens.flatMap((token) => this.plain(token, kind === 'del' ? 'w:delText' : 'w:t'))
    return runs.length > 0 ? [this.change(kind, runs)] : []
  }

  /** What comes, with the bookmarks in it and those behind it. */
  come(tokens: readonly Token[], rest: readonly Xml[], kind: Kind = 'ins'): Xml[] {
    return [...tokens.flatMap((token) => [...token.marks, ...linked(token, [this.change(kind, token.runs)])]), ...rest]
  }

  /** A token of the old document as runs that the new one can hold. */
  plain({ runs, text, properties, note, key }: Token, element: 'w:t' | 'w:delText' = 'w:t'): Xml[] {
    const look = properties && this.#known(properties)
    if (note !== undefined) return [call(itemAt(runs, 0), note, look, element)]
    if (key.startsWith('w:footnoteRef ')) return [...runs]
    const content = text.split(/([\t\n\u2011])/).flatMap((part) => {
      if (part === '') return []
      const name = { '\t': 'w:tab', '\n': 'w:br', '\u2011': 'w:noBreakHyphen' }[part]
      return [name ? xml(name) : xml(element, { 'xml:space': 'preserve' }, part)]
    })
    return content.length > 0 ? [xml('w:r', {}, look, content)] : []
  }

  /** `paragraph` with other content. Of an old one stays what the new document knows; `end` says what happens to its end. */
  withContent(
    paragraph: Xml,
    content: readonly Xml[],
    { end, isOld = false }: { end?: Kind; isOld?: boolean } = {},
  ): Xml {
    const properties = elementsOf(paragraph).find(({ name }) => name === 'w:pPr')
    const all = properties ? elementsOf(properties) : []
    const kept = isOld
      ? all.filter((one) => one.name !== 'w:numPr' && one.name !== 'w:sectPr' && !this.#isUnknown(one))
      : all
    const isBehind = ({ name }: Xml) => name === 'w:sectPr' || name === 'w:pPrChange'
    const mark = end ? [xml('w:rPr', {}, this.change(end))] : []
    const marked = [...kept.filter((one) => !isBehind(one)), ...mark, ...kept.filter(isBehind)]
    return { ...paragraph, children: [...(marked.length > 0 ? [xml('w:pPr', {}, marked)] : []), ...joined(content)] }
  }

  #attributes() {
    return { 'w:id': this.#count++, 'w:author': this.#author, 'w:date': this.#date }
  }

  #isUnknown({ name, attributes: { 'w:val': value } }: Xml): boolean {
    return (name === 'w:pStyle' || name === 'w:rStyle') && !this.#styles.has(value ?? '')
  }

  #known(properties: Xml): Xml {
    return { ...properties, children: elementsOf(properties).filter((one) => !this.#isUnknown(one)) }
  }
}

/** The call of an old note, with its own mark where it has one. */
function call(run: Xml, note: string, look: Xml | undefined, element: 'w:t' | 'w:delText'): Xml {
  const content = elementsOf(run).flatMap((one): Xml[] => {
    if (one.name === 'w:t') return [{ ...one, name: element }]
    if (one.name !== 'w:footnoteReference') return []
    return [{ ...one, attributes: { ...one.attributes, 'w:id': oldNote(note) } }]
  })
  return xml('w:r', {}, look, content)
}

/** Until all notes are numbered anew, old ones are called by names of their own. */
export const oldNote = (id: string): string => `old ${id}`

/** In its hyperlink, where it has one. */
export const linked = ({ link }: Token, content: readonly Xml[]): Xml[] =>
  link ? [{ ...link, children: [...content] }] : [...content]
