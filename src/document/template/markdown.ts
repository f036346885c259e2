import { escapeMarkdown } from './escape.ts'

/** A stretch of Markdown, and the datum it was made from: what `path` leads to in `holder`. */
export interface Part {
  readonly text: string
  readonly holder?: object | undefined
  readonly path?: readonly string[] | undefined
}

/**
 * Markdown that one of our helpers made of checked and escaped parts. Nothing else is printed unescaped: data cannot
 * make an instance of this class.
 */
export class Markdown {
  readonly parts: readonly Part[]

  constructor(...parts: readonly (Part | string)[]) {
    this.parts = parts.map((part) => (typeof part === 'string' ? { text: part } : part))
  }

  get text(): string {
    return this.parts.map((part) => part.text).join('')
  }
}

/** What can stand inside a line: a helper's Markdown as it is, a text or number escaped. */
export type Inline = Markdown | string | number

export function inline(value: Inline): string {
  return value instanceof Markdown ? value.text : escapeMarkdown(String(value))
}
