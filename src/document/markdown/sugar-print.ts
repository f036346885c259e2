import type { Image, Paragraph } from 'mdast'
import type { Handle, Info, Options, State } from 'mdast-util-to-markdown'
import type { CrossReference, Data, FigureCall, ImageCall, Slot, UsesCall } from '../../core/index.ts'
import { printAttributes } from './attributes.ts'
import { attributesOf, isEmpty } from './span-tree.ts'

/** Prints cross-references, calls for uses, figures by name, lists to fill and images by path as they are written. */
export function sugarToMarkdown(): Options {
  return { handlers: { crossReference, usesCall, figureCall, slot, imageCall } }
}

const crossReference: Handle = Object.assign(({ identifier }: CrossReference) => `[](#${identifier})`, {
  peek: () => '[',
})

const usesCall: Handle = Object.assign(({ identifier }: UsesCall) => `[](uses:${identifier})`, { peek: () => '[' })

const figureCall: Handle = (node: FigureCall, _parent, state, info) => {
  const exitPhrasing = state.enter('phrasing')
  const exit = state.enter('label')
  const caption = state.containerPhrasing(node, { ...info, before: '[', after: ']' })
  exit()
  exitPhrasing()
  return `![${caption}](${address('figure', node.name, node.options)})${attributes(node.data)}`
}

const slot: Handle = (node: Slot) => `![](${address('list', node.name, node.options)})${attributes(node.data)}`

const imageCall: Handle = (node: ImageCall, _parent, state: State, info: Info) => {
  const image: Image = { type: 'image', url: node.url, alt: node.alt }
  const paragraph: Paragraph = { type: 'paragraph', children: [image] }
  const printed = state.handle(paragraph, undefined, state, info)
  if (node.children.length === 0) return printed + attributes(node.data)
  const title = quoted(state.containerPhrasing({ type: 'paragraph', children: node.children }, info))
  return `${printed.slice(0, -1)} ${title})${attributes(node.data)}`
}

/** A caption is read as it is written, so it is quoted by marks that it does not have, as far as that is possible. */
function quoted(words: string): string {
  if (!words.includes('"')) return `"${words}"`
  return words.includes("'") ? `"${words.replace(/(?<!\\)"/g, '\\"')}"` : `'${words}'`
}

function address(scheme: string, name: string, options: Readonly<Record<string, string>>): string {
  const query = Object.entries(options).map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`)
  const written = `${scheme}:${name}${query.length > 0 ? `?${query.join('&')}` : ''}`
  return /[\s()<>\\]/.test(written) ? `<${written.replace(/[<>\\]/g, '\\$&')}>` : written
}

function attributes(data: Data | undefined): string {
  const found = attributesOf(data ?? {})
  return isEmpty(found) ? '' : printAttributes(found)
}
