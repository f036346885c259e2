import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import fc from 'fast-check'
import * as fontkit from 'fontkit'
import { describe, expect, test } from 'vitest'
import { familyFiles, fileFor } from '../../src/write/fonts/families.ts'
import { missingGlyphs } from '../../src/write/fonts/glyphs.ts'
import { measure, missing, split, wrap } from '../../src/write/fonts/text.ts'
import { asset, testFonts } from '../helpers/fonts.ts'

const folder = new URL('../../assets/fonts/', import.meta.url)
const fonts = await testFonts()
const serif = fonts.chain('Source Serif 4')
const sans = fonts.chain('Source Sans 3')
const shown = (text: string, chain = serif) => split(text, chain).map((run) => `${run.text}|${run.face.file}`)

describe('the vendored files', () => {
  test('are those that the README describes, each used, each family with its licence', async () => {
    const readme = await readFile(new URL('README.md', folder), 'utf8')
    const files = (await readdir(folder)).filter((file) => file.endsWith('.ttf'))
    expect(new Set(files)).toEqual(new Set(Object.values(familyFiles).flatMap((family) => Object.values(family))))
    for (const file of files) {
      const digest = createHash('sha256')
        .update(await asset(`fonts/${file}`))
        .digest('hex')
      expect(readme).toContain(digest)
    }
    for (const [, licence] of readme.matchAll(/\]\((.*?)\)/g)) expect(await asset(`fonts/${licence}`)).toBeTruthy()
  })

  test('are static TrueType', async () => {
    for (const { file } of fonts.faces) expect([...(await asset(`fonts/${file}`)).subarray(0, 4)]).toEqual([0, 1, 0, 0])
  })
})

test.each(fonts.faces.map((face) => [face.file, face] as const))(
  'the metrics of %s are the font’s',
  async (file, face) => {
    const font = fontkit.create((await asset(`fonts/${file}`)) as Buffer) as fontkit.Font
    const has = new Set(font.characterSet)
    expect([face.ascent, face.descent]).toEqual([font.ascent / font.unitsPerEm, -font.descent / font.unitsPerEm])
    const wrong: number[] = []
    for (let codePoint = 0; codePoint < 0x20000; codePoint++) {
      const isThere = has.has(codePoint)
      const width = isThere ? font.glyphForCodePoint(codePoint).advanceWidth : font.getGlyph(0).advanceWidth
      const isRight =
        face.covers(codePoint) === isThere &&
        face.hasAll(`a${String.fromCodePoint(codePoint)}`) === isThere &&
        face.advance(codePoint) === width / font.unitsPerEm
      if (!isRight) wrong.push(codePoint)
    }
    expect(wrong).toEqual([])
  },
)

describe('coverage', () => {
  const letters = {
    Kazakh: 'АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯаәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя',
    'Kazakh in Latin letters': 'AÄBDEFGĞHIİJKLMNÑOÖPQRSŞTUŪÜVYZaäbdefgğhıijklmnñoöpqrsştuūüvyz',
    Greek: 'ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ',
    marks: '“”‘’«»—–-…†‡§¶•·№€£%‰±×÷≤≥≠≈−→←↑↓½¼¾²³¹°',
  }
  test.each(Object.entries(letters))('%s is in every cut of the text families, without a fallback', (_name, text) => {
    for (const family of ['Source Serif 4', 'Source Sans 3'] as const) {
      for (const style of [{}, { bold: true }, { italic: true }, { bold: true, italic: true }]) {
        expect(missing(text, [fonts.face(family, style)])).toEqual([])
      }
    }
  })

  test('Arabic, polytonic Greek and symbols come from the fallback, nothing is missing', () => {
    expect(missing('الجهاد ἀρχή ☑ ☐ ● ○ ◆ ▲ ■ □ ∴', serif)).toEqual([])
  })

  test('what no face has is named once, as a whole grapheme', () => {
    expect(missing('東 京 東 👩‍🚀', serif)).toEqual(['東', '京', '👩‍🚀'])
  })

  test('line ends, joiners and marks of direction need no glyph', () => {
    expect(missing('a\n\tb\u00ad\u200b\u200d\u2066\u2069\ufe0e\ufeff', serif)).toEqual([])
  })
})

