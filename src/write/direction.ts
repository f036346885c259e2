/** The scripts that run from right to left, by their codes in ISO 15924. */
export const rightToLeftScripts = ['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Mand', 'Samr', 'Rohg']

/** Whether a language (BCP 47) is written from right to left. */
export function isRightToLeft(tag: string): boolean {
  return rightToLeftScripts.includes(scriptOf(tag) ?? '')
}

const scripts = new Map<string, string | undefined>()

/** The script that a language is written in, where it is known. It is asked for at every run, and there are few languages. */
export function scriptOf(tag: string): string | undefined {
  if (!scripts.has(tag)) scripts.set(tag, likelyScript(tag))
  return scripts.get(tag)
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
