import { itemAt } from '../../core/index.ts'
import type { Support } from '../../corpus/index.ts'
import type { PartGap } from './parts.ts'
import type { Reading } from './reading.ts'
import { wordsOf } from './tokens.ts'

/** What a declaration comes to: the gaps that it answers for, or why it answers for none. */
export interface Declared {
  readonly support: Support
  readonly gaps: readonly PartGap[]
  readonly fault?: string
}

const fields: ReadonlySet<string> = new Set(['gist', 'speaker', 'date', 'value', 'quote'])

/**
 * Holds the declarations of a claim against its gaps. `left` are the gaps that remain with the words of the declaration’s
 * own passage added to the pinned ones.
 */
export function declare(
  support: Support,
  gaps: readonly PartGap[],
  left: () => readonly PartGap[],
  gist: Reading,
  passages: readonly Reading[],
): Declared {
  const meant = gaps.filter((gap) => isMeant(support.for, gap))
  if (meant.length === 0) return { support, gaps: [] }
  if (support.by === 'context') {
    const still = left()
    for (const { kind, words, reason } of meant) {
      const left = still.find((it) => it.kind === kind && it.words === words)
      if (!left) continue
      const fault =
        left.reason === reason
          ? `the other passage does not say “${words}” either`
          : `with the other passage, “${words}” ${left.reason}`
      return { support, gaps: [], fault }
    }
  }
  const fault = support.by === 'calculation' ? faultOfSum(support, meant, gist, passages) : undefined
  return fault === undefined ? { support, gaps: meant } : { support, gaps: [], fault }
}

/** `for` names the part of the record, or is the words that the gap is about. */
function isMeant(words: string, { part, kind, words: own }: PartGap): boolean {
  if (fields.has(words)) return words === part && (part !== 'gist' || kind === 'content')
  const [one, other] = [bare(words), bare(own)]
  return other.includes(one) || one.includes(other)
}

function bare(text: string): string {
  const plain = text.toLowerCase().replace(/['’]s?(?!\p{L})/gu, '')
  return ` ${plain.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `
}

/** Why a sum does not carry its result: it does not add up, or a number in it is in no passage. */
function faultOfSum(
  { sum = '', for: words }: Support,
  gaps: readonly PartGap[],
  gist: Reading,
  passages: readonly Reading[],
): string | undefined {
  const [left, right, ...more] = sum.split('=')
  const result = right === undefined || more.length > 0 ? undefined : evaluate(right)
  const value = evaluate(left!)
  if (value === undefined || result === undefined)
    return `“${sum}” is no sum: numbers, + - * / and brackets, then = and the result`
  if (Math.abs(value - result) > Math.abs(result) * 1e-6)
    return `the sum does not add up: ${left!.trim()} is ${Number(value.toPrecision(12))}`
  const known = new Set(
    passages.flatMap(({ quantities, dates }) => [
      ...quantities.map((it) => it.value),
      ...dates.flatMap(({ year, day }) => [year, day]),
    ]),
  )
  const strange = [...left!.matchAll(/\d+(?:\.\d+)?/g)]
    .map(([number]) => Number(number))
    .find((number) => !known.has(number))
  if (strange !== undefined) return `${strange} is in no passage of the claim`
  const isOf = [words, ...gaps.map((gap) => gap.words)].some((text) => readingHas(text, result, gist))
  return isOf ? undefined : `the sum comes to ${result}, and “${words}” is another number`
}

function readingHas(text: string, result: number, gist: Reading): boolean {
  const numbers = [...text.matchAll(/\d+(?:[.,]\d+)?/g)].map(([number]) => Number(number.replace(',', '.')))
  return (
    numbers.includes(result) ||
    gist.quantities.some(({ value, from, to }) => value === result && text.includes(wordsOf(gist, { from, to })))
  )
}

/** The value of an expression of numbers, the four operations and brackets. */
export function evaluate(expression: string): number | undefined {
  const tokens = expression.match(/\d+(?:\.\d+)?|[-+*/×÷−()]|\S/g) ?? []
  let at = 0
  const sum = (): number => {
    let value = product()
    while (/^[-+−]$/.test(tokens[at] ?? '')) value += tokens[at++] === '+' ? product() : -product()
    return value
  }
  const product = (): number => {
    let value = factor()
    while (/^[*/×÷]$/.test(tokens[at] ?? ''))
      value = /[*×]/.test(itemAt(tokens, at++)) ? value * factor() : value / factor()
    return value
  }
  const factor = (): number => {
    const token = tokens[at++] ?? ''
    if (token === '(') {
      const value = sum()
      return tokens[at++] === ')' ? value : Number.NaN
    }
    return /^\d/.test(token) ? Number(token) : Number.NaN
  }
  const value = sum()
  return at === tokens.length && Number.isFinite(value) ? value : undefined
}
