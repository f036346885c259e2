import { describe, expect, test } from 'vitest'
import { encode, type Host } from '../../src/core/host.ts'
import { Log } from '../../src/core/log.ts'
import { loadTheme } from '../../src/write/theme/load.ts'
import { areaOf, defaultTheme, paperOf } from '../../src/write/theme.ts'

async function load(name: string, text?: string, others: Record<string, string> = {}) {
  const texts = { ...others, ...(text === undefined ? {} : { [name]: text }) }
  const files = new Map(Object.entries(texts).map(([it, own]) => [`templates/themes/${it}.yaml`, encode(own)]))
  const host: Host = {
    list: async (folder) => [...files.keys()].filter((path) => path.startsWith(folder)),
    read: async (path) => files.get(path),
    write: async () => {},
    asset: async () => new Uint8Array(),
  }
  const log = new Log()
  return { theme: await loadTheme(host, name, log), findings: log.findings }
}

describe('loadTheme', () => {
  test('the default theme needs no file', async () => {
    expect(await load('default')).toEqual({ theme: defaultTheme, findings: [] })
  })

  test('a file overrides what it names and nothing else', async () => {
    const { theme, findings } = await load(
      'house',
      'page: {size: Letter}\ncolours: {accent: "#7a1f1f"}\nsizes:\n  body: 11\n',
    )
    expect(findings).toEqual([])
    expect(theme).toEqual({
      ...defaultTheme,
      page: { ...defaultTheme.page, size: 'Letter' },
      colours: { ...defaultTheme.colours, accent: '#7a1f1f' },
      sizes: { ...defaultTheme.sizes, body: 11 },
    })
  })

  test('the project’s own default holds for its other themes', async () => {
    const { theme } = await load('house', 'sizes: {body: 11}', { default: 'page: {size: Letter}\nsizes: {body: 9}' })
    expect(theme).toEqual({
      ...defaultTheme,
      page: { ...defaultTheme.page, size: 'Letter' },
      sizes: { ...defaultTheme.sizes, body: 11 },
    })
  })

  test('an empty file overrides nothing', async () => {
    expect(await load('house', '')).toEqual({ theme: defaultTheme, findings: [] })
  })

  test('an unknown field is reported at its key, with the nearest', async () => {
    const { theme, findings } = await load('house', 'sizes:\n  bodi: 11\n')
    expect(theme).toEqual(defaultTheme)
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({
      ruleId: 'field-is-known',
      line: 2,
      column: 3,
      reason: '“sizes” of the theme has no field “bodi”',
    })
    expect(findings[0]!.note).toContain('did you mean “body”?')
  })

  test.each([
    ['sizes: {body: big}', '“sizes.body” is “big”, not a number from 6 to 20'],
    ['sizes: {headings: [20, 14]}', '“sizes.headings” is a list, not a list of 6 entries'],
    ['colours: {ink: black}', '“colours.ink” is “black”, not a colour written as "#rrggbb"'],
    ['colours: {muted: "#bbbbbb"}', '“colours.muted” is “#bbbbbb”, with a contrast of 1.9 on white; text needs 4.5'],
    [
      'fonts: {body: Source Serif}',
      '“fonts.body” is “Source Serif”, not one of Source Serif 4, Source Sans 3, Source Code Pro, DejaVu Sans',
    ],
    [
      'fonts: {fallback: [Arial]}',
      '“fonts.fallback” is a list, not one of Source Serif 4, Source Sans 3, Source Code Pro, DejaVu Sans',
    ],
    ['page: {margins: {top: 0}}', '“page.margins.top” is “0”, not a number from 20 to 200'],
    [
      'page: {size: 170x240mm}',
      '“page.size” is “170x240mm”, not one of A4, Letter, A5, B5, Legal, one of them with “landscape” behind it, or a width and a height such as “170mm 240mm”',
    ],
    [
      'page: {size: A5, margins: {left: 150, right: 100}}',
      'the margins leave 170 by 439 points of “A5” for the text, less than 240',
    ],
    ['page: {size: 3in 12cm}', 'the margins leave 60 by 184 points of “3in 12cm” for the text, less than 240'],
    ['page: {columns: 4}', '“page.columns” is “4”, not one of 1, 2, 3'],
    ['page: {size: A5, columns: 2}', '2 columns of “A5” are 123 points wide each, less than 140'],
    ['page: A4', '“page” is “A4”, not a mapping'],
    ['leading: .nan', '“leading” is “NaN”, not a number from 1 to 2.5'],
    ['- a', 'the theme is a list, not a mapping'],
  ])('%s is refused', async (text, reason) => {
    const { theme, findings } = await load('house', text)
    expect(findings.map((one) => [one.ruleId, one.reason])).toEqual([['field-is-valid', reason]])
    expect(theme).toEqual(defaultTheme)
  })

  test.each([
    ['A5 landscape', { width: 595.28, height: 419.53 }],
    ['170mm 240mm', { width: 481.89, height: 680.31 }],
    ['6.5in 24.4cm', { width: 468, height: 691.65 }],
  ])('paper: %s', async (size, paper) => {
    const { theme, findings } = await load('house', `page: {size: ${size}}`)
    expect(findings).toEqual([])
    expect(paperOf(theme.page)).toEqual(paper)
    expect(areaOf(theme.page).width).toBeCloseTo(paper.width - 156)
  })

  test('a theme that is not there is reported, with those that are', async () => {
    const { theme, findings } = await load('defualt')
    expect(theme).toEqual(defaultTheme)
    expect(findings[0]).toMatchObject({ ruleId: 'file-is-present', reason: 'there is no theme “defualt”' })
    expect(findings[0]!.note).toContain('did you mean “default”?')
  })

  test('names of Object’s own are unknown fields', async () => {
    expect((await load('house', 'constructor: 1\n')).findings[0]).toMatchObject({ ruleId: 'field-is-known' })
  })
})
