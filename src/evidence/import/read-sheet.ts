import { readCsv } from './csv.ts'
import { type DomElement, xmlOf } from './dom.ts'
import { decode } from './encoding.ts'
import { textsOf } from './unpacked.ts'

/** A table as its file has it: the first row has the names of the columns. */
export interface SheetRead {
  readonly name: string
  readonly columns: readonly string[]
  /** With the number that the row has in its file. */
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[]
}

/** The tables of a spreadsheet. Throws on a file that is none. */
export function readSheets(name: string, bytes: Uint8Array, encoding?: string): readonly SheetRead[] {
  const stem = name.replace(/^.*[\\/]/, '').replace(/\.\w+$/, '')
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readXlsx(bytes)
  return [tableOf(stem, readCsv(decode(bytes, { named: encoding }).text))]
}

function tableOf(name: string, lines: readonly (readonly string[])[]): SheetRead {
  const [columns = [], ...rows] = lines
  return {
    name,
    columns: columns.map((it) => it.trim()),
    rows: rows.flatMap((cells, at) => (cells.some((it) => it.trim() !== '') ? [{ row: at + 2, cells }] : [])),
  }
}

/** SpreadsheetML: every sheet that has a first row. */
function readXlsx(bytes: Uint8Array): readonly SheetRead[] {
  const wanted =
    /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)$/
  const parts = textsOf(bytes, wanted)
  const part = (name: string) => {
    const text = parts.get(name)
    return text === undefined ? undefined : xmlOf(text)
  }
  const book = part('xl/workbook.xml')
  if (!book) throw new Error('there is no workbook in it')
  const targets = new Map(
    elements(part('xl/_rels/workbook.xml.rels'), 'relationship').map((it) => [
      it.getAttribute('Id') ?? '',
      (it.getAttribute('Target') ?? '').replace(/^\/?(?:xl\/)?/, 'xl/'),
    ]),
  )
  const shared = elements(part('xl/sharedStrings.xml'), 'si').map(textIn)
  const dates = dateStyles(part('xl/styles.xml'))
  const epoch = elements(book, 'workbookpr').some((it) => /^(?:1|true)$/.test(it.getAttribute('date1904') ?? ''))
    ? Date.UTC(1904, 0, 1)
    : Date.UTC(1899, 11, 30)
  return elements(book, 'sheet').flatMap((sheet) => {
    const found = part(targets.get(sheet.getAttribute('r:id') ?? '') ?? '')
    if (!found) return []
    const lines: string[][] = []
    for (const cell of elements(found, 'c')) {
      const [, letters = '', number = ''] = /^([A-Z]+)(\d+)$/.exec(cell.getAttribute('r') ?? '') ?? []
      const column = [...letters].reduce((sum, it) => sum * 26 + it.charCodeAt(0) - 64, 0)
      if (!column || Number(number) > 1_048_576 || column > 16_384) continue
      const line = lines[Number(number) - 1] ?? []
      lines[Number(number) - 1] = line
      line[column - 1] = wordsOf(cell, shared, dates, epoch)
    }
    const whole = Array.from(lines, (line) => Array.from(line ?? [], (it) => it ?? ''))
    return whole.length > 0 ? [tableOf(sheet.getAttribute('name') ?? '', whole)] : []
  })
}

function elements(within: DomElement | undefined, tag: string): DomElement[] {
  return within
    ? [...within.querySelectorAll('*')].filter((it) => it.tagName.toLowerCase().replace(/^\w+:/, '') === tag)
    : []
}

/** The text of a string, without the readings that stand above Japanese. */
function textIn(item: DomElement): string {
  for (const it of elements(item, 'rph')) it.remove()
  return elements(item, 't')
    .map((it) => it.textContent ?? '')
    .join('')
}

function wordsOf(cell: DomElement, shared: readonly string[], dates: ReadonlySet<number>, epoch: number): string {
  const type = cell.getAttribute('t') ?? 'n'
  if (type === 'inlineStr') return textIn(cell)
  const value = elements(cell, 'v')[0]?.textContent ?? ''
  if (type === 's') return shared[Number(value)] ?? ''
  if (type === 'b') return value === '1' ? 'true' : 'false'
  if (type === 'n' && value !== '' && dates.has(Number(cell.getAttribute('s') ?? 0)))
    // What a person typed as a date, the spreadsheet counts in days.
    return new Date(epoch + Math.round(Number(value)) * 86_400_000).toISOString().slice(0, 10)
  return type === 'e' ? '' : value
}

/** The cell formats that show a number as a date. */
function dateStyles(styles: DomElement | undefined): ReadonlySet<number> {
  const own = new Map(
    elements(styles, 'numfmt').map((it) => [Number(it.getAttribute('numFmtId')), it.getAttribute('formatCode') ?? '']),
  )
  const isDate = (id: number) =>
    (id >= 14 && id <= 22) || /[dmy]/i.test((own.get(id) ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''))
  const [formats] = elements(styles, 'cellxfs')
  return new Set(elements(formats, 'xf').flatMap((it, at) => (isDate(Number(it.getAttribute('numFmtId'))) ? [at] : [])))
}
