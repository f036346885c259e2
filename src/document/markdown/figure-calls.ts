import type { Image, Paragraph, Parents, PhrasingContent, Root, Table } from 'mdast'
import type { Plugin } from 'unified'
import type { VFile } from 'vfile'
import {
  type CaptionedTable,
  type DraftNode,
  didYouMean,
  type FigureCall,
  type ImageCall,
  inOneLine,
  nodesOf,
  percentDecoded,
  replaceBelow,
  type Slot,
  textOf,
  walk,
} from '../../core/index.ts'
import { type Attributes, parseAttributes } from './attributes.ts'
import { checkHints, takeAttributes } from './block-attributes.ts'
import { complain } from './problem.ts'
import type { ImageWithLabel } from './processor.ts'
import { dataOf } from './span-tree.ts'
import { dropComments } from './support.ts'

const slots = ['contents', 'figures', 'tables', 'bibliography'] as const satisfies readonly Slot['name'][]

/**
 * Makes figure calls, lists to fill and images of the images that stand alone in their paragraph, and tables with a
 * caption. Reports images anywhere else.
 */
export const figureCalls: Plugin<[], Root> = function () {
  return (tree, file) => {
    // A note is read as one where it is defined.
    const notes = [...nodesOf(tree, 'footnoteDefinition')].map(({ identifier }) => `\n\n[^${identifier}]: -`).join('')
    makeCalls(tree, file, (markdown) => {
      const { children } = this.parse(markdown + notes) as Root
      return children.filter(({ type }) => type !== 'footnoteDefinition')
    })
  }
}

/** Reads a text of Markdown by itself. */
type Read = (markdown: string) => Root['children']

function makeCalls(tree: Root, file: VFile, read: Read): void {
  for (const node of walk<DraftNode>(tree)) if ('children' in node) joinCaptions(node, file)
  replaceBelow<DraftNode>(tree, (node) => {
    return node.type === 'paragraph' ? ofParagraph(node, file, read) : undefined
  })
  dropComments(tree, file)
  for (const node of nodesOf(tree, 'image')) {
    const notes = ['put it into a paragraph of its own']
    complain(file, node, 'An image stands among words', notes)
  }
}

function ofParagraph(paragraph: Paragraph, file: VFile, read: Read): (Call | Paragraph)[] | undefined {
  const [image, ...others] = paragraph.children
  if (image?.type !== 'image') return undefined
  const attributes = attributesBehind(image, paragraph, file)
  if (others.length > 0 && !attributes) return undefined
  const { alt, credit, ...pairs } = attributes?.pairs ?? {}
  const call = ofImage(
    image,
    alt === undefined ? undefined : altOf(wordsIn(alt, image, read) ?? [{ type: 'text', value: alt }]),
    file,
    read,
  )
  const isPicture = call.type === 'imageCall'
  if (attributes) call.data = dataOf(isPicture ? { ...attributes, pairs } : attributes)
  if (paragraph.position) call.position = paragraph.position
  checkHints(call, isPicture ? ['alt', 'credit', 'width'] : [], file)
  if (!isPicture || credit === undefined) return [call]
  // Whose picture it is, on a line of its own below it.
  const at = paragraph.position && { position: paragraph.position }
  return [
    call,
    {
      type: 'paragraph',
      data: { role: 'source-note' },
      children: wordsIn(credit, image, read) ?? [{ type: 'text', value: credit }],
      ...at,
    },
  ]
}

/** The attributes that are all that stands behind an image: as they are written, because the words in them are Markdown. */
function attributesBehind(image: Image, { position }: Paragraph, file: VFile): Attributes | undefined {
  const [, source] =
    /^\{((?:\\.|[^\\{}])*)\}\s*$/s.exec(String(file).slice(image.position?.end.offset, position?.end.offset)) ?? []
  return source === undefined ? undefined : parseAttributes(source)
}

