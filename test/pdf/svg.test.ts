/** Pictures of every construction that charts are drawn with look in the PDF as they do in the SVG library of the Word file. */
import { Resvg } from '@resvg/resvg-js'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Figure } from '../../src/core/tree.ts'
import { type CheckedImage, checkImage } from '../../src/document/images/image.ts'
import { type Picture, pictureOf } from '../helpers/page-picture.ts'
import { checkPdfUa } from '../helpers/pdf-ua.ts'
import { readerTest } from '../helpers/readers.ts'
import { documentOf, printed } from './context.ts'

const green = (attributes = '') => `<rect x="5" y="5" width="190" height="270" fill="#393" ${attributes}/>`
const stops = '<stop offset="0" stop-color="#e00"/><stop offset="1" stop-color="#00e"/>'
const clip = (inside: string, attributes = '') => `<clipPath id="c" ${attributes}>${inside}</clipPath>`

const pattern = (inside: string) =>
  `<pattern id="p" width="60" height="60" patternUnits="userSpaceOnUse">${inside}</pattern>${green().replace('#393', 'url(#p)')}`
const arrow = (attributes: string) =>
  `<marker id="m" viewBox="0 0 10 10" refX="5" refY="5" markerWidth="9" markerHeight="9"><circle cx="5" cy="5" r="5"/></marker><g marker-end="url(#m)" stroke="#000" stroke-width="8" stroke-dasharray="9 9"><path d="M50 50L150 200" ${attributes}/></g>`

const words = (inside: string, attributes = '') =>
  `<text x="10" y="100" font-family="Source Sans 3" font-size="60" ${attributes}>${inside}</text>`
const hebrew = (inside: string) => `<text x="5" y="100" font-family="DejaVu Sans" font-size="32">${inside}</text>`

