/** The scripts that run from right to left, by their codes in ISO 15924. */
export const rightToLeftScripts = ['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Mand', 'Samr', 'Rohg']

/** Whether a language (BCP 47) is written from right to left. */
export const isRightToLeft = (tag: string): boolean => writingOf(tag).rightToLeft

/** The script that a language is written in, where it is known. */
export const scriptOf = (tag: string): string | undefined => writingOf(tag).script

interface Writing {
  readonly script: string | undefined
  readonly rightToLeft: boolean
}

/** How languages are written is asked for at every run, and there are few languages. */
const known = new Map<string, Writing>()

function writingOf(tag: string): Writing {
  const before = known.get(tag)
  if (before) return before
  const script = likelyScript(tag)
  const writing = { script, rightToLeft: rightToLeftScripts.includes(script ?? '') }
  known.set(tag, writing)
  return writing
}

function likelyScript(tag: string): string | undefined {
  try {
    return new Intl.Locale(tag).maximize().script
  } catch {
    return undefined
  }
}

/**
 * Whether a line of its own runs from right to left: by its first letter (UAX #9, P2 and P3), so that its question mark
 * stands at its end; a line without letters runs as its language does.
 */
export function startsRightToLeft(text: string, language: string): boolean {
  const letter = /\p{L}/u.exec(text)?.[0]
  return letter === undefined ? isRightToLeft(language) : rightToLeft.test(letter)
}

/** Whether any letter of a text is of a script from right to left. */
export const hasRightToLeft = (text: string): boolean => rightToLeft.test(text)

const rightToLeft = new RegExp(`[${rightToLeftScripts.map((script) => `\\p{Script=${script}}`).join('')}]`, 'u')

const letter = `[${rightToLeftScripts.map((script) => `\\p{Script=${script}}`).join('')}]`
/** Words from right to left, with the numbers and punctuation between them. */
const stretch = new RegExp(
  `${letter}(?:[\\p{M}\\p{N}\\u200c\\u200d\\s'’"״׳,،؛:.–-]*(?:${letter}|[٠-٩۰-۹٪])|\\p{M})*`,
  'gu',
)

/** A text cut where words from right to left begin and end. */
export function inDirections(text: string): readonly { readonly words: string; readonly rightToLeft: boolean }[] {
  if (!rightToLeft.test(text)) return text === '' ? [] : [{ words: text, rightToLeft: false }]
  const pieces: { words: string; rightToLeft: boolean }[] = []
  let done = 0
  for (const { index, 0: words } of text.matchAll(stretch)) {
    if (index > done) pieces.push({ words: text.slice(done, index), rightToLeft: false })
    pieces.push({ words, rightToLeft: true })
    done = index + words.length
  }
  if (done < text.length) pieces.push({ words: text.slice(done), rightToLeft: false })
  return pieces
}

/** A text for where only characters can keep words from right to left to themselves, such as a bookmark (UAX #9, isolates). */
export const isolated = (text: string): string =>
  inDirections(text)
    .map(({ words, rightToLeft }) => (rightToLeft ? `\u2067${words}\u2069` : words))
    .join('')

/** Whether a text begins from right to left and runs so but for a few words. */
export const isMostlyRightToLeft = (text: string): boolean =>
  rightToLeft.test(text) && startsRightToLeft(text, 'en') && shareOfRightToLeft(text) > 0.75

/** Whether a text begins from left to right and runs so but for a few words. */
export const isMostlyLeftToRight = (text: string): boolean =>
  !startsRightToLeft(text, 'ar') && shareOfRightToLeft(text) < 0.25

function shareOfRightToLeft(text: string): number {
  const letters = text.match(/\p{L}/gu) ?? []
  return letters.filter((it) => rightToLeft.test(it)).length / letters.length
}

const usual: Readonly<Record<string, string>> = {
  Latn: 'en',
  Cyrl: 'ru',
  Hebr: 'he',
  Syrc: 'syr',
  Thaa: 'dv',
  Nkoo: 'nqo',
  Adlm: 'ff-Adlm',
}

/** The language of words in a script: the first of `known` that has it, else what is mostly written in it. */
export function languageOfScript(text: string, known: readonly string[] = []): string {
  const scripts = rightToLeft.test(text) ? rightToLeftScripts : ['Latn', 'Cyrl']
  const script = scripts.find((it) => new RegExp(`\\p{Script=${it}}`, 'u').test(text))
  if (script === undefined) return 'und'
  return known.find((tag) => scriptOf(tag) === script) ?? usual[script] ?? 'ar'
}
