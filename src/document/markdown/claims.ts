import type { Root } from 'mdast'
import type { Plugin } from 'unified'
import type { VFile } from 'vfile'
import { type CiteGroup, type DraftNode, type DraftSpan, replaceBelow } from '../../core/index.ts'
import { complain } from './problem.ts'

/**
 * The claims that a citation stands for, written as an attribute of a span around it, work by work as the works are:
 * `[[@a, paras. 2, 4; @b, para. 3]]{claims="toll-kept toll-raised; gate-shut"}`. The ids move to the works, and a span that
 * carries nothing else goes. Pandoc reads the same citation in the same span.
 */
export const citedClaims: Plugin<[], Root> = () => (tree, file) =>
  replaceBelow<DraftNode>(tree, (node) => (node.type === 'span' ? claimed(node, file) : undefined))

/** The citation alone where the span says nothing more; `undefined` where the span stays. */
function claimed(span: DraftSpan, file: VFile): [CiteGroup] | undefined {
  const { claims, ...data } = span.data ?? {}
  if (claims === undefined) return undefined
  const [group, ...others] = span.children
  const written = String(claims).split(';')
  span.data = data
  if (group?.type !== 'citeGroup' || others.length > 0) {
    complain(file, span, 'claims are given to other words than a citation', [
      'write [[@key, para. 3]]{claims=claim-id}, with nothing else in the outer brackets',
    ])
    return undefined
  }
  if (written.length > group.children.length) {
    const reason = `claims are given to ${written.length} works, and the citation has fewer`
    complain(file, span, reason, ['a semicolon parts the claims of one work from those of the next'])
  }
  for (const [index, cite] of group.children.entries()) {
    const ids = written[index]?.split(/\s+/).filter((id) => id !== '') ?? []
    if (ids.length > 0) cite.claims = ids
  }
  return Object.keys(data).length > 0 ? undefined : [group]
}

/** The claims of a citation as the attribute says them; `undefined` where it has none. */
export function writtenClaims({ children }: CiteGroup): string | undefined {
  if (children.every(({ claims = [] }) => claims.length === 0)) return undefined
  return children
    .map(({ claims = [] }) => claims.join(' '))
    .join('; ')
    .replace(/[; ]+$/, '')
}
