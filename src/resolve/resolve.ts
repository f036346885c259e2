import type { Log } from '../log.ts'
import { render } from './csl/render.ts'
import { type Resolved, resolveWith } from './passes.ts'
import { type ResolveInput, withOwnTrees } from './prepare.ts'

/**
 * Takes the sugar out of the sections and joins them: citations become words, links and notes; figures, numbers, lists
 * and references are put in. Reports what does not resolve, and then gives a document that is not to be written. The
 * input's trees stay as they are.
 */
export function resolve(input: ResolveInput, log: Log): Resolved {
  return resolveWith((works) => render(works, input.memo), withOwnTrees(input), log)
}
