import { encode, reasonOf, unpackedSize } from '../../core/index.ts'
import { type Orientation, orientationOf, type Pixels, shrunk, swapsSides, upright } from './pixels.ts'
import { cleanSvg } from './svg.ts'

/** An image that a writer may take: its bytes as they are to be used, its size in points (1/72 inch). */
export interface CheckedImage {
  readonly format: 'png' | 'jpeg' | 'svg'
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

/** Points: what an image is scaled down to at most, upright or turned. */
export interface Area {
  readonly width: number
  readonly height: number
}

const mostBytes = 20_000_000
const mostPixels = 50_000_000
/** A pixel is 1/96 inch where the file gives no density. */
const pointsPerPixel = 72 / 96
/** What print and eye can tell apart, as pixels a point: 600 an inch. */
const mostPixelsPerPoint = 600 / 72

/**
 * A PNG, JPEG or SVG, checked and measured; or what is wrong, as the end of a sentence. An SVG is rebuilt from what is
 * safe. A PNG is read to its last pixel. A picture whose EXIF data say that it must be turned is turned, and one with more
 * pixels than show on `area` gets fewer, so that all writers take the same picture as it is.
 */
export async function checkImage(bytes: Uint8Array, area: Area): Promise<CheckedImage | string> {
  if (bytes.length > mostBytes) return `has ${bytes.length} bytes, more than ${mostBytes}`
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const raster = png(view) ?? jpeg(view)
  if (raster) return typeof raster === 'string' ? raster : checkRaster(raster, bytes, area)
  const clean = cleanSvg(new TextDecoder().decode(bytes))
  if (clean === undefined) return `is ${kindOf(bytes)}not a PNG, JPEG or SVG`
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
  readonly orientation: Orientation
  /** Written in a way that not all writers read: 16 bits a channel, or in seven passes. */
  readonly isUnusual?: boolean
  /** The packed pixels of a PNG, and how many bytes they are unpacked. */
  readonly packed?: { readonly pieces: readonly Uint8Array[]; readonly size: number }
  /** Parts of the file that say what its colours are. */
  readonly profile?: readonly Uint8Array[]
}

async function checkRaster(raster: Raster, bytes: Uint8Array, area: Area): Promise<CheckedImage | string> {
  const { format, width, height, density, orientation } = raster
  if (!(width > 0 && height > 0)) return 'has no size'
  if (width * height > mostPixels) return `has more than ${mostPixels} pixels`
  const scale = density && density >= 30 && density <= 2400 ? 72 / density : pointsPerPixel
  const [across, down] = swapsSides(orientation) ? [height, width] : [width, height]
  const size = { width: across * scale, height: down * scale }
  const excess = Math.min(1, scale * scaleOnto(size, area) * mostPixelsPerPoint)
  const isLeft = orientation === 1 && excess === 1 && !raster.isUnusual
  if (format === 'jpeg' && isLeft) return { format, bytes, ...size }
  const { decodeJpeg, decodePng, encodeJpeg, encodePng } = await import('./codecs.ts')
  try {
    const { pieces = [], size: whole = 0 } = raster.packed ?? {}
    const unpacked = raster.packed ? unpackedSize(pieces, whole) : 0
    if (unpacked !== whole)
      return `is a damaged PNG: its data are ${unpacked < whole ? 'fewer' : 'more'} than its pixels`
    const pixels = await (format === 'png' ? decodePng(bytes) : decodeJpeg(bytes))
    if (isLeft) return { format, bytes, ...size }
    const less = excess < 1 ? shrunk(pixels, atLeastOne(width * excess), atLeastOne(height * excess)) : pixels
    const made: Pixels = orientation === 1 ? less : upright(less, orientation)
    if (format === 'png') return { format, bytes: await encodePng(made), ...size }
    return { format, bytes: withSegments(await encodeJpeg(made), raster.profile ?? []), ...size }
  } catch (error) {
    return `is a damaged ${format === 'png' ? 'PNG' : 'JPEG'}: ${reasonOf(error).slice(0, 200)}`
  }
}

const atLeastOne = (pixels: number) => Math.max(1, Math.round(pixels))

/** How far a picture is scaled down to fit on an area, whichever way the area is turned. */
function scaleOnto({ width, height }: Area, area: Area): number {
  const upon = (across: number, down: number) => Math.min(across / width, down / height)
  return Math.min(1, Math.max(upon(area.width, area.height), upon(area.height, area.width)))
}

/** By where a file says what it is, and how, as Latin-1. */
const kinds = [
  [0, 'GIF8', 'a GIF'],
  [8, 'WEBP', 'a WebP'],
  [4, 'ftypavi', 'an AVIF'],
  [4, 'ftyp', 'a HEIC or a film'],
  [0, 'II*\0', 'a TIFF'],
  [0, 'MM\0*', 'a TIFF'],
  [0, 'BM', 'a BMP'],
  [0, '\0\0\x01\0', 'an icon'],
  [0, '%PDF', 'a PDF'],
  [0, '%!PS', 'a PostScript file'],
  [0, '\x1f\x8b', 'packed with gzip'],
] as const

function kindOf(bytes: Uint8Array): string {
  const head = String.fromCharCode(...bytes.subarray(0, 16))
  const found = kinds.find(([at, sign]) => head.startsWith(sign, at))
  const kind = bytes.length === 0 ? 'empty' : found?.[2]
  return kind === undefined ? '' : `${kind}, `
}

/** ISO/IEC 15948: a signature, then chunks of length, type, data and checksum. */
function png(view: DataView): Raster | string | undefined {
  if (view.byteLength < 8 || view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a) return undefined
  if (view.byteLength < 33 || view.getUint32(12) !== 0x49484452) return 'is a PNG without a header'
  let density: number | undefined
  let orientation: Orientation = 1
  let ended = false
  const pieces: Uint8Array[] = []
  for (let at = 8; at + 12 <= view.byteLength && !ended; at += 12 + view.getUint32(at)) {
    const [length, type] = [view.getUint32(at), view.getUint32(at + 4)]
    if (type === chunk.pHYs && at + 17 <= view.byteLength && view.getUint8(at + 16) === 1) {
      density = view.getUint32(at + 8) * 0.0254
    }
    if (type === chunk.eXIf && at + 12 + length <= view.byteLength)
      orientation = orientationOf(within(view, at + 8, length))
    if (type === chunk.acTL) return 'is an animated PNG'
    if (type === chunk.IDAT && at + 12 + length <= view.byteLength)
      pieces.push(new Uint8Array(view.buffer, view.byteOffset + at + 8, length))
    ended = type === chunk.IEND
  }
  if (!ended) return 'is a PNG cut short'
  const [width, height] = [view.getUint32(16), view.getUint32(20)]
  const [depth, isInterlaced] = [view.getUint8(24), view.getUint8(28) !== 0]
  const size = unpackedPng(width, height, depth * (channels[view.getUint8(25)] ?? 0), isInterlaced)
  return {
    ...{ format: 'png', width, height, density, orientation },
    isUnusual: depth === 16 || isInterlaced,
    packed: { pieces, size },
  }
}

/** By colour type. */
const channels: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }
/** The first column and row of each pass of an interlaced picture, and the steps between them (ISO/IEC 15948, 8.2). */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

