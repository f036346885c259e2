import type { Pack } from './pack.ts'
import type { Source } from './source.ts'

/** How works in another script are printed: as they are, in Latin letters, or both. */
export type Transliteration = NonNullable<Pack['transliteration']>

/** A title by the policy, and behind it what it means in the pack's language, in brackets: wherever it is printed. */
export function printedTitle(
  source: Pick<Source, 'title' | 'container-title' | 'transliteration' | 'translation'>,
  field: 'title' | 'container-title',
  policy: Transliteration = 'both',
): string | undefined {
  const original = source[field]
  if (!original) return undefined
  const letters = source.transliteration?.[field]
  const meaning = source.translation?.[field]
  const shown = policy === 'original' || !letters ? original : policy === 'both' ? `${letters} (${original})` : letters
  return meaning ? `${shown} [${meaning}]` : shown
}

/** The authors by the policy: in Latin letters, where the record has them so. */
export function printedAuthors(
  source: Pick<Source, 'author' | 'transliteration'>,
  policy: Transliteration = 'both',
): Source['author'] {
  return policy === 'original' ? source.author : (source.transliteration?.author ?? source.author)
}

/** A name of a script that sets the family before the given name, without a space. */
export const isOfOneWord = (name: string): boolean =>
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー・]+$/u.test(name)

/** A name as running text has it. */
export function fullName(name: NonNullable<Source['author']>[number]): string {
  if ('literal' in name) return name.literal
  const { family, given = '', suffix, 'non-dropping-particle': particle } = name
  if (isOfOneWord(family + given)) return family + given
  return [given, particle, family, suffix].filter(Boolean).join(' ')
}
