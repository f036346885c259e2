import {
  entryOf,
  type Inline,
  inOneLine,
  lastOf,
  type Node,
  type Root,
  type Table,
  type TableRow,
  textOf,
} from '../core/index.ts'
import { linesOf, wordsOf } from './cells.ts'
import { lowered, shares } from './column-widths.ts'
import type { Face, Fonts } from './fonts/fonts.ts'
import { measure } from './fonts/text.ts'
import { areaOf, type Theme } from './theme.ts'
import { monthsIn, whole } from './whole-dates.ts'

export interface TableOptions {
  /** The document's. */
  readonly language: string
  readonly fonts: Fonts
  readonly theme: Theme
  /** Is told of a table in which words are cut. */
  cut(table: Table): void
}

/**
 * The document with all decided of its tables that must be the same in every format: their names, the widths of columns, and
 * whether the first column heads its rows. Tables with the same head are of one kind and have one grid. Where words or numbers would be
 * cut, the type is smaller, and then the page is turned; `cut` is told of tables for which that is not enough.
 */
export const settledTables =
  ({ language, fonts, theme, cut }: TableOptions) =>
  (body: Root) => {
    const { width, height } = areaOf(theme.page)
    const setting: Setting = {
      room: width,
      turned: height,
      size: theme.sizes.small,
      scale: 1,
      slack,
      canTurn: height > width,
      text: fonts.chain(theme.fonts.heading),
      heading: fonts.chain(theme.fonts.heading, { bold: true }),
      months: monthsIn([language, 'en']),
      words: new Map(),
      kinds: new Map(),
      above: { words: '' },
      cut,
    }
    collect(body, setting)
    return settled(body, setting)
  }

interface Setting extends Pick<TableOptions, 'cut'> {
  /** What a table may fill, on an upright page and on a turned one. Points. */
  readonly room: number
  readonly turned: number
  readonly size: number
  /** What part of `size` the type has. */
  readonly scale: number
  /** How much wider than measured a word may become. */
  readonly slack: Slack
  /** Whether a table here may stand on a page of its own. */
  readonly canTurn: boolean
  readonly text: readonly Face[]
  readonly heading: readonly Face[]
  /** Matches dates. */
  readonly months: RegExp
  /** The widths of words, by face: the same ones come again and again. */
  readonly words: Map<string, number>
  /** The tables of each kind. */
  readonly kinds: Map<string, Kind>
  /** The words of the heading above. */
  readonly above: { words: string }
}

interface Slack {
  readonly text: number
  readonly bold: number
}

interface Kind {
  readonly rows: TableRow[]
  made?: { readonly widths: number[]; readonly size?: number; readonly isTurned: boolean; readonly isCut: boolean }
}

function collect(node: Node, setting: Setting): void {
  const here = within(node, setting)
  if (node.type === 'table') {
    const kind = kindOf(node, here)
    const known = setting.kinds.get(kind) ?? { rows: [] }
    for (const row of withRowHeaders(node.children)) known.rows.push(row)
    setting.kinds.set(kind, known)
  } else if (holdsBlocks.has(node.type)) {
    for (const child of (node as Root).children) collect(child, here)
  }
}

const within = ({ type, data }: Node, setting: Setting): Setting => {
  const canTurn = setting.canTurn && (type === 'root' || type === 'figure') && data?.role === undefined
  return data?.role === 'landscape' ? { ...setting, room: setting.turned, canTurn: false } : { ...setting, canTurn }
}

const kindOf = ({ children: [head] }: Table, { room }: Setting) =>
  JSON.stringify([room, head?.children.map(({ children }) => linesOf(children))])

function settled<N extends Node>(node: N, around: Setting): N {
  const words =
    node.type === 'figure' ? inOneLine(node.caption.map((each) => textOf<Node>(each)).join('')) || node.label : ''
  const here = { ...within(node, around), ...(words && { above: { words } }) }
  if (node.type === 'heading') around.above.words = inOneLine(textOf<Node>(node))
  if (node.type === 'table')
    return settledTable(node, { ...here, canTurn: around.canTurn && node.data?.role === undefined }) as Node as N
  if (!holdsBlocks.has(node.type)) return node
  const children = (node as Node & Root).children.map((child) => settled(child, here))
  const isTurned = node.type === 'figure' && children.some(({ data }) => data?.role === 'landscape')
  return { ...node, children, ...(isTurned && { data: { ...node.data, role: 'landscape' } }) }
}

function settledTable(node: Table, setting: Setting): Table {
  const kind = entryOf(setting.kinds, kindOf(node, setting))
  kind.made ??= madeFor(kind.rows, setting)
  const { widths, size, isTurned, isCut } = kind.made
  if (isCut) setting.cut(node)
  return {
    ...node,
    ...(setting.above.words && { name: setting.above.words }),
    widths: node.widths ?? widths,
    children: withRowHeaders(node.children).map((row) => withWholeDates(row, setting)),
    ...(size !== undefined && { size }),
    ...(isTurned && { data: { ...node.data, role: 'landscape' } }),
  }
}

