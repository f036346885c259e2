/** Block nodes into nodes of the definition: one function per node type. */

import {
  type Block,
  type Blockquote,
  type Data,
  dispatch,
  type Figure,
  type Handlers,
  inOneLine,
  itemAt,
  type ListItem,
  type Node,
  type Paragraph,
  type Table,
  type TableCell,
  textOf,
} from '../../core/index.ts'
import { leadsToList, taskBox } from '../alike.ts'
import { withoutTabs } from './code-text.ts'
import { type ContentsContext, contentsOf } from './contents.ts'
import type { DefinitionNode, Run, Tag } from './definition.ts'
import { imageOf } from './pictures.ts'
import { runsOf } from './runs.ts'

export interface BlockContext extends ContentsContext {
  /** The size of the text area of an upright page, in points. */
  readonly area: { readonly width: number; readonly height: number }
  /** The width of a column of text. */
  readonly column: number
  /** The bytes of images that are not SVG, by the name that the definition gives them. */
  readonly images: Record<string, Uint8Array>
  /** The tag of a heading, so that no level is left out. */
  readonly headingLevel: (depth: number) => number
  /** Where the block stands: what it is set in. */
  readonly within: 'flow' | 'item' | 'looseItem' | 'note' | 'quote'
}

const isBox = (data: Blockquote['data']) => /^box\b/.test(data?.role ?? '')

/** Each term stands above its meanings, which are set in. */
function definitionsOf(items: readonly ListItem[], context: BlockContext): DefinitionNode {
  const stack = items.flatMap((item): DefinitionNode[] => {
    const [term, ...meanings] = blocksOf(item.children, { ...context, within: 'item' })
    return term
      ? [
          { ...term, keepWithNext: true },
          { stack: meanings, margin: [14, 0, 0, 0] },
        ]
      : []
  })
  return { stack, style: context.within === 'flow' ? 'list' : 'innerList' }
}

/** A box is shaded, with a bar at its edge. */
function boxOf(children: readonly Block[], context: BlockContext): DefinitionNode {
  const { area, theme } = context
  const [bar, padding] = [3, 10]
  const inside = { ...area, width: area.width - bar - 2 * padding }
  const body: DefinitionNode[] = [
    { text: [], fillColor: theme.colours.accent },
    {
      stack: blocksOf(children, { ...context, area: inside, within: 'quote' }),
      fillColor: theme.colours.shade,
      margin: [padding, 6, padding, 2],
    },
  ]
  const widths = [{ weight: bar }, { weight: area.width - bar }]
  return { stack: [{ table: { headerRows: 0, widths, body: [body] }, layout: 'plain' }], style: 'box', tag: 'Div' }
}

/** The nodes of blocks; `after` is what stands behind the last. */
export function blocksOf(children: readonly Block[], context: BlockContext, after?: Block): DefinitionNode[] {
  return children.flatMap((child, index) => {
    const node = dispatch(handlers, child, context)
    if (!node) return []
    if (child.type === 'paragraph' && leadsToList(child, children[index + 1] ?? after)) node.keepWithNext = true
    return [withPlace(node, child.data)]
  })
}

/** The node with where links to it lead, and its language. */
function withPlace(node: DefinitionNode, data: Data | undefined): DefinitionNode {
  if (data?.id !== undefined) node.anchor = data.id
  if (data?.lang !== undefined) node.lang = data.lang
  return node
}

const handlers: Handlers<Block, BlockContext, DefinitionNode | undefined> = {
  heading: (node, context) => {
    const { depth, children } = node
    const text = runsOf(children, context)
    const title = inOneLine(textOf<Node>(node))
    // A heading that shows nothing is no heading: its level would be missing in the structure.
    if (title === '') return { text, style: 'paragraph', tag: 'P' }
    const level = context.headingLevel(depth)
    return { text, style: `h${depth}`, tag: `H${level}` as Tag, keepWithNext: true, bookmark: { level, title } }
  },
  paragraph: (node, context) => ({
    text: runsOf(node.children, context),
    style: paragraphStyle(node, context),
    tag: 'P',
  }),
  blockquote: ({ children, data }, context) => {
    if (isBox(data)) return boxOf(children, context)
    const style = context.within === 'flow' ? 'quote' : 'innerQuote'
    return { stack: blocksOf(children, { ...context, within: 'quote' }), style, tag: 'BlockQuote' }
  },
  list: ({ ordered, start, spread, children, data }, context) => {
    if (data?.role === 'definitions') return definitionsOf(children, context)
    const isInner = context.within === 'item' || context.within === 'looseItem'
    const items = children.map((item, index) => {
      const number = ordered ? `${(start ?? 1) + index}. ` : ''
      return itemOf(item, number, { ...context, within: spread || item.spread ? 'looseItem' : 'item' })
    })
    const style = context.within === 'flow' ? 'list' : 'innerList'
    return ordered
      ? { ol: items, start: start ?? 1, style, tag: 'L' }
      : { ul: items, type: isInner ? '–' : '•', style, tag: 'L' }
  },
  table: (node, context) => ({ ...tableOf(node, context), tag: 'Table' }),
  code: ({ value }, { theme }) => ({
    table: {
      headerRows: 0,
      dontBreakRows: true,
      widths: [{ width: '*' }],
      body: [
        [
          {
            text: [{ text: withoutTabs(value), tag: 'Code' }],
            tag: 'P',
            style: 'code',
            preserveLeadingSpaces: true,
            margin: [8, 6, 8, 6],
            fillColor: theme.colours.shade,
          },
        ],
      ],
    },
    layout: 'plain',
    style: 'codeBox',
  }),
  thematicBreak: (_, { theme, area }) => ({
    canvas: [
      {
        type: 'line',
        x1: area.width * 0.4,
        x2: area.width * 0.6,
        y1: 0,
        y2: 0,
        lineWidth: 0.75,
        lineColor: theme.colours.rule,
      },
    ],
    margin: [0, 8, 0, 14],
  }),
  figure: (node, context) => figureOf(node, context),
  /** Notes stand where they are called; see `notesOf`. */
  footnoteDefinition: () => undefined,
  contents: (node, context) => (node.entries.length > 0 ? contentsOf(node, context) : undefined),
  bibliography: ({ hanging, children }, context) => {
    const entries = children.map(({ data, label, children }): DefinitionNode => {
      const text: Run[] = [{ text: runsOf(children, context), tag: 'BibEntry' }]
      const isHanging = hanging && label === undefined
      const entry: DefinitionNode = {
        text,
        tag: label === undefined ? 'P' : 'LBody',
        style: isHanging ? 'hangingEntry' : 'entry',
      }
      if (label !== undefined) entry.mark = label
      return withPlace(entry, data)
    })
    const isNumbered = children.length > 0 && children.every(({ label }) => label !== undefined)
    return isNumbered ? { ol: entries, style: 'bibliography', tag: 'L' } : { stack: entries, style: 'bibliography' }
  },
}

