import { itemAt, lastOf } from '../../core/index.ts'

/** A cell, and where it begins in its file; both count from 1, columns in UTF-16 units. */
export interface CsvCell {
  readonly text: string
  readonly line: number
  readonly column: number
}

/** RFC 4180, parted by commas, or by the semicolons or tabs of other countries; what `csv` guards is unguarded. */
export function readCsvCells(text: string): readonly (readonly CsvCell[])[] {
  const plain = text.replace(/^\ufeff/, '')
  const head = /^(?:"(?:[^"]|"")*"|[^\r\n"])*/.exec(plain)?.[0].replace(/"(?:[^"]|"")*"/g, '') ?? ''
  const count = (sign: string) => head.split(sign).length
  const comma = [',', ';', '\t'].reduce((a, b) => (count(b) > count(a) ? b : a))
  const rows: CsvCell[][] = [[]]
  let [field, quoted, at, line, lineStart] = ['', false, 0, 1, 0]
  let start = { line: 1, column: 1 }
  const next = () => {
    start = { line, column: at + 2 - lineStart }
  }
  const end = () => {
    lastOf(rows).push({ text: /^'+[=+\-@\t\r]/.test(field) ? field.slice(1) : field, ...start })
    field = ''
  }
  for (; at < plain.length; at++) {
    const sign = itemAt(plain, at)
    const isBreak = sign === '\n' || (sign === '\r' && plain[at + 1] !== '\n')
    if (isBreak) [line, lineStart] = [line + 1, at + 1]
    if (quoted) {
      if (sign !== '"') field += sign
      else if (plain[at + 1] === '"') {
        field += sign
        at++
      } else quoted = false
    } else if (sign === '"' && field === '') quoted = true
    else if (sign === comma) {
      end()
      next()
    } else if (isBreak) {
      end()
      next()
      rows.push([])
    } else if (sign !== '\r') field += sign
  }
  if (field !== '' || lastOf(rows).length > 0) end()
  else rows.pop()
  return rows
}

/** The same as texts. */
export function readCsv(text: string): readonly (readonly string[])[] {
  return readCsvCells(text).map((row) => row.map((cell) => cell.text))
}
