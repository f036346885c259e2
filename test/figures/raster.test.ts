import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { drawingApart } from '../../src/app/cli/drawing.ts'
import { encode } from '../../src/core/host.ts'
import { drawFigure } from '../../src/write/figures/draw.ts'
import type { Figure } from '../../src/write/figures/figure.ts'
import { rasteriser } from '../../src/write/figures/raster.ts'
import { defaultTheme } from '../../src/write/theme.ts'
import { testFonts } from '../helpers/fonts.ts'
import { sample } from './sample.ts'

const fonts = await testFonts()
const files = fonts.faces.map((face) => fileURLToPath(new URL(`../../assets/fonts/${face.file}`, import.meta.url)))
const draw = drawingApart(fileURLToPath(new URL('../../assets/draw.js', import.meta.url)), (path) => path)
const isThere = (await draw(encode('<svg'), 1, [])) === 'failed'
const rasterise = isThere ? rasteriser(draw, files) : undefined
if (!rasterise && process.env.CI) throw new Error('@resvg/resvg-js has no build for this machine')
if (!rasterise) console.warn('SKIPPED: @resvg/resvg-js has no build for this machine')

const text = (words: string) =>
  encode(
    `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="10"><text x="1" y="8" font-family="'Source Sans 3', sans-serif" font-size="8" fill="#000000">${words}</text></svg>`,
  )

test.skipIf(!rasterise)('a figure becomes two pixels a point, the same each time', async () => {
  const { svg, width, height } = drawFigure('scale', {}, sample, fonts, defaultTheme, 'en') as Figure
  const pixels = await rasterise!(encode(svg), width, height)
  expect(pixels).toMatchObject({ width: Math.round(width * 2), height: Math.round(height * 2) })
  expect(pixels!.bytes).toHaveLength(pixels!.width * pixels!.height * 4)
  const again = await rasterise!(encode(svg), width, height)
  expect(Buffer.compare(again!.bytes, pixels!.bytes)).toBe(0)
})

test.skipIf(!rasterise)('labels are set in our fonts', async () => {
  const blank = await rasterise!(text(''), 40, 10)
  const words = await rasterise!(text('Қазақ'), 40, 10)
  const dark = ({ bytes }: { bytes: Uint8Array }) => bytes.filter((value) => value < 128).length
  expect(dark(words!)).toBeGreaterThan(dark(blank!) + 50)
})

test.skipIf(!rasterise)('what is not SVG gives nothing', async () => {
  expect(await rasterise!(encode('<svg'), 10, 10)).toBeUndefined()
})
