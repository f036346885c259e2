import type { Log, Place } from '../log.ts'
import type * as tree from '../tree.ts'
import { type OpenNode, type OpenSection, wordsOf } from './node.ts'

/**
 * Closes the union: a tree of plain nodes only, with the fields that writers know. Reports links that are not safe and
 * headings that skip a level. A node that no pass should have left, and that is not of the `kept` types, is our bug.
 */
export function close(sections: readonly OpenSection[], log: Log, kept: ReadonlySet<string> = new Set()): tree.Root {
  const headings = { depth: 0 }
  const children = sections.flatMap(({ tree: { children = [] }, source }) => {
    const context: Context = { log, place: (node) => source.place(node), headings, kept }
    return children.flatMap((child) => block(child, context))
  })
  return { type: 'root', children }
}

interface Context {
  readonly log: Log
  readonly headings: { depth: number }
  /** Types that are let through as they are. */
  readonly kept: ReadonlySet<string>
  place(node: OpenNode): Place
}

type Close<N> = (node: OpenNode, context: Context) => Omit<N, 'type' | 'data' | 'position'>

const inlines: { readonly [T in tree.Inline['type']]: Close<Extract<tree.Inline, { type: T }>> } = {
  text: ({ value = '' }) => ({ value: value.replace(/\r?\n/g, ' ') }),
  inlineCode: ({ value = '' }) => ({ value }),
  break: () => ({}),
  emphasis: (node, context) => ({ children: inlineChildren(node, context) }),
  strong: (node, context) => ({ children: inlineChildren(node, context) }),
  delete: (node, context) => ({ children: inlineChildren(node, context) }),
  superscript: (node, context) => ({ children: inlineChildren(node, context) }),
  subscript: (node, context) => ({ children: inlineChildren(node, context) }),
  smallCaps: (node, context) => ({ children: inlineChildren(node, context) }),
  span: (node, context) => ({ children: inlineChildren(node, context) }),
  link: (node, context) => {
    checkLink(node, context)
    checkLength('link-is-safe', 'The address of the link', String(node.url), node, context)
    return {
      url: String(node.url),
      ...(node.pack ? { pack: String(node.pack) } : {}),
      ...(node.title ? { title: String(node.title) } : {}),
      children: inlineChildren(node, context).flatMap(withoutLinks),
    }
  },
  footnoteReference: (node) => ({ identifier: String(node.identifier), number: Number(node.number) }),
}

const blocks: { readonly [T in tree.Block['type']]: Close<Extract<tree.Block, { type: T }>> } = {
  heading: (node, context) => {
    const depth = Number(node.depth) as tree.Heading['depth']
    checkHeading(node, depth, context)
    checkLength('markdown-is-supported', 'The heading', wordsOf(node), node, context)
    return { depth, children: inlineChildren(node, context) }
  },
  paragraph: (node, context) => ({ children: inlineChildren(node, context) }),
  blockquote: (node, context) => ({ children: blockChildren(node, context) }),
  list: (node, context) => ({
    ordered: Boolean(node.ordered),
    start: node.ordered ? Number(node.start ?? 1) : null,
    spread: Boolean(node.spread),
    children: (node.children ?? []).map((item) => ({
      ...common(item),
      type: 'listItem',
      spread: Boolean(item.spread),
      ...(typeof item.checked === 'boolean' ? { checked: item.checked } : {}),
      children: blockChildren(item, context),
    })),
  }),
  table: (node, context) => ({
    align: (node.align ?? []) as tree.Table['align'],
    children: (node.children ?? []).map((row) => ({
      ...common(row),
      type: 'tableRow',
      children: (row.children ?? []).map((cell) =>
        inItsLanguage({ ...common(cell), type: 'tableCell', children: inlineChildren(cell, context) }),
      ),
    })),
  }),
  code: ({ value = '', lang }) => ({ value, ...(lang ? { lang: String(lang) } : {}) }),
  thematicBreak: () => ({}),
  figure: (node, context) => {
    const [caption, ...parts] = node.children ?? []
    return {
      kind: node.kind as tree.Figure['kind'],
      label: String(node.label),
      caption: caption ? inlineChildren(caption, context) : [],
      children: parts.flatMap((part) => figurePart(part, node, context)),
    }
  },
  footnoteDefinition: (node, context) => ({
    identifier: `note-${String(node.number)}`,
    number: Number(node.number),
    children: blockChildren(node, context),
  }),
  contents: (node) => ({
    of: node.of as tree.Contents['of'],
    entries: node.entries as tree.ContentsEntry[],
    ...(node.inText ? { inText: true } : {}),
  }),
  bibliography: (node) => ({
    hanging: Boolean(node.hanging),
    children: (node.children ?? []) as unknown as tree.BibliographyEntry[],
  }),
}

function figurePart(part: OpenNode, figure: OpenNode, context: Context): (tree.Image | tree.Table)[] {
  if (part.type !== 'image') return block(part, context) as tree.Table[]
  checkLength('image-has-alt', 'The text that stands for the image', String(part.alt), figure, context)
  return [part as unknown as tree.Image]
}

function inlineChildren(node: OpenNode, context: Context): tree.Inline[] {
  return callsApart(joinTexts((node.children ?? []).flatMap((child) => inline(child, context))))
}

/** Two raised numbers side by side would be read as one: a comma stands between calls, a space between a call and a power. */
function callsApart(nodes: readonly tree.Inline[]): tree.Inline[] {
  return nodes.flatMap((node, i) => {
    const [before, after] = [raisedAt(nodes[i - 1], -1), raisedAt(node, 0)]
    if (!before || !after || (before === 'power' && after === 'power')) return [node]
    const value = before === after ? ',' : '\u202f'
    return [{ type: 'superscript', children: [{ type: 'text', value }] }, node]
  })
}

