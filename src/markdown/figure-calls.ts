import type * as mdast from 'mdast'
import { didYouMean } from '../nearest.ts'
import type { CaptionedTable, FigureCall, ImageCall, Slot } from '../tree.ts'
import { checkId, takeAttributes } from './block-attributes.ts'
import type { Complain } from './problem.ts'
import type { ImageWithLabel } from './processor.ts'
import { dataOf } from './span-tree.ts'
import { type AnyNode, walk } from './walk.ts'

const slots = ['contents', 'figures', 'tables', 'bibliography'] as const satisfies readonly Slot['name'][]

/**
 * Makes figure calls, lists to fill and images of the images that stand alone in their paragraph, and tables with a
 * caption. Reports images anywhere else.
 */
export function makeFigures(tree: AnyNode, markdown: string, complain: Complain): void {
  for (const node of walk(tree)) {
    if (!node.children) continue
    if (node.type !== 'captionedTable') joinCaptions(node, markdown, complain)
    node.children = node.children.map((child) => {
      if (child.type === 'paragraph') return ofParagraph(child, markdown, complain)
      return child
    })
  }
  for (const node of walk(tree)) {
    if (node.type !== 'image') continue
    complain('markdown-is-supported', node, 'An image stands among words', ['put it into a paragraph of its own'])
  }
}

function ofParagraph(paragraph: AnyNode, markdown: string, complain: Complain): AnyNode {
  const [image, rest, ...others] = paragraph.children ?? []
  if (image?.type !== 'image' || others.length > 0) return paragraph
  const attributes = rest ? takeAttributes(paragraph, markdown) : undefined
  if (rest && (!attributes || paragraph.children?.length !== 1)) return paragraph
  const call = ofImage(image as ImageWithLabel, complain) as unknown as AnyNode
  if (attributes) call.data = dataOf(attributes)
  call.position = paragraph.position
  checkId(call, complain)
  return call
}

function ofImage(image: ImageWithLabel, complain: Complain): FigureCall | Slot | ImageCall {
  const { url, words = [], title } = image
  const [, scheme, name = '', query = ''] = /^(figure|list):([^?]*)(?:\?(.*))?$/s.exec(url) ?? []
  const options = readOptions(query)
  if (scheme === 'figure') return { type: 'figureCall', name, options, children: words }
  if (scheme !== 'list') return { type: 'imageCall', url, alt: image.alt ?? '', ...(title ? { caption: title } : {}) }
  const slot = slots.find((known) => known === name)
  if (!slot)
    complain('markdown-is-supported', image, `There is no list “${name}”`, [
      ...didYouMean(name, slots),
      `lists are ${slots.join(', ')}`,
    ])
  return { type: 'slot', name: slot ?? 'contents', options }
}

/** `a=b&c=d`, percent-decoded where that is possible. */
function readOptions(query: string): Record<string, string> {
  const pairs = query.split('&').filter((pair) => pair !== '')
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name = '', ...value] = pair.split('=')
      return [decode(name), decode(value.join('='))]
    }),
  )
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Pandoc's table caption: a paragraph below the table that begins with a colon. */
function joinCaptions(parent: AnyNode, markdown: string, complain: Complain): void {
  const children = parent.children ?? []
  const joined: AnyNode[] = []
  for (const child of children) {
    const table = joined.at(-1)
    if (table?.type !== 'table' || !isCaption(child, markdown)) {
      joined.push(child)
      continue
    }
    const attributes = takeAttributes(child, markdown)
    const first = child.children?.[0]
    if (first?.value) first.value = first.value.replace(/^:\s*/, '')
    const pair = [table, child] as unknown as [mdast.Table, mdast.Paragraph]
    const captioned: CaptionedTable = { type: 'captionedTable', children: pair, position: table.position }
    if (attributes) captioned.data = dataOf(attributes)
    checkId(captioned as unknown as AnyNode, complain)
    joined.splice(-1, 1, captioned as unknown as AnyNode)
  }
  parent.children = joined
}

function isCaption({ type, children, position }: AnyNode, markdown: string): boolean {
  if (type !== 'paragraph' || children?.[0]?.type !== 'text') return false
  return /^:\s/.test(markdown.slice(position?.start.offset, position?.end.offset))
}
