import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { drawFigure } from '../../src/figures/draw.ts'
import { loadRasteriser } from '../../src/figures/raster.ts'
import { encode } from '../../src/host.ts'
import { checkImage } from '../../src/images/image.ts'
import { defaultTheme } from '../../src/write/theme.ts'
import { testFonts } from '../helpers/fonts.ts'
import { sample } from './sample.ts'

const fonts = await testFonts()
const files = fonts.faces.map((face) => fileURLToPath(new URL(`../../assets/fonts/${face.file}`, import.meta.url)))
const rasterise = await loadRasteriser(files)
if (!rasterise && process.env.CI) throw new Error('@resvg/resvg-js has no build for this machine')
if (!rasterise) console.warn('SKIPPED: @resvg/resvg-js has no build for this machine')

const text = (words: string) =>
  encode(
    `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="10"><text x="1" y="8" font-family="Source Sans 3" font-size="8" fill="#000000">${words}</text></svg>`,
  )

test.skipIf(!rasterise)('a figure becomes a PNG of three pixels a point, the same each time', async () => {
  const { svg, width, height } = drawFigure('scale', {}, sample, fonts, defaultTheme, 'en')!
  const png = await rasterise!(encode(svg), width, height)
  const image = await checkImage(new Uint8Array(png!), { width: 9999, height: 9999 })
  expect(image).toMatchObject({ format: 'png', width: (width * 3 * 72) / 96, height: (height * 3 * 72) / 96 })
  expect(await rasterise!(encode(svg), width, height)).toEqual(png)
})

test.skipIf(!rasterise)('labels are set in our fonts', async () => {
  const blank = await rasterise!(text(''), 40, 10)
  const words = await rasterise!(text('Қазақ'), 40, 10)
  expect(words!.length).toBeGreaterThan(blank!.length + 200)
})

test.skipIf(!rasterise)('what is not SVG gives nothing', async () => {
  expect(await rasterise!(encode('<svg'), 10, 10)).toBeUndefined()
})
