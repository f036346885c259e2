import fc from 'fast-check'
import { expect, test } from 'vitest'
import { around, type Box, isFree, type Named, placeNames } from '../../src/write/figures/map-labels.ts'

const [width, height] = [439, 300]
/** Places in a crowd of 60 points across, some without a mark, with names of every length. */
const crowd: fc.Arbitrary<Named[]> = fc.array(
  fc.record({
    at: fc.tuple(fc.integer({ min: 190, max: 250 }), fc.integer({ min: 110, max: 170 })),
    radius: fc.constantFrom(0, 3.5, 3.5),
    long: fc.integer({ min: 12, max: 90 }),
  }),
  { minLength: 1, maxLength: 14 },
)
const meet = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

test('names in a crowd stand apart, clear of the marks of others, in the frame', () => {
  fc.assert(
    fc.property(crowd, (names) => {
      // A mark right on another leaves nothing to keep clear of.
      const apart = names.filter(
        ({ at }, i) => !names.slice(0, i).some((it) => Math.hypot(it.at[0] - at[0], it.at[1] - at[1]) < 8),
      )
      const spots = placeNames(apart, width, height)
      for (const [i, { box }] of spots.entries()) {
        const rest = spots.filter((_, j) => j !== i)
        expect(rest.some((it) => meet(it.box, box))).toBe(false)
        const marks = apart.filter((_, j) => j !== i).map(({ at: [x, y], radius }) => around(x, y, radius))
        expect(marks.some((it) => it.right > it.left && meet(it, box))).toBe(false)
        expect(isFree(box, [], [], width, height)).toBe(true)
      }
      expect(placeNames(apart, width, height)).toEqual(spots)
    }),
    { numRuns: 200 },
  )
})

test('a name stands beside its mark, and a name without a mark on its place, without a line', () => {
  const [town, region] = placeNames(
    [
      { at: [100, 100], radius: 3.5, long: 40 },
      { at: [300, 200], radius: 0, long: 60 },
    ],
    width,
    height,
  )
  expect(town!.leader).toBeUndefined()
  expect(town!.left).toBeCloseTo(105.7)
  expect(region!.leader).toBeUndefined()
  expect(region!.left).toBe(270)
})

test('a name that has to stand off has a line to its mark', () => {
  const names = Array.from(
    { length: 9 },
    (_, i): Named => ({ at: [200 + (i % 3) * 9, 150 + Math.floor(i / 3) * 9], radius: 3.5, long: 50 }),
  )
  const spots = placeNames(names, width, height)
  for (const [i, { leader, box }] of spots.entries()) {
    if (leader) expect(leader[0]).toEqual(names[i]!.at)
    else expect(meet(box, around(...names[i]!.at, 10))).toBe(true)
  }
  expect(spots.filter(({ leader }) => leader).length).toBeGreaterThan(0)
})
