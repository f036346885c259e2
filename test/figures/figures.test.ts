import { readFileSync } from 'node:fs'
import { geoBounds } from 'd3-geo'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { itemAt } from '../../src/core/index.ts'
import { dated } from '../../src/write/figures/data.ts'
import { drawFigure } from '../../src/write/figures/draw.ts'
import { type Figure, type FigureData, laneNames, type TimelineItem } from '../../src/write/figures/figure.ts'
import { figureNames, figureOf } from '../../src/write/figures/figures.ts'
import { mainShores } from '../../src/write/figures/map-frame.ts'
import { mark } from '../../src/write/figures/marks.ts'
import { groupInk, laneInk } from '../../src/write/figures/palette.ts'
import { makePen } from '../../src/write/figures/pen.ts'
import { stack } from '../../src/write/figures/rows.ts'
import { likelihoodTint } from '../../src/write/figures/scale.ts'
import { readWorld } from '../../src/write/figures/world.ts'
import { measure } from '../../src/write/fonts/text.ts'
import { contrast, luminance, readableOn } from '../../src/write/theme/colour.ts'
import { defaultTheme } from '../../src/write/theme.ts'
import { testFonts } from '../helpers/fonts.ts'
import { elementsOf, outsideSubset } from '../helpers/svg-subset.ts'
import { sample } from './sample.ts'

const fonts = await testFonts()
const pen = makePen(fonts, defaultTheme, 'en')
const draw = (call: string, data: FigureData = sample) => {
  const [name, query] = call.replace('ru:', '').split('?')
  const language = call.startsWith('ru:') ? 'ru' : 'en-GB'
  const options = Object.fromEntries(new URLSearchParams(query))
  return drawFigure(name!, options, data, fonts, defaultTheme, language) as Figure | undefined
}

const pictures = figureNames.filter((name) => name !== 'table')
const calls = [
  ...pictures,
  'timeline?lanes=measures',
  'timeline?lanes=incidents,operations,statements,institutions',
  'timeline?period=2002/2005',
  'timeline?legend=no',
  'network?groups=state,intergovernmental,armed',
  'network?most=12',
  ...pictures.filter((name) => name !== 'network').map((name) => `ru:${name}`),
  'ru:network?most=12',
]
/** Drawn once: the network takes its time. */
const figures = new Map(calls.map((call) => [call, draw(call)!]))

/** The boxes of the texts of a drawing, a little tighter than their line. */
function textBoxes(svg: string) {
  return elementsOf(svg)
    .filter((element) => element.name === 'text')
    .map((element) => {
      const text = element.children.join('')
      const get = (name: string) => element.attributes.get(name)
      const size = Number(get('font-size'))
      const style = { bold: get('font-weight') === 'bold', italic: get('font-style') === 'italic' }
      const width = measure(text, fonts.chain('Source Sans 3', style), size)
      const anchor = get('text-anchor')
      const left = Number(get('x')) - (anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0)
      const y = Number(get('y'))
      return { text, left, right: left + width, top: y - size * 0.66, bottom: y + size * 0.12 }
    })
}

