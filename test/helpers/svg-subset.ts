import { parseXml, type XmlElement } from '../../src/document/images/xml.ts'

/** What every reader of ours draws alike: PDF, Word, browsers, resvg. */
const attributes: Readonly<Record<string, RegExp>> = {
  ...Object.fromEntries(
    'x y x1 y1 x2 y2 cx cy r rx width height stroke-width font-size'
      .split(' ')
      .map((name) => [name, /^-?\d+(\.\d{1,2})?$/]),
  ),
  'fill-opacity': /^(0|1|0\.\d+)$/,
  'stroke-opacity': /^(0|1|0\.\d+)$/,
  fill: /^(none|#[0-9a-f]{6})$/,
  stroke: /^(none|#[0-9a-f]{6})$/,
  'stroke-dasharray': /^[\d. ]+$/,
  'stroke-linecap': /^(butt|round)$/,
  'stroke-linejoin': /^(miter|round)$/,
  'font-family': /^'(Source Serif 4|Source Sans 3|Source Code Pro|DejaVu Sans)', (serif|sans-serif|monospace)$/,
  'font-weight': /^bold$/,
  'font-style': /^italic$/,
  'text-anchor': /^(middle|end)$/,
  d: /^[MLHVhvZ\d.\- ]+$/,
  points: /^[\d.\-, ]+$/,
  xmlns: /^http:\/\/www\.w3\.org\/2000\/svg$/,
  version: /^1\.1$/,
  viewBox: /^0 0 \d+ \d+$/,
  role: /^img$/,
}
const elements = ['svg', 'title', 'desc', 'g', 'rect', 'circle', 'line', 'path', 'polygon', 'text']

/** What a drawing of ours has that is not in the subset; none when all is well. */
export function outsideSubset(svg: string): string[] {
  const root = parseXml(svg)
  return typeof root === 'string' ? [root] : [...walk(root)].flatMap(faults)
}

export function elementsOf(svg: string): XmlElement[] {
  const root = parseXml(svg)
  if (typeof root === 'string') throw new Error(root)
  return [...walk(root)]
}

function* walk(element: XmlElement): Generator<XmlElement> {
  yield element
  for (const child of element.children) if (typeof child !== 'string') yield* walk(child)
}

function faults(element: XmlElement): string[] {
  const wrong = [...element.attributes].filter(([name, value]) => !attributes[name]?.test(value))
  return [
    ...(elements.includes(element.name) ? [] : [element.name]),
    ...wrong.map(([name, value]) => `${element.name} ${name}="${value}"`),
  ]
}
