import { fieldOf } from '../core/index.ts'

/** What stands at a path in a record, or `undefined`. */
export function valueAt(data: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce(fieldOf, data)
}

/** Where in the data an issue of zod is: what is read from YAML has no symbols. */
export const pathOf = ({ path }: { readonly path: readonly PropertyKey[] }) =>
  path.filter((step) => typeof step !== 'symbol')
