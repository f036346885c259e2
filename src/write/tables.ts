import type { Face, Fonts } from '../fonts/fonts.ts'
import { measure } from '../fonts/text.ts'
import type { Document, Inline, Node, Root, Table, TableRow } from '../tree.ts'
import { areaOf, type Theme } from './theme.ts'

/**
 * `document` with all decided of its tables that must be the same in every format: the widths of columns, and whether the
 * first column heads its rows. Tables with the same head are of one kind and have one grid.
 */
export function settleTables(document: Document, fonts: Fonts, theme: Theme): Document {
  const { width, height } = areaOf(theme.page)
  const setting: Setting = {
    room: width,
    turned: height,
    size: theme.sizes.small,
    text: fonts.chain(theme.fonts.heading),
    heading: fonts.chain(theme.fonts.heading, { bold: true }),
    words: new Map(),
    kinds: new Map(),
  }
  collect(document.body, setting)
  return { ...document, body: settled(document.body, setting) }
}

interface Setting {
  /** What a table may fill, on an upright page and on a turned one. Points. */
  readonly room: number
  readonly turned: number
  readonly size: number
  readonly text: readonly Face[]
  readonly heading: readonly Face[]
  /** The widths of words, by face: the same ones come again and again. */
  readonly words: Map<string, number>
  /** The tables of each kind. */
  readonly kinds: Map<string, { readonly rows: TableRow[]; widths?: number[] }>
}

function collect(node: Node, setting: Setting): void {
  const here = within(node, setting)
  if (node.type === 'table') {
    const kind = kindOf(node, here)
    const known = setting.kinds.get(kind) ?? { rows: [] }
    for (const row of node.children) known.rows.push(row)
    setting.kinds.set(kind, known)
  } else if (holdsBlocks.has(node.type)) {
    for (const child of (node as Root).children) collect(child, here)
  }
}

const within = ({ data }: Node, setting: Setting): Setting =>
  data?.role === 'landscape' ? { ...setting, room: setting.turned } : setting

const kindOf = ({ children: [head] }: Table, { room }: Setting) =>
  JSON.stringify([room, head?.children.map(({ children }) => textOf(children))])

function settled<N extends Node>(node: N, setting: Setting): N {
  const here = within(node, setting)
  if (node.type === 'table') {
    const kind = setting.kinds.get(kindOf(node, here))!
    kind.widths ??= columnWidths(kind.rows, here)
    return { ...node, widths: node.widths ?? kind.widths, children: withRowHeaders(node.children) }
  }
  if (!holdsBlocks.has(node.type)) return node
  return { ...node, children: (node as Node & Root).children.map((child) => settled(child, here)) }
}

/** The first column heads its rows, for those who hear a table cell by cell, where it names each row by other words. */
function withRowHeaders([head, ...rows]: readonly TableRow[]): TableRow[] {
  const names = rows.map(({ children }) => textOf(children[0]?.children ?? []).trim())
  const areNames = (head?.children.length ?? 0) > 1 && names.every(Boolean) && new Set(names).size === names.length
  const withHeader = (row: TableRow): TableRow => {
    const [first, ...others] = row.children
    return first && areNames ? { ...row, children: [{ ...first, header: true }, ...others] } : row
  }
  return head ? [head, ...rows.map(withHeader)] : []
}

const holdsBlocks = new Set<Node['type']>(['root', 'blockquote', 'list', 'listItem', 'figure', 'footnoteDefinition'])

/**
 * The width of each column's text in points. Columns whose text fits in one line get what they need; the others share the rest by
 * how much text they hold, damped so that short texts are not broken for the sake of long ones (the power is found by
 * looking at registers), but never less than their longest word, unless that is longer than two fifths of the table.
 */
function columnWidths(rows: readonly TableRow[], setting: Setting): number[] {
  const count = Math.max(0, ...rows.map(({ children }) => children.length))
  const room = setting.room - count * padding
  const columns = Array.from({ length: count }, (_, column) => {
    const cells = rows.map(({ children }, row) => {
      const isHeading = row === 0 || children[column]?.header === true
      return extentOf(children[column]?.children ?? [], isHeading, setting)
    })
    return {
      least: Math.min(Math.max(...cells.map(({ word }) => word)) * slack, room * 0.4),
      most: Math.max(...cells.map(({ line }) => line)) * slack,
      weight: cells.reduce((sum, { line }) => sum + line, 1) ** 0.6,
    }
  })
  const widths = columns.map((): number | undefined => undefined)
  for (;;) {
    const open = columns.flatMap((column, index) => (widths[index] === undefined ? [{ ...column, index }] : []))
    if (open.length === 0) break
    const rest = Math.max(0, room - widths.reduce<number>((sum, width) => sum + (width ?? 0), 0))
    const whole = open.reduce((sum, { weight }) => sum + weight, 0)
    const share = ({ weight }: { weight: number }) => (rest * weight) / whole
    const narrow = open.filter((column) => column.least > share(column))
    const satisfied = open.filter((column) => column.most <= share(column))
    if (narrow.length > 0) for (const { index, least } of narrow) widths[index] = least
    else if (satisfied.length > 0 && satisfied.length < open.length)
      for (const { index, most } of satisfied) widths[index] = most
    else for (const column of open) widths[column.index] = share(column)
  }
  return widths as number[]
}

/** The space beside the text of a cell. Points. */
const padding = 8
/** Where our fonts are not installed, others are set that are wider, and a number that breaks is read as another. */
const slack = 1.3

/** The widths of the longest word and of the whole of a cell, in points. */
function extentOf(nodes: readonly Inline[], isHeading: boolean, setting: Setting): { word: number; line: number } {
  const chain = isHeading ? setting.heading : setting.text
  const space = widthOf(' ', chain, isHeading, setting)
  const extent = { word: 0, line: 0 }
  for (const word of textOf(nodes).split(/[ \t\n]+|(?<=[-–—/])/u)) {
    const width = widthOf(word, chain, isHeading, setting)
    extent.word = Math.max(extent.word, width)
    extent.line += width + space
  }
  return extent
}

function widthOf(word: string, chain: readonly Face[], isHeading: boolean, { size, words }: Setting): number {
  const key = isHeading ? `*${word}` : word
  const known = words.get(key)
  if (known !== undefined) return known
  const width = measure(word, chain, size)
  words.set(key, width)
  return width
}

function textOf(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'break') return '\n'
      return 'value' in node ? node.value : 'children' in node ? textOf(node.children) : ''
    })
    .join('')
}