describe('split', () => {
  test('leaves text that one face covers whole', () => {
    expect(shown('Қауіпсіздік комитеті, KNB')).toEqual(['Қауіпсіздік комитеті, KNB|SourceSerif4-Regular.ttf'])
  })

  test('keeps a phrase in the fallback one run, spaces inside included, and gives the spaces around to the text', () => {
    expect(shown('the جماعة الجهاد group')).toEqual([
      'the |SourceSerif4-Regular.ttf',
      'جماعة الجهاد|DejaVuSans.ttf',
      ' group|SourceSerif4-Regular.ttf',
    ])
  })

  test('does not part a letter from its mark', () => {
    const [run] = shown('q\u0359', [fonts.face('Source Serif 4'), fonts.face('DejaVu Sans')])
    expect(run).toMatch(/^q\u0359\|/)
  })

  test('loses nothing, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const runs = split(text, serif)
        expect(runs.map((run) => run.text).join('')).toBe(text)
        runs.slice(1).forEach((run, i) => {
          expect(run.face).not.toBe(runs[i]!.face)
        })
      }),
    )
  })
})

describe('measure', () => {
  test('is within 3 % of what shaping gives, and never too small by more than a hair', async () => {
    const labels = [
      'Islamic Movement of Uzbekistan',
      'To. AVATAR. Yalta, 11 Worst-case',
      'Комитет национальной безопасности',
      'Ұлттық қауіпсіздік комитеті',
    ]
    for (const file of ['SourceSans3-Regular.ttf', 'SourceSerif4-SemiboldIt.ttf']) {
      const font = fontkit.create((await asset(`fonts/${file}`)) as Buffer) as fontkit.Font
      const face = fonts.faces.find((one) => one.file === file)!
      for (const label of labels) {
        const shaped = (font.layout(label).advanceWidth / font.unitsPerEm) * 10
        const ratio = measure(label, [face], 10) / shaped
        expect(ratio).toBeGreaterThan(0.995)
        expect(ratio).toBeLessThan(1.04)
      }
    }
  })

  test('grows with the size and adds up', () => {
    expect(measure('ab', sans, 20)).toBeCloseTo(2 * (measure('a', sans, 10) + measure('b', sans, 10)), 9)
    expect(measure('a\u00adb\u200b', sans, 9)).toBeCloseTo(measure('ab', sans, 9), 9)
    expect(measure('', sans, 9)).toBe(0)
  })

  test('wrap keeps lines within the width and every word', () => {
    const text = 'Inter-agency commission on matters of combating terrorism and extremism'
    const lines = wrap(text, sans, 9, 90)
    expect(lines.join(' ')).toBe(text)
    expect(lines.length).toBeGreaterThan(2)
    for (const line of lines) expect(measure(line, sans, 9)).toBeLessThanOrEqual(90)
  })
})

describe('the nearest cut', () => {
  test.each([
    ['Source Serif 4', { bold: true }, 'SourceSerif4-Semibold.ttf'],
    ['Source Serif 4', { italic: true }, 'SourceSerif4-It.ttf'],
    ['Source Code Pro', { italic: true }, 'SourceCodePro-Regular.ttf'],
    ['Source Code Pro', { bold: true, italic: true }, 'SourceCodePro-Bold.ttf'],
    ['DejaVu Sans', { bold: true }, 'DejaVuSans.ttf'],
  ] as const)('%s %o', (family, style, file) => {
    expect(fileFor(family, style)).toBe(file)
  })
})

describe('missingGlyphs', () => {
  const text = (value: string) => ({ type: 'text', value })

  test('names the grapheme and its node, in any block', () => {
    const bad = text('see 東')
    const tree = {
      type: 'root',
      children: [
        { type: 'paragraph', children: [text('Қазақстан'), { type: 'strong', children: [bad] }] },
        { type: 'code', value: 'ok' },
      ],
    }
    expect(missingGlyphs(tree, fonts)).toEqual([{ grapheme: '東', node: bad, count: 1 }])
  })

  test('does not look at what is not printed', () => {
    expect(missingGlyphs({ type: 'html', value: '東' }, fonts)).toEqual([])
  })

  test('is told of a single text', () => {
    const lost = (value: string) => missingGlyphs({ type: 'text', value }, fonts).map(({ grapheme }) => grapheme)
    expect(lost('KNB 東')).toEqual(['東'])
    expect(lost('Қ ≥ α')).toEqual([])
  })
})
