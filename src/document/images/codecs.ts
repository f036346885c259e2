/** PNG and JPEG into pixels and back. The libraries are large, so that they are loaded for a picture that needs them. */
import type { Pixels } from './pixels.ts'

/** The pixels of a PNG of any kind; rejects when it is damaged. */
export async function decodePng(bytes: Uint8Array): Promise<Pixels> {
  const { PNG } = (await import('pngjs')).default
  const { width, height, data } = PNG.sync.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))
  return { width, height, channels: 4, data: new Uint8Array(data.buffer, data.byteOffset, data.length) }
}

/** Written by a library that packs with JavaScript, so that the bytes do not depend on the machine. */
export async function encodePng(pixels: Pixels): Promise<Uint8Array> {
  const { encode } = await import('fast-png')
  return encode({ ...(isOpaque(pixels) ? withoutAlpha(pixels) : pixels), depth: 8 })
}

function isOpaque({ data }: Pixels): boolean {
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return false
  return true
}

function withoutAlpha({ width, height, data }: Pixels): Pixels {
  const rgb = new Uint8Array(width * height * 3)
  for (let i = 0; i < width * height; i++) rgb.set(data.subarray(i * 4, i * 4 + 3), i * 3)
  return { width, height, channels: 3, data: rgb }
}

/** JPEG’s own limits keep a file that was made to exhaust the memory from doing so. */
export async function decodeJpeg(bytes: Uint8Array): Promise<Pixels> {
  const { decode } = (await import('jpeg-js')).default
  const limits = { maxResolutionInMP: 50, maxMemoryUsageInMB: 2000 }
  const { width, height, data } = decode(bytes, { useTArray: true, formatAsRGBA: false, ...limits })
  return { width, height, channels: 3, data }
}

/** Its quality is above what the eye tells from the first. */
export async function encodeJpeg({ width, height, data }: Pixels): Promise<Uint8Array> {
  const { encode } = (await import('jpeg-js')).default
  const rgba = new Uint8Array(width * height * 4).fill(255)
  for (let i = 0; i < width * height; i++) rgba.set(data.subarray(i * 3, i * 3 + 3), i * 4)
  return new Uint8Array(encode({ width, height, data: rgba }, 92).data)
}
