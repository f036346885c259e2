/** `make`, which makes the same thing only once of the same object, for as long as that object is there. */
export function remembered<K extends WeakKey, T>(make: (of: K) => T): (of: K) => T {
  const known = new WeakMap<K, { readonly value: T }>()
  return (of) => {
    const made = known.get(of) ?? { value: make(of) }
    known.set(of, made)
    return made.value
  }
}

/** Of each function, at least so many results are kept. */
const most = 4096

/**
 * `make`, a pure function, which makes the same thing only once of what has the same key: in a process that stays, what did
 * not change is not made again. `keyOf` gives all that a result depends on. What was not asked for while so many others came is dropped.
 */
export function rememberedBy<Of extends readonly unknown[], T>(
  make: (...of: Of) => T,
  keyOf: (...of: Of) => string,
): (...of: Of) => T {
  let [young, old] = [new Map<string, { readonly value: T }>(), new Map<string, { readonly value: T }>()]
  return (...of) => {
    const key = keyOf(...of)
    const known = young.get(key) ?? old.get(key) ?? { value: make(...of) }
    if (young.size >= most && !young.has(key)) [young, old] = [new Map(), young]
    young.set(key, known)
    return known.value
  }
}
