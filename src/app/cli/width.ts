/** The columns that a text takes on a terminal: two for a wide letter or an emoji, none for a mark on another letter. */
export function widthOf(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length
  return lettersOf(text).reduce((sum, letter) => sum + widthOfLetter(letter), 0)
}

/** The beginning of a text, as much as fits into so many columns, with an ellipsis for what does not. */
export function fitted(text: string, width: number): string {
  const letters = lettersOf(text.slice(0, width * most))
  const taken = countFitting(letters, width, text.length > width * most)
  return taken === letters.length ? text : `${letters.slice(0, taken).join('')}…`
}

/** The end of a text, likewise. */
export function fittedEnd(text: string, width: number): string {
  const letters = lettersOf(text.slice(-width * most)).reverse()
  const taken = countFitting(letters, width, text.length > width * most)
  return taken === letters.length ? text : `…${letters.slice(0, taken).reverse().join('')}`
}

/** UTF-16 units that are looked at for each column: a line may be as long as a file. */
const most = 16

/** How many letters fit; where not all do, one column is kept for the ellipsis. */
function countFitting(letters: readonly string[], width: number, isCut: boolean): number {
  let [taken, used] = [0, 0]
  for (const letter of letters) {
    used += widthOfLetter(letter)
    if (used > width) break
    taken += 1
  }
  if (taken === letters.length && !isCut) return taken
  while (taken > 0 && widthOf(letters.slice(0, taken).join('')) > width - 1) taken -= 1
  return Math.min(taken, letters.length - 1)
}

let segmenter: Intl.Segmenter | undefined

function lettersOf(text: string): string[] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}

function widthOfLetter(letter: string): number {
  if (/^[\p{M}\p{Cf}]+$/u.test(letter)) return 0
  return wide.test(letter) ? 2 : 1
}

/** Unicode UAX #11, East Asian Width W and F, by blocks; and what is shown as an emoji (UTS #51). */
const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE10-\uFE19\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]|\p{Emoji_Presentation}|\uFE0F/u
