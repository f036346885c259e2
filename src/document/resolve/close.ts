import type * as mdast from 'mdast'
import {
  didYouMean,
  dispatch,
  type Handlers,
  itemAt,
  type Locale,
  type Log,
  must,
  textOf,
  type tree,
} from '../../core/index.ts'
import type { Drawn, FigureNode, Figures } from './figures.ts'
import type { Targets } from './ids.ts'
import { inItsLanguage, joinTexts, typeOfSpan, withoutLinks } from './inline.ts'
import { callsApart, dropBrackets, type Settings, setCitations, startSentence } from './note-call.ts'
import { type Elsewheres, identifierOf, phrase } from './references.ts'
import { emptyContents } from './slots.ts'
import { checkHeading, checkLength, checkLink } from './support.ts'

/** All that is known of the sections when the plain tree is made of them. */
export interface Known {
  readonly figures: Figures
  readonly ids: ReadonlyMap<tree.DraftNode, string | undefined>
  readonly targets: Targets
  readonly numbers: ReadonlyMap<mdast.Heading, string>
  readonly elsewhere: Elsewheres
  readonly words: Locale['references']
  readonly calls: ReadonlyMap<mdast.FootnoteReference, number>
  readonly settings: Settings
  /** Leads to what uses an entry. */
  waysBack(id: string): tree.Inline[]
  /** What stands in the place of a citation. */
  cite(group: tree.CiteGroup): readonly tree.Inline[]
  /** The bibliography that a slot asks for. */
  list(slot: tree.Slot, complain: (reason: string) => void): tree.Bibliography | undefined
  /** Calls of notes go behind the punctuation that follows. */
  readonly behind: boolean
  readonly log: Log
}

/** Makes plain nodes of drafts, with the fields that writers know: every node of mdast and of sugar has its handler here. */
export class Closing {
  readonly known: Known
  /** The lists that are filled when the whole document is there, and how deep each goes. */
  readonly contents: (readonly [tree.Contents, number])[] = []
  /** The level of the last heading. */
  depth = 0
  #section: tree.Section | undefined

  constructor(known: Known) {
    this.known = known
  }

  /** The blocks of a section, or of one of its notes. */
  blocks(nodes: readonly tree.DraftNode[], section: tree.Section): tree.Block[] {
    this.#section = section
    return nodes.flatMap((node) => this.block(node))
  }

