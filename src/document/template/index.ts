/**
 * Templates into Markdown: Handlebars’ grammar, run by steps of our own, so that a value is always text and never code.
 * `readTemplates` gives what a project has, `render` a section of it with the place that each piece came from,
 * `checkValuesAreText` says where a value would be read as markup, and `citationOf` writes a citation of claims.
 */
export { citationOf } from './helpers/cite.ts'
export type { OwnHelper } from './helpers/own.ts'
export { type Rendered, render } from './render.ts'
export { readTemplates, type Templates } from './templates.ts'
export { checkValuesAreText } from './verbatim.ts'
