import { type Inline, isRightToLeft, itemAt, type Table, type TableCell } from '../../core/index.ts'
import { uncovered } from '../cells.ts'
import { written, type Xml, xml } from '../ooxml/xml.ts'
import { breakable } from '../whole-dates.ts'
import type { Setting } from './assembly.ts'
import { inlines } from './inlines.ts'
import { cellPadding as usualPadding } from './measures.ts'
import { pPr, tcPr } from './properties.ts'
import { val } from './word.ts'

/** A table with its header row repeated on each page and no row cut in two; a gap before it where it would touch another, for Word joins those. */
export function table(node: Table, setting: Setting): Xml[] {
  const columns = node.children.reduce((most, row) => Math.max(most, row.children.length), 0)
  if (columns === 0) return []
  if (columns > mostColumns) {
    return [
      ...table(slice(node, 0, mostColumns), setting),
      ...table(slice(node, mostColumns), { ...setting, belowTable: true }),
    ]
  }
  const { size = node.size, padding } = node.wide ?? {}
  const cellPadding = padding && Math.round(padding * 10)
  const widths = columnWidths(node.widths, columns, setting.width - setting.indent, cellPadding)
  const columnsAre = widths.map((width, index) => ({ properties: tcPr([width]), align: node.align[index] }))
  const gap = setting.belowTable ? [xml('w:p', {}, pPr({ style: 'TableGap' }))] : []
  return [
    ...gap,
    xml(
      'w:tbl',
      {},
      tableProperties(node, widths, cellPadding, setting),
      xml('w:tblGrid', {}, ...widths.map((width) => xml('w:gridCol', { 'w:w': width }))),
      ...node.children.map((row, index) => {
        const run = size === undefined ? setting.run : { ...setting.run, size: Math.round(size * 2) }
        const here = { ...setting, run, language: row.data?.lang ?? setting.language }
        const place = { isHead: index === 0, keepNext: staysWithNext(index, node.children.length) || undefined }
        const whole = { ...row, children: widths.map((_, at) => row.children[at] ?? emptyCell) }
        const cells = uncovered(whole).map(({ cell, column }) => {
          const taken = widths.slice(column, column + (cell.data?.span ?? 1))
          const { align, properties } = itemAt(columnsAre, column)
          return tableCell(cell, { align, properties: taken.length > 1 ? tcPr(taken) : properties }, place, here)
        })
        return xml(
          'w:tr',
          {},
          xml('w:trPr', {}, xml('w:cantSplit'), index === 0 ? xml('w:tblHeader') : undefined),
          cells,
        )
      }),
    ),
  ]
}

function tableProperties(
  { children, name }: Table,
  widths: readonly number[],
  padding: number | undefined,
  { indent, language }: Setting,
): Xml {
  const isHeaded = children.some((row) => row.children[0]?.header)
  const lengthOf = (name: string, twips: number) => xml(name, { 'w:w': twips, 'w:type': 'dxa' })
  const margins = padding === undefined ? [] : ['w:left', 'w:right'].map((side) => lengthOf(side, padding))
  return xml(
    'w:tblPr',
    {},
    val('w:tblStyle', 'BriefpackTable'),
    isRightToLeft(language) ? xml('w:bidiVisual') : undefined,
    lengthOf('w:tblW', sum(widths)),
    indent > 0 ? lengthOf('w:tblInd', indent) : undefined,
    xml('w:tblLayout', { 'w:type': 'fixed' }),
    margins.length > 0 ? xml('w:tblCellMar', {}, margins) : undefined,
    written`<w:tblLook w:val="${isHeaded ? '06A0' : '0620'}" w:firstRow="1" w:lastRow="0"
     w:firstColumn="${isHeaded ? 1 : 0}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>`,
    name ? val('w:tblCaption', name) : undefined,
  )
}

/** Widths of `count` columns in twips that fill `total`: their text in the proportion of `asked`, which says nothing for other counts. */
function columnWidths(
  asked: readonly number[] | undefined,
  count: number,
  total: number,
  padding = usualPadding,
): number[] {
  const parts = asked?.length === count && sum(asked) > 0 ? asked : Array.from({ length: count }, () => 1)
  const whole = sum(parts)
  const forText = Math.max(0, total - 2 * padding * count)
  const widths = parts.map((part) => Math.max(1, 2 * padding + Math.floor((part / whole) * forText)))
  // To the twip.
  const last = widths.length - 1
  widths[last] = Math.max(1, (widths[last] ?? 0) + Math.floor(total) - sum(widths))
  return widths
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

/** Word opens no table with more columns; the rest becomes a table of its own, below. */
const mostColumns = 63

const emptyCell: TableCell = { type: 'tableCell', children: [] }

function slice({ widths, ...node }: Table, from: number, to?: number): Table {
  const children = node.children.map((row) => ({ ...row, children: row.children.slice(from, to) }))
  return { ...node, align: node.align.slice(from, to), children, ...(widths && { widths: widths.slice(from, to) }) }
}

/** The head and two rows, and the last two rows, stand on one page. */
const staysWithNext = (row: number, rows: number) => row < rows - 1 && (row <= 1 || row === rows - 2)

/** Where a wider font stands in for ours, a date that cannot break at a space breaks inside its year. */
function withBreaks<N extends Inline>(node: N, months: RegExp): N {
  if (node.type === 'text') return { ...node, value: breakable(node.value, months) }
  if (!('children' in node)) return node
  return { ...node, children: node.children.map((child) => withBreaks(child, months)) }
}

interface Place {
  readonly isHead: boolean
  readonly keepNext: boolean | undefined
}

interface Column {
  readonly properties: Xml
  readonly align: Table['align'][number]
}

function tableCell(cell: TableCell, column: Column, { isHead, keepNext }: Place, setting: Setting): Xml {
  const isHeading = isHead || cell.header === true
  const language = cell.data?.lang ?? setting.language
  const isAsRow = language === setting.language && isHeading === setting.emphatic
  const here: Setting = isAsRow ? setting : { ...setting, language, emphatic: isHeading }
  const content = inlines(
    cell.children.map((child) => withBreaks(child, setting.assembly.months)),
    here,
  )
  const properties = pPr({
    style: isHeading ? 'TableHeading' : 'TableText',
    keepNext,
    rightToLeft: isRightToLeft(here.language) || undefined,
    align: column.align ?? undefined,
  })
  const paragraph = xml('w:p', {}, properties, setting.assembly.bookmarks.around(cell.data?.id, content))
  setting.assembly.comments.at([paragraph], cell.data?.notices)
  return xml('w:tc', {}, column.properties, paragraph)
}
