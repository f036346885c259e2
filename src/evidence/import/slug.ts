const cyrillic: Readonly<Record<string, string>> = Object.fromEntries(
  'а:a б:b в:v г:g д:d е:e ё:e ж:zh з:z и:i й:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch ъ: ы:y ь: э:e ю:yu я:ya ә:a ғ:gh қ:q ң:ng ө:o ұ:u ү:u һ:h і:i ї:i є:e'
    .split(' ')
    .map((pair) => pair.split(':')),
)

/** Words as an id of a record: Latin letters, digits, single hyphens. Empty when nothing of them can be written so. */
export function slugOf(words: string): string {
  const latin = words
    .toLowerCase()
    .normalize('NFC')
    .replace(/\p{Script=Cyrillic}/gu, (letter) => cyrillic[letter] ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
  return latin.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '')
}

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