/** As matplotlib, D3 and Inkscape write them. */
const pictures: Record<string, string> = {
  'a clipped shape': `<defs>${clip('<rect width="100" height="140"/>')}</defs>${green('clip-path="url(#c)"')}`,
  'a clipped group': `${clip('<circle cx="90" cy="120" r="80"/>')}<g clip-path="url(#c)">${green()}</g>`,
  'a clip in parts of the box': `${clip('<rect x=".2" y=".2" width=".5" height=".5"/>', 'clipPathUnits="objectBoundingBox"')}${green('clip-path="url(#c)"')}`,
  'a clip that is moved': `${clip('<rect width="100" height="150"/>', 'transform="translate(40 30) rotate(10)"')}<g transform="scale(.9)"><g clip-path="url(#c)">${green()}</g></g>`,
  'a clip within a clip': `<clipPath id="d"><rect width="120" height="90"/></clipPath>${clip('<circle cx="80" cy="90" r="78"/>', 'clip-path="url(#d)"')}${green('clip-path="url(#c)"')}`,
  'a clip by use': `<defs><rect id="r" x="20" y="20" width="100" height="140"/>${clip('<use xlink:href="#r"/>')}</defs>${green('clip-path="url(#c)"')}`,
  'a clip with a hole': `${clip('<path clip-rule="evenodd" d="M10 10H190V270H10Z M60 60H140V160H60Z"/>')}${green('clip-path="url(#c)"')}`,
  'a clip of nothing': `${clip('')}${green('clip-path="url(#c)"')}<path d="M0 0h9v9h-9z"/>`,
  'a clip that is not there': green('clip-path="url(#nowhere)"'),
  'a clip in a style sheet': `<style>.a{clip-path:url(#c);fill:hsl(210, 60%, 30%)}</style>${clip('<rect width="90" height="250"/>')}<rect class="a" width="190" height="200"/>`,
  'a clipped line': `${clip('<rect x="10" y="20" width="120" height="200"/>')}<g clip-path="url(#c)"><path d="M0 260L40 20L120 150L200 0" fill="none" stroke="steelblue" stroke-width="12"/></g>`,
  'a clipped use, half seen through': `${clip('<rect width="110" height="280"/>')}<defs><g id="g"><circle cx="90" cy="120" r="80" fill="#600"/></g></defs><use href="#g" x="10" clip-path="url(#c)" opacity=".6"/>`,
  'a pattern': `<defs><pattern id="p" width="40" height="40" patternUnits="userSpaceOnUse"><circle cx="20" cy="20" r="14" fill="#800"/></pattern></defs>${green().replace('#393', 'url(#p)')}`,
  'a pattern that is turned': `<defs><pattern id="p" width="40" height="40" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="20" height="40" fill="navy"/></pattern></defs><g transform="translate(20,10) scale(.8)">${green().replace('#393', 'url(#p)')}</g>`,
  'a pattern under a clip': `${clip('<rect width="100" height="180"/>')}<pattern id="p" width=".25" height=".25"><rect width="30" height="40" fill="teal"/></pattern><g clip-path="url(#c)"><rect x="10" y="10" width="150" height="260" fill="url(#p)"/></g>`,
  'a gradient': `<linearGradient id="l">${stops}</linearGradient>${green().replace('#393', 'url(#l)')}`,
  'a gradient under a clip': `${clip('<circle cx="100" cy="140" r="90"/>')}<linearGradient id="l" y2="1" x2="0">${stops}</linearGradient><g clip-path="url(#c)">${green().replace('#393', 'url(#l)')}</g>`,
  'a round gradient with the stops of another': `<defs><linearGradient id="s"><stop style="stop-color:#000000;stop-opacity:1" offset="0"/><stop style="stop-color:#ffff00;stop-opacity:0" offset="1"/></linearGradient><radialGradient xlink:href="#s" id="l" cx="90" cy="120" fx="90" fy="120" r="110" gradientUnits="userSpaceOnUse" gradientTransform="matrix(1,0,0,.5,0,60)"/></defs>${green().replace('#393', 'url(#l)')}`,
  'colours of all kinds': `<rect width="90" height="90" fill="hsl(0.1turn 80% 30%)"/><rect x="100" width="90" height="90" fill="#0608"/><rect y="100" width="90" height="90" fill="rgb(80 0 120 / 80%)"/><rect x="100" y="100" width="90" height="90" fill="RGBA(0,0,90,.9)"/><rect y="200" width="90" height="70" style="fill:transparent;stroke:#400;stroke-width:9px"/><rect x="100" y="200" width="90" height="70" fill="url(#none) #024"/>`,
  'a symbol, cut off at its edges':
    '<symbol id="s" viewBox="0 0 10 10"><circle cx="5" cy="5" r="5" fill="#840"/><circle cx="12" cy="5" r="5" fill="#400"/></symbol><use href="#s" x="10" y="10" width="150" height="150"/><use xlink:href="#s" x="90" y="160" width="100" height="100"/>',
  markers:
    '<marker id="m" viewBox="0 0 10 10" refX="10" refY="5" markerWidth="6" markerHeight="6" orient="auto"><path d="M0 0L10 5L0 10z"/></marker><path d="M20 20 L150 200" stroke="black" stroke-width="9" style="marker:url(#m)"/>',
  'dots of no length with round ends':
    '<path d="M20 100H180" stroke="black" stroke-width="20" stroke-dasharray="0 30" stroke-linecap="round"/>',
  'shares in per cent': green('opacity="40%"'),
  'an ellipse with one radius': '<ellipse cx="100" cy="100" rx="70"/>',
  'a clip with a group, which cuts nothing': `${clip('<g><rect width="50" height="50"/></g><circle cx="90" cy="140" r="80"/>')}${green('clip-path="url(#c)"')}`,
  'a clip of a group by use, which cuts nothing': `<defs><g id="g"><rect width="90" height="90"/></g></defs>${clip('<use href="#g"/><rect x="50" y="60" width="100" height="150"/>')}${green('clip-path="url(#c)"')}`,
  'a clip of a picture in it, which cuts nothing': `${clip('<svg><rect width="90" height="90"/></svg><rect x="50" y="60" width="100" height="150"/>')}${green('clip-path="url(#c)"')}`,
  'paint that is no paint': `${clip('<rect width="9" height="9"/>')}${green().replace('#393', 'url(#c)')}<path d="M0 0h60v60h-60z"/>`,
  'a marker half seen through': arrow('opacity=".4"'),
  'no dashes and no marker where those around have them': arrow('stroke-dasharray="none" marker-end="none"'),
  'a symbol that is not shown where it stands':
    '<symbol id="s" viewBox="0 0 10 10" style="display:none"><rect width="10" height="10"/></symbol><use href="#s" width="150" height="150"/>',
  'a picture in it that leaves its placing to another':
    '<svg x="10" y="10" width="180" height="90" viewBox="0 0 100 100" preserveAspectRatio="defer xMinYMin meet"><circle cx="50" cy="50" r="50"/></svg>',
  'a sheet in another language': `<style type="text/less">rect{fill:#ff0}</style>${green()}`,
  'letters and their marks': words('A\u0308и\u0306'),
  'words in parts': words('CO<tspan dy="10" font-size="40">2</tspan><tspan dy="-10">eq</tspan>'),
  'words in parts, of which one is not shown': words('AB<tspan display="none">XX</tspan>CD'),
  'words on lines of their own': words(
    'ab<tspan x="100" dy="60" text-anchor="middle">cd</tspan><tspan x="190" dy="60" text-anchor="end" font-weight="bold">ef</tspan>',
  ),
  'raised and lowered words': words('E<tspan baseline-shift="40%">a</tspan>F<tspan baseline-shift="-20%">b</tspan>G'),
  'words spread to a length': words('Ham', 'textLength="170"'),
  'words from right to left': hebrew('שלום אב'),
  'words from right to left within others': hebrew('a אבג b'),
  'words from right to left with signs': hebrew('אב, גד (הו)'),
  'Arabic words': hebrew('الأمن لا'),
  'places of single letters': words('ABC', 'dx="0 20 30" dy="0 20 -30"'),
  'no-break spaces': words('a\u00a0\u00a0\u00a0b'),
  'a family without a face': words('Ham', 'font-family="Georgia"').replace('font-family="Source Sans 3" ', ''),
  'bold and lighter': words('Ha<tspan font-weight="lighter">mb</tspan>', 'font-weight="bold"'),
  'lengths by the size of letters, which none is given': '<rect width="6em" height="9em"/>',
  'an arrow at both ends':
    '<marker id="m" viewBox="0 0 10 10" refX="8" refY="5" markerWidth="9" markerHeight="9" orient="auto-start-reverse"><path d="M0 0L10 5L0 10z"/></marker><path d="M60 60L140 200" stroke="#000" stroke-width="5" marker-start="url(#m)" marker-end="url(#m)"/>',
  'a box, which has no markers':
    '<marker id="m" markerWidth="9" markerHeight="9"><circle r="9"/></marker><g stroke="#000" marker-start="url(#m)"><rect x="60" y="60" width="60" height="90" fill="none" stroke-width="8"/></g>',
  'a shape and its line, half seen through': green('opacity=".4" stroke="#000" stroke-width="60"'),
  'an id with a space': `<linearGradient id="a b">${stops}</linearGradient>${green().replace('#393', 'url(#a%20b)')}`,
  'the colour of what is around':
    '<g color="#800"><g color="currentColor"><path fill="currentColor" d="M0 0h90v90z"/></g></g>',
  'a colour by a newer name': green('style="fill:rebeccapurple"'),
  'a group half seen through':
    '<g opacity=".5"><rect x="10" y="10" width="120" height="150" fill="#a00"/><rect x="50" y="90" width="120" height="140" fill="#00a"/></g>',
}