describe.each(calls)('%s', (call) => {
  const figure = figures.get(call)!

  test('has nothing outside the subset that every reader draws alike', () => {
    expect(outsideSubset(figure.svg)).toEqual([])
  })

  test('fits the text width and a page', () => {
    expect(figure.width).toBe(439)
    expect(figure.height).toBeLessThanOrEqual(620)
    expect(figure.svg).toContain(`viewBox="0 0 439 ${figure.height}"`)
  })

  test('cuts no label, and no label runs into another', () => {
    const boxes = textBoxes(figure.svg)
    for (const box of boxes) {
      expect(box.left, box.text).toBeGreaterThanOrEqual(-0.5)
      expect(box.right, box.text).toBeLessThanOrEqual(439.5)
      expect(box.top, box.text).toBeGreaterThanOrEqual(0)
      expect(box.bottom, box.text).toBeLessThanOrEqual(figure.height)
    }
    const touching = boxes.flatMap((a, i) =>
      boxes
        .slice(i + 1)
        .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
        .map((b) => `${a.text} × ${b.text}`),
    )
    expect(touching).toEqual([])
  })

  test('says in words what it shows: title, description, alternative text, table', () => {
    const [title, description] = elementsOf(figure.svg).filter((one) => one.name === 'title' || one.name === 'desc')
    expect(title!.children.join('').length).toBeGreaterThan(5)
    expect(description!.children.join('')).toBe(figure.alt)
    expect(figure.table!.rows.length).toBeGreaterThan(0)
    for (const row of figure.table!.rows) {
      expect(row).toHaveLength(figure.table!.columns.length)
      for (const cell of row) expect(cell).not.toMatch(/undefined|NaN/)
    }
  })

  test('is the same each time', () => {
    if (!call.startsWith('network')) expect(draw(call)).toEqual(figure)
  })
})

test('the network is the same each time', () => {
  expect(draw('network?most=12')).toEqual(figures.get('network?most=12'))
})

