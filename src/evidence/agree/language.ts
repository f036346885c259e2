import { baseLanguage, entryOf } from '../../core/index.ts'
import { type Lexicon, lexiconOf, stopWordsOf } from './lexicon.ts'
import { languages } from './tables/index.ts'
import type { Token } from './tokens.ts'

const byTag = new Map(languages.map((language) => [language.tag, language]))

/** So many words tell the language of a text. */
const enough = 120

/** How a text’s language is known: its record tells it, or it is probably that of the text that it stands beside. */
export type Certainty = 'told' | 'likely'

/**
 * The language that a text is in, by its letters and small words; of a text too short to tell, the one it is said to be
 * in. `undefined`: none that there are tables for.
 */
export function lexiconFor(
  tokens: readonly Token[],
  told?: string,
  certainty: Certainty = 'told',
): Lexicon | undefined {
  const words = tokens.filter(({ kind }) => kind === 'word').slice(0, enough)
  const given = byTag.get(baseLanguage(told ?? ''))
  const isCyrillic = words.filter(({ word }) => /\p{Script=Cyrillic}/u.test(word)).length * 2 > words.length
  if (isCyrillic) {
    const stops = (tag: string) => words.filter(({ word }) => stopWordsOf(entryOf(byTag, tag)).has(word)).length
    const isKazakh =
      words.some(({ word }) => /[әғқңөұүһі]/.test(word)) || (given?.tag === 'kk' && stops('ru') <= stops('kk'))
    return lexiconOf(entryOf(byTag, isKazakh ? 'kk' : 'ru'))
  }
  if (words.length > 0 && !words.some(({ word }) => /\p{Script=Latin}/u.test(word))) return undefined
  const scores = languages
    .filter(({ tag }) => tag !== 'ru' && tag !== 'kk')
    .map((language) => ({ language, score: words.filter(({ word }) => stopWordsOf(language).has(word)).length }))
    .sort((a, b) => b.score - a.score || Number(b.language === given) - Number(a.language === given))
  const [best, next] = scores
  const latin = given && given.tag !== 'ru' && given.tag !== 'kk' ? given : undefined
  if (latin && scores.find(({ language }) => language === latin)!.score + Number(certainty === 'told') >= best!.score)
    return lexiconOf(latin)
  // Two small words that are nobody else's make a language; fewer could be names.
  if (best!.score >= 2 && best!.score > next!.score) return lexiconOf(best!.language)
  if (latin) return lexiconOf(latin)
  return best!.score > 0 || told === undefined ? lexiconOf(best!.language) : undefined
}
