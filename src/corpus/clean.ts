import { codePointOf } from '../core/index.ts'

/** What is wrong with a text as a text, and where: such characters are invisible, and break writers and readers. */
export function uncleanness(text: string): { readonly problem: string; readonly at: number } | undefined {
  if (!text.isWellFormed()) return { problem: 'has half of a surrogate pair', at: text.search(/\p{Cs}/u) }
  const control = CONTROL.exec(text)
  if (control) return { problem: `has the control character ${codePoint(control[0])}`, at: control.index }
  const at = unbalanced(text)
  return at === undefined ? undefined : { problem: 'has bidirectional controls that are not closed', at }
}

/** C0 and C1 controls but tab and line feed, line and paragraph separators, non-characters, and a BOM inside a text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF]/

const DIRECTION = /[\u202A-\u202E\u2066-\u2069]/g

/** Embeddings and overrides close with PDF, isolates with PDI (UAX #9); each must close inside the text. */
function unbalanced(text: string): number | undefined {
  if (text.search(DIRECTION) < 0) return undefined
  const open: { readonly closes: string; readonly at: number }[] = []
  for (const { 0: character, index: at } of text.matchAll(DIRECTION)) {
    if ('\u202A\u202B\u202D\u202E'.includes(character)) open.push({ closes: '\u202C', at })
    else if ('\u2066\u2067\u2068'.includes(character)) open.push({ closes: '\u2069', at })
    else if (open.pop()?.closes !== character) return at
  }
  return open[0]?.at
}

const codePoint = (character: string) => `U+${codePointOf(character).toString(16).toUpperCase().padStart(4, '0')}`
