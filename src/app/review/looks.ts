import { elementsOf, type Xml } from '../../write/index.ts'
import { changesOf } from './changes.ts'

/** What a person gives words or a paragraph in a word processor, as it is told, by the element of its properties. */
const given: Readonly<Record<string, (attributes: Xml['attributes']) => string | undefined>> = {
  'w:b': toggle('bold'),
  'w:i': toggle('italic'),
  'w:strike': toggle('struck out'),
  'w:u': toggle('underlined'),
  'w:highlight': toggle('highlighted'),
  'w:color': ({ 'w:val': value }) => (value && value !== 'auto' ? `colour ${value.toUpperCase()}` : undefined),
  'w:sz': ({ 'w:val': value }) => `size ${Number(value) / 2}`,
  'w:rFonts': ({ 'w:ascii': name, 'w:asciiTheme': theme }) => (name || theme ? `font ${name || theme}` : undefined),
  'w:jc': ({ 'w:val': value }) => (/^(?:left|start)$/.test(value ?? '') ? undefined : `aligned ${value}`),
}

function toggle(name: string) {
  return ({ 'w:val': value }: Xml['attributes']) => (/^(?:0|false|off|none)$/.test(value ?? '') ? undefined : name)
}

/** Programs write these out where a style says them already: they are told where they differ from what the style says. */
const written: ReadonlySet<string> = new Set(['w:color', 'w:sz', 'w:rFonts', 'w:jc'])

/** Stands first in the look of a link, of which programs say all these anew. */
const link = 'link'
const ofLinks = /^(?:colour|size|font) /

/** What is told of a look, one a line. */
type Look = string

/** A text's look, letter by letter, and its paragraph's. */
export interface Looks {
  readonly letters: readonly Look[]
  readonly paragraph: Look
}

type Given = ReadonlyMap<string, string | undefined>

/** How the runs and paragraphs of a file look. */
export class RunLooks {
  readonly #styles: ReadonlyMap<string, Xml>
  readonly #defaults: Given
  readonly #normal: string

  constructor(styles: Xml | undefined) {
    const all = styles ? elementsOf(styles) : []
    this.#styles = new Map(all.map((style) => [style.attributes['w:styleId'] ?? '', style]))
    this.#normal =
      all.find(({ attributes }) => attributes['w:default'] === '1' && attributes['w:type'] === 'paragraph')?.attributes[
        'w:styleId'
      ] ?? ''
    const defaults = all.filter(({ name }) => name === 'w:docDefaults').flatMap(elementsOf)
    this.#defaults = merged(defaults.flatMap(elementsOf).map(ownOf))
  }

  /** Of a run with these properties in a paragraph with those; what the style of the paragraph gives it is not told. */
  ofRun(run: Xml | undefined, paragraph: Xml | undefined, isLink: boolean): Look {
    const style = this.#ofStyle(styleOf(run, 'w:rStyle'))
    const own = unlike(ownOf(run), merged([this.#ofParagraphStyle(paragraph), style]))
    // Links are underlined by their styles: that is nobody's choice.
    const ofStyle = [...style].filter(([name]) => !written.has(name) && name !== 'w:u')
    const look = told(merged([new Map(ofStyle), own]))
    return isLink ? `${link}\n${look}` : look
  }

  ofParagraph(paragraph: Xml | undefined): Look {
    const around = this.#ofParagraphStyle(paragraph)
    const style = this.#styles.get(styleOf(paragraph, 'w:pStyle') ?? this.#normal ?? '')
    const name = style && elementsOf(style).find((it) => it.name === 'w:name')?.attributes['w:val']
    const own = told(unlike(ownOf(paragraph), around))
    return [name && `style ${name.toLowerCase()}`, own].filter(Boolean).join('\n')
  }

  #ofParagraphStyle(paragraph: Xml | undefined): Given {
    return merged([this.#defaults, this.#ofStyle(styleOf(paragraph, 'w:pStyle') ?? this.#normal)])
  }

  readonly #known = new Map<string, Given>()
  #ofStyle(id: string | undefined, depth = 0): Given {
    const style = this.#styles.get(id ?? '')
    if (id === undefined || !style || depth > mostStyles) return new Map()
    const known = this.#known.get(id)
    if (known) return known
    const own = elementsOf(style)
    const based = own.find(({ name }) => name === 'w:basedOn')?.attributes['w:val']
    const all = merged([
      this.#ofStyle(based ?? undefined, depth + 1),
      ...own.filter(({ name }) => name === 'w:rPr' || name === 'w:pPr').map(ownOf),
    ])
    this.#known.set(id, all)
    return all
  }
}

/** Styles that are based on each other in a ring end somewhere. */
const mostStyles = 10

const styleOf = (properties: Xml | undefined, wanted: string) =>
  (properties && elementsOf(properties).find(({ name }) => name === wanted)?.attributes['w:val']) ?? undefined

const ownOf = (properties: Xml | undefined): Given =>
  new Map(
    (properties ? elementsOf(properties) : []).flatMap(({ name, attributes }) => {
      const read = given[name]
      return read ? [[name, read(attributes)] as const] : []
    }),
  )

/** Later ones override. */
const merged = (all: readonly Given[]): Given => new Map(all.flatMap((it) => [...it]))

const unlike = (own: Given, styles: Given): Given =>
  new Map([...own].filter(([name, value]) => !written.has(name) || styles.get(name) !== value))

const told = (all: Given): Look =>
  Object.keys(given)
    .flatMap((name) => all.get(name) ?? [])
    .join('\n')

/** A paragraph's words and how they look. */
interface Looking {
  readonly text: string
  readonly letters: readonly Look[]
}

/** The words that stayed and look otherwise, each with what was given to them or taken. */
export function looksChanged(before: Looking, now: Looking): { words: string; how: string }[] {
  const found: { words: string; from: Look; to: Look }[] = []
  let shift = 0
  let at = 0
  const compare = (end: number) => {
    for (; at < end; at++) {
      const [from, to] = [before.letters[at] ?? '', now.letters[at + shift] ?? '']
      const last = found.at(-1)
      if (last && last.from === from && last.to === to) last.words += before.text.charAt(at)
      else found.push({ words: before.text.charAt(at), from, to })
    }
  }
  for (const { from, to, is } of changesOf(before.text, now.text)) {
    compare(from)
    at = to
    shift += is.length - (to - from)
  }
  compare(before.text.length)
  return found.flatMap(({ words, from, to }) =>
    words.trim() === '' || lookChange(from, to) === '' ? [] : [{ words, how: lookChange(from, to) }],
  )
}

/** What a look was given, and what it lost that nothing of its kind replaces. */
export function lookChange(from: Look, to: Look): string {
  const isLink = [from, to].some((it) => it.startsWith(link))
  const said = (it: Look) => it.split('\n').filter((one) => one && one !== link && !(isLink && ofLinks.test(one)))
  const [had, has] = [said(from), said(to)]
  const kindOf = (it: string) => it.split(' ')[0]
  const lost = had.filter((it) => !has.some((other) => kindOf(other) === kindOf(it)))
  return [...has.filter((it) => !had.includes(it)), ...lost.map((it) => `no longer ${it}`)].join(', ')
}
