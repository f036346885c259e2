/** Draws an SVG on white, as pixels of four bytes. Lengths are points, as printed; `undefined` when the picture cannot be drawn. */
export type Rasterise = (
  svg: Uint8Array,
  width: number,
  height: number,
) => Promise<{ width: number; height: number; bytes: Uint8Array } | undefined>

/** Pixels a point gets: 144 an inch, which is what dense screens show. */
const pixelsPerPoint = 2
/** What a picture may have at most, so that a huge size in a file does not exhaust the memory. */
const mostPixels = 40_000_000

/**
 * The drawer for readers that know no SVG. Only the given fonts are used, never those of the machine, so the
 * same picture gives the same bytes. `fontFiles` are absolute paths, for the library opens them itself. `undefined` when
 * there is no build of the library for this machine: Word files then carry the SVG alone.
 */
export async function loadRasteriser(fontFiles: readonly string[]): Promise<Rasterise | undefined> {
  const library = await import('@resvg/resvg-js').catch(() => undefined)
  if (!library) return undefined
  const font = { loadSystemFonts: false, fontFiles: [...fontFiles], defaultFontFamily: 'Source Sans 3' }
  return async (svg, width, height) => {
    const scale = Math.min(pixelsPerPoint, Math.sqrt(mostPixels / Math.max(width * height, 1)))
    const fitTo = { mode: 'width' as const, value: Math.max(1, Math.round(width * scale)) }
    try {
      const picture = new library.Resvg(new TextDecoder().decode(svg), { font, fitTo, background: '#ffffff' }).render()
      return { width: picture.width, height: picture.height, bytes: picture.pixels }
    } catch {
      // The library throws on SVG that it cannot parse; the picture is then sent as it is.
      return undefined
    }
  }
}
