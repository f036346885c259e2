/** Photographs stand upright and have no more pixels than show; a damaged file is refused, whatever is wrong with it. */
import fc from 'fast-check'
import { encode } from 'fast-png'
import jpeg from 'jpeg-js'
import { PNG } from 'pngjs'
import { expect, test } from 'vitest'
import { type CheckedImage, checkImage } from '../../src/document/images/image.ts'
import { withChunk } from '../helpers/png.ts'
import { documentOf, printed } from '../pdf/context.ts'

const area = { width: 439, height: 686 }
const [width, height] = [48, 24]

/** Red, green, blue and white quarters, of which red stands top left when the picture is upright. */
const quarters = [
  [255, 0, 0],
  [0, 128, 0],
  [0, 0, 255],
  [255, 255, 255],
]
const colourAt = (x: number, y: number) => quarters[(y < height / 2 ? 0 : 2) + (x < width / 2 ? 0 : 1)]!

/** Where a pixel of the upright picture is stored, by EXIF orientation (EXIF 2.32, figure of tag 0112). */
const stored: Record<number, (x: number, y: number) => [number, number]> = {
  1: (x, y) => [x, y],
  2: (x, y) => [width - 1 - x, y],
  3: (x, y) => [width - 1 - x, height - 1 - y],
  4: (x, y) => [x, height - 1 - y],
  5: (x, y) => [y, x],
  6: (x, y) => [y, width - 1 - x],
  7: (x, y) => [height - 1 - y, width - 1 - x],
  8: (x, y) => [height - 1 - y, x],
}

function pixelsFor(orientation: number): { width: number; height: number; data: Uint8Array } {
  const size = orientation >= 5 ? { width: height, height: width } : { width, height }
  const data = new Uint8Array(width * height * 4)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [column, row] = stored[orientation]!(x, y)
      data.set([...colourAt(x, y), 255], (row * size.width + column) * 4)
    }
  }
  return { ...size, data }
}

/** A directory with one entry, in either order of bytes. */
function tiff(orientation: number, isLittle: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(26))
  view.setUint16(0, isLittle ? 0x4949 : 0x4d4d)
  view.setUint16(2, 42, isLittle)
  view.setUint32(4, 8, isLittle)
  view.setUint16(8, 1, isLittle)
  view.setUint16(10, 0x0112, isLittle)
  view.setUint16(12, 3, isLittle)
  view.setUint32(14, 1, isLittle)
  view.setUint16(18, orientation, isLittle)
  return new Uint8Array(view.buffer)
}

function jpegWith(orientation: number, isLittle: boolean): Uint8Array {
  const plain = new Uint8Array(jpeg.encode(pixelsFor(orientation), 95).data)
  const exif = [...new TextEncoder().encode('Exif\0\0'), ...tiff(orientation, isLittle)]
  return Uint8Array.from([...plain.subarray(0, 2), 0xff, 0xe1, 0, exif.length + 2, ...exif, ...plain.subarray(2)])
}

function pngWith(orientation: number, isLittle: boolean): Uint8Array {
  const plain = encode({ ...pixelsFor(orientation), channels: 4 })
  return withChunk(plain, 'eXIf', tiff(orientation, isLittle))
}

function decoded({ format, bytes }: CheckedImage): { width: number; height: number; data: Uint8Array } {
  return format === 'png' ? PNG.sync.read(Buffer.from(bytes)) : jpeg.decode(bytes, { useTArray: true })
}

const cases = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((orientation) =>
  [true, false].flatMap((isLittle) => [
    { name: `a JPEG of orientation ${orientation}`, bytes: () => jpegWith(orientation, isLittle) },
    { name: `a PNG of orientation ${orientation}`, bytes: () => pngWith(orientation, isLittle) },
  ]),
)

test.each(cases)('$name stands upright', async ({ bytes }) => {
  const image = (await checkImage(bytes(), area)) as CheckedImage
  expect(image).toMatchObject({ width: (width * 72) / 96, height: (height * 72) / 96 })
  const pixels = decoded(image)
  expect([pixels.width, pixels.height]).toEqual([width, height])
  for (const [x, y] of [
    [4, 4],
    [width - 5, 4],
    [4, height - 5],
    [width - 5, height - 5],
  ] as const) {
    const at = (y * width + x) * 4
    for (let i = 0; i < 3; i++) expect(Math.abs(pixels.data[at + i]! - colourAt(x, y)[i]!)).toBeLessThan(40)
  }
  expect(await checkImage(image.bytes, area), 'what is upright stays as it is').toEqual(image)
})

test('a picture has no more pixels than 600 an inch on paper', async () => {
  const size = { width: 9000, height: 300 }
  const image = (await checkImage(
    encode({ ...size, channels: 3, data: new Uint8Array(9000 * 300 * 3).fill(90) }),
    area,
  )) as CheckedImage
  expect(image.width).toBe((9000 * 72) / 96)
  const pixels = decoded(image)
  expect(pixels.width).toBe(Math.round((686 / 72) * 600))
  expect(pixels.data[0]).toBe(90)
})

test('what is not seen has no part in a colour', async () => {
  const data = new Uint8Array(9000 * 300 * 4)
  for (let at = 0; at < data.length; at += 8) data.set([200, 0, 0, 255], at)
  const image = (await checkImage(encode({ width: 9000, height: 300, channels: 4, data }), area)) as CheckedImage
  const { data: small } = decoded(image)
  for (let at = 0; at < 400; at += 4) if (small[at + 3]! > 0) expect(small[at]).toBe(200)
})

const sound = encode({ ...pixelsFor(1), channels: 4 })
const damage = fc.array(fc.record({ at: fc.nat(sound.length - 1), to: fc.nat(255) }), { minLength: 1, maxLength: 6 })

test('a PNG with bytes changed is refused in words, or is what every writer takes', async () => {
  let refused = 0
  await fc.assert(
    fc.asyncProperty(damage, async (changes) => {
      const bytes = sound.slice()
      for (const { at, to } of changes) bytes[at] = to
      const image = await checkImage(bytes, area)
      if (typeof image === 'string') {
        refused += 1
        expect(image).toMatch(/^(is|has) .+[^.]$/)
      } else {
        const node = { type: 'image' as const, url: 'a.png', alt: 'A', ...image }
        await printed(documentOf({ type: 'figure', kind: 'figure', label: '', caption: [], children: [node] }))
      }
    }),
    { numRuns: 120, seed: 3 },
  )
  expect(refused).toBeGreaterThan(60)
})
