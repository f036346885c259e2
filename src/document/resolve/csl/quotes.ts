/**
 * A title with typewriter quotes as the engine reads it best: apostrophes are `’`, and quotation marks are double outside
 * and single inside, which the engine turns into those of its language, and round words whose first letter it capitalises.
 * In English inner ones are `‘’`, past which it goes on capitalising.
 */
import { must } from '../../../core/index.ts'

export function withClearQuotes(written: string, language: string): string {
  // Of curly ones within others the engine loses count.
  const isNested = /“[^”]*‘|‘[^’]*“/.test(written)
  const title = isNested ? written.replace(/[“”]/g, '"').replace(/[‘’]/g, "'") : written
  if (!/['"]/.test(title)) return title
  const characters = [...title]
  const inner = language.startsWith('en') ? (['‘', '’'] as const) : (["'", "'"] as const)
  const open: { readonly at: number; readonly mark: string }[] = []
  for (const [at, mark] of characters.entries()) {
    if (mark !== "'" && mark !== '"') continue
    const before = characters[at - 1] ?? ' '
    const after = title.slice(characters.slice(0, at + 1).join('').length)
    if (mark === "'" && isApostrophe(before, after)) characters[at] = '’'
    else if (opens.test(before) && closes(mark, after)) open.push({ at, mark })
    else if (open.at(-1)?.mark === mark) {
      const start = must(open.pop()).at
      const [left, right] = open.length === 0 ? ['"', '"'] : inner
      characters[start] = left
      characters[at] = right
    } else if (mark === "'") characters[at] = /\d/.test(before) ? '′' : '’'
    else if (/\d/.test(before)) characters[at] = '″'
  }
  for (const { at, mark } of open) if (mark === "'") characters[at] = '’'
  return characters.join('')
}

/** What may stand before an opening mark. */
const opens = /[\s([{«„“‘’"'–—/-]/

/** Is there a mark that may close, further on? */
function closes(mark: string, after: string): boolean {
  return new RegExp(`^\\S.*?(?<=\\S)${mark}(?![\\p{L}\\p{N}])|^\\S${mark}(?![\\p{L}\\p{N}])`, 'u').test(after)
}

/** Inside a word, before two digits of a year, or for letters left out at the start of a word. */
function isApostrophe(before: string, after: string): boolean {
  if (/[\p{L}\p{N}]/u.test(before) && /^[\p{L}\p{N}]/u.test(after)) return true
  if (/^n'(?!\p{L})/iu.test(before + after) || /^n'(?!\p{L})/iu.test(after)) return true
  return (
    opens.test(before) &&
    /^(?:\d\ds?(?!['\d\p{L}])|(?:tis|twas|em|til|cause|bout|cross|neath)(?!['\p{L}]))/iu.test(after)
  )
}
