import type { NumberWord } from './lexicon.ts'

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

const known = new Map<string, NumberWord | undefined>()

/** Numbers that are made of others in one word, `zweiundvierzig`, or that take endings, `сегізден`. */
export function numeralOf(
  word: string,
  tag: string,
  plain: (word: string) => NumberWord | undefined,
): NumberWord | undefined {
  if (tag !== 'de' && tag !== 'kk') return undefined
  const key = `${tag}${word}`
  if (known.has(key)) return known.get(key)
  const found = tag === 'de' ? germanOf(word.replace(/ss/g, 'ß')) : kazakhOf(word, plain)
  known.set(key, found)
  return found
}

function germanOf(word: string): NumberWord | undefined {
  const half = /^(\p{L}+)einhalb$/u.exec(word)
  const whole = half && below.get(half[1]!)
  if (whole) return { value: whole + 0.5, kind: 'cardinal' }
  const cardinal = sumOf(word)
  if (cardinal !== undefined) return { value: cardinal, kind: 'cardinal' }
  const part = /^(\p{L}+?)s?tel[ns]?$/u.exec(word)
  const parts = part && sumOf(part[1]!)
  if (parts) return { value: 1 / parts, kind: 'fraction' }
  const ordinal = /^(\p{L}+?)s?te[nrsm]?$/u.exec(word)
  const place = ordinal && sumOf(ordinal[1]!)
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
