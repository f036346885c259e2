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

const rightToLeft = new RegExp(`[${rightToLeftScripts.map((script) => `\\p{Script=${script}}`).join('')}]`, 'u')
