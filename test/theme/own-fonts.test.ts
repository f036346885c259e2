// Fonts of a project's own: measured, embedded and subset as those that ship with the tool, or refused with the reason.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { build } from '../../src/build.ts'
import { encode } from '../../src/core/host.ts'
import { Log } from '../../src/core/log.ts'
import { assetsOf, familyFiles } from '../../src/write/fonts/families.ts'
import { characterWidthOf, metricsOf, openFont } from '../../src/write/fonts/own-fonts.ts'
import { loadTheme } from '../../src/write/theme/load.ts'
import { defaultTheme, lineWidth } from '../../src/write/theme.ts'
import { readFiles } from '../helpers/golden.ts'
import { sharedCache as cache, memoryHost } from '../helpers/memory-host.ts'
import { checkPdfUa } from '../helpers/pdf-ua.ts'
import { output, readerTest } from '../helpers/readers.ts'

const shipped = (name: string) => new Uint8Array(readFileSync(`assets/fonts/${name}`))
const regular = shipped('SourceSans3-Regular.ttf')

/** `font` with other licence bits (OS/2 fsType). */
function licensed(font: Uint8Array, bits: number): Uint8Array {
  const copy = Uint8Array.from(font)
  const view = new DataView(copy.buffer)
  for (let at = 12; at < 12 + 16 * view.getUint16(4); at += 16) {
    if (String.fromCharCode(...copy.subarray(at, at + 4)) === 'OS/2') view.setUint16(view.getUint32(at + 8) + 8, bits)
  }
  return copy
}

/** `font` in whose directory the table OS/2 has another name. */
function withoutOs2(font: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(font)
  copy.set(encode('XX'), new TextDecoder('latin1').decode(copy.subarray(0, 1024)).indexOf('OS/2'))
  return copy
}

function hostOf(theme: string, fonts: Readonly<Record<string, Uint8Array>>, pack = '') {
  const sample = [...readFiles('assets/sample')]
  const templates = [...readFiles('templates')].map(([path, text]) => [`templates/${path}`, text] as const)
  const path = 'corpus/packs/alder-water.yaml'
  const files = new Map([...sample, ...templates, ['templates/themes/house.yaml', theme] as const])
  files.set(path, `${files.get(path)}\ntheme: house\n${pack}`)
  const host = memoryHost(files)
  return {
    ...host,
    read: async (file: string) => fonts[file] ?? host.read(file),
    list: async (folder: string) => (folder === 'fonts' ? Object.keys(fonts) : host.list(folder)),
  }
}

const house = `families:
  House Sans: {regular: fonts/House-Regular.ttf, bold: fonts/House-Bold.ttf}
fonts: {body: House Sans, heading: House Sans}
`
const fonts = { 'fonts/House-Regular.ttf': regular, 'fonts/House-Bold.ttf': shipped('SourceSans3-Semibold.ttf') }

test('a font is measured as those that ship are', async () => {
  const baked = JSON.parse(readFileSync('assets/fonts/metrics.json', 'utf8')) as Record<string, unknown>
  for (const name of ['SourceSans3-It.ttf', 'DejaVuSans.ttf']) {
    expect(JSON.parse(JSON.stringify(metricsOf(await openFont(shipped(name)))))).toEqual(baked[name])
  }
})

readerTest('pdffonts', 'it is in the PDF, which stays PDF/UA, in the HTML, and in Word when asked for', async () => {
  const made = async () => {
    const host = hostOf(house, fonts, 'docx: {embed-fonts: true}\n')
    const { findings } = await build(host, { packs: ['alder-water'], formats: ['pdf', 'html', 'docx'], cache })
    expect(findings.filter(({ fatal }) => fatal)).toEqual([])
    return host.written
  }
  const written = await made()
  const again = await made()
  expect([...again.keys()]).toEqual([...written.keys()])
  for (const [path, bytes] of again) expect(Buffer.compare(bytes, written.get(path)!), path).toBe(0)
  const file = join(mkdtempSync(join(tmpdir(), 'own-fonts-')), 'a.pdf')
  writeFileSync(file, written.get('out/alder-water.pdf')!)
  const embedded = await output('pdffonts', file)
  expect(embedded).toMatch(/\+SourceSans3-Regular .* yes yes yes/)
  expect(embedded).not.toContain('SourceSerif')
  expect(checkPdfUa(file).failures).toEqual([])
  const html = new TextDecoder().decode(written.get('out/alder-water.html'))
  expect(html).toContain("@font-face { font-family: 'House Sans'; font-weight: 600 900")
  expect(html).toContain("--body: 'House Sans', serif")
  const parts = unzipSync(written.get('out/alder-water.docx')!)
  expect(strFromU8(parts['word/fontTable.xml']!)).toMatch(
    /<w:font w:name="Source Sans 3">(?:<w:(?:altName|family|pitch)[^>]*>)*<w:embedRegular/,
  )
  for (const [path, bytes] of Object.entries(parts))
    if (path.endsWith('.xml')) expect(strFromU8(bytes), path).not.toContain('House Sans')
  expect(strFromU8(parts['word/styles.xml']!)).toContain('w:ascii="Source Sans 3"')
})

