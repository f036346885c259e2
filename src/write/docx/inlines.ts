import {
  type Citation,
  dispatch,
  type Handlers,
  type Inline,
  isKeyOf,
  isRightToLeft,
  type Link,
  type Span,
} from '../../core/index.ts'
import { fileBeside } from '../alike.ts'
import { relation } from '../ooxml/package.ts'
import { type Attributes, markup, type Xml, xml } from '../ooxml/xml.ts'
import type { Setting } from './assembly.ts'
import { bookmarkName } from './bookmarks.ts'
import { field, run } from './fields.ts'
import { isNative, stretches, wordLanguage } from './languages.ts'
import { type RunProperties, runText } from './properties.ts'

export function inlines(nodes: readonly Inline[], setting: Setting): Xml[] {
  const [only] = nodes
  if (nodes.length === 1 && only?.type === 'text' && !only.data) return textRuns(only.value, setting)
  const written: Xml[] = []
  // Texts that touch are one: a run costs much, to write and to edit.
  let words = ''
  for (const node of nodes) {
    if (node.type === 'text' && !node.data) {
      words += node.value
      continue
    }
    if (words !== '') written.push(...textRuns(words, setting))
    words = ''
    const { data } = node
    const here = data?.lang ? { ...setting, language: data.lang } : setting
    for (const one of setting.assembly.bookmarks.around(data?.id, dispatch(handlers, node, here))) written.push(one)
  }
  if (words !== '') written.push(...textRuns(words, setting))
  return written
}

/** The runs of a text: one for each stretch of a script and a direction. */
export function textRuns(value: string, setting: Setting): Xml[] {
  if (value === '') return []
  if (isNative(value, setting.language) && !special.test(value)) {
    const properties = isOfDocument(setting) ? setting.run : { ...setting.run, ...languageOf(setting, false) }
    return [markup('w:r', `<w:r>${runText(properties)}${wordsTag(value)}`, value, '</w:t></w:r>')]
  }
  return stretches(value, setting.language).map(({ text, rightToLeft, foreign }) =>
    run(characters(text.replace(/[\r\n]+/g, ' ')), {
      ...setting.run,
      ...(rightToLeft && { rightToLeft }),
      ...languageOf(setting, foreign),
    }),
  )
}

export function plainText(children: readonly Inline[]): string {
  return children
    .map((child) => ('value' in child ? child.value : 'children' in child ? plainText(child.children) : ''))
    .join('')
}

/** `w:t`, and the characters that Word wants as elements. */
export function characters(text: string): Xml[] {
  if (text !== '' && !special.test(text)) return [words(text)]
  return text.split(special).flatMap((piece) => {
    if (piece === '') return []
    const element = asElement[piece]
    return element ? xml(element) : words(piece)
  })
}

const words = (text: string) => markup('w:t', wordsTag(text), text, '</w:t>')

/** Word leaves out spaces at the edges unless it is told to keep them. */
const wordsTag = (text: string) => (isSpaced(text) ? '<w:t xml:space="preserve">' : '<w:t>')

const isSpaced = (text: string) => text.charCodeAt(0) <= 32 || text.charCodeAt(text.length - 1) <= 32

const special = /([\t\u00ad\u2011])/

const asElement: Readonly<Record<string, string>> = {
  '\t': 'w:tab',
  '\u00ad': 'w:softHyphen',
  '\u2011': 'w:noBreakHyphen',
}

/**
 * What is said of a run's language: nothing in the document's own; the language when it is known; and that nobody knows it,
 * so that the spelling checker leaves it alone, when only the script tells that it is another.
 */
function languageOf(setting: Setting, foreign: boolean): RunProperties {
  if (foreign) return { unchecked: true }
  if (isOfDocument(setting)) return {}
  const { language } = setting
  const name = wordLanguage(language)
  return { language: isRightToLeft(language) ? { bidi: name } : { main: name } }
}

const isOfDocument = ({ language, assembly }: Setting) => language === assembly.document.meta.language

const handlers: Handlers<Inline, Setting, readonly Xml[]> = {
  text: ({ value }, setting) => textRuns(value, setting),
  inlineCode: ({ value }, setting) => textRuns(value, inStyle('VerbatimChar', setting)),
  break: (_, { run: properties }) => [run(xml('w:br'), properties)],
  emphasis: ({ children }, setting) => inlines(children, emphasised('Emphasis', setting)),
  strong: ({ children }, setting) => inlines(children, emphasised('Strong', setting)),
  delete: ({ children }, setting) => inlines(children, styled(setting, { strike: true })),
  superscript: ({ children }, setting) => inlines(children, styled(setting, { raised: 'superscript' })),
  subscript: ({ children }, setting) => inlines(children, styled(setting, { raised: 'subscript' })),
  smallCaps: ({ children }, setting) => inlines(children, styled(setting, { smallCaps: true })),
  span,
  link,
  footnoteReference: (node, setting) => setting.assembly.notes.call(node, setting),
}

