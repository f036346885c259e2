/**
 * Sections with sugar into the plain tree that writers take: works are cited, things numbered, figures drawn, references
 * led to their targets. `dryRun` finds what is wrong and cites nothing; `resolver` loads the citation engine, and
 * `pandocResolver` what leaves citations to pandoc.
 */
export { isNoteStyle, loadStyle, styleId } from './csl/style.ts'
export { directions } from './directions.ts'
export { type DrawFigure, type Images, imagePaths } from './figures.ts'
export type { PandocDraft } from './pandoc.ts'
export { dryRun, type Resolved } from './passes.ts'
export type { ResolveInput } from './prepare.ts'
export { type Elsewhere, type Elsewheres, idsMissing, targetWords } from './references.ts'
export { inShort, type UsesElsewhere, usesInDraft } from './uses.ts'

export const resolver = () => import('./resolve.ts')
export const pandocResolver = () => import('./pandoc.ts')
