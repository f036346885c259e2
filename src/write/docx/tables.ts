import type { Table, TableCell } from '../../tree.ts'
import { type Xml, xml } from '../ooxml/xml.ts'
import type { Setting } from './assembly.ts'
import { columnWidths } from './columns.ts'
import { inlines } from './inlines.ts'
import { isRightToLeft } from './languages.ts'
import { pPr, tblPr, tcPr } from './properties.ts'

/** A table with its header row repeated on each page and no row cut in two; a gap before it where it would touch another, for Word joins those. */
export function table(node: Table, setting: Setting, caption?: string): Xml[] {
  const columns = node.children.reduce((most, row) => Math.max(most, row.children.length), 0)
  if (columns === 0) return []
  if (columns > mostColumns) {
    return [
      ...table(slice(node, 0, mostColumns), setting, caption),
      ...table(slice(node, mostColumns), { ...setting, belowTable: true }, caption),
    ]
  }
  const widths = columnWidths(node.widths, columns, setting.width - setting.indent)
  const properties = tblPr({
    style: 'BriefpackTable',
    rightToLeft: isRightToLeft(setting.language),
    width: widths.reduce((total, width) => total + width, 0),
    indent: setting.indent,
    firstColumn: node.children.some((row) => row.children[0]?.header),
    caption,
  })
  const columnsAre = widths.map((width, index) => ({ properties: tcPr(width), align: node.align[index] }))
  const gap = setting.belowTable ? [xml('w:p', {}, pPr({ style: 'TableGap' }))] : []
  return [
    ...gap,
    xml(
      'w:tbl',
      {},
      properties,
      xml('w:tblGrid', {}, ...widths.map((width) => xml('w:gridCol', { 'w:w': width }))),
      ...node.children.map((row, index) => {
        const run = node.size === undefined ? setting.run : { ...setting.run, size: Math.round(node.size * 2) }
        const here = { ...setting, run, language: row.data?.lang ?? setting.language }
        const cells = columnsAre.map((column, at) => tableCell(row.children[at], column, index === 0, here))
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

/** Word opens no table with more columns; the rest becomes a table of its own, below. */
const mostColumns = 63

function slice({ widths, ...node }: Table, from: number, to?: number): Table {
  const children = node.children.map((row) => ({ ...row, children: row.children.slice(from, to) }))
  return { ...node, align: node.align.slice(from, to), children, ...(widths && { widths: widths.slice(from, to) }) }
}

interface Column {
  readonly properties: Xml
  readonly align: Table['align'][number]
}

function tableCell(cell: TableCell | undefined, column: Column, isInHead: boolean, setting: Setting): Xml {
  const here: Setting = { ...setting, language: cell?.data?.lang ?? setting.language }
  const isHeading = isInHead || cell?.header === true
  const content = inlines(cell?.children ?? [], { ...here, emphatic: isHeading })
  const properties = pPr({
    style: isHeading ? 'TableHeading' : 'TableText',
    keepNext: isInHead || undefined,
    rightToLeft: isRightToLeft(here.language) || undefined,
    align: column.align ?? undefined,
  })
  const paragraph = xml('w:p', {}, properties, setting.assembly.bookmarks.around(cell?.data?.id, content))
  setting.assembly.comments.at([paragraph], cell?.data?.notices)
  return xml('w:tc', {}, column.properties, paragraph)
}
