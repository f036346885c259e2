import { didYouMean, itemAt, numberText } from '../../core/index.ts'
import { formatDate, parseEdtf } from '../../corpus/index.ts'
import { isId, type Reader, type Slip, type Values, words } from './define.ts'
import type { FigureData, SeriesItem, Sheet, SheetCell } from './figure.ts'

/**
 * Where the numbers of a bar, line or table come from: what claims say of one quantity, or two columns of a CSV file of the
 * project. A file says neither its unit nor who counted: the call does.
 */
export const quantityOptions = {
  from: fromWhere(),
  x: words('the name of a column'),
  y: words('the name of a column'),
  unit: words('a unit'),
  source: words('the key of a source'),
  note: words('who counted, and when'),
}

type QuantityOptions = Values<typeof quantityOptions>

interface CellSlip extends Slip {
  readonly cell: SheetCell
}

/** More than a reader can tell apart in a picture. */
const most = 500

export const isFile = (from: string | undefined): from is string => from !== undefined && /\.csv$/i.test(from)

/** The numbers to draw; `undefined` where there are none, or they are not to be read. */
export function quantityOf(data: FigureData, options: QuantityOptions, language: string): SeriesItem | undefined {
  const { from, unit = '' } = options
  if (!isFile(from)) return from === undefined ? data.series[0] : data.series.find((it) => it.measures === from)
  const sheet = sheetOf(data, from)
  const columns = sheet && columnsOf(sheet, options)
  if (!columns || cellProblems(sheet, options).length > 0) return undefined
  const [x, y] = columns
  const name = textOf(sheet.columns[y])
  const values = sheet.rows.map((row) => {
    const [label, number] = [textOf(row[x]), numberOf(textOf(row[y])) ?? 0]
    const date = /^\d{4}/.test(label) ? parseEdtf(label) : undefined
    return { number, text: numberText(number, language), date: date ? formatDate(date, language) : label }
  })
  return { measures: from, unit: name === unit ? unit : `${name}, ${unit}`, of: textOf(sheet.columns[x]), values }
}

/** What is wrong with a call: reported where it is written. */
export function quantityProblems(data: FigureData, options: QuantityOptions): readonly Slip[] {
  const { from, ...others } = options
  if (isFile(from)) {
    const sheet = sheetOf(data, from)
    return [...callProblems(from, options), ...(sheet ? columnProblems(sheet, from, options) : [])]
  }
  const extra = Object.keys(others)
  if (extra.length > 0) {
    const reason = `The option “${extra[0]}” is for numbers from a file, and “from” names none.`
    return [{ reason, notes: ['claims bring their unit, their dates and their sources'] }]
  }
  const known = data.series.map(({ measures }) => measures)
  if (from === undefined || known.includes(from) || data.measured?.includes(from)) return []
  const notes = known.length > 0 ? [`claims measure ${known.join(', ')}`] : ['no claim here has a value']
  return [{ reason: `No claim has a value of “${from}”.`, notes: [...didYouMean(from, known), ...notes] }]
}

function callProblems(file: string, { unit, source, note }: QuantityOptions): Slip[] {
  const lack = (lacks: string[], reason: string, example: string) => [{ reason, notes: [`e.g. ${example}`], lacks }]
  return [
    ...(unit?.trim() ? [] : lack(['unit'], `The figure from “${file}” does not say its unit.`, 'unit="ships"')),
    ...(source?.trim() || note?.trim()
      ? []
      : lack(
          ['source', 'note'],
          `The figure from “${file}” does not say where its numbers are from.`,
          'source="harbour-2003", a source of the corpus, or note="own count, May 2003"',
        )),
  ]
}

function columnProblems({ columns }: Sheet, file: string, { x, y }: QuantityOptions): Slip[] {
  const known = columns.map(textOf)
  if (known.length < 2) {
    return [{ reason: `“${file}” has no two columns`, notes: ['its first row has their names, parted by commas'] }]
  }
  return [x, y]
    .filter((name) => name !== undefined)
    .filter((name) => !known.includes(name.trim()))
    .map((name) => ({
      reason: `“${file}” has no column “${name}”.`,
      notes: [...didYouMean(name, known), `its columns are ${known.join(', ')}`],
    }))
}

