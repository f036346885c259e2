import { expect, test } from 'vitest'
import { figureNames } from '../../src/write/figures/figures.ts'
import { figureProblems, readOptions } from '../../src/write/figures/options.ts'

test('an unknown figure is named, with the nearest', () => {
  const [problem] = figureProblems('timelime', {})
  expect(problem!.reason).toBe('There is no figure “timelime”.')
  expect(problem!.notes[0]).toBe('did you mean “timeline”?')
  expect(problem!.expected).toEqual(figureNames)
  expect(figureProblems('toString', {})).toHaveLength(1)
})

test('an unknown option is named, with the nearest', () => {
  const [problem] = figureProblems('timeline', { lane: 'measures' })
  expect(problem!.reason).toBe('The figure “timeline” has no option “lane”.')
  expect(problem!.notes[0]).toBe('did you mean “lanes”?')
  expect(figureProblems('scale', { x: '1' })[0]!.notes).toEqual(['it takes no options'])
})

test('a value that an option does not take is quoted', () => {
  const [problem] = figureProblems('timeline', { lanes: 'incidents,mesures' })
  expect(problem!.reason).toMatch(/“incidents,mesures”, which is not a list of incidents/)
  expect(problem!.notes).toEqual(['did you mean “measures”?'])
  expect(figureProblems('network', { most: 'many', 'min-ties': '99' })).toHaveLength(2)
  expect(figureProblems('timeline', { period: '2002' })).toHaveLength(1)
})

test('what is right is read, what is wrong left out', () => {
  expect(readOptions('network', { most: '12', groups: 'armed,state', ties: 'love' })).toEqual({
    most: 12,
    groups: ['state', 'armed'],
  })
  expect(readOptions('timeline', { period: '2002/2005', legend: 'no', __proto__: 'x' })).toEqual({
    period: '2002/2005',
    legend: 'no',
  })
  expect(figureProblems('timeline', { period: '2002/2005', legend: 'no', lanes: 'measures' })).toEqual([])
})
