import { didYouMean, fieldOf, isRecord } from '../../core/index.ts'
import { familyNames } from '../fonts/families.ts'
import { areaOf, columnWidth, defaultTheme, paperNames, type Theme } from '../theme.ts'
import { type Field, type Fields, fields, isField } from './fields.ts'

/** What is wrong with an override, and at which path of the file. */
export interface ThemeProblem {
  readonly path: readonly string[]
  readonly kind: 'unknown' | 'invalid'
  /** One sentence that quotes what was found. */
  readonly reason: string
  readonly notes: readonly string[]
}

/**
 * The theme `base` with the overrides of `data`, and what is wrong with them, which changes nothing. That a family of `faulty`
 * cannot be used was told where it is named.
 */
export function readTheme(
  data: unknown,
  ownFamilies: readonly string[] = [],
  { families: _, ...base }: Theme = defaultTheme,
  faulty: readonly string[] = [],
): { theme: Theme; problems: ThemeProblem[] } {
  const problems: ThemeProblem[] = []
  const theme = merge(fields, base, data ?? {}, [], { problems, families: ownFamilies, faulty }) as Theme
  const { width, height } = areaOf(theme.page)
  const column = columnWidth(theme.page)
  const isSmall = Math.min(width, height) < leastText
  if (!isSmall && (theme.page.columns === 1 || column >= leastColumn)) return { theme, problems }
  const written = fieldOf(data, 'page')
  const field = [...(isSmall ? [] : ['columns', 'gutter']), 'margins'].find(
    (name) => fieldOf(written, name) !== undefined,
  )
  const reason = isSmall
    ? `the margins leave ${Math.round(width)} by ${Math.round(height)} points of “${theme.page.size}” for the text, less than ${leastText}`
    : `${theme.page.columns} columns of “${theme.page.size}” are ${Math.round(column)} points wide each, less than ${leastColumn}`
  problems.push({ path: ['page', field ?? 'size'], kind: 'invalid', reason, notes: [] })
  return { theme: { ...theme, page: base.page }, problems }
}

/** What the text needs of a page each way, and a column of its width, in points. */
const [leastText, leastColumn] = [240, 140]

/** Where problems go, and the families that fonts can be named from, besides those that ship with the tool. */
interface Reading {
  readonly problems: ThemeProblem[]
  readonly families: readonly string[]
  readonly faulty: readonly string[]
}

function merge(of: Field | Fields, base: unknown, data: unknown, path: readonly string[], reading: Reading): unknown {
  const { problems, families, faulty } = reading
  if (isField(of)) {
    const wrong = of.check(data, families)
    if (wrong === undefined) return data
    if (path[0] === 'fonts' && of.check(data, [...families, ...faulty]) === undefined) return base
    const reason = `“${path.join('.')}” is ${show(data)}, ${wrong}`
    problems.push({ path, kind: 'invalid', reason, notes: suggestions(data, path, families) })
    return base
  }
  if (!isRecord(data)) {
    const what = path.length ? `“${path.join('.')}”` : 'the theme'
    problems.push({ path, kind: 'invalid', reason: `${what} is ${show(data)}, not a mapping`, notes: [] })
    return base
  }
  const merged = isRecord(base) ? { ...base } : {}
  for (const [key, value] of Object.entries(data)) {
    const own = Object.hasOwn(of, key) ? of[key] : undefined
    if (own) merged[key] = merge(own, merged[key], value, [...path, key], reading)
    else {
      const known = Object.keys(of)
      const where = path.length ? `“${path.join('.')}” of the theme` : 'the theme'
      const notes = [
        ...didYouMean(key, known),
        `fields: ${[...known, ...(path.length ? [] : ['families'])].join(', ')}`,
      ]
      problems.push({ path: [...path, key], kind: 'unknown', reason: `${where} has no field “${key}”`, notes })
    }
  }
  return merged
}

function suggestions(data: unknown, path: readonly string[], families: readonly string[]): string[] {
  if (typeof data !== 'string') return []
  if (path[0] === 'fonts')
    return [...didYouMean(data, [...familyNames, ...families]), 'a family of your own is named under “families”']
  return path.join('.') === 'page.size' ? didYouMean(data, paperNames) : []
}

function show(value: unknown): string {
  if (value === null || value === undefined) return 'empty'
  return typeof value === 'object' ? (Array.isArray(value) ? 'a list' : 'a mapping') : `“${String(value).slice(0, 60)}”`
}
