import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawFigure } from '../../src/write/figures/draw.ts'
import type { Figure } from '../../src/write/figures/figure.ts'
import { layout } from '../../src/write/figures/network-layout.ts'
import { defaultTheme } from '../../src/write/theme.ts'
import { testFonts } from '../helpers/fonts.ts'
import { elementsOf } from '../helpers/svg-subset.ts'
import { sample } from './sample.ts'

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const overlap = (a: Box, b: Box) =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2

const size = fc.record({ width: fc.integer({ min: 20, max: 95 }), height: fc.constantFrom(14, 23) })
const graph = fc.array(size, { minLength: 2, maxLength: 14 }).chain((sizes) => {
  const end = fc.integer({ min: 0, max: sizes.length - 1 })
  return fc.record({
    boxes: fc.constant(sizes.map((one, i) => ({ ...one, id: String(i) }))),
    ties: fc
      .array(fc.tuple(end, end), { maxLength: 20 })
      .map((all) => all.filter(([a, b]) => a !== b).map(([a, b]) => [String(a), String(b)] as const)),
  })
})

test('no box lies on another, and all lie in the frame, whatever the graph', () => {
  fc.assert(
    fc.property(graph, ({ boxes, ties }) => {
      const placed = layout(boxes, ties, { width: 439, height: 300 })
      placed.boxes.forEach((box, i) => {
        expect(box.x - box.width / 2).toBeGreaterThanOrEqual(0)
        expect(box.x + box.width / 2).toBeLessThanOrEqual(439)
        expect(box.y + box.height / 2).toBeLessThanOrEqual(placed.height)
        for (const other of placed.boxes.slice(i + 1)) expect(overlap(box, other)).toBe(false)
      })
    }),
    { numRuns: 25 },
  )
})

test('in a dense network no tie runs under the plate of a third actor', async () => {
  const { svg } = drawFigure('network', {}, sample, await testFonts(), defaultTheme, 'en') as Figure
  const drawn = elementsOf(svg)
  const number = (value: string | undefined) => Number(value)
  const labels = drawn
    .filter((one) => one.name === 'text' && one.attributes.get('text-anchor') === 'middle')
    .map((one) => ({ x: number(one.attributes.get('x')), y: number(one.attributes.get('y')) - 2.6 }))
  const lines = drawn
    .map((one) => /^M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)$/.exec(one.attributes.get('d') ?? ''))
    .filter((match) => match !== null)
    .map((match) => match.slice(1).map(Number) as [number, number, number, number])
  expect(lines.length).toBeGreaterThan(40)
  const hidden = lines.flatMap(([x1, y1, x2, y2]) =>
    labels.filter(({ x, y }) => {
      const length = (x2 - x1) ** 2 + (y2 - y1) ** 2
      const along = ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length
      if (along <= 0 || along >= 1) return false
      return (x1 + along * (x2 - x1) - x) ** 2 + (y1 + along * (y2 - y1) - y) ** 2 < 16
    }),
  )
  expect(hidden).toEqual([])
})
