import { itemAt } from './must.ts'

/** How many items of a list in the order of their places stand at a place or before it. */
export function countUpTo<T>(items: ArrayLike<T>, place: number, placeOf: (item: T) => number): number {
  let [low, high] = [0, items.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (placeOf(itemAt(items, middle)) <= place) low = middle + 1
    else high = middle
  }
  return low
}
