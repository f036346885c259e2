import { dispatch, encode, type Handlers, itemAt, textOf, type tree, walk } from '../core/index.ts'
import { covered, print } from '../document/index.ts'
import { fileBeside } from './alike.ts'
import { uncovered } from './cells.ts'
import { cover, marked, metadata, type Printable, type Reader } from './markdown-cover.ts'
import { asHtml } from './markdown-html.ts'
import { tidyBlocks } from './markdown-tidy.ts'
import type { Artefacts, Write } from './writer.ts'

/** Writes `<name>.md` as GitHub and GitLab read it, and its figures as `<name>.figures/<file>`. */
export const writeMarkdown: Write = async (document) => written(document, 'github', 'md')

/** Writes `<name>.myst.md`, as MyST reads it, and the figures. */
export const writeMyst = (document: tree.Document): Artefacts => written(document, 'myst', 'myst.md')

function written(document: tree.Document, reader: Reader, ending: string): Artefacts {
  const { name } = document.meta
  const { markdown, figures } = toMarkdown(document, `${name}.figures`, reader)
  return new Map([[`${name}.${ending}`, encode(markdown)], ...figures])
}

interface Context {
  readonly folder: string
  readonly figures: Map<string, Uint8Array>
  readonly beside: tree.Meta['beside']
  readonly reader: Reader
  /** The ids that something links to: others are not printed. */
  readonly linked: ReadonlySet<string>
  /** What is printed in the place of a node; `undefined` for one that is printed as it is. */
  instead(node: tree.Node): Printable[] | undefined
}

/**
 * The document as Markdown, and the figures that it shows, by path below `folder`. For pandoc ids and languages are
 * attributes, elsewhere HTML.
 */
export function toMarkdown(
  { meta, body }: tree.Document,
  folder: string,
  reader: Reader = 'pandoc',
  instead: Context['instead'] = () => undefined,
): { readonly markdown: string; readonly figures: ReadonlyMap<string, Uint8Array> } {
  const linked = linkedIds(body, meta.beside !== undefined)
  const context: Context = { folder, figures: new Map(), linked, beside: meta.beside, reader, instead }
  const logo: Printable[] = meta.logo ? [image(meta.logo, context)] : []
  const whole = [...logo, ...(meta.cover === false ? [] : cover(meta)), ...blocks(body.children, context)]
  const tidied = tidyBlocks(marked(meta, whole))
  const markdown = print({ type: 'root', children: reader === 'pandoc' ? tidied : asHtml(tidied, reader) })
  return { markdown: `${metadata(meta, reader)}\n${markdown}`, figures: context.figures }
}

const inlineHandlers: Handlers<tree.Inline, Context, Printable[]> = {
  text: (node) => [{ type: 'text', value: node.value }],
  inlineCode: (node) => [{ type: 'inlineCode', value: node.value }],
  break: () => [{ type: 'break' }],
  emphasis: (node, context) => [{ type: 'emphasis', children: inlines(node.children, context) }],
  strong: (node, context) => [{ type: 'strong', children: inlines(node.children, context) }],
  delete: (node, context) => [{ type: 'delete', children: inlines(node.children, context) }],
  superscript: (node, context) => [{ type: 'superscript', children: inlines(node.children, context) }],
  subscript: (node, context) => [{ type: 'subscript', children: inlines(node.children, context) }],
  smallCaps: (node, context) => [
    { type: 'span', data: { role: 'smallcaps' }, children: inlines(node.children, context) },
  ],
  span: (node, context) => span(node, context),
  link: ({ url, pack, title, children }, context) => {
    const file = fileBeside({ pack }, context.beside, context.reader === 'myst' ? 'myst' : 'md')
    const words = inlines(children, context)
    if (pack !== undefined && file === undefined) return words
    // What is behind a link of ours is one step away; said beside it, it would be as long as the text.
    return [{ type: 'link', url: `${file ?? ''}${url}`, title: url.startsWith('#') ? null : title, children: words }]
  },
  footnoteReference: (node, context) => {
    const number = String(node.number)
    return anchored(node, [{ type: 'footnoteReference', identifier: number, label: number }], context)
  },
}

