import { type Draw, type Drawn, encode } from '../../core/index.ts'

/** Pixels a point gets: 144 an inch, which is what dense screens show. */
const pixelsPerPoint = 2
/** What a picture may have at most, so that a huge size in a file does not exhaust the memory. */
const mostPixels = 40_000_000

/** How many pixels wide a picture is drawn that is so many points large as printed. */
export function pixelsAcross(width: number, height: number): number {
  const scale = Math.min(pixelsPerPoint, Math.sqrt(mostPixels / Math.max(width * height, 1)))
  return Math.max(1, Math.round(width * scale))
}

/** Draws an SVG on white, for readers that know none; `undefined` when it cannot be drawn. */
export type Rasterise = (svg: Uint8Array, width: number, height: number) => Promise<Drawn | undefined>

/** Only fonts that ship with the tool are used, never those of the machine, so the same picture gives the same bytes. */
export function rasteriser(draw: Draw, fonts: readonly string[]): Rasterise {
  return async (svg, width, height) => {
    const drawn = await draw(fromLeft(svg), pixelsAcross(width, height), fonts)
    return drawn === 'failed' ? undefined : drawn
  }
}

/** Words whose first letter runs from right to left stand in a line that runs from left to right, as in browsers. */
const begun = /<(?:text\b|tspan\b(?=[^>]* [xy]="))[^>]*>(?=[^<\p{L}]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])/gu
const fromLeft = (svg: Uint8Array) => encode(new TextDecoder().decode(svg).replace(begun, '$&\u200e'))
