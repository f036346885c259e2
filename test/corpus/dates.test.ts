import { parse as parseReference } from 'edtf'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatDate } from '../../src/corpus/date-words.ts'
import { compareEdtf, edtf, parseEdtf } from '../../src/corpus/edtf.ts'
import { edtfFault } from '../../src/corpus/edtf-advice.ts'
import { cslDate } from '../../src/document/resolve/csl/date.ts'

const digits = (length: number) =>
  fc.string({ minLength: length, maxLength: length, unit: fc.constantFrom(...'0123456789') })
const years = fc.oneof(
  digits(4),
  digits(3).map((it) => `${it}X`),
  digits(2).map((it) => `${it}XX`),
)
const two = fc.oneof(
  fc.integer({ min: 0, max: 32 }).map((it) => String(it).padStart(2, '0')),
  fc.constant('XX'),
)
const date = fc
  .tuple(fc.constantFrom('', '-'), years, fc.array(two, { maxLength: 2 }))
  .map(([sign, year, rest]) => sign + [year, ...rest].join('-'))
const interval = fc
  .tuple(fc.oneof(date, fc.constantFrom('', '..')), fc.oneof(date, fc.constantFrom('', '..')))
  .map((ends) => ends.join('/'))

function isReference(text: string): boolean {
  try {
    parseReference(text, { level: 1 })
    return true
  } catch {
    return false
  }
}

describe('EDTF', () => {
  test('what is read of a date is what the reference reader takes, and a mark at its end changes that not', () => {
    fc.assert(
      fc.property(date, fc.constantFrom('?', '~', '%'), (text, mark) => {
        // The reference gives every year a 29 February, and takes a year before 0000 that is 0000 where `X` follows.
        fc.pre(!text.endsWith('-02-29') && !text.startsWith('-0000-'))
        const taken = isReference(text)
        expect({ text, taken: parseEdtf(text) !== undefined }).toEqual({ text, taken })
        expect({ text, taken: parseEdtf(text + mark) !== undefined }).toEqual({ text, taken })
      }),
      { numRuns: 2000 },
    )
  })

  test('the engine of citations gets both ends of a range with the same parts', () => {
    fc.assert(
      fc.property(fc.oneof(date, interval), (text) => {
        fc.pre(parseEdtf(text) !== undefined)
        const [first, last] = cslDate(text)['date-parts'] ?? []
        // An end of zeros is an open one.
        if (first && last) expect(last).toHaveLength(first.length)
      }),
      { numRuns: 1000 },
    )
    expect(cslDate('2003/2005-06')).toEqual({ literal: '2003 – June 2005' })
  })

  test('an interval is read where its ends are, and does not end before it begins', () => {
    fc.assert(
      fc.property(interval, (text) => {
        const ends = text.split('/').filter((end) => end !== '' && end !== '..')
        const read = parseEdtf(text)
        if (ends.length === 0 || !ends.every(parseEdtf)) expect(read).toBeUndefined()
        else if (ends.length === 1) expect(read).toBeDefined()
        else if (read?.kind === 'interval') expect(read.from!.min <= read.to!.max).toBe(true)
      }),
    )
    expect(parseEdtf('-0043/-0044')).toBeUndefined()
    expect(parseEdtf('-0044/-0043')).toBeDefined()
  })

  test('dates before our era and seasons sort, print and are cited as what they are', () => {
    const sorted = ['2004-22', '0001', '0000', '-0043', '-0100', '2004-21']
    sorted.sort((a, b) => compareEdtf(edtf(a), edtf(b)))
    expect(sorted).toEqual(['-0100', '-0043', '0000', '0001', '2004-22', '2004-21'])
    const printed = ['0000', '-0043', '-0043-03-15', '-0044/-0043', '-004X', '2004-21', '2004-24~', '2003-23/2004-21']
    expect(printed.map((text) => formatDate(text))).toEqual([
      '1 BC',
      '44 BC',
      '15 March 44 BC',
      '45 BC–44 BC',
      '40s BC',
      'spring 2004',
      'c. winter 2004',
      'autumn 2003–spring 2004',
    ])
    expect(
      ['2004-03-05', '2005-06-17/2005-06-30', '2005-06-17/2005-07-02', '2004-03'].map((it) => formatDate(it, 'en-US')),
    ).toEqual(['March 5, 2004', 'June 17–30, 2005', 'June 17 – July 2, 2005', 'March 2004'])
    expect(formatDate('-0043', 'ru')).toBe('44 до н. э.')
    expect(formatDate('2004-24', 'kk')).toBe('2004 ж. қыс')
    expect(cslDate('0000')).toEqual({ 'date-parts': [[-1]] })
    expect(cslDate('-0043-03-15')).toEqual({ 'date-parts': [[-44, 3, 15]] })
    expect(cslDate('-004X')).toEqual({ 'date-parts': [[-50], [-41]] })
    expect(cslDate('2004-21~')).toEqual({ 'date-parts': [[2004]], season: 1, circa: true })
    expect(cslDate('200X')).toEqual({ 'date-parts': [[2000], [2009]] })
    expect(cslDate('1985-04-12/..')).toEqual({
      'date-parts': [
        [1985, 4, 12],
        [0, 0, 0],
      ],
    })
    expect(cslDate('1985~/')).toEqual({ 'date-parts': [[1985], [0]], circa: true })
    expect(cslDate('../1985-04-12', 'de')).toEqual({ literal: 'bis 12. April 1985' })
    expect(cslDate('-0043/0014')).toEqual({ literal: '44 BC–AD 14' })
    expect(cslDate('-0043/..')).toEqual({ literal: 'from 44 BC' })
    expect(cslDate('2004-XX-XX')).toEqual({ 'date-parts': [[2004]] })
  })
})

