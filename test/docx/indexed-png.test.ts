import { unzlibSync } from 'fflate'
import { expect, test } from 'vitest'
import { checkImage } from '../../src/document/images/image.ts'
import { indexedPng } from '../../src/write/docx/indexed-png.ts'

/** A picture of `width` by `height`, from the colour of each place. */
function pixels(width: number, height: number, colourAt: (x: number, y: number) => readonly [number, number, number]) {
  const bytes = new Uint8Array(width * height * 4)
  for (let at = 0; at < width * height; at++) {
    bytes.set([...colourAt(at % width, Math.floor(at / width)), 255], at * 4)
  }
  return { width, height, bytes }
}

const stripes = pixels(9, 5, (x, y) => (x % 2 ? [255, 255, 255] : [23, 69, 10 * y]))
const gradient = pixels(300, 2, (x) => [x % 256, x % 256, 40])

test('few colours stay as they are', () => {
  const png = indexedPng(stripes)
  const at = (name: string) => Buffer.from(png).indexOf(name) + 4
  const palette = png.subarray(at('PLTE'))
  const rows = unzlibSync(png.subarray(at('IDAT'), at('IEND') - 4 - 8))
  const colourOf = (x: number, y: number) => [...palette.subarray(rows[y * 10 + 1 + x]! * 3).subarray(0, 3)]
  for (let y = 0; y < 5; y++) {
    for (let x = 0; x < 9; x++) expect(colourOf(x, y)).toEqual(x % 2 ? [255, 255, 255] : [23, 69, 10 * y])
  }
})

test('it is a sound PNG, with few colours and with many', async () => {
  for (const picture of [stripes, gradient]) {
    expect(await checkImage(indexedPng(picture), { width: 999, height: 999 })).toMatchObject({ format: 'png' })
  }
})
