import { splitSentences } from '../../evidence/index.ts'
import { type Change, changesOf } from './changes.ts'

/** What a person changed in one sentence, or in sentences that a change runs over: all of it becomes the records’, or none. */
export interface Rewriting extends Change {
  readonly parts: readonly Change[]
  readonly sentence: { readonly was: string; readonly is: string }
}

/** What changed from one text to another, by sentence. */
export function rewritingsOf(before: string, after: string): readonly Rewriting[] {
  // The sign of a note ends its sentence as the mark of a citation does.
  const sentences = splitSentences(before.replaceAll('†', '\ufffc'))
  const found: { first: number; last: number; parts: Change[] }[] = []
  for (const change of changesOf(before, after)) {
    const isBehind = change.was === '' && !opensSentence(before, change)
    const holding = (at: number, isEnd: boolean) => {
      const index = sentences.findIndex(({ to }) => (isEnd ? at <= to : at < to))
      return index < 0 ? sentences.length - 1 : index
    }
    const first = holding(change.from, isBehind)
    const last = change.was === '' ? first : holding(change.to, true)
    const open = found.at(-1)
    if (open && first <= open.last) {
      open.parts.push(change)
      open.last = Math.max(open.last, last)
    } else found.push({ first, last, parts: [change] })
  }
  return found.map(({ first, last, parts }) => {
    const [from, to] = [parts[0]?.from ?? 0, parts.at(-1)?.to ?? 0]
    const [start, end] = [sentences[first]?.from ?? 0, sentences[last]?.to ?? before.length]
    const span = { from, to, was: before.slice(from, to), is: replaced(before, parts, from, to) }
    return { ...span, parts, sentence: { was: before.slice(start, end), is: replaced(before, parts, start, end) } }
  })
}

/** Whether words were typed before a sentence, as a part of it. */
const opensSentence = (before: string, { from, is }: Change) =>
  /\s$/.test(before.slice(0, from)) && !/^\s|[.!?…]\P{L}*$/u.test(is)

/** A text, or a stretch of it, with what was changed in it. */
export function replaced(
  text: string,
  changes: readonly Pick<Change, 'from' | 'to' | 'is'>[],
  start = 0,
  end = text.length,
): string {
  let [made, at] = ['', start]
  for (const { from, to, is } of changes.toSorted((a, b) => a.from - b.from)) {
    made += text.slice(at, from) + is
    at = to
  }
  return made + text.slice(at, end)
}
