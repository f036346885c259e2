import fc from 'fast-check'
import { encode } from 'fast-png'
import { describe, expect, test } from 'vitest'
import { checkImage as checkOnArea } from '../../src/document/images/image.ts'
import { withChunk } from '../helpers/png.ts'

const checkImage = (data: Uint8Array) => checkOnArea(data, { width: 439, height: 686 })
const bytes = (text: string) => new TextEncoder().encode(text)
const svg = (inside: string, attributes = 'width="100" height="50"') =>
  checkImage(bytes(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`))
const cleaned = async (inside: string) => {
  const image = await svg(inside)
  return typeof image === 'string' ? image : new TextDecoder().decode(image.bytes)
}

/** 2 × 1 pixels, at 300 an inch. */
const png = withChunk(
  encode({ width: 2, height: 1, channels: 3, data: new Uint8Array(6) }),
  'pHYs',
  Uint8Array.from([0, 0, 46, 35, 0, 0, 46, 35, 1]),
)
const jpeg = Uint8Array.from([
  ...[0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 1, 0, 144, 0, 144, 0, 0],
  ...[0xff, 0xc0, 0, 11, 8, 0, 30, 0, 40, 1, 1, 0x11, 0, 0xff, 0xd9],
])

describe('raster images', () => {
  test('a PNG is measured with its density', async () => {
    const image = await checkImage(png)
    expect(image).toMatchObject({ format: 'png', bytes: png })
    expect((image as { width: number }).width).toBeCloseTo((2 / 299.9994) * 72, 4)
  })

  test('a JPEG is measured with its density', async () => {
    expect(await checkImage(jpeg)).toMatchObject({ format: 'jpeg', width: 20, height: 15 })
  })

  test('a cut file is refused', async () => {
    expect(await checkImage(png.subarray(0, 40))).toBe('is a PNG cut short')
    expect(await checkImage(jpeg.subarray(0, -2))).toBe('is a JPEG cut short')
  })

  test('a JPEG in inks is refused: PDF/A has no place for it', async () => {
    const inks = jpeg.slice()
    inks[29] = 4
    expect(await checkImage(inks)).toBe('is a JPEG in CMYK, which PDF/A does not allow here; save it as RGB')
  })

  test('too many pixels are refused by the header alone', async () => {
    const huge = png.slice()
    huge.set([0, 1, 0, 0, 0, 1, 0, 0], 16)
    expect(await checkImage(huge)).toMatch(/more than 50000000 pixels/)
  })

  test('anything else is refused', async () => {
    const begins = {
      GIF89a: 'a GIF',
      RIFFxxxxWEBPVP8: 'a WebP',
      xxxxftypheic: 'a HEIC or a film',
      '%PDF-1.7': 'a PDF',
      '': 'empty',
    }
    for (const [head, kind] of Object.entries(begins))
      expect(await checkImage(bytes(head))).toBe(`is ${kind}, not a PNG, JPEG or SVG`)
    expect(await checkImage(bytes('words'))).toBe('is not a PNG, JPEG or SVG')
  })
})

describe('SVG', () => {
  test('is measured in points, by its size or its viewBox', async () => {
    expect(await svg('<rect/>')).toMatchObject({ format: 'svg', width: 75, height: 37.5 })
    expect(await svg('<rect/>', 'viewBox="0 0 200 100"')).toMatchObject({ width: 150, height: 75 })
    expect(await svg('<rect/>', 'width="72pt" height="1in"')).toMatchObject({ width: 72, height: 72 })
    expect(await svg('<rect/>', '')).toMatch(/has no size/)
  })

  test('keeps what is drawn, and makes styles attributes', async () => {
    const text = await cleaned(
      '<style>.a{fill:#ff0000} rect{stroke:#000000;fill:#00ff00}</style><rect class="a" style="stroke-width: 2px"/>',
    )
    expect(text).toMatch(/fill="#ff0000"/)
    expect(text).toMatch(/stroke-width="2"/)
    expect(text).not.toMatch(/style|class/)
  })

  test('drops what editors write for themselves, and comments', async () => {
    const text = await cleaned(
      '<!-- x --><metadata><p>me</p></metadata><sodipodi:namedview id="v"/><g inkscape:label="L" data-x="1"><circle r="2"/></g>',
    )
    expect(text).toMatch(/<g><circle r="2"\/><\/g>/)
    expect(text).not.toMatch(/metadata|sodipodi|inkscape|data-x|<!--/)
  })

  test.each([
    ['a script', '<script>alert(1)</script>'],
    ['a script under another prefix', '<svg:script>alert(1)</svg:script>'],
    ['a handler', '<rect onclick="x()"/>'],
    ['a handler in capitals', '<rect ONLOAD="x()"/>'],
    ['a link outside', '<use href="https://example.org/a.svg#x"/>'],
    ['a link outside, encoded', '<use xlink:href="&#104;ttps://example.org/a.svg#x"/>'],
    ['a file', '<image xlink:href="/etc/hostname"/>'],
    ['a paint server outside', '<rect fill="url(https://example.org/p.svg#x)"/>'],
    ['an import in a style sheet', '<style>@import url(x.css);</style>'],
    ['an escape in a style sheet', '<style>rect{fill:u\\72l(x)}</style>'],
    ['a style that fetches', '<rect style="fill:url(http://x/y)"/>'],
    ['foreign content', '<foreignObject><p>x</p></foreignObject>'],
    ['animation', '<animate attributeName="x"/>'],
    ['a selector that is not simple', '<style>g > rect{fill:#ff0000}</style>'],
    ['a filter', '<filter id="f"/>'],
    ['a colour that print shows black', '<rect fill="oklch(60% 0.2 120)"/>'],
    ['a colour of another shape', '<marker><path stroke="context-stroke"/></marker>'],
    ['a clip by a function', '<rect style="clip-path: inset(10px)"/>'],
    ['blending', '<rect style="mix-blend-mode: multiply"/>'],
    ['an order of painting', '<text paint-order="stroke">x</text>'],
    ['a transform by parts of the box', '<rect style="transform: translate(50%, 0)"/>'],
    ['a ground behind all', '<g style="background: #123456"/>'],
    ['a name looked up elsewhere', '<text style="font-family: var(--face)">x</text>'],
    ['a use of what is not there', '<use href="#none"/>'],
    ['an unknown entity', '<text>&secret;</text>'],
    ['broken markup', '<rect <g>'],
    ['an element that is not closed', '<g>'],
  ])('refuses %s', async (_name, inside) => {
    expect(await svg(inside)).toBeTypeOf('string')
  })

  test.each([
    ['#F80', '#ff8800'],
    ['#ff8800', '#ff8800'],
    ['#f808', 'rgba(255, 136, 0, 0.533)'],
    ['hsl(120, 60%, 50%)', '#33cc33'],
    ['hsl(0.5turn 100% 25% / 50%)', 'rgba(0, 128, 128, 0.5)'],
    ['rgb(10% 20% 30%)', '#1a334d'],
    ['RGBA(1, 2, 3, .5)', 'rgba(1, 2, 3, 0.5)'],
    ['rgb(300, -5, 3)', '#ff0003'],
    ['SteelBlue', 'steelblue'],
    ['transparent', 'rgba(0, 0, 0, 0)'],
    ['url(#none)', 'none'],
    ['url(#none) red', 'red'],
    ['url("#here") red', 'url(#here)'],
  ])('writes the colour %s as %s', async (written, plain) => {
    expect(await cleaned(`<pattern id="here"/><rect style='fill: ${written}'/>`)).toContain(`<rect fill="${plain}"/>`)
  })

  test.each([
    ['a rule, over the own style', 'rect{fill:red !important}', 'fill:blue', 'red'],
    ['the own style, over a rule', 'rect{fill:red!important}', 'fill:blue ! IMPORTANT', 'blue'],
    ['a weaker selector', 'rect{fill:red !Important} #r{fill:green}', 'stroke:red', 'red'],
    ['the stronger of two', '#r{fill:green !important} rect{fill:red !important}', 'fill:blue', 'green'],
    ['none, and the own style is last', '#r{FILL:green}', 'Fill:blue', 'blue'],
  ])('what is important is last: %s', async (_name, sheet, own, fill) => {
    expect(await cleaned(`<style>${sheet}</style><rect id="r" style="${own}"/>`)).toContain(`fill="${fill}"`)
  })

  test.each([
    ['%C3%A4', 'ä', 'ä'],
    ['a%20b', 'a b', 'a_20_b'],
    ['a%2', 'a%2', 'a_25_2'],
    ['%41', '%41', '_25_41'],
  ])('a reference to %s means the id “%s”, written %s', async (written, id, plain) => {
    const parts = `<linearGradient id="${id}"/><clipPath id="clip${id}"/><marker id="mark${id}"/><g id="g${id}"/>`
    const uses = `<rect fill="url(#${written})" clip-path="url(#clip${written})"/><use href="#g${written}"/>`
    const text = await cleaned(`${parts}${uses}<path d="M0 0h1" stroke="red" marker-end="url(#mark${written})"/>`)
    for (const part of [
      `"url(#${plain})"`,
      `"url(#clip${plain})"`,
      `"#g${plain}"`,
      `"url(#mark${plain})"`,
      `id="${plain}"`,
    ])
      expect(text).toContain(part)
  })

  test.each([
    ['Arial, serif', "'Source Sans 3', sans-serif"],
    ['Foo, Georgia', "'Source Serif 4', serif"],
    ['Noto Sans Mono', "'Source Code Pro', monospace"],
    ['Foo', "'Source Sans 3', sans-serif"],
  ])('the family %s is %s', async (said, face) => {
    expect(await cleaned(`<text font-family="${said}">x</text>`)).toContain(`<text font-family="${face}">`)
  })

  test.each([
    [' a  b\n', '<text>a b</text>'],
    [' a <tspan> b </tspan>\t', '<text>a <tspan>b</tspan></text>'],
    ['a\u00a0\u00a0 b ', '<text xml:space="preserve">a\u00a0\u00a0 b</text>'],
    ['<tspan xml:space="preserve"> a</tspan> ', '<text xml:space="preserve"><tspan> a</tspan></text>'],
  ])('the spaces of “%s” stay as browsers show them', async (inside, plain) => {
    expect(await cleaned(`<text>${inside}</text>`)).toContain(plain)
  })

  test('makes of a shorthand what it stands for', async () => {
    expect(await cleaned('<text style="font: italic 600 12px/1.2 \'A b\', serif">x</text>')).toContain(
      `font-style="italic" font-weight="600" font-size="12" font-family="'Source Serif 4', serif"`,
    )
  })

  test('refuses entities, which can grow without end', async () => {
    const text = '<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg width="1" height="1"><text>&a;</text></svg>'
    expect(await checkImage(bytes(text))).toMatch(/^declares entities;/)
  })

  test('refuses depth that would exhaust the stack', async () => {
    expect(await svg('<g>'.repeat(5000) + '</g>'.repeat(5000))).toMatch(/nests deeper/)
  })

  test('a colour beside the paint that takes it is like any other', async () => {
    const text = '<svg width="9" height="9" color="red" fill="currentColor"><path d="M0 0h9v9z"/></svg>'
    expect(await checkImage(bytes(text))).toMatchObject({ format: 'svg' })
  })

  test('is stable: what was cleaned once is cleaned to itself', async () => {
    const once = await cleaned(
      '<style>*{fill:#123456}</style><g><text x="1">a &lt; b &amp; c</text><path d="M0 0h1"/></g>',
    )
    const twice = await checkImage(bytes(once))
    expect(typeof twice === 'string' ? twice : new TextDecoder().decode(twice.bytes)).toBe(once)
  })

  test('never throws', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.constantFrom('<svg', '>', '<g', '/>', '</svg>', ' a="', '"', '&', ';', '<!--', '<style>', '{', '}', 'x'),
        ),
        async (parts) => {
          await checkImage(bytes(`<svg ${parts.join('')}`))
        },
      ),
    )
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 80 }), async (data) => void (await checkImage(data))))
  })
})