/** Each row has a byte before it that says how it was filtered. */
function unpackedPng(width: number, height: number, bits: number, isInterlaced: boolean): number {
  const rows = isInterlaced ? passes : [[0, 0, 1, 1] as const]
  return rows.reduce((sum, [column, row, across, down]) => {
    const [wide, high] = [Math.ceil((width - column) / across), Math.ceil((height - row) / down)]
    return wide > 0 && high > 0 ? sum + high * (1 + Math.ceil((wide * bits) / 8)) : sum
  }, 0)
}

const chunk = { IDAT: 0x49444154, pHYs: 0x70485973, eXIf: 0x65584966, acTL: 0x6163544c, IEND: 0x49454e44 }

const within = (view: DataView, at: number, length: number) => new DataView(view.buffer, view.byteOffset + at, length)

/** ITU-T T.81: the size stands in the start-of-frame segment, behind any number of others; the density in JFIF's. */
function jpeg(view: DataView): Raster | string | undefined {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return undefined
  let density: number | undefined
  let orientation: Orientation = 1
  const profile: Uint8Array[] = []
  for (let at = 2; at + 9 < view.byteLength && view.getUint8(at) === 0xff; ) {
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      const inks = view.getUint8(at + 9)
      // PDF/A allows inks only with a colour profile of their own (ISO 19005-2, 6.2.4.3).
      if (inks === 4) return 'is a JPEG in CMYK, which PDF/A does not allow here; save it as RGB'
      if (cutShort(view)) return 'is a JPEG cut short'
      const size = { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
      return { format: 'jpeg', ...size, density, orientation, ...(inks === 3 && { profile }) }
    }
    const length = Math.max(2, view.getUint16(at + 2))
    const isWhole = at + 2 + length <= view.byteLength
    if (marker === 0xe0 && at + 16 < view.byteLength && view.getUint32(at + 4) === 0x4a464946) {
      const unit = view.getUint8(at + 11)
      density = unit === 1 ? view.getUint16(at + 12) : unit === 2 ? view.getUint16(at + 12) * 2.54 : undefined
    }
    if (marker === 0xe1 && isWhole && length >= 8 && view.getUint32(at + 4) === 0x45786966) {
      orientation = orientationOf(within(view, at + 10, length - 8))
    }
    if (marker === 0xe2 && isWhole) profile.push(new Uint8Array(view.buffer, view.byteOffset + at, length + 2))
    at += 2 + length
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

/** A JPEG with segments of another behind its first, which is JFIF's. */
function withSegments(jpeg: Uint8Array, segments: readonly Uint8Array[]): Uint8Array {
  const start = 4 + new DataView(jpeg.buffer, jpeg.byteOffset).getUint16(4)
  const parts = [jpeg.subarray(0, start), ...segments, jpeg.subarray(start)]
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
