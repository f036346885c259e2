import type { Root } from 'mdast'
import type { Plugin } from 'unified'
import { baseLanguage, type CitePrefix, type CiteSuffix, nodesOf, rememberedBy } from '../../core/index.ts'
import { abbreviationOf, labelsIn } from './locator-terms.ts'

/** Where in a work: CSL's type and the value as written, e.g. `{label: 'paragraph', value: '4-6'}`. */
export interface Locator {
  readonly label: string
  readonly value: string
  /** How the text names the type, where CSL has no word for that. */
  readonly word?: string | undefined
}

export interface LocatorAndRest {
  /** Absent for empty braces, which say that what follows is none: `{}, 99 years later`. */
  readonly locator?: Locator
  /** What follows the locator. */
  readonly rest: string
}

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const unit = String.raw`(?:[^\s,;:&()[\]{}"“”’]*\d[^\s,;:&()[\]{}"“”’]*(?:\([\p{L}\d]{1,4}\))*|[ivxlcdm]+(?![\p{L}\p{N}]))`
const sequence = `${unit}(?:(?:[,;&:]\\s?|\\s?(?:[-–—&]|--)\\s?|\\s(?:and|und|et|y|и)\\s)${unit})*`
/** “And the following”, behind the last number: its full stop belongs to it. */
const following = String.raw`(?:\s(?:ff?|sqq?)\.(?![\p{L}\p{N}]))?`
const endsInFollowing = /\d\s?(?:ff?|sqq?)\.$/i
const unlabelled = new RegExp(`^,?\\s*(?=\\d)(${sequence}${following})`, 'iu')
/** The place in a classic, `1.3.36` or `1 Cor. 13:1`, is no page. */
const isCanonical = /^,?\s*\d+(?:[.:]\d|\s\p{Lu}\p{Ll})/u

/** Hours, minutes and seconds, or two digits of each of two. */
const isTime = /^,?\s*(?:\d{1,2}:\d\d:\d\d|\d\d:\d\d)(?![\d:])/

const patternsOf = rememberedBy((language: string) => {
  const labels = labelsIn(language)
  // The longest first: `sec` is not `s` and a rest.
  const words = [...labels.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  const label = `(${words.map(escaped).join('|')})(?:\\.?\\s+|\\.(?=\\d)|(?=\\d)|(?<=[§¶№°]))`
  return {
    labels,
    // “s.v.” has words behind it, so no section is meant.
    labelled: new RegExp(`^,?\\s*(?!s\\.\\s?vv?\\.)${label}(${sequence}${following})`, 'iu'),
    braced: new RegExp(`^,?\\s*\\{(?:${label})?([^{}]*)\\}`, 'iu'),
    /** A number before its word, as Kazakh has it: `12-14-б.`. */
    behind: new RegExp(
      `^,?\\s*(\\d+(?:[-–]\\d+)*)-(${words
        .filter((word) => /\p{L}{2}|[а-яәғқңөұүһі]/u.test(word))
        .map(escaped)
        .join('|')})(?![\\p{L}\\d-])\\.?`,
      'iu',
    ),
  }
}, baseLanguage)

/**
 * The locator that a citation's suffix begins with, as pandoc reads it: `, p. 3`, `§ 4`, `, paras 2-3, 5 and more`,
 * a bare number (a page), or anything in braces: `{ch. A}`. The words are those of `language`, or English.
 */
export function takeLocator(suffix: string, language = 'en'): LocatorAndRest | undefined {
  const { labels, labelled, braced, behind } = patternsOf(language)
  const found = (word: string, value: string, rest: string): LocatorAndRest | undefined => {
    const named = labels.get(/^[A-Z]$/.test(word) ? word : word.toLowerCase())
    return named && value !== '' ? { locator: { ...named, value }, rest } : undefined
  }
  const explicit = braced.exec(suffix)
  if (explicit?.[2]?.trim() === '' && !explicit[1]) return { rest: suffix.slice(explicit[0].length) }
  if (explicit) return found(explicit[1] ?? 'page', (explicit[2] ?? '').trim(), suffix.slice(explicit[0].length))
  const numbered = language.startsWith('kk') ? behind.exec(suffix) : null
  if (numbered?.[1] && numbered[2]) return found(numbered[2], numbered[1], suffix.slice(numbered[0].length))
  const match = labelled.exec(suffix)
  const word = match ? match[1] : isTime.test(suffix) ? 'timestamp' : 'page'
  if (!match && word === 'page' && isCanonical.test(suffix)) return undefined
  const [whole, value] = match ? [match[0], match[2]] : (unlabelled.exec(suffix) ?? [])
  if (!word || !whole || !value) return undefined
  const trimmed = endsInFollowing.test(value) ? value : value.replace(/[.!?'"’”»]+$/, '')
  return found(word, trimmed, value.slice(trimmed.length) + suffix.slice(whole.length))
}

/** The locator as it is written after a key, e.g. `, para. 4`: it reads back as the same locator before `rest`. */
export function printLocator({ label, value }: Locator, rest: string): string {
  const plain = `, ${abbreviationOf(label) ?? label} ${value}`
  const back = takeLocator(plain + rest)
  if (back?.locator && back.locator.label === label && back.locator.value === value && back.rest === rest) return plain
  return `, {${abbreviationOf(label) ?? label} ${value}}`
}

/** Takes the locators that the suffixes of citations begin with, in the words of the language that the file's data name. */
export const locators: Plugin<[], Root> = () => (tree, file) => {
  for (const cite of nodesOf(tree, 'cite')) {
    const suffix = cite.children.find(({ type }) => type === 'citeSuffix')
    const first = suffix?.children[0]
    const found = first?.type === 'text' ? takeLocator(first.value, String(file.data.language)) : undefined
    if (!suffix || first?.type !== 'text' || !found) continue
    if (found.locator) cite.locator = found.locator
    first.value = found.rest
    trimAffix(suffix)
    cite.children = cite.children.filter((part) => part.children.length > 0)
  }
}

/** Affixes have no space at their ends; the printer and the style know where one belongs. */
export function trimAffix(affix: CitePrefix | CiteSuffix): void {
  const first = affix.children[0]
  const last = affix.children.at(-1)
  if (first?.type === 'text') first.value = first.value.replace(/^[ \t\n]+/, '')
  if (last?.type === 'text') last.value = last.value.replace(/[ \t\n]+$/, '')
  affix.children = affix.children.filter((child) => child.type !== 'text' || child.value !== '')
}
