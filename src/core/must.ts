/** What must be there. Where it is not, our reasoning about places was wrong, and the error says which. */

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
