import type { Log } from '../../core/index.ts'
import type { Rendered, RenderInput } from './csl/render.ts'
import { type Resolved, resolveWith } from './passes.ts'
import type { ResolveInput } from './prepare.ts'

/**
 * Reports what `resolve` would, without the citation engine: the words of citations cannot cause findings.
 */
export function dryRun(input: ResolveInput, log: Log): Resolved {
  return resolveWith(withoutWords, input, log)
}

function withoutWords({ groups, uncited }: RenderInput): Rendered {
  const ids = new Set([...groups.flatMap(({ items }) => items.map(({ id }) => id)), ...uncited])
  return {
    groups: groups.map(() => ({ text: '' })),
    bibliography: { hanging: false, entries: [...ids].map((id) => ({ id, text: id })) },
  }
}
