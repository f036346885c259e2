import type { Element, ElementContent, Properties } from 'hast'
import { h } from 'hastscript'
import {
  type BibliographyEntry,
  type Block,
  type Code,
  type Contents,
  type ContentsEntry,
  dispatch,
  type Figure,
  type FootnoteDefinition,
  type Handlers,
  type Heading,
  isRightToLeft,
  itemAt,
  type List,
  type ListItem,
} from '../../core/index.ts'
import { taskBox, titleOf } from '../alike.ts'
import { common, directed } from './attributes.ts'
import { inlines } from './inlines.ts'
import { picture } from './pictures.ts'
import type { Setting } from './setting.ts'
import { table } from './tables.ts'

export function blocks(nodes: readonly Block[], setting: Setting): ElementContent[] {
  return nodes.flatMap((node, index) => dispatch(handlers, node, { setting, before: nodes[index - 1] }))
}

/** Blocks of the text; those in columns, one behind another, stand in an element of their own. */
export function columns(nodes: readonly Block[], setting: Setting): ElementContent[] {
  const inColumn = (node: Block | undefined) => node?.data?.column === true
  const written: ElementContent[] = []
  let open: Element | undefined
  nodes.forEach((node, i) => {
    const before = nodes[i - 1]
    if (inColumn(node) && !open) {
      open = h('div', { className: ['columns'] })
      written.push(open)
    } else if (!inColumn(node)) open = undefined
    const into = open?.children ?? written
    into.push(...dispatch(handlers, node, { setting, before }))
  })
  return written
}

interface Context {
  readonly setting: Setting
  /** The block before this one, in the same parent. */
  readonly before: Block | undefined
}

const handlers: Handlers<Block, Context, ElementContent[]> = {
  heading: (node, { setting }) => [heading(node, setting)],
  paragraph: ({ children, data }, { setting }) => [h('p', common(data), inlines(children, setting))],
  blockquote: ({ children, data }, { setting }) => {
    const [kind, ...names] = data?.role?.split(' ') ?? []
    if (kind !== 'box') return [h('blockquote', common(data), blocks(children, setting))]
    return [h('div', { ...common(data), className: ['box', ...names], role: 'note' }, blocks(children, setting))]
  },
  list: (node, { setting }) => [list(node, setting)],
  table: (node, { setting }) => [table(node, node.data, setting)],
  code: (node, { setting }) => [code(node, setting)],
  thematicBreak: ({ data }) => [h('hr', common(data))],
  figure: (node, { setting }) => figure(node, setting),
  footnoteDefinition: (node, { setting }) => uncalledNote(node, setting),
  contents: (node, { setting, before }) => contents(node, before, setting),
  bibliography: ({ children, hanging, data }, { setting }) => [
    h(
      'div',
      { ...common(data), className: hanging ? ['bibliography', 'hanging'] : ['bibliography'] },
      children.map((entry) => bibliographyEntry(entry, setting)),
    ),
  ],
}

function heading(node: Heading, setting: Setting): Element {
  const properties = common(node.data)
  const children = inlines(node.children, setting)
  const depth = node.depth + (setting.title.lowered.has(node) ? 1 : 0)
  const level = `h${Math.min(6, depth)}`
  const deepest: Properties = depth > 6 ? { ariaLevel: depth } : {}
  setting.section.id = node.data?.id
  if (!node.data?.id) return h(level, { ...properties, ...deepest }, children)
  const anchor = h('a', { className: ['anchor'], href: `#${node.data.id}`, ariaLabelledBy: node.data.id })
  return h(level, { ...properties, ...deepest }, children, anchor)
}

function list(node: List, setting: Setting): Element {
  const properties: Properties = { ...common(node.data), className: node.spread ? ['loose'] : undefined }
  if (node.data?.role === 'definitions') return definitions(node, setting)
  const items = node.children.map((item) => listItem(item, setting))
  if (!node.ordered) return h('ul', properties, items)
  return h('ol', { ...properties, start: (node.start ?? 1) === 1 ? undefined : node.start }, items)
}

/** The first words of each item are the term. */
function definitions({ children, data }: List, setting: Setting): Element {
  const parts = children.flatMap(({ data: own, children: [term, ...meanings] }) => [
    h(
      'dt',
      common(own),
      term?.type === 'paragraph' ? inlines(term.children, setting) : term ? blocks([term], setting) : [],
    ),
    ...meanings.map((meaning) => h('dd', blocks([meaning], setting))),
  ])
  return h('dl', { ...common(data), className: ['definitions'] }, parts)
}

