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
