import { itemAt, must, type Node, type Table, textOf } from '../../core/index.ts'
import { monthNames } from '../whole-dates.ts'

/** Gives the key by which a row is sorted under a column of dates in words: `2002-10-23` for “23 October 2002”. */
export type KeyOf = (row: number, column: number) => string | undefined

/** A column is of dates when all its cells that have a digit are, and not all are years alone, which sort as they are. */
export function sortKeys({ children: [head, ...rows] }: Table, language: string): KeyOf {
  const months = monthNames([language, 'en'])
  const columns = (head?.children ?? []).map((_, column) => {
    const keys: (string | undefined)[] = []
    for (const { children } of rows) {
      const text = textOf<Node>(children[column] ?? { type: 'text', value: '' }).trim()
      const key = dateKey(text, months)
      if (key === undefined && (/\d/.test(text) || text.length >= 20)) return undefined
      keys.push(key)
    }
    return keys.some((key) => key !== undefined && key.length > 4) ? keys : undefined
  })
  return (row, column) => columns[column]?.[row]
}

/** The first date that a text names, when it names dates and nothing else but small words such as “by” and “from”. */
function dateKey(text: string, months: ReadonlyMap<string, number>): string | undefined {
  if (text.length > 60) return undefined
  const tokens = text.match(/\p{L}+|\d+/gu) ?? []
  const at = tokens.findIndex((token) => /^\d{4}$/.test(token))
  if (at < 0) return undefined
  const numbers = tokens.filter((token) => /^\d/.test(token))
  const words = tokens.filter((token) => !/^\d/.test(token) && !monthOf(token, months))
  const areSmall = words.every((word) => word.length < 8 && word === word.toLowerCase())
  if (!areSmall || !numbers.every((it) => /^(?:\d{4}|[0-2]?\d|3[01])$/.test(it))) return undefined
  const isMonth = (token: string) => monthOf(token, months) !== undefined
  // Before its year; or after it, in languages that begin with the year.
  const before = tokens.slice(0, at)
  const after = tokens.slice(at + 1, at + 5)
  const isAfter = !before.some(isMonth) && !/\d{4}\s*[–-]/.test(text)
  const near = isAfter ? after : before
  const month = near.find(isMonth)
  const day = near.find((token) => /^\d{1,2}$/.test(token))
  const two = (value: number | string) => String(value).padStart(2, '0')
  if (!month) return itemAt(tokens, at)
  return [itemAt(tokens, at), two(must(monthOf(month, months))), ...(day ? [two(day)] : [])].join('-')
}

/** In any case of a language that has them: “мамырға”. */
function monthOf(token: string, months: ReadonlyMap<string, number>): number | undefined {
  const word = token.toLowerCase()
  const known = months.get(word)
  if (known !== undefined) return known
  for (const [name, month] of months)
    if (name.length > 3 && word.startsWith(name) && word.length < name.length + 4) return month
  return undefined
}
