import { itemAt } from '../../core/index.ts'
import { contentOf, elementsOf, type Xml, xml } from '../ooxml/xml.ts'

/** The least piece of a paragraph that goes or comes: a word, a space, a field, the call of a note, a picture. */
export interface Token {
  /** Two tokens with the same key are the same. */
  readonly key: string
  /** What a reader sees of it. */
  readonly text: string
  /** The runs that it is; a field has many. */
  readonly runs: readonly Xml[]
  readonly properties: Xml | undefined
  readonly link: Xml | undefined
  /** Marks without width that stand before it: bookmarks, comments. */
  readonly marks: readonly Xml[]
  readonly note: string | undefined
}

/** The tokens of a paragraph, and the marks behind the last. What an earlier revision took out is not there. */
export function tokensOf(paragraph: Xml): { tokens: Token[]; rest: readonly Xml[] } {
  const reader = new Reader()
  reader.read(elementsOf(paragraph), undefined)
  return { tokens: reader.tokens, rest: reader.marks }
}

class Reader {
  readonly tokens: Token[] = []
  marks: Xml[] = []
  /** The runs of a field that is not yet closed, and how many are open. */
  #field: Xml[] = []
  #depth = 0

  read(elements: readonly Xml[], link: Xml | undefined): void {
    for (const element of elements) {
      if (element.name === 'w:r') this.#run(element, link)
      else if (element.name === 'w:hyperlink') this.read(elementsOf(element), element)
      else if (transparent.has(element.name)) this.read(elementsOf(element), link)
      else if (element.name === 'w:sdt')
        this.read(
          elementsOf(element).flatMap((one) => (one.name === 'w:sdtContent' ? elementsOf(one) : [])),
          link,
        )
      else if (widthless.has(element.name)) this.marks.push(element)
    }
  }

  #run(run: Xml, link: Xml | undefined): void {
    const content = elementsOf(run)
    if (content.some(({ name }) => name === 'w:commentReference')) {
      this.marks.push(run)
      return
    }
    const mark = content.find(({ name }) => name === 'w:fldChar')?.attributes['w:fldCharType']
    if (mark === 'begin') this.#depth++
    if (this.#depth > 0) {
      this.#field.push(run)
      if (mark === 'end' && --this.#depth === 0) this.#endField(link)
      return
    }
    const properties = content.find(({ name }) => name === 'w:rPr')
    const others = content.filter(({ name }) => name !== 'w:rPr')
    const isText = others.every(({ name }) => name === 'w:t')
    if (!isText) {
      this.#add(special(run, others, properties, link))
      return
    }
    for (const word of others
      .map(contentOf)
      .join('')
      .match(/\s+|[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu) ?? []) {
      const text = xml('w:t', { 'xml:space': 'preserve' }, word)
      this.#add({ key: word, text: word, runs: [xml('w:r', {}, properties, text)], properties, link, note: undefined })
    }
  }

  #endField(link: Xml | undefined): void {
    const runs = this.#field
    this.#field = []
    let isResult = false
    let text = ''
    for (const run of runs) {
      for (const element of elementsOf(run)) {
        if (element.attributes['w:fldCharType'] === 'separate') isResult = true
        if (isResult) text += visible(element)
      }
    }
    const properties = elementsOf(itemAt(runs, 0)).find(({ name }) => name === 'w:rPr')
    this.#add({ key: `field ${text}`, text, runs, properties, link, note: undefined })
  }

  #add(token: Omit<Token, 'marks'>): void {
    this.tokens.push({ ...token, marks: this.marks })
    this.marks = []
  }
}

const widthless = new Set(['w:bookmarkStart', 'w:bookmarkEnd', 'w:commentRangeStart', 'w:commentRangeEnd'])
const transparent = new Set(['w:ins', 'w:moveTo', 'w:smartTag', 'w:customXml', 'w:dir', 'w:bdo'])

function special(
  run: Xml,
  content: readonly Xml[],
  properties: Xml | undefined,
  link: Xml | undefined,
): Omit<Token, 'marks'> {
  const note = content.find(({ name }) => name === 'w:footnoteReference')?.attributes['w:id'] ?? undefined
  const text = content.map(visible).join('')
  const kind = note === undefined ? content.map(({ name }) => name).join(' ') : 'note'
  return { key: `${kind} ${text}`, text, runs: [run], properties, link, note }
}

/** What a reader sees of a part of a run. */
function visible(element: Xml): string {
  if (element.name === 'w:t') return contentOf(element)
  if (element.name === 'w:tab') return '\t'
  if (element.name === 'w:br') return '\n'
  return element.name === 'w:noBreakHyphen' ? '\u2011' : ''
}
