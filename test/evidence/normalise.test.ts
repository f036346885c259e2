import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalise, paragraphsOf, wordsOf } from '../../src/evidence/normalise.ts'
import { describeText } from '../../src/evidence/pin.ts'

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
    expect(describeText('One two.\n\nThree — four.')).toMatchObject({ words: 5, paragraphs: 2, normalisation: 'n1' })
    expect(wordsOf('a  b\nc')).toEqual(['a', 'b', 'c'])
  })
})