const styled = (setting: Setting, properties: RunProperties, linked = setting.linked): Setting => ({
  ...setting,
  linked,
  run: { ...setting.run, ...properties },
})

/** What the styles of emphasis look like where they cannot be used. */
const looks = { Strong: { bold: true }, Emphasis: { italic: true } } as const

/** A run has one character style: emphasis around another style is told by its look. */
function inStyle(style: string, setting: Setting, linked?: boolean): Setting {
  const { style: own = '' } = setting.run
  const look = isKeyOf(looks, own) && looks[own]
  return styled(setting, look ? { ...look, style } : { style }, linked)
}

/** A bold style in a paragraph whose style is bold would undo it (ISO/IEC 29500-1, 17.7.3): there the look is told. */
export function emphasised(style: keyof typeof looks, setting: Setting): Setting {
  const isPlain = setting.run.style === undefined && !setting.emphatic
  return styled(setting, isPlain ? { style } : looks[style])
}

function span({ children, data }: Span, setting: Setting): readonly Xml[] {
  const { zotero } = setting.assembly
  if (!zotero || !data?.citation || setting.linked) return inlines(children, setting)
  // Zotero writes the words anew, and knows nothing of links in them.
  const inside: Setting = { ...setting, linked: true }
  const [first, ...others] = children
  // It has no way to name an author in the sentence: the name stays before what it keeps.
  const names = first?.type === 'span' && first.data?.role === 'author' && others.length > 0 ? [first] : []
  const words = names.length > 0 ? others : children
  const [start, ...behind] = words
  const isApart = start?.type === 'text' && start.value.startsWith(' ')
  const space = isApart ? textRuns(' ', inside) : []
  const kept = isApart ? [{ ...start, value: start.value.slice(1) }, ...behind] : words
  const citation = names.length > 0 ? withoutAuthor(data.citation) : data.citation
  return [
    ...inlines(names, inside),
    ...space,
    ...zotero.citation(citation, inlines(kept, inside), plainText(kept), inside),
  ]
}

function withoutAuthor({ items: [first, ...others], ...citation }: Citation): Citation {
  return { ...citation, items: [...(first ? [{ ...first, 'suppress-author': true }] : []), ...others] }
}

/** A link that leads nowhere, or where no document should lead, keeps its words. */
function link(node: Link, setting: Setting): readonly Xml[] {
  if (setting.linked) return inlines(node.children, setting)
  const { assembly, part } = setting
  const content = (style?: string) =>
    inlines(node.children, style === undefined ? { ...setting, linked: true } : inStyle(style, setting, true))
  if (!node.url.startsWith('#')) {
    const address = outsideAddress(node.url)
    if (!address) return content()
    const id = assembly.package.relate(part, relation.hyperlink, address, true)
    return [hyperlink({ 'r:id': id, 'w:tooltip': node.title ?? undefined }, content('Hyperlink'))]
  }
  const id = node.url.slice(1)
  const file = fileBeside(node, assembly.document.meta.beside, 'docx')
  if (file !== undefined) {
    const way = { 'r:id': assembly.package.relate(part, relation.hyperlink, file, true), 'w:anchor': bookmarkName(id) }
    return [hyperlink(way, content('Hyperlink'))]
  }
  if (node.pack !== undefined) return content()
  const name = assembly.bookmarks.name(id)
  if (!name) return content()
  const children = content('InternalLink')
  const label = assembly.labels.get(id)
  if (label !== undefined && label === plainText(node.children)) return field(`REF ${name} \\h`, children)
  return [hyperlink({ 'w:anchor': name }, children)]
}

const hyperlink = (way: Attributes, content: readonly Xml[]) => xml('w:hyperlink', { ...way, 'w:history': 1 }, content)

/** An address that may leave the document, as RFC 3986 writes it; `undefined` for any other scheme. */
function outsideAddress(url: string): string | undefined {
  if (!/^(https?|mailto):/i.test(url)) return undefined
  try {
    return new URL(url).href
  } catch {
    return undefined
  }
}
