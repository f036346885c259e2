import { plugins } from '@citation-js/core'

/** An item of a library: what CSL has variables for, and the rest as it stood. */
export interface LibraryItem {
  /** As CSL-JSON has it. */
  readonly csl: Readonly<Record<string, unknown>>
  /** Fields that came to nothing in `csl`, by the library's own names. */
  readonly other: Readonly<Record<string, string>>
  /** Where it begins, from 1. */
  readonly line?: number
}

export const toCsl = (data: unknown) => plugins.input.chain(data, { generateGraph: false })

/** Fields that have counted in some item: they are asked about one by one, all others at once. */
const counted = new Set<string>()

/** A field without which the item comes out the same came to nothing. */
export function itemOf(
  type: string,
  fields: Readonly<Record<string, string>>,
  convert: (fields: Readonly<Record<string, string>>) => Record<string, unknown>,
): LibraryItem {
  const csl = convert(fields)
  const whole = JSON.stringify(csl)
  const idle = (names: readonly string[]): readonly string[] => {
    if (names.length === 0) return []
    const without = new Set(names)
    const rest = Object.fromEntries(Object.entries(fields).filter(([name]) => !without.has(name)))
    if (JSON.stringify(convert(rest)) === whole) return names
    if (names.length > 1) {
      const middle = names.length >> 1
      return [...idle(names.slice(0, middle)), ...idle(names.slice(middle))]
    }
    counted.add(`${type} ${names[0]}`)
    return []
  }
  const asked = Object.keys(fields).filter((name) => name !== 'TY' && name !== 'crossref')
  const [known, unknown] = [true, false].map((is) => asked.filter((name) => counted.has(`${type} ${name}`) === is))
  const nothing = new Set([...(known ?? []).flatMap((name) => idle([name])), ...idle(unknown ?? [])])
  return { csl, other: Object.fromEntries(Object.entries(fields).filter(([name]) => nothing.has(name))) }
}
