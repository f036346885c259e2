import type { Log, Place } from '../log.ts'
import type { Draft, Position, Section } from '../tree.ts'
import { readAttributes } from './block-attributes.ts'
import { inlineDefinitions } from './definitions.ts'
import { makeFigures } from './figure-calls.ts'
import type { Complain, Problem } from './problem.ts'
import { processor } from './processor.ts'
import { makeReferences } from './references.ts'
import { checkSupport } from './support.ts'
import { type AnyNode, depthOf, walk } from './walk.ts'

/** One rendered section. */
export interface SectionSource {
  readonly name: string
  readonly markdown: string
  /** What the author wrote that became the character at an offset. */
  place(offset: number): Place
  /** The name of the record that the character at an offset was printed from. */
  record(offset: number): string | undefined
}

/** A section's tree and its problems, as plain data: what a cache keeps, under the digest of the Markdown. */
export interface Parsed {
  readonly tree: Draft
  readonly problems: readonly Problem[]
}

/** The tree of one section, with sugar. What cannot be read as meant is reported in `log`. */
export function parse(source: SectionSource, log: Log, parsed: Parsed = read(source.markdown)): Section {
  for (const { rule, offset, reason, notes } of parsed.problems) {
    log.report(rule, source.place(offset), reason, notes ? { notes } : {})
  }
  return {
    name: source.name,
    tree: parsed.tree,
    place: ({ position }) => source.place(position?.start.offset ?? 0),
    record: ({ position }) => source.record(position?.start.offset ?? 0),
  }
}

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
  readAttributes(tree, markdown, complain)
  makeFigures(tree, markdown, complain)
  makeReferences(tree)
  keepOffsets(tree)
  return { tree: tree as unknown as Draft, problems }
}

/** Takes from positions what is not used, which is most of what a cache would keep of a tree. */
function keepOffsets(tree: AnyNode): void {
  for (const node of walk(tree) as Iterable<{ position?: Position | undefined }>) {
    const { start, end } = node.position ?? {}
    if (start && end) node.position = { start: { offset: start.offset }, end: { offset: end.offset } }
  }
}
