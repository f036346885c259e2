import { paperOf, type Theme } from '../theme.ts'

/** Twentieths of a point, WordprocessingML's unit of length. */
export const twips = (points: number): number => Math.round(points * 20)
/** Half-points, its unit of font size. */
export const halfPoints = (points: number): number => Math.round(points * 2)
/** English metric units, DrawingML's unit of length: 12,700 a point. */
export const emus = (points: number): number => Math.round(points * 12_700)

/** How far a list, a quotation or a hanging line is set in, in twips. */
export const step = 400

/** Beside the text of a cell, as the table's style has it, in twips. */
export const cellPadding = 85

/** A page that is not turned, and its text block, in twips. */
export interface PageMeasures {
  readonly width: number
  readonly height: number
  readonly margins: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number }
}

export function pageMeasures(theme: Theme): PageMeasures {
  const { margins } = theme.page
  const { width, height } = paperOf(theme.page)
  return {
    width: twips(width),
    height: twips(height),
    margins: {
      top: twips(margins.top),
      right: twips(margins.right),
      bottom: twips(margins.bottom),
      left: twips(margins.left),
    },
  }
}

/** The width that text may fill, in twips. */
export function textWidth({ width, height, margins }: PageMeasures, landscape: boolean): number {
  return (landscape ? height : width) - margins.left - margins.right
}

/** The height that text may fill, in twips. */
export function textHeight({ width, height, margins }: PageMeasures, landscape: boolean): number {
  return (landscape ? width : height) - margins.top - margins.bottom
}
