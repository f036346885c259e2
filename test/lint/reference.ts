import type { Example } from '../../src/core/rules/rule.ts'
import { exampleText, languageOf } from '../../src/evidence/lint/reference.ts'
import { readFiles } from '../helpers/golden.ts'

/** A record, template or file of a project: its language, what it is of, its text. */
export interface Block {
  readonly language: string
  readonly of: string
  readonly text: string
}

/** The project that every example of a rule changes. */
export function readReference(): { readonly base: readonly Block[] } {
  const files = [...readFiles('test/lint/small-project')].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    base: files.map(([path, text]) => {
      const template = /^templates\/(.+)\.md\.hbs$/.exec(path)?.[1]
      return { language: languageOf(path), of: template ?? path, text }
    }),
  }
}

export function blocksOf(example: Example): readonly Block[] {
  return Object.entries(example).map(([of, text]) =>
    text === null ? { language: 'absent', of, text: '' } : { language: languageOf(of), of, text: exampleText(text) },
  )
}