/** In a tight list, an item of one paragraph is its words alone. */
function listItem(item: ListItem, setting: Setting): Element {
  const box = item.checked == null ? [] : [h('span', `${taskBox(item.checked)} `)]
  const [first, ...rest] = item.children
  if (first?.type !== 'paragraph' || item.spread) return h('li', common(item.data), box, blocks(item.children, setting))
  const words = inlines(first.children, setting)
  const opening = first.data ? [h('span', common(first.data), words)] : words
  return h('li', common(item.data), box, opening, blocks(rest, setting))
}

/** It scrolls where it is wider than the screen, and has the name of the heading above, as tables do. */
function code(node: Code, setting: Setting): Element {
  const name = setting.section.id
  const named = name ? { role: 'group', ariaLabelledBy: name } : {}
  return h('pre', { ...common(node.data), ...named, tabIndex: 0 }, h('code', node.value))
}

/** A table's caption stands above it, a picture's below, and then the table that says what the picture shows, folded. */
function figure(node: Figure, setting: Setting): Element[] {
  const captionId = node.data?.id ? `${node.data.id}_caption` : undefined
  const label = node.label ? [h('strong', node.caption.length > 0 ? `${node.label}. ` : node.label)] : []
  const words = [...label, ...inlines(node.caption, setting)]
  const caption = words.length > 0 ? [h('figcaption', { id: captionId }, words)] : []
  const pictures = node.children.flatMap((child) => (child.type === 'image' ? [picture(child, setting)] : []))
  const tables = node.children.flatMap((child) =>
    child.type === 'table' ? [table(child, child.data, setting, caption.length > 0 ? captionId : undefined)] : [],
  )
  if (node.kind === 'table') return [h('figure', common(node.data), caption, pictures, tables)]
  const summary = h('summary', setting.document.meta.words.asTable)
  const fold = tables.length > 0 ? [h('details', { className: ['as-table'] }, summary, tables)] : []
  return [h('figure', common(node.data), pictures, caption), ...fold]
}

/** A note that nothing calls stands where it stands: its words must not be lost. */
function uncalledNote(node: FootnoteDefinition, setting: Setting): ElementContent[] {
  if (setting.notes.get(node.identifier) === node) return []
  return [h('div', { ...common(node.data), className: ['note'] }, blocks(node.children, setting))]
}

/** A heading `before` it is its title. */
function contents(node: Contents, before: Block | undefined, setting: Setting): ElementContent[] {
  const titled = before?.type === 'heading'
  if (node === setting.rail || node.entries.length === 0) return []
  const title = titleOf(node, setting.document.meta.words)
  const nth = (setting.lists.get(node.of) ?? 0) + 1
  setting.lists.set(node.of, nth)
  return [
    h(
      'nav',
      { ...common(node.data), className: ['list-of'], ariaLabel: nth > 1 ? `${title} ${nth}` : title },
      titled ? [] : h('h2', title),
      contentsList(node.entries, setting),
    ),
  ]
}

/** Entries as nested lists, by their depth. */
export function contentsList(entries: readonly ContentsEntry[], setting: Setting): Element {
  const items: Element[] = []
  let index = 0
  while (index < entries.length) {
    const entry = itemAt(entries, index)
    const end = entries.findIndex((other, at) => at > index && other.depth <= entry.depth)
    const below = entries.slice(index + 1, end === -1 ? undefined : end)
    items.push(h('li', contentsLine(entry, setting), below.length > 0 ? contentsList(below, setting) : undefined))
    index += below.length + 1
  }
  return h('ol', items)
}

const wordsOf = (text: string, { document }: Setting) =>
  isRightToLeft(document.meta.language) ? [text] : directed(text)

function contentsLine({ id, label, text }: ContentsEntry, setting: Setting): ElementContent {
  const words = [...(label ? [h('span', { className: ['label'] }, label), ' '] : []), ...wordsOf(text, setting)]
  return setting.ids.has(id) ? h('a', { href: `#${id}` }, words) : h('span', words)
}

function bibliographyEntry(node: BibliographyEntry, setting: Setting): Element {
  const label = node.label ? [h('span', { className: ['label'] }, node.label), ' '] : []
  const words = [...label, ...inlines(node.children, setting)]
  const places = node.data?.backlinks ?? []
  if (places.length === 0) return h('p', common(node.data), words)
  return h('div', common(node.data), h('p', words), waysBack(places, setting))
}

/** Links to every place that cites a work, folded: there may be hundreds. */
function waysBack(places: readonly string[], { document }: Setting): Element {
  const links = places.flatMap((id, index) => [' ', h('a', { href: `#${id}` }, String(index + 1))])
  const label = `${document.meta.words.backToText}${document.meta.words.colon}${places.length}`
  return h(
    'details',
    { className: ['ways-back'] },
    h('summary', { ariaLabel: label }, `↩ ${places.length}`),
    h('p', links),
  )
}
