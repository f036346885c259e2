import { codePointOf } from '../core/index.ts'

/** A field and its value as they are written, the value without what stands round it. */
export interface Field {
  readonly key?: string
  readonly value?: string
  readonly line: string
  readonly inBrackets?: boolean
}

/** The field in whose line an offset is; inside brackets the one that begins there. */
export function fieldAt(text: string, at: number): Field {
  const start = text.lastIndexOf('\n', at - 1) + 1
  const line = text.slice(start).split(/[\n\r\u2028\u2029]/, 1)[0] ?? ''
  const [, key, value = ''] = /^\s*(?:- +)*("[^"]*"|'[^']*'|(?:[^\s:'"[{-]|-\S)[^:]*?) *:[ \t]+(.*)$/.exec(line) ?? []
  const [before, rest] = [line.slice(0, at - start), line.slice(at - start)]
  if (!/(?:^|: +|- +)[[{]/.test(before) || !/[\]}]\s*$/.test(rest)) {
    return { line, ...(key && { key }), ...(value && { value: value.trim() }) }
  }
  const [, inner] = /([^{[,\s]+): *$/.exec(before) ?? []
  const [own = ''] = /^(?:"[^"]*"|'[^']*'|[^,\]}])*/.exec(rest) ?? []
  return { line, inBrackets: true, ...(inner && { key: inner }), ...(own && { value: own.trim() }) }
}

/** The advice to put a field’s value in quotes. */
export function quoted({ key, value }: Field): string[] {
  return value ? [`put the value in quotes: ${key ? `${key}: ` : ''}${inQuotes(value)}`] : []
}

/** What stands in quotation marks of print, which are part of a value; `undefined` where it is not in any. */
export const inPrintedMarks = (text: string): string | undefined =>
  /^[“”„‟«»‘’‹›](.+)[“”„‟«»‘’‹›]$/s.exec(text)?.[1]?.trim()

/** The advice for what stands in such marks, and is wrong with them; a number or yes and no has no straight ones either. */
export function straightMarks(text: string, isText = true): string[] {
  const bare = inPrintedMarks(text)
  if (bare === undefined) return []
  const out = `leave ${text.at(0)} and ${text.at(-1)} out`
  return [isText ? `${out}, which are part of the value, or write straight ones: ${inQuotes(bare)}` : `${out}: ${bare}`]
}

/** A text as a quoted value; marks that stand round it, or open it, are taken for quotation marks that went wrong. */
export function inQuotes(text: string): string {
  const [, mark = '', inside] = /^(["'])(.*)\1$/.exec(text) ?? []
  const bare =
    inPrintedMarks(text) ??
    inside?.replaceAll(mark === "'" ? "''" : '\\"', mark) ??
    (/^["'][^"']*$/.test(text) ? text.slice(1) : text)
  return /["\\]/.test(bare) ? `'${bare.replaceAll("'", "''")}'` : `"${bare}"`
}

/** Characters that no one sees, or takes for a space; programs write them, and YAML reads them as letters. */
export const unseen = /[\p{Cf}\u00A0\u2000-\u200A\u202F\u3000]/u

/** A field whose name, colon or indent has a character that only looks right. */
export function unseenIn(line: string): { reason: string; notes: string[] } | undefined {
  const [name = ''] = /^[^"':：]*[:：]\s*/.exec(line) ?? []
  const [character] = unseen.exec(name) ?? /：/.exec(name) ?? []
  if (character === undefined) return undefined
  const meant = name
    .replace(/\p{Cf}/gu, '')
    .replace(/[^\S ]/gu, ' ')
    .replace(/ *[:：]\s*$/, ': ')
  const code = codePointOf(character).toString(16).toUpperCase().padStart(4, '0')
  return {
    reason: `the line has the character U+${code}, which YAML reads as a letter`,
    notes: [`write it anew: ${meant.trimStart()}${line.slice(name.length)}`],
  }
}
