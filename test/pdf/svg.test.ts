/** Pictures of every construction that charts are drawn with look in the PDF as they do in the SVG library of the Word file. */
import { Resvg } from '@resvg/resvg-js'
import { beforeAll, describe, expect } from 'vitest'
import { type CheckedImage, checkImage } from '../../src/images/image.ts'
import type { Figure } from '../../src/tree.ts'
import { type Picture, pictureOf } from '../helpers/page-picture.ts'
import { checkPdfUa } from '../helpers/pdf-ua.ts'
import { readerTest } from '../helpers/readers.ts'
import { documentOf, printed } from './context.ts'

const green = (attributes = '') => `<rect x="5" y="5" width="190" height="270" fill="#393" ${attributes}/>`
const stops = '<stop offset="0" stop-color="#e00"/><stop offset="1" stop-color="#00e"/>'
const clip = (inside: string, attributes = '') => `<clipPath id="c" ${attributes}>${inside}</clipPath>`

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
  'a picture in the picture':
    '<svg x="20" y="30" width="100" height="120" viewBox="0 0 10 10"><rect width="20" height="10" fill="#063"/></svg>',
  'a picture in the picture that keeps no shape':
    '<svg x="20" y="30" width="150" height="90" viewBox="0 0 10 30" preserveAspectRatio="none"><circle cx="5" cy="15" r="5" fill="#063"/></svg>',
  'a picture cut off to fill':
    '<svg x="20" y="30" width="150" height="90" viewBox="0 0 10 30" preserveAspectRatio="xMidYMin slice"><circle cx="5" cy="10" r="5" fill="#063"/></svg>',
  'a symbol in a corner':
    '<symbol id="s" viewBox="0 0 10 10" preserveAspectRatio="xMaxYMax meet"><rect width="10" height="10" fill="#840"/></symbol><use href="#s" x="10" y="10" width="170" height="80" transform="rotate(20)"/>',
  'a use that is turned':
    '<defs><g id="g" transform="translate(10 10)"><path d="M0 0h90v40h-90z" fill="#046"/></g></defs><use href="#g" transform="translate(60 60) rotate(30) scale(1.2 .8)" x="5" y="9"/>',
  'a use that paints what is not painted':
    '<defs><rect id="r" width="60" height="90"/></defs><use href="#r" fill="#609" x="20"/><use href="#r" y="120" x="90" fill="none" stroke="#090" stroke-width="9"/>',
  'clipped text': `${clip('<rect width="70" height="280"/>')}<text x="10" y="120" font-size="60" font-family="Source Sans 3" clip-path="url(#c)">HHHHH</text>`,
  'a clip of words': `${clip('<text x="5" y="150" font-size="120" font-weight="bold" font-family="Source Sans 3">HH</text>')}${green('clip-path="url(#c)"')}`,
  'markers at all points, both ways':
    '<marker id="m" viewBox="0 0 10 10" refX="5" refY="5" markerWidth="20" markerHeight="20" markerUnits="userSpaceOnUse" orient="auto-start-reverse"><path d="M0 0L10 5L0 10z" fill="#900"/></marker><polyline points="30,30 150,60 60,160 170,240" fill="none" stroke="#000" stroke-width="3" marker-start="url(#m)" marker-mid="url(#m)" marker-end="url(#m)"/>',
  'a marker at an angle':
    '<marker id="m" refX="1" refY="1" markerWidth="3" markerHeight="3" orient="45"><rect width="2" height="2" fill="#900"/></marker><path d="M20 60h150v120" fill="none" stroke="#060" stroke-width="14" marker-mid="url(#m)"/>',
  'a pattern with a box of its own':
    '<pattern id="p" width="50" height="50" patternUnits="userSpaceOnUse" viewBox="0 0 10 10"><rect width="5" height="10" fill="#a40"/></pattern><rect x="9" y="9" width="180" height="250" fill="url(#p)"/>',
  'a pattern that takes from another':
    '<pattern id="o" width="30" height="30" patternUnits="userSpaceOnUse"><circle cx="15" cy="15" r="10" fill="#05a"/></pattern><pattern id="p" href="#o" patternTransform="scale(1.5)"/><rect x="9" y="9" width="180" height="250" fill="url(#p)"/>',
  'a stroke that is a pattern':
    '<pattern id="p" width="20" height="20" patternUnits="userSpaceOnUse"><rect width="10" height="20" fill="#a05"/></pattern><rect x="40" y="40" width="110" height="190" fill="none" stroke="url(#p)" stroke-width="40"/>',
  'a gradient that repeats': `<linearGradient id="l" x2=".3" spreadMethod="repeat">${stops}</linearGradient>${green().replace('#393', 'url(#l)')}`,
  'a gradient that is mirrored': `<linearGradient id="l" x2=".3" spreadMethod="reflect">${stops}</linearGradient>${green().replace('#393', 'url(#l)')}`,
  'a stroke that is a gradient': `<linearGradient id="l" gradientUnits="userSpaceOnUse" x1="0" x2="200">${stops}</linearGradient><path d="M20 40L180 240" stroke="url(#l)" stroke-width="40"/>`,
  'dashes and ends':
    '<path d="M20 40H180" stroke="#000" stroke-width="20" stroke-dasharray="30 20" stroke-dashoffset="10"/><path d="M30 120H170" stroke="#050" stroke-width="30" stroke-linecap="round"/><path d="M40 240L100 170L160 240" fill="none" stroke="#a00" stroke-width="24" stroke-linejoin="bevel"/>',
  'arcs and curves':
    '<path d="M20 80a60 40 0 1 1 120 0q20 60 -40 90t-60 60s-40-60-20-150z" fill="#258" fill-rule="evenodd"/>',
  'what is hidden': `${green('display="none"')}<g visibility="hidden">${green()}<rect x="40" y="60" width="90" height="120" visibility="visible" fill="#700"/></g>`,
  'the current colour': '<g color="#804000"><rect x="20" y="20" width="120" height="170" fill="currentColor"/></g>',
  'lengths in other units':
    '<rect x="10%" y="10%" width="50%" height="40%" fill="#053"/><rect x="1cm" y="2in" width="20mm" height="36pt" fill="#503"/>',
  'rounded corners':
    '<rect x="20" y="20" width="150" height="90" rx="40" fill="#333"/><rect x="20" y="150" width="150" height="90" rx="60" ry="20" fill="#353"/>',
  'words in the middle, at the end, apart':
    '<g font-family="Source Sans 3" font-size="44" font-weight="bold"><text x="100" y="60" text-anchor="middle">WWW</text><text x="190" y="140" text-anchor="end">W<tspan dy="40" fill="#800">M</tspan></text><text x="9" y="250" letter-spacing="12">MMM</text></g>',
  'a style that is important':
    '<style>rect{fill:#800 !important}</style><rect width="120" height="150" fill="#fff" x="20" y="20"/>',
  'selectors of several kinds':
    '<style>#a,.b{fill:#060}g{stroke:#000;stroke-width:8}</style><g><rect id="a" x="20" y="20" width="90" height="90"/><rect class="c b" x="70" y="140" width="90" height="90"/></g>',
  'a group half seen through':
    '<g opacity=".5"><rect x="10" y="10" width="120" height="150" fill="#a00"/><rect x="50" y="90" width="120" height="140" fill="#00a"/></g>',
}

