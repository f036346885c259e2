/** Of each function, at least so many results are kept. */
const most = 4096

/**
 * A pure function that knows what it gave before: in a process that stays, what did not change is not made again. `keyOf` is
 * all that a result depends on. What was not asked for while so many others came is dropped.
 */
export function kept<Of extends readonly unknown[], T>(
  make: (...of: Of) => T,
  keyOf: (...of: Of) => string,
): (...of: Of) => T {
  let [young, old] = [new Map<string, T>(), new Map<string, T>()]
  return (...of) => {
    const key = keyOf(...of)
    if (young.has(key)) return young.get(key) as T
    const result = old.has(key) ? (old.get(key) as T) : make(...of)
    if (young.size >= most) [young, old] = [new Map(), young]
    young.set(key, result)
    return result
  }
}
