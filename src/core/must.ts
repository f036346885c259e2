/** What must be there. Where it is not, our reasoning about places was wrong, and the error says which. */

export function must<T>(there: T | null | undefined): T {
  if (there === undefined || there === null) throw new RangeError('there is nothing where something must be')
  return there
}

export function itemAt<T>(list: ArrayLike<T>, at: number): T {
  const item = list[at]
  if (item === undefined) throw new RangeError(`there is no item ${at} among ${list.length}`)
  return item
}

export const lastOf = <T>(list: ArrayLike<T>): T => itemAt(list, list.length - 1)

export function entryOf<K, V>(map: { get(key: K): V | undefined }, key: K): V {
  const value = map.get(key)
  if (value === undefined) throw new RangeError(`there is no entry for ${String(key)}`)
  return value
}

/** A character of a text as the number that it has in Unicode. */
export const codePointOf = (text: string, at = 0): number => must(text.codePointAt(at))