test('a character that it lacks is an error at its place', async () => {
  const host = hostOf(`${house.replace('Sans}', 'Sans, fallback: []}')}`, fonts)
  const theme = 'templates/key-findings.md.hbs'
  const text = await host.read(theme)
  const other = {
    ...host,
    read: async (path: string) =>
      path === theme ? encode(`${new TextDecoder().decode(text)}\n\n漢\n`) : host.read(path),
  }
  const { findings } = await build(other, { packs: ['alder-water'], formats: ['pdf'], cache })
  const told = findings.filter(({ ruleId }) => ruleId === 'glyph-exists')
  expect(told.map(({ file, reason }) => [file, reason])).toContainEqual([
    theme,
    expect.stringContaining('“漢” (U+6F22)'),
  ])
})

test.each([
  [
    'families: {House: {regular: fonts/Hose-Regular.ttf}}',
    'There is no file “fonts/Hose-Regular.ttf”',
    'fonts/House-Regular.ttf',
  ],
  [
    'families: {House: {regular: font/House-Regular.otf}}',
    'There is no file “font/House-Regular.otf”',
    'fonts/House-Regular.ttf',
  ],
  ['families: {House: {regular: fonts/Hose.ttf}}\nfonts: {body: House}', 'There is no file “fonts/Hose.ttf”'],
  ['families: {House: {regular: fonts/restricted.ttf}}', 'its licence bits (fsType) forbid that a document carries it'],
  ['families: {House: {regular: fonts/whole.ttf}}', 'forbid that a document carries a part of it'],
  ['families: {House: {regular: fonts/without.ttf}}', 'it cannot be read as a font: it has no table OS/2'],
  ['families: {House: {regular: fonts/text.ttf}}', '“fonts/text.ttf” cannot be used: it cannot be read as a font'],
  [
    'families: {House: {regular: fonts/House-Regular.ttf, heavy: fonts/House-Bold.ttf}}',
    'a family has no style “heavy”',
  ],
  ['families: {House: {bold: fonts/House-Bold.ttf}}', 'the family “House” has no regular style'],
  ['families: {House: {regular: 3}}', 'the path of a font file is wanted here'],
  ['families: {DejaVu Sans: {regular: fonts/House-Regular.ttf}}', '“DejaVu Sans” is a family that ships with the tool'],
  [`families: {"a'b": {regular: fonts/House-Regular.ttf}}`, 'is no name of a family'],
  ['families: [House]', '“families” is not a mapping'],
  [
    'fonts: {body: Hose}\nfamilies: {House: {regular: fonts/House-Regular.ttf}}',
    '“fonts.body” is “Hose”, not one of Source Serif 4',
  ],
  ['families: {House: {regular: ../font.ttf}}', 'lies outside the project'],
])('%s', async (text, reason, meant = '') => {
  const bad = {
    'fonts/restricted.ttf': licensed(regular, 2),
    'fonts/whole.ttf': licensed(regular, 0x100),
    'fonts/without.ttf': withoutOs2(regular),
    'fonts/text.ttf': encode('no font'),
  }
  const log = new Log()
  const theme = await loadTheme(hostOf(text, { ...fonts, ...bad }), 'house', log)
  expect(log.findings.map((finding) => finding.reason)).toEqual([expect.stringContaining(reason)])
  expect(log.findings[0]).toMatchObject({ file: 'templates/themes/house.yaml', line: 1 })
  if (meant) expect(log.findings[0]!.note).toContain(`${meant}”?`)
  expect(theme.fonts.body).toBe('Source Serif 4')
})

test('two that have one name in their files keep their own in Word', async () => {
  const text = `families:
  House: {regular: fonts/House-Regular.ttf}
  Light: {regular: fonts/House-Regular.ttf}
`
  const { families } = await loadTheme(hostOf(text, fonts), 'house', new Log())
  expect(Object.values(families ?? {}).map(({ name }) => name)).toEqual(['Source Sans 3', 'Light'])
})

