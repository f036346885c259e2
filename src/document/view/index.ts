/**
 * What templates can print: the records of a pack in words, with names, dates and sources made ready. A view takes the
 * corpus, the evidence and the pack, and gives plain values; it knows no Markdown. Templates see nothing but a `View`, so
 * each field of one is part of the language that authors write in.
 */
export { imprintOf, metaOf } from './meta.ts'
export { anchorOf, sourceName } from './names.ts'
export { byIssue } from './order.ts'
export { type Register, registersOf } from './registers.ts'
export { type View, viewOf } from './view.ts'
