import { localeOf } from '../../core/index.ts'

/** A text in the quotation marks of a language. */
export function quoted(text: string, language: string): string {
  const [open, close] = localeOf(language).quotationMarks
  return `${open}${text}${close}`
}

/** Where a record stands in the document, e.g. `judgment-reform-line-2005`: what links lead to. */
export const anchorOf = (kind: 'actor' | 'judgment' | 'source', id: string) => `${kind}-${id}`
