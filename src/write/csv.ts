import { encode } from '../core/index.ts'

/**
 * A table as CSV (RFC 4180), in UTF-8 with the mark that Excel reads it by. A text that a spreadsheet would run as a
 * formula is led by an apostrophe, and so is one that looks as if it were.
 */
export function csv(
  columns: readonly string[],
  rows: readonly (readonly (string | number | boolean | undefined)[])[],
): Uint8Array {
  const lines = [columns, ...rows].map((cells) => cells.map(field).join(','))
  return encode(`\ufeff${lines.join('\r\n')}\r\n`)
}

function field(value: string | number | boolean | undefined): string {
  const text = typeof value === 'string' && /^'*[=+\-@\t\r]/.test(value) ? `'${value}` : String(value ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
