import type { Inline, Link } from '../../tree.ts'
import { dispatch, type Handlers } from '../writer.ts'
import type { Setting } from './assembly.ts'
import { field, run } from './fields.ts'
import { isRightToLeft, stretches, wordLanguage } from './languages.ts'
import { relation } from './package.ts'
import type { RunProperties } from './properties.ts'
import { legal, type Xml, xml } from './xml.ts'

/** The runs, links and fields of inline nodes. */
export function inlines(nodes: readonly Inline[], setting: Setting): Xml[] {
  return nodes.flatMap((node) => {
    const { data } = node
    const here = data?.lang ? { ...setting, language: data.lang } : setting
    return [...setting.assembly.bookmarks.around(data?.id, dispatch(handlers, node, here))]
  })
}

/** The runs of a text: one for each stretch of a script and a direction. */
export function textRuns(value: string, setting: Setting): Xml[] {
  if (value === '') return []
  return stretches(legal(value), setting.language).map(({ text, rightToLeft, foreign }) =>
    run(characters(text.replace(/[\r\n]+/g, ' ')), {
      ...setting.run,
      ...(rightToLeft && { rightToLeft }),
      ...languageOf(setting, foreign),
    }),
  )
}

/** The text of `children`, without markup. */
export function plainText(children: readonly Inline[]): string {
  return children
    .map((child) => ('value' in child ? child.value : 'children' in child ? plainText(child.children) : ''))
    .join('')
}

/** `w:t`, and the characters that Word wants as elements. */
export function characters(text: string): Xml[] {
  return text.split(/([\t\u00ad\u2011])/).flatMap((piece) => {
    if (piece === '') return []
    const element = asElement[piece]
    return element ? xml(element) : xml('w:t', { 'xml:space': 'preserve' }, piece)
  })
}

const asElement: Readonly<Record<string, string>> = {
  '\t': 'w:tab',
  '\u00ad': 'w:softHyphen',
  '\u2011': 'w:noBreakHyphen',
}

/**
 * What is said of a run's language: nothing in the document's own; the language when it is known; and that nobody knows it,
 * so that the spelling checker leaves it alone, when only the script tells that it is another.
 */
function languageOf({ assembly, language }: Setting, foreign: boolean): RunProperties {
  if (foreign) return { unchecked: true }
  if (language === assembly.document.meta.language) return {}
  const name = wordLanguage(language)
  return { language: isRightToLeft(language) ? { bidi: name } : { main: name } }
}

const handlers: Handlers<Inline, Setting, readonly Xml[]> = {
  text: ({ value }, setting) => textRuns(value, setting),
  inlineCode: ({ value }, setting) => textRuns(value, styled(setting, { style: 'VerbatimChar' })),
  break: (_, { run: properties }) => [run(xml('w:br'), properties)],
  emphasis: ({ children }, setting) => inlines(children, styled(setting, { italic: true })),
  strong: ({ children }, setting) => inlines(children, styled(setting, { bold: true })),
  delete: ({ children }, setting) => inlines(children, styled(setting, { strike: true })),
  superscript: ({ children }, setting) => inlines(children, styled(setting, { raised: true })),
  smallCaps: ({ children }, setting) => inlines(children, styled(setting, { smallCaps: true })),
  span: ({ children }, setting) => inlines(children, setting),
  link,
  footnoteReference: (node, setting) => setting.assembly.notes.call(node, setting),
}

const styled = (setting: Setting, properties: RunProperties): Setting => ({
  ...setting,
  run: { ...setting.run, ...properties },
})

/** A link that leads nowhere, or where no document should lead, keeps its words. */
function link(node: Link, setting: Setting): readonly Xml[] {
  if (setting.linked) return inlines(node.children, setting)
  const { assembly, part } = setting
  const inside: Setting = { ...setting, linked: true }
  if (!node.url.startsWith('#')) {
    const address = outsideAddress(node.url)
    if (!address) return inlines(node.children, inside)
    const id = assembly.package.relate(part, relation.hyperlink, address, true)
    const children = inlines(node.children, styled(inside, { style: 'Hyperlink' }))
    return [xml('w:hyperlink', { 'r:id': id, 'w:tooltip': node.title ?? undefined, 'w:history': 1 }, children)]
  }
  const id = node.url.slice(1)
  const name = assembly.bookmarks.name(id)
  if (!name) return inlines(node.children, inside)
  const children = inlines(node.children, styled(inside, { style: 'InternalLink' }))
  if (assembly.labels.get(id) === plainText(node.children)) return field(`REF ${name} \\h`, children)
  return [xml('w:hyperlink', { 'w:anchor': name, 'w:history': 1 }, children)]
}

/** An address that may leave the document, as RFC 3986 writes it; `undefined` for any other scheme. */
function outsideAddress(url: string): string | undefined {
  if (!/^(https?|mailto):/i.test(url)) return undefined
  try {
    return new URL(url).href
  } catch {
    return undefined
  }
}
