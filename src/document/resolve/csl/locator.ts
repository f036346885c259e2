/**
 * The engine collapses and dashes whatever has a hyphen. Only ranges between plain numbers are its to print; in others
 * signs of Unicode's private use area stand for what was written, until it is done.
 */
import { ofBoth } from '../../../core/index.ts'

const signs = { hyphen: '\uE010', range: '\uE011', several: '\uE012' } as const
const dash = /\s?(?:--|[‒–—―−])\s?/
const hyphen = /\s?[-‐‑]\s?/

/** A locator as the engine is given it; only a page may stand in one digit, `101-8`: 12-3 is the name of a section. */
export function locatorFor(written: string, label: string): string {
  return (
    written
      // A comma before three digits stands in a number: “1,200”.
      .split(/((?:,(?!(?<=\d,)\d{3}(?!\d))|[;&])\s?|\s(?:and|und|et|y|и|және)\s)/)
      .map((part, index) => (index % 2 === 1 ? part.replace(/^,$/, ', ') : partFor(part, label === 'page')))
      .join('')
  )
}

function partFor(written: string, isPage: boolean): string {
  const [part = '', rest = ''] = written.split(/(?<=\d)(?=\s(?:ff?|sqq?)\.$)/i)
  const range = rangeFor(part, isPage)
  return rest === '' ? range : range.replace('-', signs.range) + rest
}

function rangeFor(part: string, isPage: boolean): string {
  const dashed = part.split(dash)
  const ends = dashed.length === 1 ? part.split(hyphen) : dashed
  const [first = '', last = ''] = ends
  if (ends.length === 2 && isPlain(first, last, isPage)) return `${first}-${last}`
  if (dashed.length > 1) return dashed.map((it) => it.split(hyphen).join(signs.hyphen)).join(signs.range)
  if (ends.length === 2 && (isAlike(first, last) || isInPart(first, last, isPage))) return ends.join(signs.range)
  const half = ends.length / 2
  const [from, to] = ofBoth([ends.slice(0, half), ends.slice(half)], (it) => it.join(signs.hyphen))
  const isPair = half > 1 && isAlike(from, to)
  return isPair ? `${from}${signs.several}${to}` : ends.join(signs.hyphen)
}

/** “5(2), 7”, and not “1, fol. 186”. */
const isList = /^[^\s,]*\d[^\s,]*(?:, [^\s,]*\d[^\s,]*)+$/
/** “5 ff.” tells of several pages. */
const isFollowed = (locator: string) => /\d\s?(?:ff?|sqq?)[.\uE013]$/i.test(locator)
const isNumber = (end: string) => /^\d+$/.test(end)
const isRoman = (end: string) => /^[ivxlcdm]+$/i.test(end)
const shapeOf = (end: string) => end.replace(/\d+/g, '0').replace(/\p{L}/gu, 'a')
/** `A-12` and `B-7` are of one shape; of plain numbers that says nothing. */
const isAlike = (first: string, last: string) => shapeOf(first) === shapeOf(last) && !isNumber(first)
/** `3:16-18`, and of pages `B12-14`. */
const isInPart = (first: string, last: string, isPage: boolean) =>
  isNumber(last) && Number((isPage ? /[.:\p{L}](\d+)$/u : /[.:](\d+)$/).exec(first)?.[1]) < Number(last)

/** A range of numbers that rise, the last of them whole or short, `321-28`. */
function isPlain(first: string, last: string, isPage: boolean): boolean {
  if (isRoman(first) && isRoman(last)) return true
  if (!isNumber(first) || !isNumber(last)) return false
  const isShort = last.length < first.length && !last.startsWith('0') && (isPage || last.length > 1)
  return Number(isShort ? first.slice(0, -last.length) + last : last) > Number(first)
}

/** Whether a locator that the engine was given names several places by signs of ours. */
export const isSeveral = (locator: unknown) =>
  typeof locator === 'string' &&
  (locator.includes(signs.range) || locator.includes(signs.several) || isList.test(locator) || isFollowed(locator))

/** What the engine printed, with what was written. */
export function shownLocator(text: string, delimiter: string): string {
  return text.replace(/[\uE010-\uE012]/g, (sign) => (sign === signs.range ? delimiter : '-'))
}
