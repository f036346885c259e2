import { formatDate } from '../../../corpus/index.ts'

/** A CSL-JSON date: one or two `[year, month, day]`, or words where numbers do not say it. `-1` is 1 BC: CSL has no year 0. */
export interface CslDate {
  readonly 'date-parts'?: readonly (readonly number[])[]
  /** 1 to 4, spring to winter. */
  readonly season?: number
  readonly circa?: boolean
  readonly literal?: string
}

/** An EDTF date or interval, as `load` has checked it, for CSL: `~` and `?` are circa, unspecified digits a range. */
export function cslDate(edtf: string, language = 'en'): CslDate {
  const [from = '', to] = edtf.split('/')
  if (to === undefined) {
    const parts = range(from)
    const season = /-2([1-4])/.exec(from)?.[1]
    if (season) return { ...dated([parts[0]], isVague(from)), season: Number(season) }
    return dated(parts[0].join() === parts[1].join() ? [parts[0]] : parts, isVague(from))
  }
  const [begin] = isOpen(from) ? [[]] : range(from)
  // An end of zeros is open to the engine: nothing stands behind the dash. Before our era it sets the dash wrong,
  // and the era behind the end alone.
  if (isOpen(to) && (begin[0] ?? 0) > 0) return dated([begin, begin.map(() => 0)], isVague(from))
  const end = isOpen(to) ? [] : range(to)[1]
  const isOfTwoEras = (begin[0] ?? 0) < 0 && (end[0] ?? 0) > 0
  // The engine fails on ends of which one has a month and the other none.
  if (isOpen(from) || isOpen(to) || isOfTwoEras || begin.length !== end.length)
    return { literal: formatDate(edtf, language) }
  return dated([begin, end], isVague(from) || isVague(to))
}

function dated(parts: readonly (readonly number[])[], circa: boolean): CslDate {
  return circa ? { 'date-parts': parts, circa } : { 'date-parts': parts }
}

const isOpen = (end: string) => end === '' || end === '..'
const isVague = (date: string) => /[?~%]$/.test(date)
const words = (date: string) => date.replace(/[?~%]$/, '')

/** The first and last thing that a date can mean: the same for `2004-05`, 2000 and 2009 for `200X`. A season in a range is its year. */
function range(date: string): [number[], number[]] {
  const [, years = '', ...rest] = /^(-?[\dX]+)(?:-(\d\d))?(?:-(\d\d))?/.exec(words(date)) ?? []
  const year = (digit: string) => {
    const number = Number(years.replaceAll('X', digit))
    return number > 0 ? number : number - 1
  }
  const known = rest.filter((part) => part !== undefined && !/^2[1-4]$/.test(rest[0] ?? '')).map(Number)
  const ends: [number[], number[]] = [
    [year('0'), ...known],
    [year('9'), ...known],
  ]
  return year('0') < year('9') || !years.includes('X') ? ends : [ends[1], ends[0]]
}
