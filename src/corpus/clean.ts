/** What is wrong with a text as a text, or `undefined`: such characters are invisible, and break writers and readers. */
export function uncleanness(text: string): string | undefined {
  if (!text.isWellFormed()) return 'has half of a surrogate pair'
  const control = CONTROL.exec(text)
  if (control) return `has the control character ${codePoint(control[0])}`
  return unbalanced(text) ? 'has bidirectional controls that are not closed' : undefined
}

/** C0 and C1 controls but tab and line feed, line and paragraph separators, non-characters, and a BOM inside a text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF]/

const DIRECTION = /[\u202A-\u202E\u2066-\u2069]/

/** Embeddings and overrides close with PDF, isolates with PDI (UAX #9); each must close inside the text. */
function unbalanced(text: string): boolean {
  if (!DIRECTION.test(text)) return false
  const open: string[] = []
  for (const character of text) {
    if ('\u202A\u202B\u202D\u202E'.includes(character)) open.push('\u202C')
    else if ('\u2066\u2067\u2068'.includes(character)) open.push('\u2069')
    else if ('\u202C\u2069'.includes(character) && open.pop() !== character) return true
  }
  return open.length > 0
}

const codePoint = (character: string) => `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
