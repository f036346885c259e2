import type { Log } from '../../core/index.ts'
import { render } from './csl/render.ts'
import { type Resolved, resolveWith } from './passes.ts'
import type { ResolveInput } from './prepare.ts'

/** `resolveWith` the citation engine. */
export function resolve(input: ResolveInput, log: Log): Resolved {
  return resolveWith((works) => render(works, input.memo), input, log)
}
