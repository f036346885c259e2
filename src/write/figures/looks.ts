import type { Pen } from './pen.ts'
import { element } from './svg.ts'

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
