import { localeOf, sectionWords } from '../../core/index.ts'
import { confidenceLevels, scales } from '../../corpus/index.ts'
import { read } from '../../evidence/index.ts'
import type { Rewriting } from './sentences.ts'

/** Tells what of a printed term a person touched, in the words of one language. */
export type TermTouched = (text: string, rewriting: Rewriting) => 'likelihood' | 'confidence' | undefined

/**
 * A change touches a term where it alters the terms of its sentence, stands beside one with nothing but commas and brackets
 * between, or turns, bounds or hedges a sentence that has one: “very unlikely” is no more the term that the judgment gives.
 */
export function termTouchedIn(language: string): TermTouched {
  const said = (word: string) => sectionWords(word, language) ?? word
  const likelihoods = Object.values(scales).flatMap(({ terms }) => terms.map(({ term }) => said(term)))
  const levels = confidenceLevels.map(said)
  const confidence = localeOf(language).figures.columns.confidence.slice(0, stem)
  const kinds = [
    ['likelihood', patternOf(likelihoods, String.raw`(?:\s*\([^()]*%\))?`), () => true],
    // “Low” and the like are plain words elsewhere.
    ['confidence', patternOf(levels), (text: string) => new RegExp(confidence, 'iu').test(text)],
  ] as const
  return (text, { parts, sentence }) => {
    for (const [kind, pattern, isThere] of kinds) {
      if (!isThere(sentence.was) && !isThere(sentence.is)) continue
      const termsOf = (it: string) => [...it.matchAll(pattern)].map(([term]) => term.toLowerCase())
      const terms = termsOf(sentence.was)
      if (terms.join('\n') !== termsOf(sentence.is).join('\n')) return kind
      if (terms.length === 0) continue
      const places = [...text.matchAll(pattern)].map(({ 0: term, index }) => ({ from: index, to: index + term.length }))
      const isBeside = (from: number, to: number) => from <= to && /^[\s,;:()“”"'«»–—-]*$/u.test(text.slice(from, to))
      for (const part of parts)
        if (places.some(({ from, to }) => isBeside(to, part.from) || isBeside(part.to, from))) return kind
      if (kind === 'likelihood' && signsOf(sentence.was, language) !== signsOf(sentence.is, language)) return kind
    }
    return undefined
  }
}

const patternOf = (terms: readonly string[], behind = '') =>
  new RegExp(
    `(?<![\\p{L}-])(?:${terms.toSorted((a, b) => b.length - a.length).join('|')})(?![\\p{L}-])${behind}`,
    'giu',
  )

const signsOf = (text: string, language: string) =>
  read(text, language)
    .markers.flatMap(({ signs }) => [...signs])
    .sort()
    .join(' ')

/** Of the word for confidence: in all its forms. */
const stem = 5
