/** SpreadsheetML (ISO/IEC 29500-1, 18): one sheet a table, its first row a header that stays and filters. */

import { Zipped } from '../../core/index.ts'
import { Package, relation } from '../ooxml/package.ts'
import { written, type Xml, xml } from '../ooxml/xml.ts'

/** A table for a sheet; `name` is at most 31 characters without any of `[]:*?/\`. */
export interface Sheet {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Value[])[]
}
type Value = string | number | boolean | undefined

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const typeOf = (part: string) => `application/vnd.openxmlformats-officedocument.spreadsheetml.${part}+xml`

/**
 * A workbook. Texts are texts: none is read as a formula or a number. A column of whole days is of dates; where a date has
 * another form beside them, all stay as they are written, and sort so.
 */
export function workbook(sheets: readonly Sheet[]): Uint8Array {
  const file = new Zipped()
  const parts = new Package(file)
  parts.relate('', relation.document, 'xl/workbook.xml')
  const book = 'xl/workbook.xml'
  const ids = sheets.map((_, index) => parts.relate(book, `${office}/worksheet`, `worksheets/sheet${index + 1}.xml`))
  parts.relate(book, relation.styles, 'styles.xml')
  const listed = sheets.map(({ name }, index) => xml('sheet', { name, sheetId: index + 1, 'r:id': ids[index] }))
  const filters = sheets.map(({ name, columns, rows }, localSheetId) =>
    xml(
      'definedName',
      { name: '_xlnm._FilterDatabase', localSheetId, hidden: 1 },
      `'${name}'!$A$1:$${letters(columns.length)}$${rows.length + 1}`,
    ),
  )
  parts.add(
    book,
    typeOf('sheet.main'),
    xml('workbook', { xmlns: main, 'xmlns:r': office }, xml('sheets', {}, listed), xml('definedNames', {}, filters)),
  )
  for (const [index, sheet] of sheets.entries()) {
    parts.add(`xl/worksheets/sheet${index + 1}.xml`, typeOf('worksheet'), worksheet(sheet, index === 0))
  }
  parts.add('xl/styles.xml', typeOf('styles'), styles())
  parts.end()
  return file.end()
}

function worksheet({ columns, rows }: Sheet, isFirst: boolean): Xml {
  const areDays = columns.map((_, at) => {
    const values = rows.flatMap((row) => row[at] || [])
    return values.length > 0 && values.every(isDay)
  })
  const lines = [columns, ...rows].map((cells, index) => {
    const asDay = (value: Value, at: number) => index > 0 && areDays[at] && isDay(value)
    return xml(
      'row',
      { r: index + 1 },
      cells.map((value, at) => {
        const r = `${letters(at + 1)}${index + 1}`
        return asDay(value, at) ? cell(daysOf(String(value)), r, 3) : cell(value, r, index === 0 ? 1 : 2)
      }),
    )
  })
  const pane = xml('pane', { ySplit: 1, topLeftCell: 'A2', activePane: 'bottomLeft', state: 'frozen' })
  return xml(
    'worksheet',
    { xmlns: main },
    xml('sheetViews', {}, xml('sheetView', { tabSelected: isFirst ? 1 : undefined, workbookViewId: 0 }, pane)),
    xml(
      'cols',
      {},
      columns.map((_, at) => xml('col', { min: at + 1, max: at + 1, width: width(at, rows), customWidth: 1 })),
    ),
    xml('sheetData', {}, lines),
    xml('autoFilter', { ref: `A1:${letters(columns.length)}${rows.length + 1}` }),
  )
}

/** Days since the last of 1899, as spreadsheets count them. */
const daysOf = (date: string) => (Date.parse(date) - Date.UTC(1899, 11, 30)) / 86_400_000

/** They count those before March 1900 wrongly. */
const isDay = (value: Value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && daysOf(value) > 60

/** A cell holds at most 32,767 characters. */
const longest = 32_767

function cell(value: Value, r: string, s: number): Xml | undefined {
  if (value === undefined || value === '') return undefined
  if (typeof value === 'number') return xml('c', { r, s }, xml('v', {}, String(value)))
  if (typeof value === 'boolean') return xml('c', { r, s, t: 'b' }, xml('v', {}, value ? '1' : '0'))
  return xml(
    'c',
    { r, s, t: 'inlineStr' },
    xml('is', {}, xml('t', { 'xml:space': 'preserve' }, value.slice(0, longest))),
  )
}

/** As wide as most of its texts need, in characters, and no wider than can be read. */
function width(at: number, rows: Sheet['rows']): number {
  const lengths = rows.map((row) => String(row[at] ?? '').length)
  return Math.min(60, Math.max(10, ...lengths) + 2)
}

/** `A`, `B` … `Z`, `AA`. */
function letters(column: number): string {
  const rest = Math.floor((column - 1) / 26)
  return (rest > 0 ? letters(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26))
}

/** Texts as they are, bold ones for names of columns, and days, each at the top of its cell and in as many lines as it needs. */
function styles(): Xml {
  return written`<styleSheet xmlns="${main}">
    <numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>
    <fonts count="2">
      <font><sz val="11"/><name val="Calibri"/></font>
      <font><b/><sz val="11"/><name val="Calibri"/></font>
    </fonts>
    <fills count="2">
      <fill><patternFill patternType="none"/></fill>
      <fill><patternFill patternType="gray125"/></fill>
    </fills>
    <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
    <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
    <cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${[format(1), format(0), format(0, 164)]}</cellXfs>
    <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
  </styleSheet>`
}

const format = (fontId: number, numFmtId = 0) =>
  written`<xf numFmtId="${numFmtId}" fontId="${fontId}" fillId="0" borderId="0" xfId="0"
   applyNumberFormat="${numFmtId && 1}" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`