/** What the library itself cannot read as it is written. */
const ownForms = new Set([
  ...['colours of all kinds', 'markers', 'a family without a face', 'bold and lighter', 'an arrow at both ends'],
  ...['lengths by the size of letters, which none is given', 'a box, which has no markers', 'an id with a space'],
  ...['the colour of what is around', 'a colour by a newer name'],
])
const textOf = ({ bytes }: CheckedImage) => new TextDecoder().decode(bytes)

const fontFiles = ['SourceSans3-Regular', 'SourceSans3-Semibold', 'SourceSerif4-Regular', 'DejaVuSans'].map(
  (name) => `assets/fonts/${name}.ttf`,
)

/** Poppler draws a pattern whole, so that its parts must have room. */
const RESOLUTION = 48

const svgOf = (inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="200" height="280">${inside}</svg>`

async function cleaned(alt: string, inside: string): Promise<CheckedImage> {
  const image = await checkImage(new TextEncoder().encode(svgOf(inside)), { width: 439, height: 686 })
  if (typeof image === 'string') throw new Error(`${alt}: ${image}`)
  return image
}

function figureOf(alt: string, image: CheckedImage): Figure {
  // Wider than the text, so that each fills a page.
  const size = { width: image.width * 4, height: image.height * 4 }
  return {
    type: 'figure',
    kind: 'figure',
    label: '',
    caption: [],
    children: [{ type: 'image', url: 'a.svg', alt, ...image, ...size }],
  }
}

describe('an SVG in the PDF', () => {
  const solid = '<rect width="200" height="280"/>'
  let path = ''
  let box = { left: 0, top: 0, width: 0, height: 0 }

  beforeAll(async () => {
    const all = [solid, ...Object.values(pictures)]
    const figures = (await Promise.all(all.map((inside, i) => cleaned(String(i), inside)))).map((image, i) =>
      figureOf(`Picture ${i}`, image),
    )
    path = (await printed(documentOf(...figures))).path
    box = boxOf(pictureOf(path, 2, RESOLUTION))
  })

  readerTest('qpdf', 'the file breaks no rule', async () => {
    expect(checkPdfUa(path).failures).toEqual([])
  })

  Object.entries(pictures).forEach(([name, inside], index) => {
    readerTest('pdftoppm', `${name} is drawn`, async () => {
      const { width, pixels } = pictureOf(path, index + 3, RESOLUTION)
      const cut = Array.from({ length: box.height }, (_, y) =>
        Array.from(pixels.subarray((box.top + y) * width + box.left, (box.top + y) * width + box.left + box.width)),
      ).flat()
      const wanted = greysOf(ownForms.has(name) ? textOf(await cleaned(name, inside)) : svgOf(inside))
      expect(
        wanted.some((grey) => grey < 200),
        'the picture shows something',
      ).toBe(true)
      const difference = cut.reduce((sum, grey, i) => sum + Math.abs(grey - wanted[i]!), 0) / cut.length
      const ink = wanted.reduce((sum, grey) => sum + 255 - grey, 0) / cut.length
      expect(difference / ink).toBeLessThan(0.4)
    })
  })

  function greysOf(svg: string): number[] {
    const fitTo = { mode: 'width' as const, value: box.width }
    const font = { loadSystemFonts: false, fontFiles }
    const { pixels, width, height } = new Resvg(svg, { fitTo, font, background: '#ffffff' }).render()
    return Array.from({ length: box.width * box.height }, (_, i) => {
      const [x, y] = [i % box.width, Math.floor(i / box.width)]
      const at = 4 * (Math.min(y, height - 1) * width + Math.min(x, width - 1))
      return 0.299 * pixels[at]! + 0.587 * pixels[at + 1]! + 0.114 * pixels[at + 2]!
    })
  }
})

/** What browsers draw and print does not. */
const refused: Readonly<Record<string, string>> = {
  'a mask': `<mask id="m"><rect width="9" height="9"/></mask>${green('mask="url(#m)"')}`,
  'a filter': `<filter id="f"><feGaussianBlur stdDeviation="9"/></filter>${green('filter="url(#f)"')}`,
  'a filter by a function': green('style="filter:blur(5px)"'),
  blending: green('style="mix-blend-mode:multiply"'),
  'words along a path': '<path id="p" d="M0 0h99"/><text><textPath href="#p">a</textPath></text>',
  'lines below words': words('a', 'text-decoration="underline"'),
  'small capitals': words('a', 'font-variant="small-caps"'),
  'capitals by style': words('a', 'style="text-transform:uppercase"'),
  'vertical words': words('a', 'writing-mode="tb"'),
  'turned letters': words('a', 'rotate="20"'),
  'stretched letters': words('a', 'textLength="90" lengthAdjust="spacingAndGlyphs"'),
  'a size in words': words('a', 'style="font-size:xx-large"'),
  'a length that is reckoned': green('style="stroke-width:calc(5px + 5px)"'),
  'a length by the window': '<rect width="50vw" height="9"/>',
  'a place in words': '<marker id="m" refX="center"/><path d="M0 0h9" marker-end="url(#m)"/>',
  'an angle in turns': '<marker id="m" orient=".25turn"/><path d="M0 0h9" marker-end="url(#m)"/>',
  'lines that do not scale': green('vector-effect="non-scaling-stroke"'),
  'lines below fills': green('paint-order="stroke"'),
  'dashes by a length of the path': '<path d="M0 0h9" stroke-dasharray="1" pathLength="10"/>',
  'an origin of turns': green('style="transform:rotate(20deg);transform-origin:center"'),
  'a turn by itself': green('style="rotate:20deg"'),
  'the colour of what calls': '<marker id="m"><path fill="context-stroke"/></marker>',
  'a colour beyond sRGB': green('style="stroke:oklch(60% .2 20)"'),
  'a colour by a variable': `<g style="--c:red">${green('style="stroke:var(--c)"')}</g>`,
  'rules for a medium': `<style>@media print{rect{stroke:red}}</style>${green()}`,
  'rules for what is within': `<style>g rect{stroke:red}</style><g>${green()}</g>`,
  'a choice by language': `<switch>${green()}</switch>`,
  'what is for one language': green('systemLanguage="xx"'),
  'another picture': '<image href="data:image/png;base64,AA" width="9" height="9"/>',
  'a page of HTML': '<foreignObject width="9" height="9"><p>a</p></foreignObject>',
  movement: '<rect width="9" height="9"><animate attributeName="x" to="9"/></rect>',
  'a gradient in a pattern': `<linearGradient id="l">${stops}</linearGradient>${pattern('<path fill="url(#l)" d="M0 0h50v50z"/>')}`,
  'a gradient in a pattern by use': `<linearGradient id="l">${stops}</linearGradient><path id="r" fill="url(#l)" d="M0 0h50v50z"/>${pattern('<use href="#r"/>')}`,
  'a pattern in per cent of the whole': pattern('<rect width="10%" height="9"/>'),
  'a round gradient of no radius': `<radialGradient id="l" r="0">${stops}</radialGradient>${green()}`,
  'a picture in it that has no room': `<svg width="0" height="9">${green()}</svg>`,
  'a picture in it that is clipped': `${clip('<rect width="9" height="9"/>')}<svg style="clip-path:url(#c)">${green()}</svg>`,
  'a picture in it that is turned': `<svg transform="rotate(9)">${green()}</svg>`,
  'a symbol with a size of its own': `<symbol width="9">${green()}</symbol>`,
  'a symbol with a middle of its own': `<symbol refX="9">${green()}</symbol>`,
  'a clip by what is none': `<rect id="r"/>${green('clip-path="url(#r)"')}`,
  'raised words among raised words': words('<tspan baseline-shift="9">a<tspan baseline-shift="9">b</tspan></tspan>'),
  'words half seen through among others': words('<tspan opacity=".5">a</tspan>'),
  'words on the base of another script': words('a', 'dominant-baseline="ideographic"'),
  'a colour of no place': `<g fill="#ff0">${green('style="fill:initial"')}</g>`,
  'a share of those around it': `<g opacity=".5">${green('opacity="inherit"')}</g>`,
  'points that are none': '<polygon points="1,1 9,9 x 9,1"/>',
  'a sheet for paper': `<style media="print">rect{fill:#ff0}</style>${green()}`,
  'an attribute twice': '<rect width="9" width="90" height="9"/>',
  'a colour that is none': green('style="fill:red;fill:colour"'),
  'a length without a unit in style': green('style="width:40"'),
  'a turn without a unit in style': green('style="transform:rotate(20)"'),
  'a way with units in an attribute': green('transform="translate(9px,9px)"'),
  'a way with a comma too many': green('transform="translate(9,,9)"'),
  'a colour changed within its like': '<g fill="currentColor" color="red"><path color="blue" d="M0 0h9v9z"/></g>',
  'an x-height': '<rect width="3ex" height="9"/>',
  'less than nothing': green('rx="-9"'),
  'a radius by itself': green('rx="auto"'),
  'a mitre that is none': green('stroke-miterlimit="0"'),
  'a gradient of no length': `<linearGradient id="l" x2="0">${stops}</linearGradient>${green()}`,
  'a round gradient over and over': `<radialGradient id="l" spreadMethod="repeat">${stops}</radialGradient>${green()}`,
  'a focus outside': `<radialGradient id="l" fx="0" r=".2">${stops}</radialGradient>${green()}`,
  'a focus with a radius': `<radialGradient id="l" fr=".2">${stops}</radialGradient>${green()}`,
  'markers without a line': arrow('').replace('stroke="#000"', ''),
  'markers of a closed line': arrow('').replace('L150 200', 'L150 200H20z'),
  'markers between arcs': arrow('marker-mid="url(#m)"').replace('L150', 'A9 9 0 0 0 150'),
  'a marker half seen through by itself': arrow('').replace('<marker', '<marker opacity=".4"'),
  'a marker placed by a share': arrow('').replace('refX="5"', 'refX="50%"'),
  'words of a pattern': `<pattern id="p" width="9" height="9"/>${words('a', 'fill="url(#p)"')}`,
  'a part of words of a gradient': `<linearGradient id="l">${stops}</linearGradient>${words('a<tspan fill="url(#l)">b</tspan>')}`,
  'a part of words that is clipped': `${clip('<rect/>')}${words('<tspan clip-path="url(#c)">b</tspan>')}`,
  'a part of words spread to a length': words('<tspan textLength="90">ab</tspan>'),
  'words spread about their middle': `<g text-anchor="middle">${words('ab', 'textLength="90"')}</g>`,
  'raised words that are all': words('a', 'baseline-shift="9"'),
  'words on an edge of a box': words('a', 'dominant-baseline="before-edge"'),
  'places of letters with marks': words('x\u0301y', 'dx="9 9"'),
  'places of letters that are composed': words('e\u0301y', 'dx="9 9"'),
  'places of letters that are one': words('ff', 'dx="9 9"'),
  'words from right to left in parts': hebrew('אב <tspan fill="red">גד</tspan>'),
  'places of letters from right to left': words('אב', 'dx="9 9"'),
  'spaced Arabic': words('سلام', 'letter-spacing="4"'),
  'signs that turn the order': words('\u202eabc'),
  'spaces by style': words('a  b', 'style="white-space:pre"'),
  'features of a font': words('a', 'style="font-feature-settings:\'smcp\'"'),
  'a clip that is not displayed': `${clip('<rect/>', 'display="none"')}${green('clip-path="url(#c)"')}`,
  'a clip of a shape in style': green('style="clip-path:inset(10px)"'),
}

test.each(Object.entries(refused))('%s is refused', async (_, inside) => {
  const found = await checkImage(new TextEncoder().encode(svgOf(inside)), { width: 439, height: 686 })
  expect(found, 'says what to do').toMatch(/[^;]; [a-z]/)
})

/** Where a black picture stands on its page, in pixels: below the running head. */
function boxOf({ width, pixels }: Picture) {
  const dark = [...pixels.keys()].filter((at) => pixels[at]! < 40)
  const [xs, ys] = [dark.map((at) => at % width), dark.map((at) => Math.floor(at / width))]
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  return { left, top, width: Math.max(...xs) - left + 1, height: Math.max(...ys) - top + 1 }
}
