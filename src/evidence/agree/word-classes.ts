import type { Lexicon } from './lexicon.ts'
import { languages } from './tables/index.ts'
import type { Language, WordClass } from './tables/language.ts'
import type { Token } from './tokens.ts'
import { once, tableOf } from './word-table.ts'

/** The tokens of a text, and the tables of its language. */
export interface Told {
  readonly tokens: readonly Token[]
  readonly lexicon?: Lexicon | undefined
}

/** Whether a word is of one of these classes, as its language has them; in a language without tables, as any has. */
export function isOf(lexicon: Lexicon | undefined, word: string, ...classes: readonly WordClass[]): boolean {
  const own = lexicon ? lexicon.classes(word) : ofAny(word)
  return own.length > 0 && classes.some((it) => own.includes(it))
}

/** The same of the word at a place. */
export function is({ tokens, lexicon }: Told, at: number, ...classes: readonly WordClass[]): boolean {
  const token = tokens[at]
  return token !== undefined && isOf(lexicon, token.word, ...classes)
}

/** Whether a word of one of these classes stands from one place up to another. */
export function hasOne(told: Told, from: number, to: number, ...classes: readonly WordClass[]): boolean {
  for (let at = Math.max(0, from); at < to; at++) if (is(told, at, ...classes)) return true
  return false
}

/** Whether a word of one of these classes stands anywhere in a text. */
export const mentions = (told: Told, ...classes: readonly WordClass[]): boolean =>
  hasOne(told, 0, told.tokens.length, ...classes)

let any: ((word: string) => readonly string[]) | undefined

function ofAny(word: string): readonly string[] {
  any ??= classesOf(languages)
  return any(word)
}

/** Of which classes a word is, in these languages. */
export function classesOf(from: readonly Language[]): (word: string) => readonly string[] {
  const table = tableOf<string>()
  const shapes: [string, RegExp][] = []
  for (const { words } of from)
    for (const [name, forms] of Object.entries(words))
      if (typeof forms === 'string') for (const form of forms.split(' ')) table.add(form, name)
      else shapes.push([name, forms])
  return once((word) => [
    ...new Set([...table.all(word), ...shapes.flatMap(([name, shape]) => (shape.test(word) ? [name] : []))]),
  ])
}
