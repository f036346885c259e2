import type { Table, TableCell } from '../../tree.ts'
import type { Setting } from './assembly.ts'
import { inlines, plainText } from './inlines.ts'
import { isRightToLeft } from './languages.ts'
import { pPr, tblPr, tcPr } from './properties.ts'
import { type Xml, xml } from './xml.ts'

/** A table with its header row repeated on each page and no row cut in two, then a gap: Word joins tables that touch. */
export function table(node: Table, setting: Setting, caption?: string): Xml[] {
  const columns = Math.max(...node.children.map((row) => row.children.length), 0)
  if (columns === 0) return []
  const widths = columnWidths(node, columns, setting.width - setting.indent)
  const properties = tblPr({
    style: 'BriefpackTable',
    rightToLeft: isRightToLeft(setting.language),
    width: sum(widths),
    indent: setting.indent,
    firstColumn: node.children.some((row) => row.children[0]?.header),
    caption,
  })
  return [
    xml(
      'w:tbl',
      {},
      properties,
      xml('w:tblGrid', {}, ...widths.map((width) => xml('w:gridCol', { 'w:w': width }))),
      ...node.children.map((row, index) => {
        const here = row.data?.lang ? { ...setting, language: row.data.lang } : setting
        const cells = widths.map((width, column) =>
          tableCell(row.children[column], width, { align: node.align[column], heading: index === 0 }, here),
        )
        return xml(
          'w:tr',
          {},
          xml('w:trPr', {}, xml('w:cantSplit'), index === 0 ? xml('w:tblHeader') : undefined),
          cells,
        )
      }),
    ),
    xml('w:p', {}, pPr({ style: 'TableGap' })),
  ]
}

interface Column {
  readonly align: Table['align'][number]
  readonly heading: boolean
}

function tableCell(cell: TableCell | undefined, width: number, column: Column, setting: Setting): Xml {
  const bold = cell?.header || column.heading ? { bold: true } : {}
  const here: Setting = {
    ...setting,
    language: cell?.data?.lang ?? setting.language,
    run: { ...setting.run, ...bold },
  }
  const content = inlines(cell?.children ?? [], here)
  const properties = pPr({
    style: column.heading ? 'TableHeading' : 'TableText',
    keepNext: column.heading || undefined,
    rightToLeft: isRightToLeft(here.language) || undefined,
    align: column.align ?? undefined,
  })
  return xml(
    'w:tc',
    {},
    tcPr(width),
    xml('w:p', {}, properties, setting.assembly.bookmarks.around(cell?.data?.id, content)),
  )
}

/**
 * Widths in twips that add up to `total`: as the table asks, else by content. Every column has room for its longest word
 * where the page allows; what is left goes by the amount of text, its square root, so that long columns do not starve
 * short ones.
 */
function columnWidths(node: Table, columns: number, total: number): number[] {
  if (node.widths?.length === columns && sum(node.widths) > 0) return shares(node.widths, total)
  const texts = Array.from({ length: columns }, (_, column) =>
    node.children.map((row) => plainText(row.children[column]?.children ?? [])),
  )
  const words = texts.map(
    (cells) => padding + letter * Math.min(24, longest(cells.flatMap((cell) => cell.split(/\s+/)))),
  )
  const whole = texts.map((cells) => padding + letter * longest(cells))
  if (sum(words) >= total) return shares(words, total)
  if (sum(whole) <= total) return shares(whole, total)
  const wish = whole.map((width, column) => Math.sqrt(Math.max(0, width - words[column]!)))
  const rest = shares(wish, total - sum(words))
  return shares(
    words.map((width, column) => width + rest[column]!),
    total,
  )
}

/** The mean width of a letter in a table, and the space beside the text of a cell, in twips. */
const letter = 90
const padding = 170

const longest = (list: readonly string[]) => Math.max(...list.map((one) => one.length), 1)
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

/** Whole numbers in the proportion of `parts` that add up to `total`. */
function shares(parts: readonly number[], total: number): number[] {
  const whole = sum(parts) || 1
  const rounded = parts.map((part) => Math.max(1, Math.floor((part / whole) * total)))
  const last = rounded.length - 1
  return rounded.map((width, index) => (index === last ? Math.max(1, width + Math.floor(total) - sum(rounded)) : width))
}
