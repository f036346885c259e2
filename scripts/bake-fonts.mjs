/**
 * Writes what fontkit knows of the fonts, so that a run need not open them: `assets/fonts/metrics.json`, which characters
 * each has and how wide they are, and `*.pairs.json`, how every two neighbours among the characters of plain Latin and
 * Cyrillic text are set. Run it again after a new version of a font (`node scripts/bake-fonts.mjs`);
 * test/fonts/fonts.test.ts and test/pdf/shaping.test.ts compare the result with fontkit.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import * as fontkit from 'fontkit'

const fonts = new URL('../assets/fonts/', import.meta.url)

const range = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i))
const digits = range(0x30, 0x39)
const common = [
  ...[...range(0x20, 0x40), ...range(0x5b, 0x60), ...range(0x7b, 0x7e)].filter((each) => !digits.includes(each)),
  ...range(0xa0, 0xbf).filter((each) => !'ª\u00adº'.includes(each)),
  ...'×÷‐‑‒–—‘’‚“”„†•…‰′‹›€№™←↑→↓−≤≥■□▲△▼▽●○◆◇☐☑☒✓✗',
]
const latin = [
  ...[...range(0x41, 0x5a), ...range(0x61, 0x7a), 'ª', 'º'],
  ...range(0xc0, 0x17f).filter((each) => each !== '×' && each !== '÷'),
]
const scripts = { latn: [...common, ...latin], cyrl: [...common, ...range(0x400, 0x52f)], zyyy: common }

/** The features that figures are set in: what the styles of the writer ask for. */
const figureFeatures = ['', 'onum pnum', 'lnum tnum', 'onum pnum lnum tnum', 'sups', 'onum pnum sups', 'lnum tnum sups']

const metrics = {}
for (const name of (await readdir(fonts)).filter((name) => name.endsWith('.ttf')).sort()) {
  const font = fontkit.create(await readFile(new URL(name, fonts)))
  metrics[name] = metricsOf(font)
  const tables = Object.entries(scripts).map(([script, characters]) => [script, tableOf(font, script, characters)])
  const target = new URL(name.replace('.ttf', '.pairs.json'), fonts)
  await writeFile(target, `${JSON.stringify({ unitsPerEm: font.unitsPerEm, ...Object.fromEntries(tables) })}\n`)
}

const lines = Object.entries(metrics).map(([name, it]) => `${JSON.stringify(name)}:${JSON.stringify(it)}`)
await writeFile(new URL('metrics.json', fonts), `{${lines.join(',\n')}}\n`)

/** Lengths in units of the font; each run is a first character and the advances of it and those that follow it. */
function metricsOf(font) {
  const runs = []
  let next = -1
  for (const codePoint of [...new Set(font.characterSet)].sort((a, b) => a - b)) {
    if (codePoint !== next) runs.push([codePoint])
    runs.at(-1).push(font.glyphForCodePoint(codePoint).advanceWidth)
    next = codePoint + 1
  }
  const { unitsPerEm, ascent, descent } = font
  return { unitsPerEm, ascent, descent: -descent, missing: font.getGlyph(0).advanceWidth, runs }
}

function tableOf(font, script, characters) {
  const lay = (text, features) =>
    font.layout(text, features === '' ? undefined : features.split(' '), script === 'zyyy' ? undefined : script)
  const known = characters.filter((each) => font.hasGlyphForCodePoint(each.codePointAt(0)))
  const letters = known.filter((each) => !common.includes(each))
  const symbols = known.map((text) => symbolOf(text, '', lay))
  for (const features of figureFeatures) symbols.push(...digits.map((text) => symbolOf(text, features, lay)))
  symbols.push(...ligaturesOf(letters, lay))
  const kerns = symbols.map((first) => symbols.map((second) => kernOf(first, second, lay)))
  const rows = distinct(kerns)
  const columns = distinct(symbols.map((_, column) => rows.values.map((row) => row[column])))
  return {
    texts: symbols.map(({ text }) => text),
    glyphs: symbols.map(({ glyph }) => glyph),
    advances: symbols.map(({ advance }) => advance),
    // Where the ten figures of each set of features begin.
    figures: Object.fromEntries(figureFeatures.map((features, i) => [features, known.length + i * 10])),
    rows: rows.indices,
    columns: columns.indices,
    // By row and column; `null` where the two are more than two glyphs beside each other.
    kerns: rows.values.map((_, row) => columns.values.map((column) => column[row])),
  }
}

function symbolOf(text, features, lay) {
  const { glyphs, positions } = lay(text, features)
  const [glyph] = glyphs
  if (glyphs.length !== 1 || !isPlain(glyph, positions[0])) throw new Error(`“${text}” is not one plain glyph`)
  return { text, features, glyph: glyph.id, advance: glyph.advanceWidth, isDigit: digits.includes(text) }
}

/** Two or three letters that become one glyph. */
function ligaturesOf(letters, lay) {
  const join = (starts) =>
    starts.flatMap((start) =>
      letters.flatMap((letter) => {
        const { glyphs, positions } = lay(start + letter, '')
        const [glyph] = glyphs
        if (glyphs.length !== 1 || !isPlain(glyph, positions[0])) return []
        return [{ text: start + letter, features: '', glyph: glyph.id, advance: glyph.advanceWidth, isDigit: false }]
      }),
    )
  const two = join(letters)
  return [...two, ...join(two.map(({ text }) => text))]
}

function isPlain(glyph, { xAdvance, xOffset, yOffset }) {
  return xAdvance === glyph.advanceWidth && xOffset === 0 && yOffset === 0
}

function kernOf(first, second, lay) {
  if (first.isDigit && second.isDigit && first.features !== second.features) return null
  const features = first.isDigit ? first.features : second.features
  const { glyphs, positions } = lay(first.text + second.text, features)
  if (glyphs.length !== 2 || glyphs[0].id !== first.glyph || glyphs[1].id !== second.glyph) return null
  const [{ xAdvance, xOffset, yOffset }, last] = positions
  return xOffset === 0 && yOffset === 0 && isPlain(glyphs[1], last) ? xAdvance - first.advance : null
}

/** Kerning is by classes of letters, so most rows are alike. */
function distinct(lists) {
  const indexOf = new Map()
  const values = []
  const indices = lists.map((list) => {
    const key = list.join()
    if (!indexOf.has(key)) {
      indexOf.set(key, values.length)
      values.push(list)
    }
    return indexOf.get(key)
  })
  return { indices, values }
}
