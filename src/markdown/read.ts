import type { Draft, Position } from '../tree.ts'
import { readAttributes } from './block-attributes.ts'
import { readClaims } from './claims.ts'
import { inlineDefinitions } from './definitions.ts'
import { makeFigures } from './figure-calls.ts'
import type { Parsed } from './parse.ts'
import type { Complain, Problem } from './problem.ts'
import { processor } from './processor.ts'
import { makeReferences } from './references.ts'
import { checkSupport } from './support.ts'
import { type AnyNode, depthOf, walk } from './walk.ts'

/** Deeper nesting than this is no text that somebody reads, and would exhaust the stack of those who recurse. */
const maximumNesting = 64

/** Markdown → tree with sugar, without the places that only the caller knows. */
export function read(markdown: string): Parsed {
  const problems: Problem[] = []
  const complain: Complain = (rule, node, reason, notes) => {
    const offset = node.position?.start.offset ?? 0
    problems.push(notes ? { rule, offset, reason, notes } : { rule, offset, reason })
  }
  const tree = processor.parse(markdown) as AnyNode
  if (depthOf(tree) > maximumNesting) {
    complain('markdown-is-supported', tree, `The text is nested more than ${maximumNesting} levels deep`)
    return { tree: { type: 'root', children: [] }, problems }
  }
  inlineDefinitions(tree, complain)
  checkSupport(tree, markdown, complain)
  readClaims(tree, complain)
  readAttributes(tree, markdown, complain)
  makeFigures(tree, markdown, complain)
  makeReferences(tree)
  keepOffsets(tree)
  return { tree: tree as unknown as Draft, problems }
}

/** Takes out what is not used: most of what positions say, and the words of images that became no figure. */
function keepOffsets(tree: AnyNode): void {
  for (const node of walk(tree) as Iterable<{ position?: Position | undefined; words?: unknown }>) {
    delete node.words
    const { start, end } = node.position ?? {}
    if (start && end) node.position = { start: { offset: start.offset }, end: { offset: end.offset } }
  }
}
