import { itemAt, must } from '../../core/index.ts'

/** How a list became another: what stayed, went and came, in order. */
export type Step<B, A = B> =
  | { readonly kind: 'same'; readonly before: B; readonly after: A }
  | { readonly kind: 'gone'; readonly before: B }
  | { readonly kind: 'new'; readonly after: A }

/** Beyond so many changes a list is not worth comparing: all of it goes and comes. */
const mostChanges = 1500

/**
 * The fewest steps from one list to another (E. Myers, An O(ND) Difference Algorithm and Its Variations, 1986). What goes
 * stands before what comes in its stead.
 */
export function difference<B, A = B>(
  before: readonly B[],
  after: readonly A[],
  keyOf: (one: A | B) => string,
): Step<B, A>[] {
  const [old, now] = [before.map(keyOf), after.map(keyOf)]
  let start = 0
  while (start < old.length && start < now.length && old[start] === now[start]) start++
  let end = 0
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end++
  const same = (from: number, to: number, offset: number): Step<B, A>[] =>
    before
      .slice(from, to)
      .map((one, index) => ({ kind: 'same', before: one, after: itemAt(after, from + offset + index) }))
  const middle = between(old.slice(start, old.length - end), now.slice(start, now.length - end))
  return [
    ...same(0, start, 0),
    ...goneFirst(
      middle.map(({ x, y }): Step<B, A> => {
        if (x === undefined) return { kind: 'new', after: itemAt(after, start + must(y)) }
        if (y === undefined) return { kind: 'gone', before: itemAt(before, start + x) }
        return { kind: 'same', before: itemAt(before, start + x), after: itemAt(after, start + y) }
      }),
    ),
    ...same(old.length - end, old.length, now.length - old.length),
  ]
}

/** In each stretch of changes, what goes before what comes. */
export function goneFirst<B, A>(steps: readonly Step<B, A>[]): Step<B, A>[] {
  const sorted: Step<B, A>[] = []
  let came: Step<B, A>[] = []
  for (const step of steps) {
    if (step.kind === 'new') came.push(step)
    else if (step.kind === 'gone') sorted.push(step)
    else {
      sorted.push(...came, step)
      came = []
    }
  }
  return [...sorted, ...came]
}

interface Place {
  readonly x: number | undefined
  readonly y: number | undefined
}

function between(old: readonly string[], now: readonly string[]): Place[] {
  const trace: Map<number, number>[] = []
  let furthest = new Map([[1, 0]])
  const reach = (k: number) => furthest.get(k) ?? -1
  for (let changes = 0; changes <= Math.min(old.length + now.length, mostChanges); changes++) {
    trace.push(furthest)
    const next = new Map(furthest)
    for (let k = -changes; k <= changes; k += 2) {
      let x = k === -changes || (k !== changes && reach(k - 1) < reach(k + 1)) ? reach(k + 1) : reach(k - 1) + 1
      while (x < old.length && x - k < now.length && old[x] === now[x - k]) x++
      next.set(k, x)
      furthest = next
      if (x >= old.length && x - k >= now.length) return walkBack(trace, old.length, now.length)
    }
  }
  return [...old.map((_, x) => ({ x, y: undefined })), ...now.map((_, y) => ({ x: undefined, y }))]
}

function walkBack(trace: readonly Map<number, number>[], width: number, height: number): Place[] {
  const places: Place[] = []
  let [x, y] = [width, height]
  for (let changes = trace.length - 1; changes >= 0; changes--) {
    const reach = (k: number) => itemAt(trace, changes).get(k) ?? -1
    const k = x - y
    const from = k === -changes || (k !== changes && reach(k - 1) < reach(k + 1)) ? k + 1 : k - 1
    const startX = changes === 0 ? 0 : reach(from)
    const startY = changes === 0 ? 0 : startX - from
    while (x > startX && y > startY) places.push({ x: --x, y: --y })
    if (changes > 0) places.push(x > startX ? { x: --x, y: undefined } : { x: undefined, y: --y })
  }
  return places.reverse()
}