function paragraphStyle({ data }: Paragraph, { within }: BlockContext): string {
  if (within === 'quote') return 'quoted'
  if (within !== 'flow') return within
  return { lead: 'lead', 'source-note': 'sourceNote' }[data?.role ?? ''] ?? 'paragraph'
}

function itemOf({ checked, children, data }: ListItem, number: string, context: BlockContext): DefinitionNode {
  const stack = blocksOf(children, context)
  const item: DefinitionNode = { stack: stack.length > 0 ? stack : [{ text: [], tag: 'P' }], tag: 'LBody' }
  if (typeof checked === 'boolean') item.mark = number + taskBox(checked)
  return withPlace(item, data)
}

function tableOf({ align, name, widths, size, children }: Table, context: BlockContext): DefinitionNode {
  const columns = Math.max(1, ...children.map(({ children }) => children.length))
  const rows = children.map((row, index) =>
    Array.from({ length: columns }, (_, i) =>
      cellOf(row.children[i], { isHead: index === 0, align: align[i] }, context),
    ),
  )
  return {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: Array.from({ length: columns }, (_, i) => ({ width: 'auto', ...(widths?.[i] && { weight: widths[i] }) })),
      body: rows,
    },
    layout: 'report',
    style: 'table',
    ...(size !== undefined && { fontSize: size }),
    ...(name !== undefined && { name }),
  }
}

interface CellPlace {
  readonly isHead: boolean
  readonly align: Table['align'][number]
}

/** A row that is too short is filled up: the grid of a tagged table has no holes. */
function cellOf(cell: TableCell | undefined, { isHead, align }: CellPlace, context: BlockContext): DefinitionNode {
  const node: DefinitionNode = { text: runsOf(cell?.children ?? [], context), tag: 'TD' }
  if (isHead) Object.assign(node, { tag: 'TH', scope: 'Column', style: 'headerCell' })
  else if (cell?.header) Object.assign(node, { tag: 'TH', scope: 'Row', style: 'headerCell' })
  if (align === 'right' || align === 'center') node.alignment = align
  if (cell?.data?.span) node.colSpan = cell.data.span
  return withPlace(node, cell?.data)
}

/** The caption stands above, so that it is read first; a figure is never parted from it. */
function figureOf({ kind, label, caption, children }: Figure, context: BlockContext): DefinitionNode {
  const bold: Run = { text: label, bold: true, color: context.theme.colours.accent }
  const text: Run[] = caption.length > 0 ? [bold, { text: '  ' }, ...runsOf(caption, context)] : [bold]
  const captionNode: DefinitionNode = { text, style: 'caption', tag: 'Caption', keepWithNext: true }
  const nodes = children.map((child) => (child.type === 'image' ? imageOf(child, context) : tableOf(child, context)))
  const isOneTable = kind === 'table' && children.length === 1 && children[0]?.type === 'table'
  if (isOneTable) return { stack: [captionNode, ...nodes], tag: 'Table' }
  nodes.forEach((node, i) => {
    if (children[i]?.type === 'table') node.tag = 'Table'
  })
  // A picture and the start of its table stand on one page where a page has room for both.
  children.forEach((child, i) => {
    if (child.type !== 'image' || children[i + 1]?.type !== 'table') return
    const height = child.height * Math.min(1, context.area.width / child.width)
    if (height < context.area.height * 0.75) itemAt(nodes, i).keepWithNext = true
  })
  const isWhole = children.every(({ type }) => type === 'image')
  const [first, ...others] = nodes
  if (!first || children[0]?.type !== 'image') return { stack: [captionNode, ...nodes], tag: 'Div' }
  const { alt, keepWithNext } = first
  delete first.tag
  delete first.keepWithNext
  const figure: DefinitionNode = {
    stack: [captionNode, first],
    tag: 'Figure',
    unbreakable: true,
    ...(alt !== undefined && { alt }),
  }
  if (others.length === 0) return { ...figure, floats: true }
  const kept = keepWithNext ? { ...figure, keepWithNext } : figure
  return { stack: [kept, ...others], tag: 'Div', ...(isWhole && { unbreakable: true, floats: true }) }
}
