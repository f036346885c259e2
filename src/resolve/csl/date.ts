/** A CSL-JSON date: one or two `[year, month, day]`, or words where numbers do not say it. */
export interface CslDate {
  readonly 'date-parts'?: readonly (readonly number[])[]
  readonly circa?: boolean
  readonly literal?: string
}

/** An EDTF date or interval, as `load` has checked it, for CSL: `~` and `?` are circa, unspecified digits a range. */
export function cslDate(edtf: string): CslDate {
  const [from = '', to] = edtf.split('/')
  if (to === undefined) {
    const parts = range(from)
    return dated(parts[0].join() === parts[1].join() ? [parts[0]] : parts, isVague(from))
  }
  if (isOpen(from) || isOpen(to))
    return { literal: `${isOpen(from) ? '' : words(from)}–${isOpen(to) ? '' : words(to)}` }
  return dated([range(from)[0], range(to)[1]], isVague(from) || isVague(to))
}

function dated(parts: readonly (readonly number[])[], circa: boolean): CslDate {
  return circa ? { 'date-parts': parts, circa } : { 'date-parts': parts }
}

const isOpen = (end: string) => end === '' || end === '..'
const isVague = (date: string) => /[?~%]$/.test(date)
const words = (date: string) => date.replace(/[?~%]$/, '')

/** The first and last thing that a date can mean: the same for `2004-05`, 2000 and 2009 for `200X`. */
function range(date: string): [number[], number[]] {
  const [year = '', ...rest] = words(date).split('-')
  if (year.includes('X')) return [[Number(year.replaceAll('X', '0'))], [Number(year.replaceAll('X', '9'))]]
  const known = rest.slice(0, rest.indexOf('XX') === -1 ? 2 : rest.indexOf('XX'))
  const parts = [Number(year), ...known.map(Number)]
  return [parts, parts]
}
