// Pictures of a stranger: nothing in them takes more time than their size, and what would is refused before it is drawn.
import { fileURLToPath } from 'node:url'
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { encode } from 'fast-png'
import { expect, test } from 'vitest'
import { drawingApart } from '../../src/app/cli/drawing.ts'
import { checkImage } from '../../src/document/images/image.ts'
import { withChunk } from '../helpers/png.ts'
import { documentOf, printed } from '../pdf/context.ts'

const area = { width: 439, height: 686 }
const bytes = (text: string) => new TextEncoder().encode(text)
const svg = (inside: string, attributes = 'width="200" height="280"') =>
  bytes(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`)
const times = (count: number, one: (i: number) => string) => Array.from({ length: count }, (_, i) => one(i)).join('')

/** Ten times itself, `levels` deep. */
const nested = (levels: number, part: (i: number) => string, last: string) =>
  `<defs>${times(levels, part)}</defs>${last}`
const useBomb = (levels: number) =>
  nested(
    levels,
    (i) => `<g id="a${i + 1}">${times(10, () => `<use href="#a${i}"/>`)}</g>`,
    `<rect id="a0" width="9" height="9"/><use href="#a${levels}"/>`,
  )
const row = '<path d="M0 0L1 1L2 2L3 3L4 4L5 5L6 6L7 7L8 8L9 9"'

const refused: Record<string, readonly [Uint8Array, RegExp]> = {
  '10⁵ uses': [svg(useBomb(5)), /more than 50000 elements/],
  '10⁹ uses': [svg(useBomb(9)), /more than 50000 elements/],
  'a use of itself': [svg('<g id="a"><use href="#a"/></g>'), /repeats “#a” in itself/],
  'uses in a ring': [svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'), /in itself/],
  'a long chain of uses': [
    svg(`${times(5000, (i) => `<use id="u${i}" href="#u${i + 1}"/>`)}<g id="u5000"/>`),
    /deeper than 200/,
  ],
  'clips in clips': [
    svg(
      nested(
        12,
        (i) => `<clipPath id="c${i}">${times(10, () => `<rect width="5" clip-path="url(#c${i + 1})"/>`)}</clipPath>`,
        '<rect width="5" clip-path="url(#c0)"/>',
      ),
    ),
    /more than 50000 elements/,
  ],
  'patterns in patterns': [
    svg(
      nested(
        12,
        (i) => `<pattern id="p${i}">${times(10, () => `<rect width="5" fill="url(#p${i + 1})"/>`)}</pattern>`,
        '<rect fill="url(#p0)"/>',
      ),
    ),
    /more than 50000 elements/,
  ],
  'a pattern of itself, inherited': [
    svg(
      '<pattern id="p"><rect width="5"/></pattern><g id="q" fill="url(#r)"><rect width="5"/></g><pattern id="r"><use href="#q"/></pattern>',
    ),
    /in itself/,
  ],
  'markers on markers': [
    svg(
      nested(
        12,
        (i) => `<marker id="m${i}">${row} marker-mid="url(#m${i + 1})"/></marker>`,
        `${row} marker-mid="url(#m0)"/>`,
      ),
    ),
    /more than 50000 elements/,
  ],
  'a megabyte of text': [svg(`<text y="20">${'word '.repeat(200_000)}</text>`), /more than 100000 letters/],
  'a path of two megabytes': [svg(`<path d="M0 0${'L1 2'.repeat(600_000)}"/>`), /characters of paths/],
  'many elements': [svg('<rect/>'.repeat(60_000)), /more than 50000 elements/],
  'many rules for many elements': [
    svg(`<style>${'.a{fill:#123}'.repeat(9000)}</style>${'<rect/>'.repeat(900)}`),
    /9000 style rules/,
  ],
  'style without braces': [svg(`<style>${'a '.repeat(75_000)}</style><rect/>`), /style sheet that cannot be read/],
  'style of braces': [svg(`<style>${'{'.repeat(150_000)}</style><rect/>`), /style sheet that cannot be read/],
  'an address of spaces': [svg(`<rect fill="url(#${'a '.repeat(75_000)}"/>`), /“fill” of 150004 characters/],
  'addresses by the thousand': [svg(`<rect fill="${'url('.repeat(37_500)}"/>`), /outside itself/],
  'a font of bold': [svg(`<text style="font:${'bold '.repeat(30_000)}9px x">a</text>`), /“font” of/],
  'a size of 1e30': [svg('<rect/>', 'width="1e30" height="1e30"'), /beyond 1000000/],
  'a size of thirty digits': [svg('<rect/>', `width="1${'0'.repeat(30)}" height="1"`), /beyond 1000000/],
  'a side of nothing': [svg('<rect/>', 'width="0.0000001" height="1"'), /a side may have 1 to 100000/],
  'a viewBox of 0': [svg('<rect/>', 'width="9" height="9" viewBox="0 0 0 0"'), /nothing has room/],
  'a viewBox below 0': [svg('<rect/>', 'width="9" height="9" viewBox="0 0 -5 9"'), /nothing has room/],
  'a viewBox of words': [svg('<rect/>', 'width="9" height="9" viewBox="a b c d"'), /nothing has room/],
  'a place at 1e38': [svg('<path d="M0 0L1e38 1e38"/>'), /beyond 1000000/],
  'enlarged again and again': [
    svg(`${'<g transform="scale(99999)">'.repeat(9)}<rect width="1"/>${'</g>'.repeat(9)}`),
    /beyond what print can show/,
  ],
  'enlarged by boxes': [
    svg(`${'<svg viewBox="0 0 .001 .001">'.repeat(9)}<rect width="1"/>${'</svg>'.repeat(9)}`),
    /beyond what print can show/,
  ],
  'declared, over and over': [bytes(`${'<!DOCTYPE '.repeat(20_000)}<svg width="9" height="9"/>`), /has no element/],
  'points of one long number': [svg(`<polygon points="${'1'.repeat(150_000)}x"/>`), /which print does not show alike/],
  'a path with half a point': [svg('<path d="M0 0L5"/>'), /path that cannot be read at “L5”/],
  'a path that is no number': [svg('<path d="M0,NaNL5 5"/>'), /path that cannot be read at “M0,NaNL5 5”/],
  'a path that begins nowhere': [svg('<path d="L5 5"/>'), /cannot be read/],
  'deep nesting': [svg('<g>'.repeat(100_000)), /deeper than 200/],
  'an element named as objects’ own': [svg('<toString/>'), /uses “toString”, which is not supported/],
  'a PNG of 10 by 10 that unpacks to 64 megabytes': [
    png(deflateSync(new Uint8Array(64_000_000))),
    /data are more than its pixels/,
  ],
  'a PNG with too little': [png(deflateSync(new Uint8Array(40))), /data are fewer than its pixels/],
  'a PNG whose data are none': [png(Uint8Array.from([1, 2, 3])), /is a damaged PNG/],
}

/** Of 10 by 10 pixels, with these as its packed data. */
function png(data: Uint8Array): Uint8Array {
  const whole = encode({ width: 10, height: 10, channels: 3, data: new Uint8Array(300) })
  const end = whole.subarray(-12)
  return withChunk(Uint8Array.from([...whole.subarray(0, 33), ...end]), 'IDAT', data)
}

test.each(Object.entries(refused))('%s is refused', async (_, [data, reason]) => {
  expect(await checkImage(data, area)).toMatch(reason)
})

test.each([
  ['M1-2L.5.5,1e1 2z m1 1', 'M1 -2L.5 .5 1e1 2zm1 1'],
  ['M0 0a1 1 0 01.5.5 2,2,0,1,0-1,1', 'M0 0a1 1 0 0 1 .5 .5 2 2 0 1 0 -1 1'],
  ['', ''],
])('a path “%s” is written with its numbers apart', async (short, apart) => {
  const image = await checkImage(svg(`<path d="${short}"/>`), area)
  expect(new TextDecoder().decode((image as { bytes: Uint8Array }).bytes)).toContain(` d="${apart}"`)
})

test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])('an attribute %s means nothing', async (name) => {
  expect(await checkImage(svg(`<rect ${name}="1" width="9" height="9"/>`), area)).toMatchObject({ format: 'svg' })
})

/** Some take a second to draw: `PICTURES=60` draws more. */
const count = Number(process.env.PICTURES ?? 24)

test('what is accepted is drawn in print and by the library, whatever its numbers', async () => {
  const nasty = fc.constantFrom('0', '-0', '1e-30', '1e6', '-999999', '.5', '1e5', '-1')
  const size = fc.constantFrom('0', '1e-30', '1e6', '.5', '1e5', '-1')
  const text = fc.oneof(size, fc.constantFrom('NaN', '', '100%', '1e3px', '3 4'))
  const shape = fc.record({ x: nasty, y: nasty, width: text, r: size, d: nasty, t: nasty, s: size, dash: text })
  const pictures = fc.sample(shape, { numRuns: count, seed: 17 }).map(({ x, y, width, r, d, t, s, dash }) =>
    svg(
      `<pattern id="p" width="${s}" height="${s}"><rect width="${t}" height="5"/></pattern>
      <g transform="translate(${t}) scale(${s})"><rect x="${x}" y="${y}" width="${width}" height="9" rx="${r}" stroke="#000" stroke-dasharray="${dash}" fill="url(#p)"/>
      <path d="M0 0L${d} ${x}A${r} ${r} 0 0 1 ${x} ${y}" stroke-width="${width}" stroke="#000"/><circle r="${r}" cx="${x}"/><text x="${x}" font-size="${s}">a</text></g>`,
    ),
  )
  const checked = await Promise.all(pictures.map((picture) => checkImage(picture, area)))
  const accepted = checked.filter((image) => typeof image === 'object')
  expect(accepted.length).toBeGreaterThan(count / 6)
  const figures = accepted.map((image, i) => ({
    type: 'figure' as const,
    kind: 'figure' as const,
    label: '',
    caption: [],
    children: [{ type: 'image' as const, url: 'a.svg', alt: `Picture ${i}`, ...image }],
  }))
  await printed(documentOf(...figures))
  const draw = drawingApart(fileURLToPath(new URL('../../assets/draw.js', import.meta.url)), (path) => path)
  for (const image of accepted) expect(await draw(image.bytes, 100, [])).not.toBe('failed')
})

test('a picture that takes longer than is waited for is given up, and so is its process; the next begins anew', async () => {
  const script = fileURLToPath(new URL('../../assets/draw.js', import.meta.url))
  const impatient = drawingApart(script, (path) => path, 0)
  expect(await Promise.all([svg('<rect/>'), svg('<rect/>')].map((it) => impatient(it, 10, [])))).toEqual([
    'failed',
    'failed',
  ])
})
