/**
 * What somebody, a language model too, proposes for a corpus: it becomes a draft that pins and agrees, or comes back with
 * the reason. `search` finds words in texts and registers, `proposeClaim` and `proposeSentence` take or refuse, and
 * `mcp.ts` lists the same as tools of the Model Context Protocol.
 */

export { answer, type Tool } from './mcp.ts'
export { type Held, proposeClaim, proposeSentence } from './propose.ts'
export { type Found, search } from './search.ts'
