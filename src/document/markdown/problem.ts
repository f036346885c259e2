import type { Node } from 'unist'
import type { VFile } from 'vfile'
import type { RuleId } from '../../core/index.ts'

/** What is wrong with a section's Markdown, as a value that can be cached with its tree. `offset` is into that Markdown. */
export interface Problem {
  /** One of ours, or what a project’s plugin calls its own, e.g. `remark-lint/no-empty`. */
  readonly rule: string
  readonly offset: number
  readonly reason: string
  readonly notes?: readonly string[]
}

/** Says on the file that something is wrong at a node, as remark plugins do. */
export function complain(
  file: VFile,
  node: Node,
  reason: string,
  notes: readonly string[] = [],
  rule: RuleId = 'markdown-is-supported',
): void {
  const message = file.message(reason, { place: node.position, ruleId: rule, source: 'briefpack' })
  if (notes.length > 0) message.note = notes.join('\n')
}