  place(node: tree.DraftNode) {
    return must(this.#section).place(node)
  }

  report(...[rule, node, reason, details]: [Parameters<Log['report']>[0], tree.DraftNode, string, object?]): void {
    this.known.log.report(rule, this.place(node), reason, details)
  }

  block(node: tree.DraftNode): tree.Block[] {
    if (isOf(blocks, node)) return dispatch(blocks, node, this)
    if (!isOf(inlines, node)) this.report('markdown-is-supported', node, `A “${node.type}” stands where none can`)
    // A plugin may leave words among blocks.
    const children = this.inlines([node])
    return children.length > 0 ? [{ type: 'paragraph', children }] : []
  }

  /** What words become, with the citations in them set. */
  inlines(nodes: readonly tree.DraftNode[]): tree.Inline[] {
    const children = nodes.flatMap((node) => (isOf(inlines, node) ? dispatch(inlines, node, this) : []))
    const { settings, behind, elsewhere } = this.known
    setCitations(children, settings, behind)
    if (elsewhere.size > 0) dropBrackets(children, settings)
    return callsApart(joinTexts(children))
  }

  /** The data and position of a node, with the id that it was given. */
  common(node: tree.DraftNode, more: tree.Data = {}): Pick<tree.Paragraph, 'data' | 'position'> {
    const { id: own, ...others } = node.data ?? {}
    const id = this.known.ids.has(node) ? this.known.ids.get(node) : own
    const data = { ...(id !== undefined && { id }), ...others, ...more }
    return { ...(Object.keys(data).length > 0 ? { data } : {}), ...(node.position ? { position: node.position } : {}) }
  }
}

const isOf = <N extends { type: string }, R>(handlers: Handlers<N, Closing, R>, node: { type: string }): node is N =>
  Object.hasOwn(handlers, node.type)

/** What reading the Markdown has reported, or taken out. */
const nothing = () => []

/** A tab among words is a space: each format would have it stand for something else. */
const inSpaces = (text: string) => text.replace(/\r?\n|\t/g, ' ')

const inlines: Handlers<mdast.PhrasingContent, Closing, tree.Inline[]> = {
  text: (node, it) => [{ type: 'text', value: inSpaces(node.value), ...it.common(node) }],
  inlineCode: (node, it) => [{ type: 'inlineCode', value: inSpaces(node.value), ...it.common(node) }],
  break: (node, it) => [{ type: 'break', ...it.common(node) }],
  emphasis: (node, it) => [{ type: 'emphasis', children: it.inlines(node.children), ...it.common(node) }],
  strong: (node, it) => [{ type: 'strong', children: it.inlines(node.children), ...it.common(node) }],
  delete: (node, it) => [{ type: 'delete', children: it.inlines(node.children), ...it.common(node) }],
  superscript: (node, it) => [{ type: 'superscript', children: it.inlines(node.children), ...it.common(node) }],
  subscript: (node, it) => [{ type: 'subscript', children: it.inlines(node.children), ...it.common(node) }],
  span: (node, it) => [{ type: typeOfSpan(node), children: it.inlines(node.children), ...it.common(node) }],
  link: (node, it) => (node.url.startsWith('#') ? reference(node, it) : [link(node, it)]),
  crossReference: (node, it) => reference(node, it),
  usesCall: ({ identifier }, it) => it.known.waysBack(identifier),
  citeGroup: (node, it) => [...it.known.cite(node)],
  footnoteReference: (node, it) => {
    const number = it.known.calls.get(node) ?? 0
    return [{ type: 'footnoteReference', identifier: `note-${number}`, number, ...it.common(node) }]
  },
  image: nothing,
  html: nothing,
  linkReference: nothing,
  imageReference: nothing,
}

const blocks: Handlers<mdast.BlockContent | mdast.DefinitionContent | mdast.Yaml, Closing, tree.Block[]> = {
  heading: (node, it) => {
    const number = it.known.numbers.get(node)
    const before: tree.Inline[] = number === undefined ? [] : [{ type: 'text', value: `${number}\u00a0\u00a0` }]
    const children = joinTexts([...before, ...it.inlines(node.children)])
    checkHeading(node, it)
    const words = children.map((child) => textOf<tree.Node>(child)).join('')
    checkLength('markdown-is-supported', 'The heading', words, node, it)
    const more = number === undefined ? {} : { number }
    return [inItsLanguage({ type: 'heading', depth: node.depth, children, ...it.common(node, more) })]
  },
  paragraph: (node, it) => {
    const children = it.inlines(node.children)
    startSentence(children[0], it.known.settings)
    return children.length > 0 ? [inItsLanguage({ type: 'paragraph', children, ...it.common(node) })] : []
  },
  blockquote: (node, it) => [{ type: 'blockquote', children: blocksIn(node.children, it), ...it.common(node) }],
  list: (node, it) => [
    {
      type: 'list',
      ordered: Boolean(node.ordered),
      start: node.ordered ? (node.start ?? 1) : null,
      spread: Boolean(node.spread),
      children: node.children.map((item) => ({
        type: 'listItem',
        spread: Boolean(item.spread),
        ...(typeof item.checked === 'boolean' ? { checked: item.checked } : {}),
        children: blocksIn(item.children, it),
        ...it.common(item),
      })),
      ...it.common(node),
    },
  ],
  table: (node, it) => [table(node, it)],
  code: (node, it) => [
    { type: 'code', value: node.value, ...(node.lang ? { lang: node.lang } : {}), ...it.common(node) },
  ],
  thematicBreak: (node, it) => [{ type: 'thematicBreak', ...it.common(node) }],
  figureCall: (node, it) => figure(node, it),
  imageCall: (node, it) => figure(node, it),
  captionedTable: (node, it) => figure(node, it),
  slot: (node, it) => {
    const complain = (reason: string) => it.report('markdown-is-supported', node, reason)
    if (node.name === 'bibliography') {
      const list = it.known.list(node, complain)
      return list ? [{ ...list, ...it.common(node) }] : []
    }
    const [contents, levels] = emptyContents(node, complain)
    Object.assign(contents, it.common(node))
    it.contents.push([contents, levels])
    return [contents]
  },
  // Notes stand at the end of the document, in the order of their calls.
  footnoteDefinition: nothing,
  division: nothing,
  definition: nothing,
  html: nothing,
  yaml: nothing,
}

function blocksIn(nodes: readonly tree.DraftNode[], closing: Closing): tree.Block[] {
  return nodes.flatMap((node) => closing.block(node))
}

function table(node: mdast.Table, it: Closing): tree.Table {
  return {
    type: 'table',
    align: node.align ?? [],
    children: node.children.map((row) => ({
      type: 'tableRow',
      children: row.children.map((cell) =>
        inItsLanguage({ type: 'tableCell', children: it.inlines(cell.children), ...it.common(cell) }),
      ),
      ...it.common(row),
    })),
    ...it.common(node),
  }
}

function figure(node: FigureNode, it: Closing): tree.Figure[] {
  const drawn = it.known.figures.get(node)
  if (!drawn) return []
  const { kind, label, caption, image, data }: Drawn = drawn
  if (image) checkLength('image-has-alt', 'The text that stands for the image', image.alt, node, it)
  const own = node.type === 'captionedTable' ? [table(node.children[0], it)] : []
  const children = [...(image ? [image] : []), ...(data ? [data] : []), ...own]
  return [{ type: 'figure', kind, label, caption: it.inlines(caption), children, ...it.common(node) }]
}

function link(node: mdast.Link, it: Closing): tree.Link {
  const { url } = node
  checkLink(node, it)
  checkLength('link-is-safe', 'The address of the link', url, node, it)
  const children = it.inlines(node.children).flatMap(withoutLinks)
  return { type: 'link', url, ...(node.title ? { title: node.title } : {}), children, ...it.common(node) }
}

/** A link to what a reference points at; where this pack does not print it, into the companion, or its words alone. */
function reference(node: mdast.Link | tree.CrossReference, it: Closing): tree.Inline[] {
  const { targets, elsewhere, settings } = it.known
  const id = must(identifierOf(node))
  const [target, there] = [targets.get(id), elsewhere.get(id)]
  if (target) {
    if (node.type === 'link') return [link(node, it)]
    const children: tree.Inline[] = [{ type: 'text', value: phrase(target, id, it.known) }]
    return [{ type: 'link', url: `#${id}`, children, ...it.common(node) }]
  }
  if (!there) {
    it.report('cross-reference-resolves', node, `Nothing in this pack has the id “#${id}”`, {
      notes: didYouMean(id, targets.keys()),
      actual: id,
    })
    return node.type === 'link' ? it.inlines(node.children) : [{ type: 'text', value: `#${id}` }]
  }
  const children: tree.Inline[] =
    node.type === 'link' ? it.inlines(node.children).flatMap(withoutLinks) : [{ type: 'text', value: there.words }]
  if (there.pack !== undefined) return [{ type: 'link', url: `#${id}`, pack: there.pack, children, ...it.common(node) }]
  if (children.length === 1) settings.unled.add(itemAt(children, 0))
  return children
}
