import type { Passage } from '../../corpus/index.ts'
import { elsewhere, passageFor, spanOf, wholeWords } from '../../evidence/index.ts'
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
  return { words: span.text, para, passage: passageFor(span, text), elsewhere: elsewhere(span, text) }
}
