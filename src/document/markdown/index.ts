/**
 * Markdown into a tree with sugar, and a tree into Markdown: one `unified()` chain with citations, references and figures.
 * A section is cut at its headings, so that each piece is read once and kept; `parse` gives the sections of a pack.
 * Reading is loaded when something is read, for what was read before is in the cache.
 */
export { ownWords } from './locator-terms.ts'
export { type Parsed, parse } from './parse.ts'
export { cutAtHeadings, joinPieces } from './pieces.ts'
export { covered, print } from './print.ts'
export { aboutIds } from './targets.ts'

export const reader = () => import('./read.ts')
