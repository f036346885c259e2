import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anchor } from '../../src/evidence/anchor.ts'
import { fold } from '../../src/evidence/fold.ts'
import { normalise as normaliseLines, paragraphsOf, wordsOf } from '../../src/evidence/normalise.ts'
import { describeText, pin } from '../../src/evidence/pin.ts'

/** Text with everything that copies of a text differ in. */
const messy = fc
  .array(
    fc.constantFrom(
      ...[
        'a',
        'Ә',
        'қ',
        'й',
        'é',
        'ё',
        ' ',
        '\u00a0',
        '\u202f',
        '\t',
        '\n',
        '\r\n',
        '\u2028',
        '“',
        '’',
        '„',
        '«',
        '—',
        '‑',
        '…',
      ],
      ...['\u00ad', '\u200b', '\ufeff', '.', ',', '1', '-', '"', "'", '\u0306', '\u0301', '\u0308', '𝒜', '한'],
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''))

const normalise = (text: string) => normaliseLines(paragraphsOf(text), 'n1')

describe('normalisation n1', () => {
  test('makes one line a paragraph, without empty ones', () => {
    expect(paragraphsOf(' One.\r\n\r\n\u00a0\nTwo\u00a0 words. \r')).toEqual(['One.', 'Two words.'])
  })

  test('knows what copies of a text differ in', () => {
    const typed = 'He said "it\'s over" - at 9-10... Almaty'
    const set = '\ufeffHe said “it’s over” – at 9‑10… Al\u00admaty\u200b'
    expect(normalise(set)).toBe(typed)
  })

  test('leaves guillemets, letters and case alone', () => {
    expect(normalise('«Қазақстан» и Ёж')).toBe('«Қазақстан» и Ёж')
  })

  test('is the same for composed and decomposed letters, even with a joiner in between', () => {
    expect(normalise('и\u200b\u0306')).toBe('й')
    fc.assert(fc.property(messy, (text) => normalise(text.normalize('NFD')) === normalise(text.normalize('NFC'))))
  })

  test('done twice is done once', () => {
    fc.assert(fc.property(messy, (text) => normalise(normalise(text)) === normalise(text)))
  })

  test('does not see line endings, byte-order mark or kinds of space', () => {
    fc.assert(
      fc.property(messy, (text) => {
        const unix = text.replace(/\r\n?/g, '\n')
        const other = `\ufeff${unix.replace(/\n/g, '\r\n').replace(/ /g, '\u00a0')}`
        return normalise(other) === normalise(unix)
      }),
    )
  })

  test('counts words and paragraphs for the record of a text', () => {
    expect(describeText('One two.\n\nThree — four.')).toMatchObject({ words: 5, paragraphs: 2, normalisation: 'n2' })
    expect(wordsOf('a  b\nc')).toEqual(['a', 'b', 'c'])
  })
})

