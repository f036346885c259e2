import { slugOf } from '../../corpus/index.ts'

/**
 * The slug, with the first number behind it that makes it unlike those that are taken. Who makes many keeps in `next`
 * where to go on for each, as one name a thousand times would be tried a thousand times.
 */
export function uniqueSlug(
  words: string,
  taken: (slug: string) => boolean,
  fallback: string,
  next: Map<string, number> = new Map(),
): string {
  const slug = slugOf(words).slice(0, 60).replace(/-+$/, '') || fallback
  if (!taken(slug)) return slug
  let number = next.get(slug) ?? 2
  while (taken(`${slug}-${number}`)) number++
  next.set(slug, number + 1)
  return `${slug}-${number}`
}

/** An address without what leads to the same page: scheme, `www.`, fragment, a slash at its end. */
export function bareAddress(url: string): string {
  return url
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?|^urn:x-pdf:|#.*$/g, '')
    .replace(/\/$/, '')
}
