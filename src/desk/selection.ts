import type { Passage } from '../corpus/passage.ts'
import { placesOf, spanOf } from '../evidence/anchor.ts'
import { passageFor, wholeWords } from '../evidence/pin.ts'
import type { Selected } from './api.ts'

/** Selected words, widened to whole ones, and the record that pins them. */
export interface Pinned {
  readonly words: string
  readonly para: number
  readonly passage?: Passage | undefined
  readonly elsewhere: readonly number[]
}

/** Pins what a person selected in a text (`paragraphsOf`); `undefined` where no word is selected. */
export function pinSelection(
  { para, from, to }: Omit<Selected, 'source'>,
  text: readonly string[],
): Pinned | undefined {
  const paragraph = text[para - 1]
  if (paragraph === undefined || !(from < to)) return undefined
  const [start, end] = wholeWords(paragraph, Math.max(0, from), Math.min(paragraph.length, to))
  if (!(start < end)) return undefined
  const span = spanOf(paragraph, para, start, end)
  const elsewhere = text.flatMap((it, at) => (at + 1 !== para && placesOf(span.text, it).length > 0 ? [at + 1] : []))
  return { words: span.text, para, passage: passageFor(span, text), elsewhere }
}