const blockHandlers: Handlers<tree.Block, Context, Printable[]> = {
  heading: (node, context) => {
    const id = node.data?.id
    const isAutomatic = context.reader !== 'github' && id === automaticId(node)
    const isSelfEvident = id === undefined || !context.linked.has(id) || isAutomatic
    const data = { ...(isSelfEvident ? {} : { id }), lang: node.data?.lang }
    return [{ type: 'heading', depth: node.depth, data, children: inlines(node.children, context) }]
  },
  paragraph: (node, context) => [
    { type: 'paragraph', children: anchored(node, inlines(node.children, context), context) },
  ],
  blockquote: (node, context) => [{ type: 'blockquote', children: blocks(node.children, context) }],
  list: ({ ordered, start, spread, children }, context) => {
    const items = children.map((item) => ({
      type: 'listItem',
      spread: item.spread,
      checked: item.checked,
      children: blocks(item.children, context),
    }))
    return [{ type: 'list', ordered, start, spread, children: items }]
  },
  table: (node, context) => [table(node, context)],
  code: ({ lang, value }) => [{ type: 'code', lang, value }],
  thematicBreak: () => [{ type: 'thematicBreak' }],
  figure: (node, context) => figure(node, context),
  footnoteDefinition: ({ number, children }, context) => {
    return [
      {
        type: 'footnoteDefinition',
        identifier: String(number),
        label: String(number),
        children: blocks(children, context),
      },
    ]
  },
  contents: (node) => contents(node.entries),
  bibliography: (node, context) => {
    const items = node.children.map((entry) => ({
      type: 'listItem',
      spread: false,
      children: [bibliographyEntry(entry, context)],
    }))
    return [{ type: 'list', ordered: false, spread: false, children: items }]
  },
}

function blocks(nodes: readonly tree.Block[], context: Context): Printable[] {
  return nodes.flatMap((node) => context.instead(node) ?? dispatch(blockHandlers, node, context))
}

function inlines(nodes: readonly tree.Inline[], context: Context): Printable[] {
  return nodes.flatMap((node) => context.instead(node) ?? dispatch(inlineHandlers, node, context))
}

/** A span is printed for its language, or for an id that is linked to. */
function span(node: tree.Span, context: Context): Printable[] {
  const { id, lang } = node.data ?? {}
  const data = { ...(id && context.linked.has(id) ? { id } : {}), ...(lang ? { lang } : {}) }
  const children = inlines(node.children, context)
  return Object.keys(data).length > 0 ? [{ type: 'span', data, children }] : children
}

/** Words with an empty span before them that carries the node's id, where something links to it. */
function anchored(
  node: { readonly data?: tree.Data | undefined },
  words: Printable[],
  { linked }: Context,
): Printable[] {
  const id = node.data?.id
  return id && linked.has(id) ? [{ type: 'span', data: { id }, children: [] }, ...words] : words
}

function table({ align, children }: tree.Table, context: Context): Printable {
  const rows = children.map((row) => {
    const own = new Set(uncovered(row).map(({ cell }) => cell))
    const cells = row.children.map((cell, at) => {
      const words = anchored(cell, inlines(cell.children, context), context)
      if (!own.has(cell)) return { type: 'tableCell', children: [{ type: 'text', value: covered }] }
      return { type: 'tableCell', children: at === 0 ? anchored(row, words, context) : words }
    })
    return { type: 'tableRow', children: cells }
  })
  return { type: 'table', align: align.map((value) => value ?? null), children: rows }
}

