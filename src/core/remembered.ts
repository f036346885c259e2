/** `make`, which makes the same thing only once of the same object, for as long as that object is there. */
export function remembered<K extends WeakKey, T>(make: (of: K) => T): (of: K) => T {
  const known = new WeakMap<K, { readonly value: T }>()
  return (of) => {
    const made = known.get(of) ?? { value: make(of) }
    known.set(of, made)
    return made.value
  }
}
