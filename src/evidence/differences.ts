import { isRecord } from '../core/index.ts'

/** Ids that a record had and the ids that it has now, e.g. `claim:old` → `new`. */
export type Renamed = ReadonlyMap<unknown, unknown>

export interface Difference {
  /** The names of the fields that lead to it, with dots; entries of lists count from 1. */
  readonly field: string
  /** What a person reads, e.g. `credibility.proposition: 3 → 4`. */
  readonly text: string
}

/** How two states of a record differ, field by field; in lists, what went and what came. */
export function* differences(was: unknown, is: unknown, renamed: Renamed, field = ''): Generator<Difference> {
  if (isSame(was, is, renamed)) return
  if (isRecord(was) && isRecord(is)) {
    for (const key of new Set([...Object.keys(was), ...Object.keys(is)])) {
      yield* differences(was[key], is[key], renamed, field === '' ? key : `${field}.${key}`)
    }
  } else if (field === 'deprecated' && isRecord(is)) yield { field, text: `withdrawn: ${String(is.why)}` }
  else if (Array.isArray(was) && Array.isArray(is)) yield* inLists(was, is, renamed, field)
  else yield { field, text: `${field}: ${told(was, is)}` }
}

function* inLists(
  was: readonly unknown[],
  is: readonly unknown[],
  renamed: Renamed,
  field: string,
): Generator<Difference> {
  const gone = was.filter((one) => !is.some((other) => isSame(one, other, renamed)))
  const come = is.filter((one) => !was.some((other) => isSame(other, one, renamed)))
  if (gone.length === 0 && come.length === 0) yield { field, text: `${field}: in another order` }
  else if (gone.length === come.length && gone.every(isRecord)) {
    for (const [at, one] of gone.entries())
      yield* differences(one, come[at], renamed, `${field}.${is.indexOf(come[at]) + 1}`)
  } else {
    const parts = [...gone.map((one) => `without ${show(one)}`), ...come.map((one) => `with ${show(one)}`)]
    yield { field, text: `${field}: ${parts.join(', ')}` }
  }
}

export function isSame(was: unknown, is: unknown, renamed: Renamed): boolean {
  if (was === is || (renamed.has(was) && renamed.get(was) === is)) return true
  if (Array.isArray(was) && Array.isArray(is))
    return was.length === is.length && was.every((one, at) => isSame(one, is[at], renamed))
  if (!isRecord(was) || !isRecord(is)) return false
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].every((key) => isSame(was[key], is[key], renamed))
}

/** Both states, cut so that what differs is to be seen. */
function told(was: unknown, is: unknown): string {
  if (typeof was !== 'string' || typeof is !== 'string') return `${show(was)} → ${show(is)}`
  let from = 0
  while (from < was.length && was[from] === is[from]) from++
  if (Math.max(was.length, is.length) <= 60 || from < 40) return `${show(was)} → ${show(is)}`
  const start = was.lastIndexOf(' ', from - 16) + 1
  return `${show(`… ${was.slice(start)}`)} → ${show(`… ${is.slice(start)}`)}`
}

/** A value in a few words: of a mapping, its text. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing'
  const words = isRecord(value) ? (value.text ?? value.title ?? value.answer ?? value.form ?? value.observable) : value
  const text = typeof words === 'string' ? words : JSON.stringify(words ?? value)
  return text.length > 60 ? `“${text.slice(0, 57)}…”` : `“${text}”`
}