/** The picture, then `**Figure 1.** Caption`, then its data as a table. A table has its caption below it. */
function figure(node: tree.Figure, context: Context): Printable[] {
  const id = node.data?.id
  const name: Printable = { type: 'strong', children: [{ type: 'text', value: `${node.label}.` }] }
  const label = id && context.linked.has(id) ? { type: 'span', data: { id }, children: [name] } : name
  const space = { type: 'text', value: ' ' }
  const caption = node.label
    ? [label, ...(node.caption.length > 0 ? [space, ...inlines(node.caption, context)] : [])]
    : inlines(node.caption, context)
  const parts = node.children.map((part) => (part.type === 'image' ? image(part, context) : table(part, context)))
  if (caption.length === 0) return parts
  const [first, ...rest] = parts
  if (first?.type !== 'table') return [...(first ? [first] : []), { type: 'paragraph', children: caption }, ...rest]
  return [{ type: 'captionedTable', children: [first, { type: 'paragraph', children: caption }] }, ...rest]
}

function image({ url, alt, bytes }: tree.Image, { folder, figures }: Context): Printable {
  const path = `${folder}/${freeName(url, bytes, folder, figures)}`
  figures.set(path, bytes)
  return { type: 'paragraph', children: [{ type: 'image', url: encodeURI(path), alt }] }
}

/** Two pictures of one name are two files. */
function freeName(url: string, bytes: Uint8Array, folder: string, figures: ReadonlyMap<string, Uint8Array>): string {
  const dot = url.lastIndexOf('.')
  const [stem, ending] = dot > 0 ? [url.slice(0, dot), url.slice(dot)] : [url, '']
  const isFree = (name: string) => (figures.get(`${folder}/${name}`) ?? bytes) === bytes
  let name = url
  for (let number = 2; !isFree(name); number++) name = `${stem}-${number}${ending}`
  return name
}

/** Entries as a list of links, nested by their depth. */
function contents(entries: readonly tree.ContentsEntry[]): Printable[] {
  if (entries.length === 0) return []
  const least = Math.min(...entries.map(({ depth }) => depth))
  const items: Printable[] = []
  for (let index = 0; index < entries.length; ) {
    const entry = itemAt(entries, index)
    let end = index + 1
    while (end < entries.length && itemAt(entries, end).depth > least) end++
    items.push({ type: 'listItem', spread: false, children: [line(entry), ...contents(entries.slice(index + 1, end))] })
    index = end
  }
  return [{ type: 'list', ordered: false, spread: false, children: items }]
}

function line({ id, label, text }: tree.ContentsEntry): Printable {
  const value = [label, text].filter(Boolean).join(/\p{L}/u.test(label ?? '') ? '. ' : ' ')
  return { type: 'paragraph', children: [{ type: 'link', url: `#${id}`, children: [{ type: 'text', value }] }] }
}

function bibliographyEntry(entry: tree.BibliographyEntry, context: Context): Printable {
  const label: Printable[] = entry.label ? [{ type: 'text', value: `${entry.label} ` }] : []
  const words = [...label, ...inlines(entry.children, context)]
  const said = entry.data?.lang ? [{ type: 'span', data: { lang: entry.data.lang }, children: words }] : words
  return { type: 'paragraph', children: anchored(entry, said, context) }
}

/** The id that pandoc and MyST give a heading by themselves. */
function automaticId(node: tree.Heading): string {
  return textOf<tree.Node>(node)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s+/g, '-')
    .replace(/^[^\p{L}]+/u, '')
}

function linkedIds(body: tree.Root, all = false): Set<string> {
  const ids = new Set<string>()
  for (const node of walk<tree.Node>(body)) {
    if (all && node.data?.id !== undefined && !node.data.id.startsWith('note-')) ids.add(node.data.id)
    if (node.type === 'link' && node.pack === undefined && node.url.startsWith('#')) ids.add(node.url.slice(1))
    if (node.type === 'contents') for (const { id } of node.entries) ids.add(id)
  }
  return ids
}
