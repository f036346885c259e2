/**
 * What an editor asks of a project that is being written: what can stand here, what stands here, where it is said and used.
 * A question is a file’s text and an offset in it, an answer is plain values; `rename.ts` gives the edits of a new id.
 * The protocol of language servers is spoken in `cli/`.
 */

export { complete, definition, hover, idPlace, recordAt, references } from './language.ts'
export { type Renaming, renaming, withEdits } from './rename.ts'
