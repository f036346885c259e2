import { entryOf, itemAt } from '../../core/index.ts'
import { difference } from '../../write/index.ts'

/** A stretch of a text that became another; offsets are in UTF-16 units of the text as it was. */
export interface Change {
  readonly from: number
  readonly to: number
  readonly was: string
  readonly is: string
}

/** What changed from one text to another, in words; changes with nothing but a space between them are one. */
export function changesOf(before: string, after: string): readonly Change[] {
  const steps = difference(wordsOf(before), wordsOf(after), (word) => word)
  const changes: Change[] = []
  let at = 0
  let open: { from: number; was: string; is: string } | undefined
  const close = () => {
    if (open) changes.push({ from: open.from, to: open.from + open.was.length, was: open.was, is: open.is })
    open = undefined
  }
  steps.forEach((step, index) => {
    if (step.kind === 'same') {
      const isBridge = step.before.trim() === '' && (steps[index + 1]?.kind ?? 'same') !== 'same'
      if (open && isBridge) {
        open.was += step.before
        open.is += step.before
      } else close()
      at += step.before.length
      return
    }
    open ??= { from: at, was: '', is: '' }
    if (step.kind === 'gone') {
      open.was += step.before
      at += step.before.length
    } else open.is += step.after
  })
  close()
  return changes
}

const wordsOf = (text: string): string[] =>
  text.match(/\s+|[\p{L}\p{N}\p{M}]+(?:[’'.,-][\p{L}\p{N}\p{M}]+)*|./gsu) ?? []

/** Which items of `after` are not where `before` has them. */
export function movedIn(before: readonly string[], after: readonly string[]): string[] {
  const at = new Map(before.map((mark, index) => [mark, index]))
  // The longest run in order stays (patience sorting); the others were moved.
  const tails: number[] = []
  const links: (number | undefined)[] = []
  const indexes = after.map((mark) => entryOf(at, mark))
  indexes.forEach((value, index) => {
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (itemAt(indexes, itemAt(tails, middle)) < value) low = middle + 1
      else high = middle
    }
    links[index] = low > 0 ? tails[low - 1] : undefined
    tails[low] = index
  })
  const stays = new Set<number>()
  for (let index = tails.at(-1); index !== undefined; index = links[index]) stays.add(index)
  return after.filter((_, index) => !stays.has(index))
}
