import { didYouMean, isRecord } from '../../core/index.ts'
import { familyNames } from '../fonts/families.ts'
import { areaOf, columnWidth, defaultTheme, paperNamed, paperNames, type Theme } from '../theme.ts'
import { contrast } from './colour.ts'

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
  const theme = merge(base, data ?? {}, [], { problems, families: [...familyNames, ...ownFamilies], faulty }) as Theme
  const { width, height } = areaOf(theme.page)
  const column = columnWidth(theme.page)
  const isSmall = Math.min(width, height) < leastText
  if (!isSmall && (theme.page.columns === 1 || column >= leastColumn)) return { theme, problems }
  const written = (data as { page: object }).page
  const field = [...(isSmall ? [] : ['columns', 'gutter']), 'margins'].find((name) => Object.hasOwn(written, name))
  const reason = isSmall
    ? `the margins leave ${Math.round(width)} by ${Math.round(height)} points of “${theme.page.size}” for the text, less than ${leastText}`
    : `${theme.page.columns} columns of “${theme.page.size}” are ${Math.round(column)} points wide each, less than ${leastColumn}`
  problems.push({ path: ['page', field ?? 'size'], kind: 'invalid', reason, notes: [] })
  return { theme: { ...theme, page: base.page }, problems }
}

/** What the text needs of a page each way, and a column of its width, in points. */
const [leastText, leastColumn] = [240, 140]

type Check = (value: unknown) => string | undefined

/** Where problems go, and the families that fonts can be named from. */
interface Reading {
  readonly problems: ThemeProblem[]
  readonly families: readonly string[]
  readonly faulty: readonly string[]
}

function merge(base: unknown, data: unknown, path: readonly string[], reading: Reading): unknown {
  const { problems, families, faulty } = reading
  const check = checkAt(path, families)
  if (check) {
    const wrong = check(data)
    if (wrong === undefined) return data
    if (path[0] === 'fonts' && checkAt(path, [...families, ...faulty])?.(data) === undefined) return base
    const reason = `“${path.join('.')}” is ${show(data)}, ${wrong}`
    problems.push({ path, kind: 'invalid', reason, notes: suggestions(data, path, families) })
    return base
  }
  if (!isRecord(data) || !isRecord(base)) {
    const what = path.length ? `“${path.join('.')}”` : 'the theme'
    problems.push({ path, kind: 'invalid', reason: `${what} is ${show(data)}, not a mapping`, notes: [] })
    return base
  }
  return mergeFields(base, data, path, reading)
}

function mergeFields(
  base: Record<string, unknown>,
  data: Record<string, unknown>,
  path: readonly string[],
  reading: Reading,
): Record<string, unknown> {
  const merged = { ...base }
  const known = Object.keys(base)
  for (const [key, value] of Object.entries(data)) {
    if (Object.hasOwn(base, key)) merged[key] = merge(base[key], value, [...path, key], reading)
    else {
      const where = path.length ? `“${path.join('.')}” of the theme` : 'the theme'
      const notes = [
        ...didYouMean(key, known),
        `fields: ${[...known, ...(path.length ? [] : ['families'])].join(', ')}`,
      ]
      reading.problems.push({ path: [...path, key], kind: 'unknown', reason: `${where} has no field “${key}”`, notes })
    }
  }
  return merged
}

/** The check of a field, by its path or, for all fields of a mapping alike, by the mapping's. */
export function checkAt(path: readonly string[], families: readonly string[]): Check | undefined {
  if (path[0] === 'fonts' && path.length === 2) {
    return path[1] === 'fallback' ? listOf(oneOf(families)) : oneOf(families)
  }
  return checks[path.join('.')] ?? (path.length > 1 ? checks[`${path.slice(0, -1).join('.')}.*`] : undefined)
}

const between =
  (least: number, most: number): Check =>
  (value) =>
    typeof value === 'number' && value >= least && value <= most ? undefined : `not a number from ${least} to ${most}`

const oneOf =
  (words: readonly (string | number)[]): Check =>
  (value) =>
    words.some((word) => word === value) ? undefined : `not one of ${words.join(', ')}`

const listOf =
  (check: Check, length?: number): Check =>
  (value) => {
    if (!Array.isArray(value) || (length !== undefined && value.length !== length)) {
      return length === undefined ? 'not a list' : `not a list of ${length} entries`
    }
    return value.map(check).find((wrong) => wrong !== undefined)
  }

const colour: Check = (value) =>
  typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value) ? undefined : 'not a colour written as "#rrggbb"'

/** Text in this colour must be read on white (WCAG 2.2, 1.4.3). */
const textColour: Check = (value) => {
  const wrong = colour(value)
  if (wrong) return wrong
  const found = contrast(value as string, '#ffffff')
  return found >= 4.5 ? undefined : `with a contrast of ${found.toFixed(1)} on white; text needs 4.5`
}

const paper: Check = (value) =>
  typeof value === 'string' && paperNamed(value)
    ? undefined
    : `not one of ${paperNames.join(', ')}, one of them with “landscape” behind it, or a width and a height such as “170mm 240mm”`

const checks: Readonly<Record<string, Check>> = {
  'page.size': paper,
  'page.sides': oneOf(['single', 'double']),
  'page.margins.*': between(20, 200),
  'page.columns': oneOf([1, 2, 3]),
  'page.gutter': between(6, 60),
  'sizes.headings': listOf(between(6, 60), 6),
  'sizes.title': between(10, 80),
  'sizes.*': between(6, 20),
  leading: between(1, 2.5),
  measure: between(30, 200),
  'colours.rule': colour,
  'colours.shade': colour,
  'colours.*': textColour,
  paragraphGap: between(0, 40),
}

function suggestions(data: unknown, path: readonly string[], families: readonly string[]): string[] {
  if (typeof data !== 'string') return []
  if (path[0] === 'fonts') return [...didYouMean(data, families), 'a family of your own is named under “families”']
  return path.join('.') === 'page.size' ? didYouMean(data, paperNames) : []
}

function show(value: unknown): string {
  if (value === null || value === undefined) return 'empty'
  return typeof value === 'object' ? (Array.isArray(value) ? 'a list' : 'a mapping') : `“${String(value).slice(0, 60)}”`
}