/** Written in ways that browsers know and the library does not. */
const ours = new Set(['colours of all kinds', 'markers'])
const textOf = ({ bytes }: CheckedImage) => new TextDecoder().decode(bytes)
const fontFiles = ['SourceSans3-Regular', 'SourceSans3-Semibold'].map((name) => `assets/fonts/${name}.ttf`)

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
      const wanted = greysOf(ours.has(name) ? textOf(await cleaned(name, inside)) : svgOf(inside))
      expect(
        wanted.some((grey) => grey < 200),
        'the picture shows something',
      ).toBe(true)
      const missed = cut.reduce((sum, grey, i) => sum + Math.abs(grey - wanted[i]!), 0)
      const ink = wanted.reduce((sum, grey) => sum + 255 - grey, 0)
      // Of the picture's ink: type is a little finer, and patterns have soft edges.
      expect(missed / ink).toBeLessThan(0.35)
    })
  })

  /** As a library draws it that has not seen what is made of it. */
  function greysOf(svg: string): number[] {
    const fitTo = { mode: 'width' as const, value: box.width }
    const { pixels, width, height } = new Resvg(svg, {
      font: { loadSystemFonts: false, fontFiles },
      fitTo,
      background: '#ffffff',
    }).render()
    return Array.from({ length: box.width * box.height }, (_, i) => {
      const [x, y] = [i % box.width, Math.floor(i / box.width)]
      const at = 4 * (Math.min(y, height - 1) * width + Math.min(x, width - 1))
      return 0.299 * pixels[at]! + 0.587 * pixels[at + 1]! + 0.114 * pixels[at + 2]!
    })
  }
})

/** Where a black picture stands on its page, in pixels: below the running head. */
function boxOf({ width, pixels }: Picture) {
  const dark = [...pixels.keys()].filter((at) => pixels[at]! < 40)
  const [xs, ys] = [dark.map((at) => at % width), dark.map((at) => Math.floor(at / width))]
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  return { left, top, width: Math.max(...xs) - left + 1, height: Math.max(...ys) - top + 1 }
}
