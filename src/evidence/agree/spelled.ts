import { itemAt } from '../../core/index.ts'
import { places } from './tables/places.ts'
import type { Token } from './tokens.ts'
import { rowsOf } from './word-table.ts'

/** The names of several words, by the first three letters of the first: how each word begins, and which place they are. */
const spelledOut = new Map<string, { readonly words: readonly string[]; readonly place: string }[]>()
for (const [place, forms] of rowsOf(places)) {
  for (const form of forms.split(' ').filter((it) => it.includes('-'))) {
    const words = form.split('-')
    const head = itemAt(words, 0).slice(0, 3)
    spelledOut.set(head, [...(spelledOut.get(head) ?? []), { words, place }])
  }
}

/** United Nations, Совет Безопасности ООН: the places that words in a row name, by the place of each word. */
export function spelledPlaces(
  tokens: readonly Token[],
  isSmall: (word: string) => boolean,
): ReadonlyMap<number, string> {
  const found = new Map<number, string>()
  for (const [from, { word }] of tokens.entries())
    for (const { words, place } of spelledOut.get(word.slice(0, 3)) ?? []) {
      const own: number[] = []
      for (let at = from; at < tokens.length && own.length < words.length; at++) {
        const token = itemAt(tokens, at)
        if (own.length > 0 && (token.text === '-' || isSmall(token.word))) continue
        if (!token.word.startsWith(itemAt(words, own.length))) break
        own.push(at)
      }
      if (own.length === words.length) for (const at of own) found.set(at, place)
    }
  return found
}