test('one that may only be viewed and printed does not travel in Word', async () => {
  const text = 'families: {House: {regular: fonts/viewed.ttf}}\nfonts: {body: House}\n'
  const log = new Log()
  const theme = await loadTheme(hostOf(text, { 'fonts/viewed.ttf': licensed(regular, 4) }), 'house', log)
  expect(log.findings).toEqual([])
  expect(theme.families?.House?.isForWord).toBe(false)
})

const variable = new Uint8Array(readFileSync('node_modules/source-sans/VF/SourceSans3VF-Upright.ttf'))
const postScript = new Uint8Array(readFileSync('node_modules/source-sans/VF/SourceSans3VF-Upright.otf'))

test('HarfBuzz is as its package has it', () => {
  const own = readFileSync('node_modules/harfbuzzjs/dist/harfbuzz-subset.wasm')
  expect(Buffer.compare(own, shipped('harfbuzz-subset.wasm'))).toBe(0)
})

readerTest('pdffonts', 'weights of one variable font are fonts of their own', async () => {
  const theme = `families:
  House Sans: {regular: {file: fonts/House.ttf, wght: 400}, bold: {file: fonts/House.ttf, wght: 900}}
fonts: {body: House Sans, heading: House Sans}
`
  const host = hostOf(theme, { 'fonts/House.ttf': variable }, 'docx: {embed-fonts: true}\n')
  const { findings } = await build(host, { packs: ['alder-water'], formats: ['pdf', 'docx'], cache })
  expect(findings.filter(({ fatal }) => fatal)).toEqual([])
  const file = join(mkdtempSync(join(tmpdir(), 'own-fonts-')), 'a.pdf')
  writeFileSync(file, host.written.get('out/alder-water.pdf')!)
  expect((await output('pdffonts', file)).match(/\+SourceSans3VF/g)).toHaveLength(2)
  expect(checkPdfUa(file).failures).toEqual([])
  const { fonts = {} } = await loadTheme(host, 'house', new Log()).then(({ families }) => ({ fonts: families }))
  const asset = assetsOf({ ...host, asset: async (path) => shipped(path.replace('fonts/', '')) }, { families: fonts })
  const { regular: light, bold } = fonts['House Sans']!
  const widths = await Promise.all(
    [light, bold!].map(
      async (name) => (await openFont(await asset(`fonts/${name}`))).glyphForCodePoint(65).advanceWidth,
    ),
  )
  expect(widths[1]).toBeGreaterThan(widths[0]!)
})

test.each([
  ['fonts/House.ttf', 'it is a variable font, whose positions are not given', 'wght from 200 to 900'],
  ['{file: fonts/House.ttf, wgth: 400}', 'it has no axis “wgth”', 'did you mean “wght”?'],
  ['{file: fonts/House.ttf, wght: 1000}', '“wght” is 1000', 'wght from 200 to 900'],
  ['{file: fonts/House.otf, wght: 400}', 'it is a variable font with PostScript outlines', 'take its TrueType version'],
  ['{file: fonts/Static.ttf, wght: 400}', 'it is no variable font, and has no axes', ''],
])('a position that is none is told: %s', async (style, why, note) => {
  const host = hostOf(`families:\n  House Sans: {regular: ${style}}\n`, {
    'fonts/House.ttf': variable,
    'fonts/House.otf': postScript,
    'fonts/Static.ttf': regular,
  })
  const log = new Log()
  await loadTheme(host, 'house', log)
  expect(log.findings.map(({ reason }) => reason)).toEqual([expect.stringContaining(`cannot be used: ${why}`)])
  expect(log.findings[0]?.note ?? '').toContain(note)
})

test('a line of text has as many characters in a font of one’s own as in those that ship with the tool', async () => {
  const wide = shipped('DejaVuSans.ttf')
  const own = 'families: {House: {regular: fonts/House-Regular.ttf}}\nfonts: {body: House}'
  const theme = await loadTheme(hostOf(own, { 'fonts/House-Regular.ttf': wide }), 'house', new Log())
  expect(lineWidth(theme) / lineWidth(defaultTheme)).toBeCloseTo(0.506 / 0.455, 2)
  for (const [name, { regular }] of Object.entries(familyFiles)) {
    const mean = characterWidthOf(await openFont(shipped(regular)))
    expect(mean).toBeCloseTo(
      lineWidth({ ...defaultTheme, measure: 1, fonts: { ...defaultTheme.fonts, body: name } }),
      2,
    )
  }
})
