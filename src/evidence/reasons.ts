import type { Author } from './authors.ts'

/** What makes one origin of two claims or sources. */
export type Reason =
  | ({ readonly kind: 'author' } & Author)
  | { readonly kind: 'source'; readonly source: string }
  /** What somebody said on one day. */
  | { readonly kind: 'occasion'; readonly speaker: string; readonly date: string }
  | { readonly kind: 'shared-words'; readonly words: number; readonly sources: readonly [string, string] }

/** A work hands on the words of held authors who are not its own. */
export interface Quotes {
  readonly kind: 'quotes'
  readonly source: string
  readonly quoted: string
  readonly authors: readonly string[]
}

/** A reason as findings say it, with records by their ids. */
export function describeReason(reason: Reason | Quotes): string {
  switch (reason.kind) {
    case 'author':
      return `by ${reason.name}`
    case 'source':
      return `from ${reason.source}`
    case 'occasion':
      return `the word of ${reason.speaker}, ${reason.date}`
    case 'shared-words':
      return `${reason.words} words in a row shared by ${reason.sources.join(' and ')}`
    case 'quotes':
      return `${reason.source} quotes ${reason.quoted}, by ${reason.authors.join(', ')}`
  }
}