describe('normalisation n2', () => {
  test.each([
    ['The o\ufb03ce \ufb01led it', 'The office filed it'],
    ['كِتَابٌ جَمِيل', 'كتاب جميل'],
    ['كتـــاب', 'كتاب'],
    ['\u202bﻛﺘﺎﺏ\u202c', 'كتاب'],
    ['\u202b “Go” \u202c', "'Go'"],
    ['ﱞ', ''],
    ['שָׁלוֹם ﬠולם', 'שלום עולם'],
    ['Il dit « Partez », et l’autre : « Non »', "Il dit 'Partez', et l'autre : 'Non'"],
    ['Er sagte »Geh« und ›bleib‹', "Er sagte 'Geh' und 'bleib'"],
    ['«„Go“»', "'Go'"],
    ['e\u202c\u0301', 'é'],
    ['ｶﾞ２', 'ガ2'],
  ])('%j reads %j', (line, expected) => expect(fold(paragraphsOf(line)[0]!)).toBe(expected))

  test('done twice is done once', () => {
    const sign = fc.constantFrom(...'a ِ ـ\u202b«»"’ﬁﱞשָא ́,.-'.split(''), ' ')
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 20 }), (signs) => {
        for (const line of paragraphsOf(signs.join(''))) expect(fold(fold(line))).toBe(fold(line))
      }),
    )
  })

  const samples = [
    'The officer filed it: "not yet", he said. It was a well-known flaw. Nobody came.',
    'قال الوزير «لن نعود إلى الميناء قبل المساء» ثم غادر. فتح الميناء من جديد.',
    'Он сказал: «Порт закрыт до вечера», и уехал. Потом порт открыли снова.',
    'הנמל נסגר במרץ. הסוורים לא חזרו לעבודה עד הערב. אחר כך הוא נפתח.',
  ]
  /** What copies of a text put behind a letter, or write for some letters. */
  const behind = ['', '', '\u00ad', '\u202b', '\u202c', '\u2066', '\u2069', '\u200f', '\u061c']
  const forms = [
    ['fi', '\ufb01'],
    [' ', '\u00a0'],
    ['-', '\u2011'],
    ['لا', '\ufefb'],
    ['ا', '\ufe8e'],
    ['"', '”'],
    ['«', '“'],
    ['»', '”'],
    ['«', '«\u00a0'],
    ['»', '\u00a0»'],
  ] as const
  const copyOf = (sample: string, use: readonly number[], wrap: boolean) => {
    let turn = 0
    const next = () => use[turn++ % use.length]!
    const printed = forms.reduce(
      (text, [plain, form]) => text.replaceAll(plain, () => (next() % 2 ? form : plain)),
      sample,
    )
    return printed
      .replace(/\p{L}/gu, (letter) => {
        const sign = behind[next() % behind.length]!
        const stretch = /\p{Script=Arabic}/u.test(letter) ? ['', '\u064e', '\u0640'][next() % 3]! : ''
        return letter + stretch + sign
      })
      .replace(/ (?=\p{L})/gu, (space) => (wrap && next() % 4 === 0 ? '\n' : space))
  }
  const seeds = fc.array(fc.nat(1000), { minLength: 5, maxLength: 80 })

  test('a copy with other signs of print is pinned alike, and has the same digest', () => {
    fc.assert(
      fc.property(fc.constantFrom(...samples), seeds, (sample, use) => {
        const copy = copyOf(sample, use, false)
        const [own] = pin(sample, { start: sample.split(' ')[0]! })
        expect(pin(copy, { start: own!.passage!.start, end: own!.passage!.end })[0]!.passage).toEqual(own!.passage)
        expect(pin(copy, { start: sample.split(' ')[0]! })[0]!.passage).toEqual(own!.passage)
        expect(describeText(copy).sha256).toBe(describeText(sample).sha256)
      }),
      { numRuns: 50 },
    )
  })

  test('a copy with its lines cut holds what was pinned', () => {
    fc.assert(
      fc.property(fc.constantFrom(...samples), seeds, (sample, use) => {
        const copy = paragraphsOf(copyOf(sample, use, true))
        const [own] = pin(sample, { start: sample.split(' ')[0]! })
        expect(anchor(own!.passage!, copy).outcome).toBe('ok')
        expect(describeText(copy.join('\n')).sha256).toBe(describeText(sample).sha256)
      }),
      { numRuns: 50 },
    )
  })

  test('a word that is cut at the end of a line is whole, with the hyphen or without', () => {
    const [own] = pin('A well-known flaw of the harbour.', { start: 'A' })
    for (const copy of ['A well-\nknown flaw of the harbour.', 'A well-known flaw of the har-\nbour.'])
      expect(anchor(own!.passage!, paragraphsOf(copy)).outcome).toBe('ok')
    expect(anchor(own!.passage!, paragraphsOf('A well-known law of the har-\nbour.')).outcome).toBe('lost')
  })
})
