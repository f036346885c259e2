import { isUnspaced } from './words.ts'

/** A stretch of normalised text, by its offsets. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

// One locale for all: a source's language changes nothing in how Unicode cuts these scripts.
const sentences = new Intl.Segmenter('und', { granularity: 'sentence' })
const words = new Intl.Segmenter('und', { granularity: 'word' })

// A full stop, its closing quotation marks or brackets, the marks of its notes (`²`, `[3]`, `*`, or `2` behind a word), and a space before
// something that can begin a sentence.
const sentenceEnd =
  /[.!?]["'»)\]]*(?:[¹²³⁰⁴-⁹*†‡]+|\[\d+\]|(?<=\p{Ll}{4}["'»)\]]*[.!?]["'»)\]]*)\d{1,3}|[,-](?=[¹²³⁰⁴-⁹[]))*(?= +["'«([]*[\p{Lu}\p{N}])/gu

const abbreviations =
  /^(?:\p{L}|[Mm]rs?|[Mm]s|[Dd]r|[Pp]rof|[Gg]en|[Cc]ol|[Mm]aj|[Ll]t|[Ll]ieut|[Cc]apt|[Ss]gt|[Ss]t|[Ss]en|[Rr]ep|[Gg]ov|No|[Nn]os|[Vv]ol|[Aa]rt|sec|paras?|pp|cf|e\.g|i\.e|etc|[Cc]a|approx|vs|al|eds?|[Jj]an|[Ff]eb|[Mm]ar|[Aa]pr|[Jj]un|[Jj]ul|[Aa]ug|[Ss]ept?|[Oo]ct|[Nn]ov|[Dd]ec|[Mm]t|U\.S|U\.K|U\.N|[Гг]г?|ст|[Ии]м|см|ул|тыс|млн|млрд|руб|кв|куб|обл|жж|bzw|Nr|Mio|Mrd|Tsd|vgl|ggf|inkl)$/u

/** Whether a word with a full stop behind it is cut short, and ends no sentence; `after` is what follows the stop. */
export const isAbbreviation = (word: string, after: string): boolean =>
  (abbreviations.test(word) && word !== 'I') || (word === 'no' && /^\s*\d/.test(after))

/** Where the sentences of a paragraph end. Where no capital tells the next one, Unicode's rules do. */
export function sentenceEnds(text: string): readonly number[] {
  if (isMostlyUncased(text))
    return [...sentences.segment(text)]
      .map(({ index, segment }) => index + segment.trimEnd().length)
      .filter((end) => end === text.length || !uncasedAbbreviation.test(text.slice(Math.max(0, end - 12), end)))
  return [...text.matchAll(sentenceEnd)]
    .filter(({ 0: end, index }) => end !== '.' || !isAbbreviation(wordBefore(text, index), text.slice(index + 1)))
    .map((match) => match.index + match[0].length)
}

/** Its letters alone, without hyphens that show at the end of a line only. */
const wordBefore = (text: string, at: number) =>
  (/[\p{L}\p{M}\p{Cf}]*$/u.exec(text.slice(Math.max(0, at - 24), at))?.[0] ?? '').replace(/\p{Cf}/gu, '')

// Unicode's rules take the stop of an abbreviation for an end: พ.ศ., ए. पी. Thai sentences end without one.
const uncasedAbbreviation = /(?:(?:^|[\s.(])(?!\p{Script=Hangul})\p{L}\p{M}*|\p{Script=Thai}\p{M}*)\.$/u

// Armenian has capitals, but a full stop of its own. The stroke that stretches an Arabic word is a letter to Unicode, of neither kind.
const uncased = /[\p{Lo}\p{Script=Georgian}\p{Script=Armenian}]/gu
const letters = /(?!\p{Lm})\p{L}/gu
const isMostlyUncased = (text: string) => (text.match(uncased) ?? []).length * 2 > (text.match(letters) ?? []).length

/** The words of normalised text as a reader counts them, with the punctuation behind each. */
export function wordsIn(text: string): readonly string[] {
  return wordPlaces(text).map(({ from, to }) => text.slice(from, to))
}

/** Where they stand: what is between spaces, and in scripts without spaces, each word that Unicode's dictionaries know. */
export function wordPlaces(text: string): readonly Stretch[] {
  return [...text.matchAll(/\S+/g)].flatMap(({ 0: run, index }) => {
    const whole = { from: index, to: index + run.length }
    if (!isUnspaced(run)) return [whole]
    const starts = [...words.segment(run)].filter(({ isWordLike }) => isWordLike).map((word) => index + word.index)
    return [whole.from, ...starts.slice(1)].map((from, at) => ({ from, to: starts[at + 1] ?? whole.to }))
  })
}
