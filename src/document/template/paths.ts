import { entryOf } from '../../core/index.ts'

/** The path of every object in a view, e.g. `groups[2].actors`; the root's is empty. Made only when a problem needs a name. */
export function pathsOf(view: object): WeakMap<object, string> {
  const paths = new WeakMap<object, string>([[view, '']])
  const queue: object[] = [view]
  // The queue grows while it is walked.
  for (const next of queue) {
    const path = entryOf(paths, next)
    for (const [key, value] of Object.entries(next)) {
      if (typeof value !== 'object' || value === null || paths.has(value)) continue
      paths.set(value, Array.isArray(next) ? `${path}[${key}]` : path ? `${path}.${key}` : key)
      queue.push(value)
    }
  }
  return paths
}
