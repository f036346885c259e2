import type { Source } from '../corpus/index.ts'

/** How a source's author is known again under another spelling of the given names: family name and first initial. */
export function authorKeys(source: Source): readonly { readonly key: string; readonly name: string }[] {
  return (source.author ?? []).map((name) => {
    if ('literal' in name) return { key: foldName(name.literal), name: name.literal }
    const family = [name['non-dropping-particle'], name.family].filter(Boolean).join(' ')
    const full = [name.given, family].filter(Boolean).join(' ')
    return { key: `${foldName(family)}, ${foldName(name.given ?? '').slice(0, 1)}`, name: full }
  })
}

/** A name in lower case, without accents and punctuation. */
export function foldName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
