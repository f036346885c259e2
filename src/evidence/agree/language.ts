import { baseLanguage, entryOf, itemAt } from '../../core/index.ts'
import { type Lexicon, lexiconOf, stopWordsOf } from './lexicon.ts'
import { languages } from './tables/index.ts'
import type { Token } from './tokens.ts'

const byTag = new Map(languages.map((language) => [language.tag, language]))

/** So many words tell the language of a text. */
const enough = 120

/** Small words of languages that have no tables, so that they are not taken for one that has. */
export const others: readonly ReadonlySet<string>[] = [
  'el los las la del al que y en de se su por con una un para más según fue ha sus como este esta no lo',
  'il lo gli la le del della dei che e di un una per con non sono è nel alla al ha da si come più',
  'o os as a do da dos das que e em de um uma por com para mais não foi segundo no na se ao pelo',
  'de het een van en in op dat is voor met zijn niet aan er ook als bij uit naar wordt heeft',
].map((list) => new Set(list.split(' ')))

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
  // German without a noun within a sentence is hardly German.
  const isUnlikely = certainty === 'likely' && given?.capitalNouns === true && !hasNoun(tokens)
  const scores = languages
    .filter((language) => language.tag !== 'ru' && language.tag !== 'kk' && !(isUnlikely && language === given))
    .map((language) => ({ language, score: words.filter(({ word }) => stopWordsOf(language).has(word)).length }))
    .sort((a, b) => b.score - a.score || Number(b.language === given) - Number(a.language === given))
  const [best, next] = [itemAt(scores, 0), itemAt(scores, 1)]
  const latin = given && given.tag !== 'ru' && given.tag !== 'kk' && !isUnlikely ? given : undefined
  const ownScore = scores.find(({ language }) => language === latin)?.score ?? 0
  if (latin && ownScore + Number(certainty === 'told') >= best.score) return lexiconOf(latin)
  const strange = Math.max(...others.map((list) => words.filter(({ word }) => list.has(word)).length))
  // A record tells it, and hardly any word speaks for another.
  const isTold = certainty === 'told' && best.score < 3
  if (told !== undefined && !given && (isTold || strange > best.score)) return undefined
  // Two small words that are nobody else's make a language; fewer could be names.
  if (best.score >= 2 && best.score > next.score) return lexiconOf(best.language)
  // A gist without a small word of the source’s language, and with one of another, is in that.
  const isOther = certainty === 'likely' && best.score > next.score && best.score > ownScore
  if (latin && !isOther) return lexiconOf(latin)
  return best.score > 0 || told === undefined ? lexiconOf(best.language) : undefined
}

const hasNoun = (tokens: readonly Token[]) =>
  tokens.filter(({ kind }) => kind === 'word').length < 4 || tokens.some(({ isCapital, opens }) => isCapital && !opens)