describe('timeline', () => {
  const titles = (data: FigureData) =>
    draw('timeline', data)!.table!.rows.map((row) => row[2]!.replace(/ \(\w+\)$/, ''))

  test('tells every item once, those without a place on the axis at the end', () => {
    expect(titles(sample).sort()).toEqual(sample.items.map((item) => item.title).sort())
    const rows = draw('timeline')!.table!.rows
    expect(rows.at(-1)![0]).toBe('–')
    expect(rows.filter((row) => row[0] === '–').map((row) => row[1])).toEqual(['1999', '1999–2000', 'undated'])
  })

  test('numbers by the day that is known', () => {
    const rows = draw('timeline')!.table!.rows.filter((row) => row[0] !== '–')
    expect(rows.map((row) => Number(row[0]))).toEqual(rows.map((_, i) => i + 1))
    const byMay2004 = rows.findIndex((row) => row[2] === 'Border Guard Service reformed')
    expect(rows.findIndex((row) => row[1] === '12 May 2004')).toBeLessThan(byMay2004)
  })

  test('says what was not yet done', () => {
    const row = draw('timeline')!.table!.rows.find((one) => one[2]!.startsWith('Base at Aktau'))!
    expect(row[2]).toMatch(/\(announced\)$/)
  })

  test('draws a day filled, a month open, a year in a broken line', () => {
    const of = (look: 'day' | 'month' | 'loose') => mark(0, 0, '', 'measures', look, pen)
    expect(of('day')).toMatch(/fill="#17456b"/)
    expect(of('month')).toMatch(/fill="#ffffff".*stroke="#17456b"/)
    expect(of('loose')).toMatch(/stroke-dasharray/)
  })

  test('shows only the lanes and the period asked for', () => {
    const rows = figures.get('timeline?lanes=measures')!.table!.rows
    expect(new Set(rows.map((row) => row[3]))).toEqual(new Set(['Measures']))
    const early = draw('timeline?period=2002/2005')!.table!.rows.filter((row) => row[0] !== '–')
    expect(early.every((row) => /200[1-5]/.test(row[1]!))).toBe(true)
  })

  test('says which years have no source, and hatches them', () => {
    const figure = figures.get('timeline')!
    expect(figure.alt).toContain('No source from July 2005 – December 2010')
    expect(figure.svg).toContain('no source')
    expect(figure.svg).toContain('The hatched years are drawn narrower.')
    const without = draw('timeline', { ...sample, gaps: [] })!
    expect(without.svg).not.toContain('no source')
  })

  test('is nothing without a date', () => {
    expect(draw('timeline', { ...sample, items: sample.items.map(({ date: _date, ...item }) => item) })).toBeUndefined()
  })

  test('loses no item, whatever the dates', () => {
    const day = fc
      .integer({ min: 0, max: 6000 })
      .map((n) => new Date(Date.UTC(2000, 0, 1 + n)).toISOString().slice(0, 10))
    const item: fc.Arbitrary<TimelineItem> = fc
      .record({
        a: day,
        b: day,
        lane: fc.constantFrom(...laneNames),
        pending: fc.boolean(),
        open: fc.constantFrom('from', 'to', undefined),
      })
      .map(({ a, b, lane, pending, open }) => {
        const [from, to] = a < b ? [a, b] : [b, a]
        return {
          title: `${a} ${b}`,
          lane,
          pending,
          date: { from, to, precision: 'range', approximate: false, uncertain: false, text: from, open },
        }
      })
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 30 }), (items) => {
        const figure = draw('timeline', { ...sample, items })
        if (!figure) return
        expect(figure.table!.rows).toHaveLength(items.length)
        expect(outsideSubset(figure.svg)).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  test('rows of marks never touch', () => {
    const interval = fc.tuple(fc.double({ min: 0, max: 400, noNaN: true }), fc.double({ min: 1, max: 60, noNaN: true }))
    fc.assert(
      fc.property(fc.array(interval, { maxLength: 40 }), (drawn) => {
        const intervals = drawn.map(([from, length]) => [from, from + length] as const)
        const { rows, count } = stack(intervals, 1)
        intervals.forEach(([from, to], i) => {
          expect(rows[i]).toBeLessThan(count)
          intervals.forEach(([a, b], j) => {
            if (i < j && rows[i] === rows[j]) expect(to + 1 <= a || b + 1 <= from).toBe(true)
          })
        })
      }),
    )
  })
})

describe('reads without colour', () => {
  test('each lane has its own shape', () => {
    const shapes = laneNames.map((lane) => mark(0, 0, '', lane, 'day', pen).replaceAll(laneInk[lane], ''))
    expect(new Set(shapes).size).toBe(laneNames.length)
  })

  test('every ink is read on white', () => {
    for (const ink of [...Object.values(laneInk), ...Object.values(groupInk)]) {
      expect(contrast(ink, '#ffffff')).toBeGreaterThanOrEqual(4.5)
    }
  })

  test('likelier is darker, and the words on it are read', () => {
    const grounds = sample.scale.terms.map((step) => likelihoodTint(step, pen))
    grounds.forEach((ground, i) => {
      if (i) expect(luminance(ground)).toBeLessThan(luminance(grounds[i - 1]!))
      expect(contrast(ground, readableOn(ground, pen.colours.ink))).toBeGreaterThanOrEqual(4.5)
    })
  })
})

describe('dangers', () => {
  const of = (...texts: string[]): FigureData => {
    const named = texts.map((text) => ({ date: dated(text, sample.period, 'en'), by: `By ${text}` }))
    return { ...sample, threats: [{ title: 'T', vector: 'V', target: 'X', assessments: [], named }] }
  }
  const heads = (data: FigureData) =>
    elementsOf(draw('dangers', data)!.svg)
      .filter((one) => one.name === 'text' && one.attributes.get('y') === '9')
      .map((one) => one.children.join(''))

  test('has a row for each threat that somebody named, by the day when it was first named', () => {
    const { rows } = figures.get('dangers')!.table!
    expect(rows.map(([, when, by]) => [when, by])).toEqual([
      ['November 2002', 'unnamed officials, as McDermott reports'],
      ['November 2002', 'Nursultan Nazarbayev'],
      ['2005', 'the KNB'],
      ['17 June 2005', 'Bozhko'],
      ['November 2002', 'Nursultan Nazarbayev'],
      ['2005', 'the KNB'],
      ['17 June 2005', 'Bozhko'],
      ['May 2004', 'Dutbayev, chairman of the KNB'],
      ['May 2004', 'the survey of May 2004'],
      ['2013', 'Sanderson, an expert in Washington'],
      ['by May 2004', 'the survey of May 2004'],
      ['2013', 'Abykayev, chairman of the KNB'],
    ])
  })

  test('puts the years nearest to each other together where there are too many', () => {
    expect(heads(of('2002', '2004-05', '2004', '2013'))).toEqual(['2002', '2004', '2013'])
    expect(heads(of('1999', '2001', '2004', '2005', '2008', '2011', '2015', '2016-02'))).toEqual([
      '1999',
      '2001',
      '2004–2005',
      '2008',
      '2011',
      '2015–2016',
    ])
  })

  test('says where no source tells of the time, and only there', () => {
    const gap = (text: string) => ({ gaps: [dated(text, sample.period, 'en')] })
    const said = (data: FigureData) => draw('dangers', data)!.svg.includes('no source from that time')
    expect(said({ ...of('2004-05', '2005-06'), ...gap('2004-06/2005-05') })).toBe(true)
    expect(said({ ...of('2004-05', '2005-06'), ...gap('2005-07/2012') })).toBe(false)
    expect(said({ ...of('2004-05', '2004-11'), ...gap('2004-06/2004-10') })).toBe(false)
  })

  test('is nothing where nobody named anything', () => {
    expect(draw('dangers', of())).toBeUndefined()
  })
})

describe('likelihood', () => {
  test('says likelihood with its range and confidence, apart', () => {
    const { rows } = figures.get('likelihood')!.table!
    expect(rows[0]).toEqual([
      'Bombing or armed attack against oil and gas fields inland',
      'Bombing or armed attack',
      'oil and gas fields inland',
      '2002–2005',
      'unlikely (20–45%)',
      'low',
    ])
  })

  test('shows a threat that nobody judged, and says so', () => {
    const threats = [...sample.threats, { title: 'Unjudged', vector: 'V', target: 'T', assessments: [], named: [] }]
    const figure = draw('likelihood', { ...sample, threats })!
    expect(figure.svg).toContain('no likelihood judged: Unjudged')
    expect(figure.alt).toContain('No likelihood judged: 1 risk.')
    expect(figure.table!.rows.at(-1)).toEqual(['Unjudged', 'V', 'T', '–', 'no likelihood judged', '–'])
  })

  test('has a bar for each range, the likeliest first, and then the findings on the record', () => {
    const drawn = elementsOf(figures.get('likelihood')!.svg)
    const ranges = drawn
      .map(({ children }) => children.join(''))
      .filter((text) => /^[\d–]+%$/.test(text) && text.includes('–'))
    const lows = ranges.map((text) => Number.parseInt(text, 10))
    expect(lows).toHaveLength(sample.threats.flatMap((one) => one.assessments).filter((one) => one.likelihood).length)
    expect(lows).toEqual([...lows].sort((a, b) => b - a))
    const terms = textBoxes(figures.get('likelihood')!.svg).map(({ text }) => text)
    expect(terms.findIndex((text) => text.startsWith('finding'))).toBeGreaterThan(terms.lastIndexOf(ranges.at(-1)!))
  })

  test('is nothing where there is no order to be seen', () => {
    const judged = sample.threats.filter((one) => one.title.startsWith('Return'))
    expect(draw('likelihood', { ...sample, threats: judged })).toBeUndefined()
    // No note below names the sources of a figure that is not there.
    expect(figureOf('likelihood')?.shows?.({ ...sample, threats: judged }, {})).toEqual([])
    expect(draw('likelihood', { ...sample, threats: [] })).toBeUndefined()
  })
})

describe('network', () => {
  const plates = (svg: string) =>
    textBoxes(svg).filter((box) => sample.actors.some((actor) => actor.label.startsWith(box.text)))

  test('draws the actors with the most ties, and says how many are left out', () => {
    const figure = figures.get('network?most=12')!
    expect(plates(figure.svg).length).toBeLessThanOrEqual(12)
    expect(figure.alt).toMatch(/Network of \d+ actors and \d+ relations\. Most connected: Kazakhstan \(\d+\)/)
    expect(figure.alt).toMatch(/not drawn\.$/)
  })

  test('every relation drawn is a row, both ends named', () => {
    const figure = figures.get('network')!
    expect(figure.table!.rows).toContainEqual(['Arystan', 'subordinate to', 'KNB'])
  })

  test('leaves out islands unless asked', () => {
    expect(figures.get('network')!.svg).not.toContain('Dosym Satpayev')
    expect(draw('network?islands=yes&groups=person,other')!.svg).toContain('Dosym Satpayev')
  })

  test('is nothing without relations', () => {
    expect(draw('network', { ...sample, ties: [] })).toBeUndefined()
  })
})

test('a hierarchy has no short name behind a name that holds it', () => {
  const actors = sample.actors.map((it) => (it.label === 'KNB' ? { ...it, name: 'KNB of Kazakhstan' } : it))
  const { svg } = draw('hierarchy', { ...sample, actors })!
  expect(svg).toContain('>KNB of Kazakhstan<')
  const others = sample.actors.map((it) => (it.label === 'KNB' ? { ...it, name: 'National Security' } : it))
  expect(draw('hierarchy', { ...sample, actors: others })!.svg).toContain('>National Security (KNB)<')
})

test('phases count each measure once', () => {
  const { rows } = figures.get('phases')!.table!
  expect(rows.map((row) => Number(row.at(-1))).reduce((sum, one) => sum + one, 0)).toBe(sample.measures.length)
  for (const row of rows) {
    const counts = row.slice(1, -1).map(Number)
    expect(counts.reduce((sum, one) => sum + one, 0)).toBe(Number(row.at(-1)))
  }
})

test('the scale tells terms and ranges', () => {
  expect(figures.get('scale')!.table!.rows[4]).toEqual(['likely', '55–80%', 'probable'])
})

test('a text in another script is set by a font that has it', () => {
  const items = [{ ...sample.items[3]!, title: 'جماعة الجهاد ☑ әлем' }]
  const { svg } = draw('timeline', { ...sample, items })!
  expect(svg).toMatch(/font-family="'DejaVu Sans', sans-serif"[^>]*>جماعة الجهاد</)
  expect(svg).toMatch(/font-family="'Source Sans 3', sans-serif"[^>]*>☑ әлем</)
  expect(outsideSubset(svg)).toEqual([])
})

test('markup in the data is text in the drawing', () => {
  const items = [{ ...sample.items[3]!, title: '<b>"A" & B</b>' }]
  const { svg } = draw('timeline', { ...sample, items })!
  expect(svg).toContain('&lt;b&gt;')
  expect(outsideSubset(svg)).toEqual([])
})

test('a name that is no figure gives nothing', () => {
  expect(draw('constructor')).toBeUndefined()
})

const place = (name: string, lon: number, lat: number) => ({ name, kind: 'city' as const, lat, lon })
const world = readWorld(readFileSync(new URL('../../assets/geo/countries-50m.json', import.meta.url)))

describe('map', () => {
  test.each([
    ['one place', [place('Osh', 72.8, 40.5)]],
    ['places on both sides of the date line', [place('Suva', 178.4, -18.1), place('Apia', -171.8, -13.8)]],
    [
      'places all over the world',
      [place('Quito', -78.5, -0.2), place('Longyearbyen', 15.6, 78.2), place('Hobart', 147.3, -42.9)],
    ],
    ['the pole', [place('Pole', 0, 90), place('Alert', -62.3, 82.5)]],
  ])('shows %s', (_what, places) => {
    const figure = draw('map', { ...sample, map: { places, countries: [], focus: [] } })!
    const shown = textBoxes(figure.svg).map(({ text }) => text)
    for (const { name } of places) expect(shown).toContain(name)
    expect(outsideSubset(figure.svg)).toEqual([])
    expect(figure.height).toBeLessThanOrEqual(360)
  })
})

describe('a country in focus', () => {
  const land = (code: string) =>
    itemAt(
      world.filter((it) => it.code === code),
      0,
    ).shape
  const degrees = (code: string, ...places: [number, number][]) =>
    geoBounds({ type: 'MultiPoint', coordinates: mainShores(land(code), places) })
      .flat()
      .map(Math.round)

  test.each([
    ['France', '250', [-5, 41, 10, 51]],
    ['the United States', '840', [-125, 25, -67, 49]],
    ['the Netherlands', '528', [3, 51, 7, 54]],
    ['Spain', '724', [-9, 36, 4, 44]],
    ['Portugal', '620', [-9, 37, -6, 42]],
    ['Norway', '578', [5, 58, 31, 71]],
    ['Ecuador', '218', [-81, -5, -75, 1]],
    ['Russia, across the date line', '643', [27, 41, -170, 82]],
    ['Fiji, across the date line', '242', [177, -21, -178, -16]],
    ['New Zealand, with both islands', '554', [166, -47, 179, -34]],
    ['Malaysia, with both halves', '458', [100, 1, 119, 7]],
    ['Indonesia, with all islands', '360', [95, -11, 141, 6]],
  ])('is seen without its far parts: %s', (_what, code, bounds) => {
    expect(degrees(code)).toEqual(bounds)
  })

  test('is seen where its places are', () => {
    expect(degrees('250', [55.45, -20.88])).toEqual([55, -21, 56, -21])
    expect(degrees('840', [-77, 38.9], [-149.9, 61.2])).toEqual([172, 25, -67, 71])
    expect(degrees('250', [5.37, 43.3])).toEqual(degrees('250'))
  })

  test('has its name in its borders', () => {
    const item = {
      places: [place('Paris', 2.35, 48.86), place('Lyon', 4.84, 45.76)],
      focus: ['250'],
      countries: [{ code: '250', name: 'France' }],
    }
    const { svg, height } = drawFigure(
      'map',
      {},
      { ...sample, map: item },
      fonts,
      defaultTheme,
      'en',
      undefined,
      world,
    ) as Figure
    const at = textBoxes(svg).find(({ text }) => text === 'FRANCE')!
    expect(at.top / height).toBeGreaterThan(0.35)
    expect(at.bottom / height).toBeLessThan(0.7)
  })
})

describe('on an axis of less than two years', () => {
  const short = (from: string, to: string): FigureData => {
    const period = { from, to, text: '' }
    const date = dated(from, period, 'en')
    const source = { label: 'A source', issued: date, claims: [date], undated: 0 }
    const items = [{ ...sample.items[0]!, date }]
    return { ...sample, period, items, sources: [source], gaps: [] }
  }
  const drawn = (name: string, language: string, from: string, to: string) =>
    (drawFigure(name, {}, short(from, to), fonts, defaultTheme, language) as Figure).svg
  const names = (name: string, language: string, from: string, to: string) =>
    textBoxes(drawn(name, language, from, to))
      .filter(({ bottom }) => bottom < 14)
      .map(({ text }) => text)

  test('months have their names, in the language of the pack, and the year once', () => {
    const months = ['март 2025', 'апрель', 'май', 'июнь']
    expect(names('timeline', 'ru', '2025-03-01', '2025-06-30')).toEqual(months)
    expect(names('coverage', 'ru', '2025-03-01', '2025-06-30')).toEqual(months)
    expect(names('timeline', 'de', '2024-12-01', '2025-02-28')).toEqual(['Dezember 2024', 'Januar 2025', 'Februar'])
  })

  test('where months have no room every third has its name, and the weeks or days of a short one', () => {
    expect(names('coverage', 'en', '2024-02-01', '2025-08-31')).toEqual([
      ...['April 2024', 'July', 'October', 'January 2025', 'April', 'July'],
    ])
    expect(names('timeline', 'en', '2025-03-01', '2025-03-31')).toEqual([
      '1 March 2025',
      '8 March',
      '15 March',
      '22 March',
      '29 March',
    ])
    expect(names('timeline', 'ru', '2025-02-27', '2025-03-02')).toEqual([
      '27 февраля 2025',
      '28 февраля',
      '1 марта',
      '2 марта',
    ])
  })

  test.each(['en', 'ru', 'kk', 'fr', 'de', 'es'])('no two names touch, and one tells the year, in %s', (language) => {
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2050-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 0, max: 730 }),
        fc.constantFrom('timeline', 'coverage'),
        (from, days, name) => {
          const to = new Date(from.getTime() + days * 86_400_000)
          const [first, last] = [from, to].map((date) => date.toISOString().slice(0, 10))
          const boxes = textBoxes(drawn(name, language, first!, last!)).filter(({ bottom }) => bottom < 14)
          expect(boxes.length).toBeGreaterThan(0)
          expect(boxes.some(({ text }) => /\d{4}/.test(text))).toBe(true)
          for (const [i, box] of boxes.entries()) {
            expect(box.right).toBeLessThan(boxes[i + 1]?.left ?? pen.width)
          }
        },
      ),
      { numRuns: 30 },
    )
  })

  test('the key of one shade says no range', () => {
    const svg = drawn('coverage', 'en', '2025-03-01', '2025-06-30')
    expect(svg).toContain('months that claims are about<')
    expect(svg).toContain('dated claims a month')
  })
})

