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
  const title =
    node.children.length > 0 ? state.containerPhrasing({ type: 'paragraph', children: node.children }, info) : null
  const image: Image = { type: 'image', url: node.url, alt: node.alt, title }
  const paragraph: Paragraph = { type: 'paragraph', children: [image] }
  return state.handle(paragraph, undefined, state, info) + attributes(node.data)
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
