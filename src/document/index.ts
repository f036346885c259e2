/**
 * From records to the plain tree: `view/` says what templates can print, `template/` runs them to Markdown, `markdown/`
 * reads it with its citations, `resolve/` cites, numbers and refers, `images/` checks pictures.
 * What comes out has nothing left to look up.
 */

export { type Area, type CheckedImage, checkImage } from './images/index.ts'
export { aboutIds, covered, cutAtHeadings, joinPieces, type Parsed, parse, print, reader } from './markdown/index.ts'
export {
  type DrawFigure,
  directions,
  dryRun,
  type Elsewhere,
  type Elsewheres,
  type Images,
  idsMissing,
  imagePaths,
  inShort,
  isNoteStyle,
  loadStyle,
  type PandocDraft,
  pandocResolver,
  type Resolved,
  type ResolveInput,
  resolver,
  styleId,
  targetWords,
  type UsesElsewhere,
  usesInDraft,
} from './resolve/index.ts'
export {
  checkValuesAreText,
  citationOf,
  type OwnHelper,
  type Rendered,
  readTemplates,
  render,
  type Templates,
} from './template/index.ts'
export { byIssue, imprintOf, metaOf, type Register, registersOf, type View, viewOf } from './view/index.ts'
