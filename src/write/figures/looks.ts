import type { Figure } from './figure.ts'
import type { Pen } from './pen.ts'
import { element, picture } from './svg.ts'

/** How the figures that have a row a threat are lettered and ruled. */
export const headLook = { size: 7.5, bold: true }
export const noteLook = { size: 7 }
export const leading = 8.8
export const pad = 5
/** What part of the width a scale from 0 to 100 % has, at least. */
export const plotPart = 0.345
/** From the top of a row to its first baseline. */
export const rise = pad + 6.4

export const rule = (y: number, pen: Pen) =>
  element('line', { x1: 0, x2: pen.width, y1: y, y2: y, stroke: pen.colours.rule, 'stroke-width': 0.7 })

/** A figure as wide as the text, under its title. */
export function figure(
  title: string,
  { alt, table, height }: Omit<Figure, 'svg' | 'width'>,
  body: readonly string[],
  { width }: Pen,
): Figure {
  return { svg: picture(width, height, title, alt, body), width, height, alt, table }
}

/** Markup, and the lowest baseline or edge in it. */
export interface Part {
  readonly body: readonly string[]
  readonly bottom: number
}

/** A sign, and what it means; the words begin so many points behind its left edge. */
export interface Sign {
  readonly words: string
  readonly width: number
  draw(x: number, y: number): string
}

/** Signs with their words, so far apart, on as many lines as they need; the baseline of the last. */
export function key(signs: readonly Sign[], top: number, apart: number, pen: Pen, lineHeight = 12): Part {
  const look = { ...noteLook, fill: pen.colours.muted }
  let [x, y] = [0, top]
  const body = signs.flatMap(({ words, width, draw }) => {
    const whole = width + pen.measure(words, look)
    if (x > 0 && x + whole > pen.width) [x, y] = [0, y + lineHeight]
    const drawn = [draw(x, y), pen.text(x + width, y, words, look)]
    x += whole + apart
    return drawn
  })
  return { body, bottom: y }
}
