import { isKeyOf, keysOf } from '../../core/index.ts'

/** Paper sizes, in points. */
export const papers = {
  A4: { width: 595.28, height: 841.89 },
  Letter: { width: 612, height: 792 },
  A5: { width: 419.53, height: 595.28 },
  B5: { width: 498.9, height: 708.66 },
  Legal: { width: 612, height: 1008 },
}
export const paperNames = keysOf(papers)

export interface Paper {
  readonly width: number
  readonly height: number
}

/** Units of length, in points. */
const units = { pt: 1, mm: 72 / 25.4, cm: 72 / 2.54, in: 72 }

/** The paper of this size, in points; `undefined` where it is none. */
export function paperNamed(size: string): Paper | undefined {
  const [, name, isWide] = /^(\w+)( landscape)?$/.exec(size) ?? []
  const named = name !== undefined && isKeyOf(papers, name) && papers[name]
  if (named) return isWide ? { width: named.height, height: named.width } : named
  const sides = [...size.matchAll(/(\d+(?:\.\d+)?)(pt|mm|cm|in)(?: (?=.)|$)/gy)]
  const [width, height] = sides.map(
    ([, count, unit = '']) => Math.round(Number(count) * (isKeyOf(units, unit) ? units[unit] : 1) * 100) / 100,
  )
  return sides.length === 2 && width && height ? { width, height } : undefined
}