/** What is wrong in a file with the cells that a call asks for. */
export function cellProblems(sheet: Sheet, options: QuantityOptions): readonly CellSlip[] {
  const columns = columnsOf(sheet, options)
  if (!columns) return []
  const [x, y] = columns
  const beyond = sheet.rows[most]?.[0]
  if (beyond) {
    const notes = ['write what the figure shows, by year instead of by day, to a file of its own']
    return [{ reason: `a figure shows at most ${most} rows, and there are ${sheet.rows.length}`, notes, cell: beyond }]
  }
  const width = sheet.columns.length
  const [top] = sheet.rows
  // A slip in the first row is one, and not one a row.
  if (top && sheet.rows.length > 1 && sheet.rows.every(({ length }) => length === top.length && length !== width)) {
    const reason = `the first row has ${width} cells, and the others ${top.length}`
    return [{ reason, notes: ['it names the columns, each once, parted by commas'], cell: itemAt(sheet.columns, 0) }]
  }
  const found = sheet.rows.flatMap((row): CellSlip[] => {
    const [name, cell] = [row[x], row[y]]
    const first = itemAt(row, 0)
    if (row.length !== width) {
      const reason = `the first row has ${width} cells, and this one ${row.length}`
      return [{ reason, notes: ['a text with a comma in it stands between quotation marks'], cell: first }]
    }
    if (textOf(name) === '')
      return [{ reason: 'the row has no name', notes: ['what the number is of stands here'], cell: name ?? first }]
    if (numberOf(textOf(cell)) !== undefined) return []
    const text = textOf(cell)
    const isNumber = text !== '' && !Number.isNaN(Number(text))
    const fault = isNumber ? 'has an exponent or too many digits' : 'is no number'
    const reason = text === '' ? 'the cell has no number' : `“${text}” ${fault}`
    return [{ reason, notes: [nearestNumber(text)], cell: cell ?? first }]
  })
  // A column that is another than was meant, or is written otherwise throughout, is one slip too.
  const [one] = found
  if (one === undefined || found.length < sheet.rows.length || found.length === 1) return found
  return [
    {
      ...one,
      notes: [...one.notes, `and so in all ${found.length} rows: y= in the call names the column of the numbers`],
    },
  ]
}

function columnsOf({ columns }: Sheet, { x, y }: QuantityOptions): readonly [number, number] | undefined {
  const known = columns.map(textOf)
  const at = (name: string | undefined, otherwise: number) =>
    name === undefined ? otherwise : known.indexOf(name.trim())
  const [first, second] = [at(x, 0), at(y, 1)]
  return columns[first] && columns[second] ? [first, second] : undefined
}

function sheetOf({ sheets = {} }: FigureData, path: string): Sheet | undefined {
  return Object.hasOwn(sheets, path) ? sheets[path] : undefined
}

const textOf = (cell: SheetCell | undefined) => cell?.text.trim() ?? ''

/** A number as data have it: a point before decimals, nothing between thousands. */
function numberOf(text: string): number | undefined {
  if (!/^[-+−]?\d{1,15}(?:\.\d{1,15})?$/.test(text)) return undefined
  const number = Number(text.replace('−', '-'))
  return String(number).includes('e') ? undefined : number
}

/** What may be meant: a point or a comma before decimals, thousands parted by either or by spaces, a unit behind. */
function nearestNumber(text: string): string {
  const [, sign = '', digits = ''] = /^([-+−]?)[^\d]{0,3}(\d[\d.,'’\s]*)\D*$/u.exec(text) ?? []
  const plain = digits.replace(/[\s'’]/gu, '').replace(/[.,]+$/, '')
  const [comma, point] = [plain.lastIndexOf(','), plain.lastIndexOf('.')]
  const isGrouped = /^\d{1,3}(?:,\d{3})+$/.test(plain)
  const meant = [
    ...(point >= comma || isGrouped ? [plain.replaceAll(',', '')] : []),
    ...(comma > point ? [plain.replaceAll('.', '').replace(',', '.')] : []),
  ]
    .map((it) => `${sign}${it}`)
    .filter((it) => numberOf(it) !== undefined)
  if (meant.length === 0 && /\d/.test(text) && !Number.isNaN(Number(text)))
    return 'write it in a larger or a smaller unit, with at most 15 digits on either side of the point'
  if (meant.length === 0) return 'where there is no number, leave the row out'
  return `write ${meant.join(' or ')}: a point before decimals, nothing between thousands, the unit in the call`
}

function fromWhere(): Reader<string> {
  return {
    words: [],
    takes: 'what claims measure, such as ships-paying, or the path of a CSV file, such as data/ships.csv',
    read: (text) => (isFile(text) || isId(text) ? text : undefined),
  }
}