/** The words of a text that is one paragraph of Markdown. */
function wordsIn(text: string, { position }: Image, read: Read): PhrasingContent[] | undefined {
  const [paragraph, ...others] = read(text)
  if (paragraph?.type !== 'paragraph' || others.length > 0) return undefined
  for (const node of walk<DraftNode>(paragraph)) if (position) node.position = position
  return paragraph.children
}

type Call = FigureCall | Slot | ImageCall

function ofImage(image: ImageWithLabel, alt: string | undefined, file: VFile, read: Read): Call {
  const { url, words = [] } = image
  const [, scheme, name = '', query = ''] = /^(figure|list):([^?]*)(?:\?(.*))?$/s.exec(url) ?? []
  const options = readOptions(query)
  if (scheme === 'figure') return { type: 'figureCall', name, options, children: words }
  if (scheme !== 'list') {
    const children = captionOf(image, alt !== undefined, file, read)
    return { type: 'imageCall', url, alt: alt ?? altOf(words), children }
  }
  const slot = slots.find((known) => known === name)
  if (!slot)
    complain(file, image, `There is no list “${name}”`, [...didYouMean(name, slots), `lists are ${slots.join(', ')}`])
  return { type: 'slot', name: slot ?? 'contents', options }
}

/**
 * The title of an image is its caption, in Markdown. A citation or a note in the label, which stands for the picture where nobody sees
 * it, is printed behind the caption; without a title the label is the caption, as in pandoc, when it has a citation or the
 * picture an alternative text of its own.
 */
function captionOf(image: ImageWithLabel, hasAlt: boolean, file: VFile, read: Read): PhrasingContent[] {
  const { title, written = title ?? '', words = [] } = image
  const cited = words.filter(isApart)
  if (!title) return cited.length > 0 || hasAlt ? words : []
  const said = wordsIn(written, image, read)
  if (!said) {
    complain(file, image, 'A caption is one paragraph')
    return [{ type: 'text', value: title }]
  }
  return cited.length > 0 ? [...said, { type: 'text', value: ' ' }, ...cited] : said
}

const isApart = ({ type, data }: PhrasingContent) =>
  type === 'citeGroup' || type === 'footnoteReference' || data?.claims !== undefined

/** The label in plain words, as it is read out. */
function altOf(words: readonly PhrasingContent[]): string {
  const plain = words.filter((word) => !isApart(word)).map((word) => textOf<DraftNode>(word))
  return inOneLine(plain.join('')).replace(/ (?=[.,;:!?])/g, '')
}

/** `a=b&c=d`, percent-decoded where that is possible. */
function readOptions(query: string): Record<string, string> {
  const pairs = query.split('&').filter((pair) => pair !== '')
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name = '', ...value] = pair.split('=')
      return [percentDecoded(name), percentDecoded(value.join('='))]
    }),
  )
}

/** Pandoc's table caption: a paragraph below the table that begins with a colon. */
function joinCaptions(parent: Parents, file: VFile): void {
  if (parent.type === 'captionedTable') return
  const children: DraftNode[] = parent.children
  for (let at = 1; at < children.length; at++) {
    const [table, caption] = [children[at - 1], children[at]]
    if (table?.type !== 'table' || caption?.type !== 'paragraph' || !isCaption(caption, file)) continue
    children.splice(at - 1, 2, captioned(table, caption, file))
    at--
  }
}

function captioned(table: Table, caption: Paragraph, file: VFile): CaptionedTable {
  const attributes = takeAttributes(caption, file)
  const [first] = caption.children
  if (first?.type === 'text') first.value = first.value.replace(/^:\s*/, '')
  const made: CaptionedTable = { type: 'captionedTable', children: [table, caption] }
  if (table.position) made.position = table.position
  if (attributes) made.data = dataOf(attributes)
  checkHints(made, ['label'], file)
  return made
}

function isCaption({ children, position }: Paragraph, file: VFile): boolean {
  if (children[0]?.type !== 'text') return false
  return /^:\s/.test(String(file).slice(position?.start.offset, position?.end.offset))
}
