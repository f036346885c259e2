import type { WrapParameters } from 'citeproc'
import { mark } from './marks.ts'

/**
 * The name of a law, which `title` or a part of its date is printed of: styles know no name of this kind, so it keeps its
 * case, and loses the slant and, in `settleLaws`, the marks of a title. Where citations give author and date the short
 * title stands for it; elsewhere its own date, which the name has, is not told again.
 */
export function lawWords(
  text: string,
  { itemData, variableNames, context }: WrapParameters,
  name: string,
  isAuthorDate: boolean,
): string {
  if (variableNames.some((variable) => /^issued/.test(variable)))
    return isAuthorDate && context === 'citation' ? text : mark('gone', text)
  const isWhole = variableNames.includes('title') && letters(text) === letters(name)
  if (!isWhole) return text
  if (context === 'citation' && isAuthorDate) return mark('emphasis', String(itemData['title-short']))
  return mark('law', name + (/[.,;:]$/.exec(text)?.[0] ?? ''))
}

export const isGone = (text: string) => text.startsWith('\uE000gone:')

const opened = String.raw`[‘‚“„«‹]\s?`
const shut = String.raw`\s?[’‘”“»›]`
const inner = String.raw`(?:\uE000[^\uE002]*\uE002)*\uE000law:\uE002[^\uE001]*\uE001+[.,]?`
const quoted = new RegExp(`${opened}(${inner})${shut}`, 'gu')
const gone = /[,.]?\s*\(?(?:[\s,.]*\uE000gone:\uE002[^\uE000-\uE002]*\uE001)+\)?/gu

/** What the engine put together, with names of laws out of quotation marks, and without their repeated dates. */
export function settleLaws(text: string, name?: string): string {
  const marked = name === undefined || text.includes('\uE000law:') ? text : text.replace(cased(name), mark('law', name))
  return marked.includes('\uE000law:') || marked.includes('\uE000gone:')
    ? marked
        .replace(quoted, '$1')
        .replace(gone, '')
        .replace(/(\uE000law:\uE002[^\uE001]*?)\.(\uE001+),/gu, '$1$2,')
        .replaceAll('\uE000law:', '\uE000normal:')
    : marked
}

/** The name in whatever case and quotation marks, some letters of it raised: what stands for an author is shown to nobody before. */
const cased = (name: string) => {
  const marks = '(?:\\uE000[^\\uE002]*\\uE002|\\uE001)*'
  const signs = [...name.replace(/º/g, 'o').replace(/ª/g, 'a')].map((sign) => {
    if (/[‘’‚‹›“”„«»"']/.test(sign)) return `[\\s]?[‘’‚‹›“”„«»"'][\\s]?`
    if (/\s/.test(sign)) return '\\s?'
    return sign.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  })
  return new RegExp(signs.join(marks), 'iu')
}

const letters = (text: string) =>
  text
    .replace(/\uE000[^\uE002]*\uE002/g, '')
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase()
