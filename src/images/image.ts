import { encode } from '../host.ts'
import { cleanSvg } from './svg.ts'

/** An image that a writer may take: its bytes as they are to be used, its size in points (1/72 inch). */
export interface CheckedImage {
  readonly format: 'png' | 'jpeg' | 'svg'
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

const mostBytes = 20_000_000
const mostPixels = 50_000_000
/** A pixel is 1/96 inch where the file gives no density. */
const pointsPerPixel = 72 / 96

/** A PNG, JPEG or SVG, checked, measured and, for SVG, rebuilt from what is safe; or what is wrong, as the end of a sentence. */
export function checkImage(bytes: Uint8Array): CheckedImage | string {
  if (bytes.length > mostBytes) return `has ${bytes.length} bytes, more than ${mostBytes}`
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const raster = png(view) ?? jpeg(view)
  if (raster) return typeof raster === 'string' ? raster : checkRaster(raster, bytes)
  const clean = cleanSvg(new TextDecoder().decode(bytes))
  if (clean === undefined) return 'is not a PNG, JPEG or SVG'
  if (typeof clean === 'string') return clean
  const { svg, width, height } = clean
  return { format: 'svg', bytes: encode(svg), width: width * pointsPerPixel, height: height * pointsPerPixel }
}

interface Raster {
  readonly format: 'png' | 'jpeg'
  /** Pixels. */
  readonly width: number
  readonly height: number
  /** Pixels an inch, where the file says so. */
  readonly density?: number | undefined
}

function checkRaster({ format, width, height, density }: Raster, bytes: Uint8Array): CheckedImage | string {
  if (!(width > 0 && height > 0)) return 'has no size'
  if (width * height > mostPixels) return `has more than ${mostPixels} pixels`
  const scale = density && density >= 30 && density <= 2400 ? 72 / density : pointsPerPixel
  return { format, bytes, width: width * scale, height: height * scale }
}

/** ISO/IEC 15948: a signature, then chunks of length, type, data and checksum. */
function png(view: DataView): Raster | string | undefined {
  if (view.byteLength < 8 || view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a) return undefined
  if (view.byteLength < 33 || view.getUint32(12) !== 0x49484452) return 'is a PNG without a header'
  let density: number | undefined
  let ended = false
  for (let at = 8; at + 12 <= view.byteLength && !ended; at += 12 + view.getUint32(at)) {
    const type = view.getUint32(at + 4)
    if (type === 0x70485973 && at + 17 <= view.byteLength && view.getUint8(at + 16) === 1) {
      density = view.getUint32(at + 8) * 0.0254
    }
    ended = type === 0x49454e44
  }
  return ended
    ? { format: 'png', width: view.getUint32(16), height: view.getUint32(20), density }
    : 'is a PNG cut short'
}

/** ITU-T T.81: the size stands in the start-of-frame segment, behind any number of others; the density in JFIF's. */
function jpeg(view: DataView): Raster | string | undefined {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return undefined
  let density: number | undefined
  for (let at = 2; at + 9 < view.byteLength && view.getUint8(at) === 0xff; ) {
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      // PDF/A allows inks only with a colour profile of their own (ISO 19005-2, 6.2.4.3).
      if (view.getUint8(at + 9) === 4) return 'is a JPEG in CMYK, which PDF/A does not allow here; save it as RGB'
      const size = { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
      return cutShort(view) ? 'is a JPEG cut short' : { format: 'jpeg', ...size, density }
    }
    if (marker === 0xe0 && at + 16 < view.byteLength && view.getUint32(at + 4) === 0x4a464946) {
      const unit = view.getUint8(at + 11)
      density = unit === 1 ? view.getUint16(at + 12) : unit === 2 ? view.getUint16(at + 12) * 2.54 : undefined
    }
    at += 2 + Math.max(2, view.getUint16(at + 2))
  }
  return 'is a JPEG without a frame'
}

/** The end marker may be followed by padding, and stands in the last few bytes. */
function cutShort(view: DataView): boolean {
  for (let at = view.byteLength - 2; at >= Math.max(2, view.byteLength - 64); at--) {
    if (view.getUint16(at) === 0xffd9) return false
  }
  return true
}
