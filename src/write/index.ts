/**
 * From the plain tree and a theme to bytes: one folder a format, and what they share. `figures/` draws, `fonts/` measures
 * and embeds, `theme/` reads the looks. No writer loses a word, and the same tree gives the same bytes.
 * The table of formats, which loads them when they are wanted, is `src/formats.ts`.
 */

export { commentMark, ownAuthor } from './docx/comments.ts'
export {
  digestOf,
  hidden,
  isOfContents,
  packProperty,
  paragraphMark,
  paragraphText,
  plain,
  signOf,
} from './docx/paragraph-marks.ts'
export { rootOf } from './docx/reference.ts'
export {
  type Country,
  callProblems,
  cellProblems,
  drawFigure,
  type FigureData,
  figureData,
  figureOf,
  figureProblems,
  isFile,
  layout,
  pixelsAcross,
  rasteriser,
  readOptions,
  readWorld,
  type Sheet,
  timelineNumbers,
  unplaced,
  worldFile,
} from './figures/index.ts'
export { assetsOf, familyFiles } from './fonts/families.ts'
export { type Fonts, loadFonts } from './fonts/fonts.ts'
export { missingGlyphs } from './fonts/glyphs.ts'
export { elementsOf, type Xml } from './ooxml/xml.ts'
export { difference } from './revisions/difference.ts'
export { overlap, pairs } from './revisions/pairs.ts'
export { settledTables, type TableOptions, tellCutTables } from './tables.ts'
export { loadTheme } from './theme/load.ts'
export { areaOf, paperNames, roomForMarking, type Theme } from './theme.ts'
export {
  type Accessibility,
  type Artefacts,
  type Attachment,
  type CitationMode,
  citationModes,
  type WordOptions,
  type Works,
  type Write,
  type WriteContext,
} from './writer.ts'