describe('what is no date', () => {
  test('a date that can be read in two orders is offered in both', () => {
    expect(edtfFault('3/4/21').notes[0]).toBe(
      'did you mean "2021-04-03" (3 April 2021) or "2021-03-04" (4 March 2021)?',
    )
  })

  test.each([
    ['12 May 2004', '2004-05-12'],
    ['May 12, 2004', '2004-05-12'],
    ['May 2004', '2004-05'],
    ['spring 2004', '2004-21'],
    ['2004-5-2', '2004-05-02'],
    ['2004/05/12', '2004-05-12'],
    ['12.05.2004', '2004-05-12'],
    ['2004-05-12T10:00:00Z', '2004-05-12'],
    ['2003-2005', '2003/2005'],
    ['2003–05', '2003/2005'],
    ['c. 2004', '2004~'],
    ['2004 (?)', '2004?'],
    ['1990s', '199X'],
    ['19th century', '18XX'],
    ['44 BC', '-0043'],
    ['1 BC', '0000'],
    ['-0000', '0000'],
    ['-0000-XX', '0000-XX'],
    ['-0000-12-XX?', '0000-12-XX?'],
    ['Y2004', '2004'],
    ['2004-26', '2004-22'],
    ['2004-33', '2004-01/2004-03'],
    ['2004-39', '2004-09/2004-12'],
    ['2004-41', '2004-07/2004-12'],
    ['2004-05/06', '2004-05/2004-06'],
    ['2004-05-12/14', '2004-05-12/2004-05-14'],
    ['2004..2006', '2004/2006'],
    ['200', '0200'],
    ['12 марта 2020 г.', '2020-03-12'],
    ['март 2020', '2020-03'],
    ['12 сент. 2020 г', '2020-09-12'],
    ['12 mars 2020', '2020-03-12'],
    ['1er février 2020', '2020-02-01'],
    ['12 de marzo de 2020', '2020-03-12'],
    ['12. März 2020', '2020-03-12'],
    ['Dez. 2020', '2020-12'],
    ['2020 жылғы 12 наурыз', '2020-03-12'],
    ['2020年3月12日', '2020-03-12'],
    ['Marhc 2020', '2020-03'],
    ['Herbst 2020', '2020-23'],
    ['fall 2020', '2020-23'],
    ['31.12.21', '2021-12-31'],
    ['31/12/2021', '2021-12-31'],
    ['12/31/99', '1999-12-31'],
    ['4/4/2021', '2021-04-04'],
  ])('%s: %s is offered', (written, meant) => {
    expect(parseEdtf(written)).toBeUndefined()
    expect(edtfFault(written).notes[0]).toBe(`did you mean "${meant}"?`)
  })

  test.each([
    ['2004-01-01T10:10:10Z', 'a time of day'],
    ['Y170000002', 'a year beyond 9999'],
    ['2004-33', 'a quarter or another part of a year'],
    ['[1667, 1668]', 'a set'],
    ['2004-06~-11', 'level 2'],
  ])('%s is told to be of a kind that is not read', (written, kind) => {
    expect(edtfFault(written).reason).toBe(`“${written}” is EDTF of a kind that is not read: ${kind}`)
  })

  test('a day that no month has is not offered again', () => {
    for (const none of ['04', '2004-00']) expect(edtfFault(none).notes).toHaveLength(1)
    expect(edtfFault('2004-02-30')).toEqual({
      reason: '“2004-02-30” is no date: February 2004 has 29 days',
      notes: ['did you mean "2004-02-29"?'],
    })
    expect(edtfFault('2003-01-02/2003-04-31~').notes).toEqual(['did you mean "2003-01-02/2003-04-30~"?'])
    expect(edtfFault('31.06.2003').notes[0]).toBe('did you mean "2003-06-30"?')
    expect(edtfFault('2005/2004').reason).toBe('“2005/2004” ends before it begins')
  })
})
