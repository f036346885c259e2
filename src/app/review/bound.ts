import { type Reading, read } from '../../evidence/index.ts'
import type { Located } from './edit.ts'
import { replaced } from './sentences.ts'

/**
 * What of a claim changes of words that rest on it touch: a quotation, a number, a name, or the words that turn, bound or
 * hedge it (not, only, may, planned). `text` is the whole text before them, and `isClaimed` tells the words of its claims, in lower
 * case. Undefined where they touch none.
 */
export function boundTouched(
  text: string,
  changes: readonly Pick<Located, 'from' | 'to' | 'is'>[],
  language: string,
  words: Words,
  isClaimed: (word: string) => boolean,
): string | undefined {
  const touched = changes.map(({ from, to, is }) => text.slice(from, to) + is).join(' ')
  if (/[“”„«»"]/u.test(touched) || changes.some(({ from }) => isQuoted(text, from))) return 'a quotation'
  const [old, now] = [read(text, language), read(replaced(text, changes), language)]
  if (/\p{N}/u.test(touched) || differ(old, now, numbersOf)) return 'a number'
  if (differ(old, now, (it) => namesOf(it, words))) return 'a name'
  const [gone, came] = [openersOf(old, words), openersOf(now, words)]
  // A word that none of the claims has is no name that rests on them.
  if (came.some((it) => !gone.includes(it)) || gone.some((it) => !came.includes(it) && isClaimed(it))) return mayBeName
  return differ(old, now, signsOf) ? 'a negation, a limit or how sure it is' : undefined
}

/** Whether a place stands between quotation marks. */
function isQuoted(text: string, at: number): boolean {
  const count = (marks: RegExp) => text.slice(0, at).match(marks)?.length ?? 0
  return count(/[“„«]/gu) > count(/[”»]/gu) || count(/"/g) % 2 === 1
}

const differ = (old: Reading, now: Reading, of: (reading: Reading) => readonly string[]) =>
  of(old).toSorted().join('\n') !== of(now).toSorted().join('\n')

const numbersOf = ({ quantities, dates }: Reading) => [
  ...quantities.map(({ value, unit }) => `${value} ${JSON.stringify(unit)}`),
  ...dates.map((it) => JSON.stringify({ ...it, from: 0, to: 0 })),
]
/** In lower case: what actors are called, and what stands in lower case in the records, which is no name at the start of a sentence. */
export interface Words {
  readonly names: ReadonlySet<string>
  readonly common: ReadonlySet<string>
}

/** What is touched where nobody can tell whether a word is capital as a name, or because it opens its sentence. */
export const mayBeName = 'a word that opens the sentence, and may be a name,'

const namesOf = ({ tokens }: Reading, { names }: Words) =>
  tokens.flatMap(({ isCapital, opens, text, kind }) => {
    if (kind !== 'word') return []
    const lower = text.toLowerCase()
    return names.has(lower) || (isCapital && !opens) ? [lower] : []
  })

/** The capital words at the start of sentences that neither the language nor the records know in lower case, in any of its forms. */
function openersOf({ tokens, lexicon }: Reading, { names, common }: Words): string[] {
  const stems = lexicon && new Set([...common].map((it) => lexicon.stem(it)))
  return tokens.flatMap(({ isCapital, opens, text }) => {
    const lower = text.toLowerCase()
    const isWord = common.has(lower) || lexicon?.isStop(lower) || (lexicon && stems?.has(lexicon.stem(lower)))
    return isCapital && opens && !isWord && !names.has(lower) ? [lower] : []
  })
}

const signsOf = ({ markers }: Reading) => markers.map(({ signs }) => [...signs].sort().join(' '))
