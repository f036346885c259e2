import { abbreviationOf, labelOf, labelWords } from './locator-terms.ts'

/** Where in a work: CSL's type and the value as written, e.g. `{label: 'paragraph', value: '4-6'}`. */
export interface Locator {
  readonly label: string
  readonly value: string
}

export interface LocatorAndRest {
  readonly locator: Locator
  /** What follows the locator. */
  readonly rest: string
}

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const label = `(${labelWords.map(escaped).join('|')})`
const unit = String.raw`(?:[^\s,;:&()[\]{}"“”’]*\d[^\s,;:&()[\]{}"“”’]*(?:\(\d+\))?|[ivxlcdm]+(?![\p{L}\p{N}]))`
const sequence = `${unit}(?:(?:[,;&:]\\s?|\\s?[-–—&]\\s?|\\s(?:and|und|et|y|и)\\s)${unit})*`
const labelled = new RegExp(`^,?\\s*${label}(?:\\.?\\s+|\\.|(?=\\d)|(?<=[§¶№]))(${sequence})`, 'iu')
const unlabelled = new RegExp(`^,?\\s*(?=\\d)(${sequence})`, 'iu')
const braced = new RegExp(String.raw`^,?\s*\{(?:${label}(?:\.?\s+|\.|(?=\d)|(?<=[§¶№])))?([^{}]*)\}`, 'iu')

/**
 * The locator that a citation's suffix begins with, as pandoc reads it: `, p. 3`, `§ 4`, `, paras 2-3, 5 and more`,
 * a bare number (a page), or anything in braces: `{ch. A}`. `undefined` where there is none.
 */
export function takeLocator(suffix: string): LocatorAndRest | undefined {
  const explicit = braced.exec(suffix)
  if (explicit) return found(explicit[1] ?? 'page', (explicit[2] ?? '').trim(), suffix.slice(explicit[0].length))
  const match = labelled.exec(suffix)
  const word = match ? match[1] : 'page'
  const [whole, value] = match ? [match[0], match[2]] : (unlabelled.exec(suffix) ?? [])
  if (!word || !whole || !value) return undefined
  const trimmed = value.replace(/[.!?'"’”»]+$/, '')
  return found(word, trimmed, value.slice(trimmed.length) + suffix.slice(whole.length))
}

function found(word: string, value: string, rest: string): LocatorAndRest | undefined {
  const label = labelOf(word)
  return label && value !== '' ? { locator: { label, value }, rest } : undefined
}

/** The locator as it is written after a key, e.g. `, para. 4`: it reads back as the same locator before `rest`. */
export function printLocator({ label, value }: Locator, rest: string): string {
  const plain = `, ${abbreviationOf(label) ?? label} ${value}`
  const back = takeLocator(plain + rest)
  if (back && back.locator.label === label && back.locator.value === value && back.rest === rest) return plain
  return `, {${abbreviationOf(label) ?? label} ${value}}`
}