describe('of many records', () => {
  const times = 8
  const many = <T extends object>(items: readonly T[]) =>
    Array.from({ length: times }, (_, copy) => items.map((item) => ({ ...item, copy }))).flat()
  const data: FigureData = {
    ...sample,
    items: many(sample.items),
    threats: many(sample.threats),
    sources: many(sample.sources),
  }

  test.each(['timeline', 'likelihood', 'dangers', 'coverage', 'phases', 'strip'])(
    '%s fits a page, and says what it leaves out',
    (name) => {
      const [whole, part] = [figures.get(name)!, draw(name, data)!]
      expect(part.height).toBeLessThanOrEqual(620)
      expect(part.alt.length).toBeLessThan(3000)
      const isCut = part.svg.includes('not drawn')
      expect(part.alt.includes('not drawn')).toBe(isCut)
      expect(isCut).toBe(!['phases', 'strip'].includes(name))
      if (isCut) expect(part.table!.rows).toHaveLength(times * whole.table!.rows.length)
    },
  )
})

test.each(['likelihood', 'scale', 'dangers', 'coverage', 'hierarchy', 'phases'])(
  '%s has labels by the width of the text, and leaves a third or more to what it plots',
  (name) => {
    // Five phases have no room in less.
    const widths = [240, 263, 300, 360, 440, 560, 700].filter((width) => name !== 'phases' || width >= 300)
    for (const [width, language] of widths.flatMap((each) => [[each, 'en-GB'] as const, [each, 'ru'] as const])) {
      const theme = { ...defaultTheme, page: { ...defaultTheme.page, size: `${width + 156}pt 842pt` } }
      const figure = drawFigure(name, {}, sample, fonts, theme, language) as Figure
      const boxes = textBoxes(figure.svg)
      const cut = boxes.filter(
        ({ left, right, bottom }) => left < -0.5 || right > width + 0.5 || bottom > figure.height,
      )
      expect(cut, `${width}, ${language}`).toEqual([])
      const touching = boxes.filter((a, i) =>
        boxes.slice(i + 1).some((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom),
      )
      expect(touching, `${width}, ${language}`).toEqual([])
      const [from, to] = ['0%', '100%'].map((percent) => boxes.find(({ text }) => text === percent))
      if (from && to) expect((to.left + to.right - from.left - from.right) / 2).toBeGreaterThan(width / 3)
      else if (name !== 'hierarchy') {
        const labels = boxes.filter(({ left, bottom }) => left === 0 && bottom < figure.height - 40)
        expect(Math.max(...labels.map(({ right }) => right))).toBeLessThan((width * 2) / 3)
      }
    }
  },
)