/** What is raised at the beginning (0) or at the end (-1) of a node: the call of a note or of a work, or a number of the text's own. */
function raisedAt(node: tree.Inline | undefined, side: 0 | -1, isCited = false): 'call' | 'power' | undefined {
  if (node === undefined) return undefined
  if (node.type === 'footnoteReference') return 'call'
  if (node.type === 'superscript') return isCited ? 'call' : 'power'
  if (node.type === 'text')
    return /[\u00b2\u00b3\u00b9\u2070-\u2079]/.test(node.value.at(side) ?? '') ? 'power' : undefined
  return 'children' in node
    ? raisedAt(node.children.at(side), side, isCited || node.data?.citation !== undefined)
    : undefined
}

function blockChildren(node: OpenNode, context: Context): tree.Block[] {
  return (node.children ?? []).flatMap((child) => block(child, context))
}

function inline(node: OpenNode, context: Context): tree.Inline[] {
  if (isReported(node)) return []
  if (context.kept.has(node.type)) return [node as unknown as tree.Inline]
  const handle = inlines[node.type as tree.Inline['type']] as Close<tree.Inline> | undefined
  if (!handle) throw new Error(`resolve left a “${node.type}” among words`)
  return [{ type: node.type, ...handle(node, context), ...common(node) } as tree.Inline]
}

function block(node: OpenNode, context: Context): tree.Block[] {
  if (isReported(node)) return []
  if (context.kept.has(node.type)) return [node as unknown as tree.Block]
  if (node.type === 'paragraph' && node.children?.length === 0) return []
  const handle = blocks[node.type as tree.Block['type']] as Close<tree.Block> | undefined
  if (!handle) throw new Error(`resolve left a “${node.type}” among blocks`)
  const closed = { type: node.type, ...handle(node, context), ...common(node) } as tree.Block
  return [closed.type === 'paragraph' || closed.type === 'heading' ? inItsLanguage(closed) : closed]
}

/** Words that all stand in one language give it to what holds them, so that its direction is theirs. */
function inItsLanguage<T extends tree.Paragraph | tree.Heading | tree.TableCell>(node: T): T {
  const spans = node.children.filter((child) => child.type === 'span')
  const lang = spans[0]?.data?.lang
  const isWhole = node.children.every(
    (child) =>
      child.type === 'footnoteReference' ||
      (child.type === 'span' && child.data?.lang === lang) ||
      (child.type === 'text' && /^[\s\p{P}]*$/u.test(child.value)),
  )
  if (lang === undefined || !isWhole || node.data?.lang !== undefined) return node
  const children = node.children.flatMap((child) =>
    child.type === 'span' && Object.keys(child.data ?? {}).length === 1 ? child.children : [child],
  )
  return { ...node, data: { ...node.data, lang }, children: joinTexts(children) }
}

/** What `parse` has reported as unsupported is left out of a document that will not be written. */
function isReported({ type }: OpenNode): boolean {
  return type === 'image' || type === 'html' || type === 'caption'
}

function common({ data, position }: OpenNode): { data?: tree.Data; position?: tree.Paragraph['position'] } {
  return { ...(data && Object.keys(data).length > 0 ? { data } : {}), ...(position ? { position } : {}) }
}

function joinTexts(nodes: readonly tree.Inline[]): tree.Inline[] {
  const joined: tree.Inline[] = []
  for (const node of nodes) {
    const last = joined.at(-1)
    if (node.type === 'text' && last?.type === 'text')
      joined[joined.length - 1] = { ...last, value: last.value + node.value }
    else if (node.type !== 'text' || node.value !== '') joined.push(node)
  }
  return joined
}

/** Links in links have no meaning: the outer one holds. */
function withoutLinks(node: tree.Inline): tree.Inline[] {
  if (!('children' in node)) return [node]
  const children = node.children.flatMap(withoutLinks)
  return node.type === 'link' ? children : [{ ...node, children }]
}

function checkLink(node: OpenNode, { log, place }: Context): void {
  const url = String(node.url)
  if (/^(?:https?:\/\/[^\s/]|mailto:[^\s]|#[a-z])[^\s\p{Cc}]*$/iu.test(url)) return
  log.report('link-is-safe', place(node), `The link to “${url.slice(0, 100)}” is not http, https, mailto or “#id”`, {
    actual: url,
  })
}

/** A string of PDF/A has at most 32,767 bytes (ISO 19005-3, 6.1.13), and most characters take two. */
const longest = 16_000

function checkLength(
  rule: 'markdown-is-supported' | 'link-is-safe' | 'image-has-alt',
  what: string,
  text: string,
  node: OpenNode,
  { log, place }: Context,
): void {
  if (text.length > longest)
    log.report(rule, place(node), `${what} has ${text.length} characters, more than the ${longest} that fit into a PDF`)
}

function checkHeading(node: OpenNode, depth: number, { log, place, headings }: Context): void {
  if (depth > headings.depth + 1) {
    const before = headings.depth === 0 ? 'the first heading' : `a heading of level ${headings.depth}`
    const reason =
      headings.depth === 0
        ? `The first heading is of level ${depth}, not 1`
        : `A heading of level ${depth} follows ${before}`
    log.report('heading-increments', place(node), reason, {
      notes: [`begin it with ${'#'.repeat(headings.depth + 1)}`],
    })
  }
  headings.depth = depth
}
