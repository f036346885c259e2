import { elementsOf, type Xml } from '../../write/index.ts'
import { changesOf } from './changes.ts'

/** What a person gives words in a word processor, by the element of a run's properties. */
const kinds = {
  'w:b': ['bold', 1],
  'w:i': ['italic', 2],
  'w:strike': ['struck out', 4],
  'w:u': ['underlined', 8],
  'w:highlight': ['highlighted', 16],
} as const

/** A text's look, letter by letter: each is the sum of what it has. */
export type Looks = string

/** How the runs of a file look, by themselves or by their character styles; what their paragraphs give them is not told. */
export class RunLooks {
  readonly #styles: ReadonlyMap<string, Xml>

  constructor(styles: Xml | undefined) {
    const all = styles ? elementsOf(styles) : []
    this.#styles = new Map(all.map((style) => [style.attributes['w:styleId'] ?? '', style]))
  }

  /** Of a text in a run with these properties. */
  of(text: string, properties: Xml | undefined): Looks {
    return String.fromCharCode(this.#sum(properties, 0)).repeat(text.length)
  }

  /** Links are underlined by their styles: that is nobody's choice, and programs differ in it. */
  #sum(properties: Xml | undefined, depth: number): number {
    if (!properties || depth > mostStyles) return 0
    const own = elementsOf(properties)
    const style = this.#styles.get(valOf(own, 'w:rStyle') ?? '')
    let sum = style ? this.#ofStyle(style, depth) & ~kinds['w:u'][1] : 0
    for (const { name, attributes } of own) {
      if (!isKind(name)) continue
      const [, bit] = kinds[name]
      sum = /^(?:0|false|off|none)$/.test(attributes['w:val'] ?? '') ? sum & ~bit : sum | bit
    }
    return sum
  }

  #ofStyle(style: Xml, depth: number): number {
    const own = elementsOf(style)
    const based = this.#styles.get(valOf(own, 'w:basedOn') ?? '')
    const properties = own.find(({ name }) => name === 'w:rPr')
    return (based && depth < mostStyles ? this.#ofStyle(based, depth + 1) : 0) | this.#sum(properties, depth + 1)
  }
}

/** Styles that are based on each other in a ring end somewhere. */
const mostStyles = 10

const isKind = (name: string): name is keyof typeof kinds => name in kinds
const valOf = (elements: readonly Xml[], wanted: string) =>
  elements.find(({ name }) => name === wanted)?.attributes['w:val']

/** A paragraph's words and how they look. */
interface Looking {
  readonly text: string
  readonly looks: Looks
}

/** The words that stayed and look otherwise, each with what was given to them or taken. */
export function looksChanged(before: Looking, now: Looking): { words: string; how: string }[] {
  const found: { words: string; from: Looks; to: Looks }[] = []
  let shift = 0
  let at = 0
  const compare = (end: number) => {
    for (; at < end; at++) {
      const [from, to] = [before.looks[at]!, now.looks[at + shift]!]
      const last = found.at(-1)
      if (last && last.from === from && last.to === to) last.words += before.text[at]!
      else found.push({ words: before.text[at]!, from, to })
    }
  }
  for (const { from, to, is } of changesOf(before.text, now.text)) {
    compare(from)
    at = to
    shift += is.length - (to - from)
  }
  compare(before.text.length)
  return found.flatMap(({ words, from, to }) =>
    from === to || words.trim() === '' ? [] : [{ words, how: told(from, to) }],
  )
}

function told(from: Looks, to: Looks): string {
  const [had, has] = [from.charCodeAt(0), to.charCodeAt(0)]
  const changed = Object.values(kinds).filter(([, bit]) => ((had ^ has) & bit) !== 0)
  return changed.map(([name, bit]) => ((has & bit) !== 0 ? name : `no longer ${name}`)).join(', ')
}
