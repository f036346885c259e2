import { itemAt } from '../../core/index.ts'
import type { Lexicon, NumberWord } from './lexicon.ts'
import type { Language } from './tables/language.ts'
import { type Token, wordAt } from './tokens.ts'
import { is } from './word-classes.ts'

const digits =
  'ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn'
    .split(' ')
    .map((word, at) => [word, at + 1] as const)
const tens = 'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig'
  .split(' ')
  .map((word, at) => [word, 20 + 10 * at] as const)
const below = new Map<string, number>([
  ...digits,
  ['eins', 1],
  ['zwo', 2],
  ...tens,
  ...tens.flatMap(([ten, value]) =>
    digits.slice(0, 9).map(([one, unit]) => [`${one}und${ten}`, value + unit] as const),
  ),
])

/** Numbers that are made of others in one word, `zweiundvierzig`, or that take endings, `сегізден`. */
export function numeralOf(
  word: string,
  { capitalNouns, saysAtEnd }: Language,
  plain: (word: string) => NumberWord | undefined,
): NumberWord | undefined {
  if (capitalNouns) return germanOf(word.replace(/ss/g, 'ß'))
  return saysAtEnd ? kazakhOf(word, plain) : undefined
}

function germanOf(word: string): NumberWord | undefined {
  const half = /^(\p{L}+)einhalb$/u.exec(word)
  const whole = half && below.get(itemAt(half, 1))
  if (whole) return { value: whole + 0.5, kind: 'cardinal' }
  const cardinal = sumOf(word)
  if (cardinal !== undefined) return { value: cardinal, kind: 'cardinal' }
  const part = /^(\p{L}+?)s?tel[ns]?$/u.exec(word)
  const parts = part && sumOf(itemAt(part, 1))
  if (parts) return { value: 1 / parts, kind: 'fraction' }
  const ordinal = /^(\p{L}+?)s?te[nrsm]?$/u.exec(word)
  const place = ordinal && sumOf(itemAt(ordinal, 1))
  return place ? { value: place, kind: 'ordinal' } : undefined
}

/** `Dreihundertzwanzig`, `zweitausend`; one word of units alone is in the tables. */
function sumOf(word: string): number | undefined {
  const [, thousands, hundreds, rest] =
    /^(?:(\p{L}*?)tausend)?(?:(\p{L}*?)hundert)?(?:und(?=\p{L}{3}))?(\p{L}*)$/u.exec(word) ?? []
  const value = (part: string | undefined, unit: number) =>
    part === undefined ? 0 : part === '' ? unit : (sumOf(part) ?? Number.NaN) * unit
  const end = rest === undefined || rest === '' ? 0 : (below.get(rest) ?? Number.NaN)
  const sum = value(thousands, 1000) + value(hundreds, 100) + end
  return sum > 0 ? sum : undefined
}

const endings =
  /(?:ыншы|інші|нан|нен|дан|ден|тан|тен|ның|нің|дың|дің|тың|тің|ға|ге|қа|ке|да|де|та|те|ды|ді|ты|ті|ны|ні|на|не|сы|сі|ы|і)$/u

function kazakhOf(word: string, plain: (word: string) => NumberWord | undefined): NumberWord | undefined {
  const end = endings.exec(word)?.[0]
  const stem = end && word.slice(0, -end.length)
  if (!stem || stem.length < 2) return undefined
  const found = plain(stem) ?? (/(?:сы|сі|ы|і)$/.test(stem) ? plain(stem.replace(/(?:сы|сі|ы|і)$/, '')) : undefined)
  if (found?.kind !== 'cardinal' && found?.kind !== 'magnitude') return undefined
  return /^(?:ыншы|інші)$/.test(end!) ? { value: found.value, kind: 'ordinal' } : found
}

export function sumFrom(
  tokens: readonly Token[],
  lexicon: Lexicon,
  from: number,
): { readonly value: number; readonly to: number } {
  let [total, current, to, at] = [0, 0, from, from]
  while (at < tokens.length) {
    const known = lexicon.number(wordAt(tokens, at))
    // Kazakh says ten two for twelve.
    const isTeen = lexicon.language.saysAtEnd && current % 100 === 10 && (known?.value ?? 10) < 10
    const isAdded = isTeen || (at > from && isFrenchSum(tokens[at], lexicon, tokens[at - 1]?.text ?? '', current))
    // Quatre-vingt.
    if (known?.value === 20 && isAdded && current % 100 === 4) current += 76
    else if (known?.kind === 'cardinal' && (isAdded || fits(current, known.value))) current += known.value
    else if (known?.kind === 'magnitude' && known.value === 100)
      // Fifteen hundred.
      current = current % 10 > 0 && current < 100 ? current * 100 : current + 100
    else if (known?.kind === 'magnitude' && known.value >= 1000) {
      total += (current || 1) * known.value
      current = 0
    } else if (
      at > from &&
      (itemAt(tokens, at).text === '-' || is({ tokens, lexicon }, at, 'and')) &&
      (isCardinal(tokens[at + 1], lexicon, itemAt(tokens, at).text === '-' ? current : 0) ||
        isFrenchSum(tokens[at + 1], lexicon, itemAt(tokens, at).text, current))
    ) {
      at++
      continue
    } else break
    to = ++at
  }
  return { value: total + current, to }
}

/** `dix-huit`, `soixante et onze`, `quatre-vingt-dix-sept`. */
function isFrenchSum(token: Token | undefined, lexicon: Lexicon, mark: string, current: number): boolean {
  const value = token && lexicon.language.helped ? lexicon.number(token.word)?.value : undefined
  if (value === undefined) return false
  if (mark !== '-') return (current === 60 && value === 11) || (current >= 20 && current <= 60 && token!.word === 'un')
  return (
    (current % 10 === 0 && current >= 10 && value < 10) ||
    (current % 100 === 4 && value === 20) ||
    ((current === 60 || current === 80) && value >= 10 && value < 17 && mark === '-')
  )
}

/** `five and six` are two numbers; `hundred and six`, `twenty-six` are one. */
function isCardinal(token: Token | undefined, lexicon: Lexicon, current: number): boolean {
  const known = token && lexicon.number(token.word)
  return known?.kind === 'cardinal' && current >= 20 && fits(current, known.value)
}

function fits(current: number, value: number): boolean {
  if (current === 0) return true
  if (value >= 100) return false
  return value >= 10 ? current % 100 === 0 : current % 10 === 0 && current % 100 !== 10
}
