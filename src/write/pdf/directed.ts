import { inDirections, languageOfScript } from '../../core/index.ts'
import type { Run } from './definition.ts'

/** A text alone, of a cover, list or running head, in which words from right to left keep their order to themselves. */
export function directedRuns(text: string): Run[] {
  return inDirections(text).map(({ words, rightToLeft }) =>
    rightToLeft ? { text: words, lang: languageOfScript(words), tag: 'Span' } : { text: words },
  )
}
