import type { Draw, Drawn } from '../../core/index.ts'

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
    const drawn = await draw(svg, pixelsAcross(width, height), fonts)
    return drawn === 'failed' ? undefined : drawn
  }
}
