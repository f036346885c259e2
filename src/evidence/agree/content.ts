import { itemAt } from '../../core/index.ts'
import type { Grounds } from './grounds.ts'
import { isEqual } from './numbers.ts'
import { placesFor, type Reading } from './reading.ts'
import { covers } from './timing.ts'
import { wordAt } from './tokens.ts'

interface Shared {
  /** `perhaps`: the words of another language are too few to tell. */
  readonly isUnrelated: boolean | 'perhaps'
  readonly isPartial: boolean
}

/** What can be told only where the words that turn, bound or hedge are seen beside the same others; a contrary tells by itself. */
export const needsWords = /^(?:negation|limit|modality)$/

/** House value: of honest gists that were refused for such a gap seven in ten had less in common, of wrong ones one in ten. */
const leastAlike = 0.6
/** With less than this a gist may be of something else. */
const leastAny = 0.25

/** Whether a gist has most of its common words from elsewhere: a synonym counts half. */
export function isInOtherWords(gist: Reading, passage: Reading): boolean {
  const { lexicon } = gist
  if (!lexicon || lexicon !== passage.lexicon) return false
  const words = gist.keys.flatMap((keys, at) => {
    const { isCapital, opens } = itemAt(gist.tokens, at)
    const isName = isCapital && !opens && !lexicon.language.capitalNouns
    return keys.length === 0 || isName ? [] : [at]
  })
  const met = words.map((at) => {
    if (itemAt(gist.keys, at).some((key) => key.startsWith('=') && passage.byKey.has(key))) return 1
    return placesFor(gist, at, passage).length > 0 ? 0.5 : 0
  })
  const share = met.reduce<number>((sum, it) => sum + it, 0) / words.length
  return words.length > 1 && share >= leastAny && share < leastAlike
}

/** House values: less than this of a gist is in a passage that it was put beside by chance, 24 times in 25. */
const leastShared = 0.16
const leastSharedAcross = 0.11
/** What a word counts that the text has everywhere. */
const common = 0.5

/** How much of what a gist says its passage says too: the same word counts whole, a synonym for 0.6. */
export function sharedContent(gist: Reading, passage: Reading, grounds: Grounds): Shared {
  const { sounds } = grounds
  const isSameLanguage = gist.lexicon !== undefined && gist.lexicon === passage.lexicon
  const isPartial = !gist.lexicon || !passage.lexicon
  const words = gist.keys.flatMap((keys, at) => {
    const places = keys.length > 0 ? placesFor(gist, at, passage).length : 0
    if (keys.length === 0 || (places === 0 && sounds.has(wordAt(gist.tokens, at)))) return []
    const isMet = (start: RegExp) => keys.some((key) => start.test(key) && passage.byKey.has(key))
    const share = isMet(/^[=@]/) ? 1 : isMet(/^\^/) ? 0.9 : places > 0 ? (isSameLanguage ? 0.6 : 1) : 0
    return [{ keys, share }]
  })
  let beside = 0
  for (const one of gist.dates) if (passage.dates.some((it) => covers(one, it, grounds.issued, []))) beside += 1
  for (const one of gist.quantities) if (passage.quantities.some((it) => isEqual(one, it))) beside += 0.5
  const sum = (weight: (word: (typeof words)[number]) => number) => {
    let [all, met] = [0, beside]
    for (const word of words) {
      all += weight(word)
      met += word.share * weight(word)
    }
    return { all, met }
  }
  const least = sum(({ share }) => (share > 0 ? common : 1))
  // To know what a text has everywhere it is read whole, and hardly a claim needs that.
  if (isSameLanguage && least.met / least.all >= leastShared) return { isUnrelated: false, isPartial }
  const isCommon = (key: string) => /^[=@]/.test(key) && grounds.isCommon(key)
  const { all, met } = sum(({ keys }) => (keys.some(isCommon) ? common : 1))
  if (all < 2 || !gist.lexicon || !passage.lexicon)
    return { isUnrelated: all > 3 && met === 0 ? 'perhaps' : false, isPartial }
  if (isSameLanguage) return { isUnrelated: met / all < leastShared, isPartial }
  const lost = lostConcepts(gist, passage)
  const isPerhaps = lost > 2 || met / all < leastSharedAcross
  return { isUnrelated: lost >= leastLost || (isPerhaps && 'perhaps'), isPartial }
}

/** House value: of honest gists in another language none had lost as many, of those beside another’s passage one in twelve. */
const leastLost = 4

/** How many common words of the gist the tables know, where another language has none of them: names alone make no agreement. */
function lostConcepts(gist: Reading, passage: Reading): number {
  const known = gist.keys.filter(
    (keys, at) => !itemAt(gist.tokens, at).isCapital && keys.some((key) => key.startsWith('#')),
  )
  const isThere = known.some((keys) => keys.some((key) => key.startsWith('#') && passage.byKey.has(key)))
  return isThere ? 0 : known.length
}
