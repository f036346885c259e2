/** Pages seen from afar, as lines of text: a change of layout shows, and can be read in a diff; how edges are smoothed does not. */
import { execFileSync } from 'node:child_process'

/** Grey values from 0, black, to 255, row by row. */
export interface Picture {
  readonly width: number
  readonly pixels: Uint8Array
}

/** A page of a file as poppler draws it, at so many pixels an inch. */
export function pictureOf(path: string, page: number, resolution = 16): Picture {
  const only = ['-f', String(page), '-l', String(page)]
  const file = execFileSync('pdftoppm', ['-r', String(resolution), '-gray', ...only, path], { maxBuffer: 1e8 })
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.toString('latin1', 0, 40))
  if (!head) throw new Error('pdftoppm gave no picture in grey')
  return { width: Number(head[1]), pixels: Uint8Array.from(file.subarray(head[0].length)) }
}

const steps = ' .:-=+*#%@'

/** Rows of characters, the darker the fuller. */
export function greys({ width, pixels }: Picture): string {
  const characters = Array.from(pixels, (grey) => steps[Math.round(((255 - grey) / 255) * (steps.length - 1))]).join('')
  return characters.replace(new RegExp(`.{${width}}`, 'gs'), (row) => `${row.trimEnd()}\n`)
}

/** The rows that a line of text takes. */
export const LINE = 4

/** How many steps of grey the two differ by in the line where they differ most; infinite when they differ in size. */
export function greysDiffer(found: Picture, expected: string): number {
  const wanted = expected.split('\n')
  const rows = greys(found).split('\n')
  if (rows.length !== wanted.length) return Number.POSITIVE_INFINITY
  const sums = rows.map((row, y) => {
    let sum = 0
    for (let x = 0; x < found.width; x++) sum += Math.abs(step(row[x]) - step(wanted[y]![x]))
    return sum
  })
  const lines = sums.map((_, y) => sums.slice(y, y + LINE).reduce((a, b) => a + b, 0))
  return Math.max(...lines) / (found.width * LINE)
}

const step = (character = ' ') => steps.indexOf(character)
