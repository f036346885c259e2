import { fullName, type Source } from '../corpus/index.ts'

/** An author as the record has the name, and as it reads in Latin letters, where the record says so. */
export interface Author {
  readonly name: string
  readonly letters?: string
}

/** The authors of a source, and how each is known again under another spelling of the given names: family name and first initial. */
export function authorKeys(source: Source): readonly (Author & { readonly key: string })[] {
  const inLetters = source.transliteration?.author ?? []
  return (source.author ?? []).flatMap((author, index) => {
    if (standsForOthers(author)) return []
    const latin = inLetters[index]
    const names = { name: withoutSuffix(author), ...(latin && { letters: withoutSuffix(latin) }) }
    if ('literal' in author) return { key: foldName(names.name), ...names }
    return { key: `${foldName(familyName(author))}, ${foldName(author.given ?? '').slice(0, 1)}`, ...names }
  })
}

type Name = NonNullable<Source['author']>[number]

const others =
  /^(?:(?:and|&) )?(?:others|et ?al\.?|et alii|et autres|und andere|u\. ?a\.|y otros|и др\.?|и другие|және т\. ?б\.|және басқалар)$/i

/** Whether a name stands for authors who are not named, as BibTeX’s `and others` does. */
export const standsForOthers = (name: Name): boolean =>
  others.test('literal' in name ? name.literal : name.given ? '' : (name.family ?? ''))

const familyName = (name: Exclude<Name, { literal: string }>) =>
  [name['non-dropping-particle'], name.family].filter(Boolean).join(' ')

const withoutSuffix = (name: Name) => fullName('literal' in name ? name : { ...name, suffix: undefined })

/** A name in lower case, without accents and punctuation. */
export function foldName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
