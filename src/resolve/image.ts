import type { Image } from '../tree.ts'

/** What an image file is, and its size in points (1/72 inch), as it would be at 96 pixels an inch. */
export type ImageFile = Pick<Image, 'format' | 'width' | 'height'>

const maximumBytes = 20_000_000
const maximumPixels = 50_000_000
const pointsPerPixel = 72 / 96

/** The kind and size of a PNG, JPEG or SVG; or what is wrong with it, as the end of a sentence. */
export function measure(bytes: Uint8Array): ImageFile | string {
  if (bytes.length > maximumBytes) return `has ${bytes.length} bytes, more than ${maximumBytes}`
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const size = png(view) ?? jpeg(view) ?? svg(bytes)
  if (size === undefined) return 'is not a PNG, JPEG or SVG'
  if (typeof size === 'string') return size
  if (!(size.width > 0 && size.height > 0)) return 'has no size'
  if (size.format !== 'svg' && size.width * size.height > maximumPixels) return `has more than ${maximumPixels} pixels`
  return { format: size.format, width: size.width * pointsPerPixel, height: size.height * pointsPerPixel }
}

function png(view: DataView): ImageFile | undefined {
  if (view.byteLength < 24 || view.getUint32(0) !== 0x89504e47 || view.getUint32(12) !== 0x49484452) return undefined
  return { format: 'png', width: view.getUint32(16), height: view.getUint32(20) }
}

/** The size stands in the start-of-frame segment, behind any number of others. */
function jpeg(view: DataView): ImageFile | undefined {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return undefined
  let offset = 2
  while (offset + 9 < view.byteLength) {
    if (view.getUint8(offset) !== 0xff) return undefined
    const marker = view.getUint8(offset + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { format: 'jpeg', width: view.getUint16(offset + 7), height: view.getUint16(offset + 5) }
    offset += marker === 0xff ? 1 : 2 + Math.max(2, view.getUint16(offset + 2))
  }
  return undefined
}

/** An SVG that runs nothing and fetches nothing. */
function svg(bytes: Uint8Array): ImageFile | string | undefined {
  const text = new TextDecoder().decode(bytes)
  const root = /<svg\b[^>]*>/.exec(text)?.[0]
  if (!root) return undefined
  if (/<!ENTITY|<!DOCTYPE[^>]*\[/i.test(text)) return 'declares entities'
  if (/<(?:\w+:)?(?:script|foreignObject|iframe|handler)\b|[\s"']on\w+\s*=/i.test(text))
    return 'has a script or foreign content'
  if (/(?:href|src)\s*=\s*["']\s*(?!#|data:image\/(?:png|jpeg);)/i.test(text))
    return 'refers to something outside itself'
  if (/@import|url\(\s*["']?(?!#)/i.test(text)) return 'refers to something outside itself'
  const attribute = (name: string) => Number(new RegExp(`\\s${name}="([\\d.]+)(?:px)?"`).exec(root)?.[1])
  const box = (/viewBox="([^"]*)"/.exec(root)?.[1] ?? '').split(/[\s,]+/).map(Number)
  return { format: 'svg', width: attribute('width') || box[2] || 0, height: attribute('height') || box[3] || 0 }
}
