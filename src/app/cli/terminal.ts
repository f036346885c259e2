import { WriteStream } from 'node:tty'
import { styleText } from 'node:util'
import { itemAt } from '../../core/index.ts'
import { widthOf } from './width.ts'

type Style = Parameters<typeof styleText>[0]

/** Colours a text, or gives it as it is where there is no colour. */
export type Paint = (style: Style, text: string) => string

export function painter(colour: boolean): Paint {
  return (style, text) => (colour ? styleText(style, text, { validateStream: false }) : text)
}

/**
 * Whether a stream is to be coloured: as asked for, else where it is a terminal, with `NO_COLOR` and `FORCE_COLOR` heard,
 * then `CLICOLOR_FORCE` and `CLICOLOR`. A variable that is empty counts as not set (https://no-color.org,
 * https://force-color.org, https://bixense.com/clicolors).
 */
export function isColoured(setting: unknown, isTerminal: boolean, env: NodeJS.ProcessEnv): boolean {
  if (setting === 'always' || setting === 'never') return setting === 'always'
  const heard = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const isSaid = heard.FORCE_COLOR !== undefined || heard.NO_COLOR !== undefined
  if (!isSaid && (heard.CLICOLOR_FORCE ?? '0') !== '0') heard.FORCE_COLOR = '1'
  else if (!isSaid && heard.CLICOLOR === '0') return false
  return (isTerminal || heard.FORCE_COLOR !== undefined) && WriteStream.prototype.getColorDepth(heard) > 2
}

/** Text from a file as a terminal may have it: nothing in it moves the cursor, turns the line round or sets a colour. */
export function printable(text: string): string {
  return text.replace(/\t/g, '  ').replace(steering, '\uFFFD')
}

/** Characters that act on a terminal instead of being shown. */
export const steering = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu

/** Rows as lines: each column but the last as wide as its widest cell. `paint` colours a cell by its column. */
export function columns(
  rows: readonly (readonly string[])[],
  paint: (text: string, column: number) => string = (text) => text,
): string {
  const widths = rows.reduce<number[]>((most, row) => {
    for (const [at, cell] of row.entries()) most[at] = Math.max(most[at] ?? 0, widthOf(cell))
    return most
  }, [])
  const line = (row: readonly string[]) =>
    row
      .map(
        (cell, at) => paint(cell, at) + (at === row.length - 1 ? '' : ' '.repeat(itemAt(widths, at) - widthOf(cell))),
      )
      .join('  ')
  return rows.map((row) => `${line(row)}\n`).join('')
}

/** e.g. `1 error`, `2 errors`. */
export function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}

/** The narrowest terminal that people still have. */
const width = 80

/** A text on lines of 80 columns, those after the first indented; a word that is longer stands as it is. */
export function wrapped(text: string, indent: string, used = indent.length): string {
  let column = used
  const words = text.split(' ').map((word, at) => {
    const fits = at === 0 || column + 1 + word.length <= width
    column = fits ? column + (at === 0 ? 0 : 1) + word.length : indent.length + word.length
    return at === 0 ? word : fits ? ` ${word}` : `\n${indent}${word}`
  })
  return words.join('')
}
