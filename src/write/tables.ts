import {
  entryOf,
  type Inline,
  inOneLine,
  isOneOf,
  type Node,
  type Root,
  type Table,
  type TableRow,
  textOf,
} from '../core/index.ts'
import { linesOf, withRowHeaders } from './cells.ts'
import type { Fonts } from './fonts/fonts.ts'
import { cellPadding, isCut, slack, type TableType, type TypeSetting, typeOf } from './table-type.ts'
import { inColumns } from './text-columns.ts'
import { areaOf, columnWidth, type Theme } from './theme.ts'
import { monthsIn, whole } from './whole-dates.ts'

export interface TableOptions {
  readonly language: string
  readonly fonts: Fonts
  readonly theme: Theme
  /** Is told of a table in which words are cut. */
  cut(table: Table): void
}

/**
 * The document with all decided of its tables that must be the same in every format: their names, the widths of columns, and
 * whether the first column heads its rows. Tables with the same head are of one kind and have one grid. Where words or numbers would be
 * cut, the type is smaller, and then the page is turned; `cut` is told of tables for which that is not enough. Where the text
 * is in columns, it is said of each block whether it stands in one.
 */
export const settledTables = (options: TableOptions) => (body: Root) => {
  const setting = settingOf(options)
  collect(body, setting)
  return inColumns(settled(body, setting), options.theme)
}

/** Tells `cut` what `settledTables` would, and settles nothing. */
export function tellCutTables(body: Root, options: TableOptions): void {
  const setting = settingOf(options)
  collect(body, setting)
  for (const { rows, tables, around } of setting.kinds.values())
    if (isCut(rows, around)) for (const table of tables) setting.cut(table)
}

function settingOf({ language, fonts, theme, cut }: TableOptions): Setting {
  const { width, height } = areaOf(theme.page)
  return {
    room: width,
    turned: height,
    column: theme.page.columns > 1 ? columnWidth(theme.page) : undefined,
    size: theme.sizes.small,
    scale: 1,
    slack,
    padding: cellPadding,
    canTurn: height > width,
    text: fonts.chain(theme.fonts.heading),
    heading: fonts.chain(theme.fonts.heading, { bold: true }),
    months: monthsIn([language, 'en']),
    words: new Map(),
    kinds: new Map(),
    above: { words: '' },
    cut,
  }
}

interface Setting extends TypeSetting, Pick<TableOptions, 'cut'> {
  /** The tables of each kind. */
  readonly kinds: Map<string, Kind>
  /** The words of the heading above. */
  readonly above: { words: string }
}

interface Kind {
  readonly tables: Table[]
  readonly rows: TableRow[]
  /** Where the first of them stands. */
  readonly around: Setting
  made?: TableType
}

function collect(node: Node, setting: Setting): void {
  const here = within(node, setting)
  if (node.type === 'table') {
    const kind = kindOf(node, here)
    const canTurn = setting.canTurn && node.data?.role === undefined
    const known = setting.kinds.get(kind) ?? { tables: [], rows: [], around: { ...here, canTurn } }
    known.tables.push(node)
    for (const row of withRowHeaders(node.children)) known.rows.push(row)
    setting.kinds.set(kind, known)
  } else if (holdsBlocks(node)) {
    for (const child of node.children) collect(child, here)
  }
}

const within = ({ type, data }: Node, setting: Setting): Setting => {
  const canTurn = setting.canTurn && (type === 'root' || type === 'figure') && data?.role === undefined
  const column = ['root', 'figure', 'table'].includes(type) ? setting.column : undefined
  return data?.role === 'landscape'
    ? { ...setting, room: setting.turned, column: undefined, canTurn: false }
    : { ...setting, column, canTurn }
}

const kindOf = ({ children: [head] }: Table, { room, column }: Setting) =>
  JSON.stringify([room, column, head?.children.map(({ children }) => linesOf(children))])

function settled<N extends Node>(node: N, around: Setting): N {
  const words =
    node.type === 'figure' ? inOneLine(node.caption.map((each) => textOf<Node>(each)).join('')) || node.label : ''
  const here = { ...within(node, around), ...(words && { above: { words } }) }
  if (node.type === 'heading') around.above.words = inOneLine(textOf<Node>(node))
  if (node.type === 'table') return settledTable(node, here) as N
  if (!holdsBlocks(node)) return node
  const children = node.children.map((child) => settled(child, here))
  const isTurned = node.type === 'figure' && children.some(({ data }) => data?.role === 'landscape')
  return { ...node, children, ...(isTurned && { data: { ...node.data, role: 'landscape' } }) }
}

function settledTable(node: Table, setting: Setting): Table {
  const kind = entryOf(setting.kinds, kindOf(node, setting))
  kind.made ??= typeOf(kind.rows, kind.around)
  const { widths, size, wide, isTurned, isInColumn } = kind.made
  if (kind.made.isCut) setting.cut(node)
  return {
    ...node,
    ...(setting.above.words && { name: setting.above.words }),
    widths: node.widths ?? widths,
    children: withRowHeaders(node.children).map((row) => withWholeDates(row, setting)),
    ...(size !== undefined && { size }),
    ...(wide && { wide }),
    ...(isTurned && { data: { ...node.data, role: 'landscape' } }),
    ...(isInColumn && { data: { ...node.data, column: true } }),
  }
}

/** Day, month and year of a date, and the groups of a number, with spaces that do not break. */
function withWholeDates<N extends Inline | TableRow | TableRow['children'][number]>(node: N, setting: Setting): N {
  if (node.type === 'text') return { ...node, value: whole(node.value, setting.months) }
  if (!('children' in node)) return node
  return { ...node, children: node.children.map((child) => withWholeDates(child, setting)) } as N
}

const blockHolders = ['root', 'blockquote', 'list', 'listItem', 'figure', 'footnoteDefinition'] as const
const holdsBlocks = (node: Node): node is Extract<Node, { type: (typeof blockHolders)[number] }> =>
  isOneOf(blockHolders, node.type)
