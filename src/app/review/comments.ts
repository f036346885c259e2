import { digestOf, elementsOf, ownAuthor, type Xml } from '../../write/index.ts'
import type { By } from './word-file.ts'

export interface Comment extends By {
  readonly text: string
  /** The words that it is about, and the paragraph that they stand in. */
  readonly quote: string
  readonly paragraph: number
}

export interface Quote {
  readonly text: string
  readonly paragraph: number
}

export const textOf = (element: Xml): string =>
  element.children.map((it) => (it.type === 'text' ? it.value : it.type === 'element' ? textOf(it) : '')).join('')

/** What people say; what a draft said of itself and nobody has changed is not there. */
export function commentsOf(
  root: Xml | undefined,
  quotes: ReadonlyMap<string, Quote>,
  own: ReadonlySet<string>,
): Comment[] {
  return (root ? elementsOf(root) : []).flatMap(({ attributes, children }) => {
    const quote = quotes.get(attributes['w:id'] ?? '')
    const lines = children.flatMap((it) => (it.type === 'element' && it.name === 'w:p' ? [textOf(it)] : []))
    const text = lines.join('\n').trim()
    if (attributes['w:author'] === ownAuthor && own.has(digestOf(text))) return []
    return [
      {
        author: attributes['w:author'] ?? '',
        date: attributes['w:date'] ?? '',
        text,
        quote: quote?.text.trim() ?? '',
        paragraph: quote?.paragraph ?? -1,
      },
    ]
  })
}
