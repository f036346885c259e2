/** The type of a table and the widths of its columns: no word or number in it is cut. */
import { type Inline, lastOf, type Table, type TableRow } from '../core/index.ts'
import { linesOf, wordsOf } from './cells.ts'
import { lowered, shares } from './column-widths.ts'
import type { Face } from './fonts/fonts.ts'
import { measure } from './fonts/text.ts'
import { whole } from './whole-dates.ts'

export interface TypeSetting {
  /** What a table may fill, on an upright page and on a turned one. Points. */
  readonly room: number
  readonly turned: number
  /** What it may fill of a column of text, where it can stand in one. */
  readonly column: number | undefined
  readonly size: number
  /** What part of `size` the type has. */
  readonly scale: number
  /** How much wider than measured a word may become. */
  readonly slack: Slack
  /** The space beside the text of a cell. */
  readonly padding: number
  /** Whether a table here may stand on a page of its own. */
  readonly canTurn: boolean
  readonly text: readonly Face[]
  readonly heading: readonly Face[]
  readonly months: RegExp
  /** The widths of words, by face: the same ones come again and again. */
  readonly words: Map<string, number>
}

interface Slack {
  readonly text: number
  readonly bold: number
}

export interface TableType extends Pick<Table, 'size' | 'wide'> {
  readonly widths: number[]
  readonly isTurned: boolean
  readonly isCut: boolean
  readonly isInColumn?: true
}

/** The first of these in which no word is cut: type of the theme, somewhat smaller down to 7 points, and then turned. */
export function typeOf(rows: readonly TableRow[], setting: TypeSetting): TableType {
  const wayOf = (slack: Slack) => ({ slack, words: leastWidths(rows, { ...setting, slack }) })
  const ways = [wayOf(setting.slack), wayOf(tight)] as const
  if (setting.column !== undefined && suitsColumn(rows, ways[0].words, setting.column, setting))
    return {
      widths: columnWidths(rows, { ...setting, room: setting.column }),
      isTurned: false,
      isCut: false,
      isInColumn: true,
    }
  for (const room of roomsOf(setting)) {
    for (const { size, slack, words } of sizesOf(setting).flatMap((size) => ways.map((way) => ({ size, ...way })))) {
      const scale = size / setting.size
      if (spaceFor(words, scale) > room) continue
      const wide = slack === tight ? wideType(ways[0].words, room, size, setting) : undefined
      const type = wide
        ? { scale: wide.size / setting.size, padding: wide.padding, slack: setting.slack }
        : { scale, slack }
      const widths = columnWidths(rows, { ...setting, room, ...type })
      return {
        widths,
        ...(scale < 1 && { size }),
        ...(wide && { wide }),
        isTurned: room !== setting.room,
        isCut: false,
      }
    }
  }
  return { widths: columnWidths(rows, setting), isTurned: false, isCut: true }
}

/** Whether words are cut even in the smallest type and where there is most room; what `typeOf` says too, in less time. */
export function isCut(rows: readonly TableRow[], setting: TypeSetting): boolean {
  const words = leastWidths(rows, { ...setting, slack: tight })
  return spaceFor(words, lastOf(sizesOf(setting)) / setting.size) > Math.max(...roomsOf(setting))
}

const roomsOf = ({ canTurn, room, turned }: TypeSetting) => (canTurn ? [room, turned] : [room])

function sizesOf({ size }: TypeSetting): number[] {
  const sizes = [size]
  while (lastOf(sizes) - 0.5 >= smallest) sizes.push(lastOf(sizes) - 0.5)
  return sizes
}

const spaceFor = (words: readonly number[], scale: number) =>
  words.reduce((sum, word) => sum + word * scale + cellPadding, 0)

/** In a column of text a table keeps its type, and has two columns or no cell of more than a line. */
function suitsColumn(rows: readonly TableRow[], least: readonly number[], room: number, setting: TypeSetting): boolean {
  const lines = () =>
    least.map((_, column) =>
      Math.max(
        ...rows.map(
          ({ children }, row) =>
            extentOf(wordsOf(children[column]), row === 0 || children[column]?.header === true, setting).line,
        ),
      ),
    )
  return [...(least.length <= 2 ? [least] : []), lines()].some(
    (widths) => widths.reduce((sum, width) => sum + width + cellPadding, 0) <= room,
  )
}

/** No table has smaller type. Points. */
const smallest = 7

/** Less space beside the text, and then smaller type, for words as wide as in a font that stands in for the theme's. */
function wideType(words: readonly number[], room: number, size: number, setting: TypeSetting): Table['wide'] {
  const roomy = [size, size - 0.5, size - 1, size - 1.5, size - 2].flatMap((size) =>
    [6, 4.5, 3].map((padding) => ({ size, padding })),
  )
  return roomy.find(
    ({ size, padding }) => words.reduce((sum, word) => sum + (word * size) / setting.size + padding, 0) <= room,
  )
}

/** The width of the longest word or number of each column, which must not be cut; addresses and digests may be. */
function leastWidths(rows: readonly TableRow[], setting: TypeSetting): number[] {
  const count = Math.max(0, ...rows.map(({ children }) => children.length))
  return Array.from({ length: count }, (_, column) =>
    Math.max(
      0,
      ...rows.map(({ children }, row) => {
        const isHeading = row === 0 || children[column]?.header === true
        const chain = isHeading ? setting.heading : setting.text
        const words = wordsIn(wordsOf(children[column]), setting).filter(
          (word) => isNumber.test(word) || !mayBeCut.test(word),
        )
        return Math.max(0, ...words.map((word) => widthOf(word, chain, isHeading, setting)))
      }),
    ),
  )
}

const isNumber = /^[\p{P}\p{S}]*\d[\d.,’'\u00a0\u202f]*[\p{P}\p{S}]*$/u
const mayBeCut = /[/\\@_]|\w\.\w{2,}|^.{25,}$/u

/**
 * The width of each column's text in points. Columns whose text fits in one line get what they need; the others share the rest by
 * how much text they hold, damped so that short texts are not broken for the sake of long ones (the power is found by
 * looking at registers), but never less than their longest word, unless that is longer than two fifths of the table. Then
 * they give to each other what makes the table lower.
 */
function columnWidths(rows: readonly TableRow[], setting: TypeSetting): number[] {
  const count = Math.max(0, ...rows.map(({ children }) => children.length))
  const room = setting.room - count * setting.padding
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
export const slack: Slack = { text: 1.3, bold: 1.42 }
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
function extentOf(nodes: readonly Inline[], isHeading: boolean, setting: TypeSetting): Extent {
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
const wordsIn = (nodes: readonly Inline[], setting: TypeSetting) =>
  whole(linesOf(nodes), setting.months).split(/[ \t\n]+|(?<=\S[-–—/])/u)

function widthOf(
  word: string,
  chain: readonly Face[],
  isHeading: boolean,
  { size, words, slack }: TypeSetting,
): number {
  const key = isHeading ? `*${word}` : word
  const width = words.get(key) ?? measure(word, chain, size)
  words.set(key, width)
  return width * (isHeading ? slack.bold : isDate.test(word) ? tight.text : slack.text)
}
