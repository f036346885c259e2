/** The name of the normalisation, frozen: a change of any step below is a new name, and every digest is taken anew. */
export const normalisation = 'n1'

// What a copy of a text gains or loses on its way through browsers, PDF and editors, and no reader sees.
const invisible = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/g
const lineBreak = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/
const space = /[\t\p{Zs}]+/gu

/**
 * A text as `n1` sees it: one line a paragraph, without empty ones. Soft hyphens, zero-width characters and the
 * byte-order mark are dropped before NFC, because they can keep a letter apart from its accent.
 */
export function paragraphsOf(text: string): readonly string[] {
  return text
    .replace(invisible, '')
    .normalize('NFC')
    .replace(/[“”„‟]/g, '"')
    .replace(/[‘’‚‛]/g, "'")
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/…/g, '...')
    .split(lineBreak)
    .map((line) => line.replace(space, ' ').trim())
    .filter((line) => line !== '')
}

/** The text under `n1`, its paragraphs joined by line feeds: what a source's `text.sha256` is the digest of. */
export function normalise(text: string): string {
  return paragraphsOf(text).join('\n')
}

/** A phrase that is looked for in a text, on one line. */
export function normalisePhrase(phrase: string): string {
  return paragraphsOf(phrase).join(' ')
}

/** The words of normalised text that records and the lock count by: what stands between spaces, punctuation included. */
export function wordsOf(normalised: string): readonly string[] {
  return normalised.split(/\s+/).filter((word) => word !== '')
}
