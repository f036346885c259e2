/**
 * Records and tables of data into pictures in SVG 1.1, each with words that say the same. `figureData` gathers what the
 * figures of a pack can draw, `figures.ts` is the table of them, `drawFigure` draws one as a call in a template asks, and
 * `options.ts` says what is wrong with such a call. Sizes are points; the same data give the same bytes.
 */

export { figureData } from './data.ts'
export { drawFigure } from './draw.ts'
export type { FigureData, Sheet } from './figure.ts'
export { figureOf } from './figures.ts'
export { layout, unplaced } from './network-layout.ts'
export { callProblems, figureProblems, readOptions } from './options.ts'
export { cellProblems, isFile } from './quantity.ts'
export { pixelsAcross, rasteriser } from './raster.ts'
export { timelineNumbers } from './timeline.ts'
export { type Country, readWorld, worldFile } from './world.ts'
