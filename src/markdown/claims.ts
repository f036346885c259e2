import type { CiteGroup, Span } from '../tree.ts'
import type { Complain } from './problem.ts'
import { type AnyNode, walk } from './walk.ts'

/**
 * The claims that a citation stands for, written as an attribute of a span around it, work by work as the works are:
 * `[[@a, paras. 2, 4; @b, para. 3]]{claims="toll-kept toll-raised; gate-shut"}`. The ids move to the works, and a span that
 * carries nothing else goes. Pandoc reads the same citation in the same span.
 */
export function readClaims(tree: AnyNode, complain: Complain): void {
  for (const node of walk(tree)) {
    if (!node.children) continue
    node.children = node.children.map((child) => (child.data?.claims === undefined ? child : claimed(child, complain)))
  }
}

/** The span without its claims, or the citation alone where the span says nothing more. */
function claimed(span: AnyNode, complain: Complain): AnyNode {
  const { claims, ...data } = span.data ?? {}
  const [group, ...others] = (span as unknown as Span).children as unknown as CiteGroup[]
  const written = String(claims).split(';')
  span.data = data
  if (group?.type !== 'citeGroup' || others.length > 0) {
    complain('markdown-is-supported', span, 'claims are given to other words than a citation', [
      'write [[@key, para. 3]]{claims=claim-id}, with nothing else in the outer brackets',
    ])
    return span
  }
  if (written.length > group.children.length) {
    complain('markdown-is-supported', span, `claims are given to ${written.length} works, and the citation has fewer`, [
      'a semicolon parts the claims of one work from those of the next',
    ])
  }
  for (const [index, cite] of group.children.entries()) {
    const ids = written[index]?.split(/\s+/).filter((id) => id !== '') ?? []
    if (ids.length > 0) cite.claims = ids
  }
  return Object.keys(data).length > 0 ? span : (group as unknown as AnyNode)
}

/** The claims of a citation as the attribute says them; `undefined` where it has none. */
export function writtenClaims({ children }: CiteGroup): string | undefined {
  if (children.every(({ claims = [] }) => claims.length === 0)) return undefined
  return children
    .map(({ claims = [] }) => claims.join(' '))
    .join('; ')
    .replace(/[; ]+$/, '')
}