/** The first of these in which no word is cut: type of the theme, somewhat smaller down to 7 points, and then turned. */
function madeFor(rows: readonly TableRow[], setting: Setting): NonNullable<Kind['made']> {
  const ways = [setting.slack, tight].map((slack) => ({ slack, words: leastWidths(rows, { ...setting, slack }) }))
  const sizes = [setting.size]
  while (lastOf(sizes) - 0.5 >= smallest) sizes.push(lastOf(sizes) - 0.5)
  const rooms = setting.canTurn ? [setting.room, setting.turned] : [setting.room]
  for (const room of rooms) {
    for (const { size, slack, words } of sizes.flatMap((size) => ways.map((way) => ({ size, ...way })))) {
      const scale = size / setting.size
      const needed = words.reduce((sum, word) => sum + word * scale + cellPadding, 0)
      if (needed > room) continue
      const widths = columnWidths(rows, { ...setting, room, scale, slack })
      return { widths, ...(scale < 1 && { size }), isTurned: room !== setting.room, isCut: false }
    }
  }
  return { widths: columnWidths(rows, setting), isTurned: false, isCut: true }
}

/** No table has smaller type. Points. */
const smallest = 7

/** The width of the longest word or number of each column, which must not be cut; addresses and digests may be. */
function leastWidths(rows: readonly TableRow[], setting: Setting): number[] {
  const count = Math.max(0, ...rows.map(({ children }) => children.length))
  return Array.from({ length: count }, (_, column) =>
    Math.max(
      0,
      ...rows.map(({ children }, row) => {
        const isHeading = row === 0 || children[column]?.header === true
        const chain = isHeading ? setting.heading : setting.text
        const words = wordsIn(wordsOf(children[column]), setting).filter((word) => !mayBeCut.test(word))
        return Math.max(0, ...words.map((word) => widthOf(word, chain, isHeading, setting)))
      }),
    ),
  )
}

const mayBeCut = /[/\\@_]|\w\.\w{2,}|^.{25,}$/u

/** Day, month and year of a date, and the groups of a number, with spaces that do not break. */
function withWholeDates<N extends Inline | TableRow | TableRow['children'][number]>(node: N, setting: Setting): N {
  if (node.type === 'text') return { ...node, value: whole(node.value, setting.months) }
  if (!('children' in node)) return node
  return { ...node, children: node.children.map((child) => withWholeDates(child, setting)) } as N
}

/** The first column heads its rows, for those who hear a table cell by cell, where it names each row by other words. */
function withRowHeaders([head, ...rows]: readonly TableRow[]): TableRow[] {
  const names = rows.map(({ children }) => linesOf(children[0]?.children ?? []).trim())
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
 * looking at registers), but never less than their longest word, unless that is longer than two fifths of the table. Then
 * they give to each other what makes the table lower.
 */
function columnWidths(rows: readonly TableRow[], setting: Setting): number[] {
  const count = Math.max(0, ...rows.map(({ children }) => children.length))
  const room = setting.room - count * cellPadding
  const columns = Array.from({ length: count }, (_, column) => {
    const cells = rows.map(({ children }, row) => {
      const isHeading = row === 0 || children[column]?.header === true
      return extentOf(wordsOf(children[column]), isHeading, setting)
    })
    return {
      least: Math.min(Math.max(...cells.map(({ word }) => word)) * setting.scale, room * 0.4),
      most: Math.max(...cells.map(({ line }) => line)) * setting.scale,
      weight: cells.reduce((sum, { line }) => sum + line ** 3, 1) ** 0.25,
      cells: cells.map(({ words }) => words.map((word) => word * setting.scale)),
    }
  })
  return lowered(shares(columns, room), columns, widthOf(' ', setting.text, false, setting) * setting.scale)
}

/** The space beside the text of a cell. Points. */
export const cellPadding = 8
/** Where our fonts are not installed, others are set that are wider, bold ones the most, and a number that breaks is read as another. */
const slack: Slack = { text: 1.3, bold: 1.42 }
/** Enough where our fonts are at hand. */
const tight: Slack = { text: 1.04, bold: 1.04 }

/** A date in words, which stays legible where another font breaks it. */
const isDate = /\p{L}\u00a0|\u00a0\p{L}/u

/** The widths that the longest word and the whole of a cell may have, in points. */
interface Extent {
  word: number
  line: number
  words: number[]
}
function extentOf(nodes: readonly Inline[], isHeading: boolean, setting: Setting): Extent {
  const chain = isHeading ? setting.heading : setting.text
  const space = widthOf(' ', chain, isHeading, setting)
  const extent: Extent = { word: 0, line: 0, words: [] }
  for (const word of wordsIn(nodes, setting)) {
    const width = widthOf(word, chain, isHeading, setting)
    extent.word = Math.max(extent.word, width)
    extent.line += width + space
    extent.words.push(width)
  }
  return extent
}

/** What a line may not be broken within. */
const wordsIn = (nodes: readonly Inline[], setting: Setting) =>
  whole(linesOf(nodes), setting.months).split(/[ \t\n]+|(?<=[-–—/])/u)

function widthOf(word: string, chain: readonly Face[], isHeading: boolean, { size, words, slack }: Setting): number {
  const key = isHeading ? `*${word}` : word
  const width = words.get(key) ?? measure(word, chain, size)
  words.set(key, width)
  return width * (isHeading ? slack.bold : isDate.test(word) ? tight.text : slack.text)
}
