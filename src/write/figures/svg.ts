/**
 * SVG 1.1 as text, cut down to what every reader of ours draws alike (PDF, Word, browsers, resvg): no style sheets, no
 * `paint-order`, no references, no colour but `#rrggbb`.
 */

export type Tag = 'svg' | 'title' | 'desc' | 'g' | 'rect' | 'circle' | 'line' | 'path' | 'polygon' | 'text'

export interface Attributes {
  x?: number
  y?: number
  x1?: number
  y1?: number
  x2?: number
  y2?: number
  cx?: number
  cy?: number
  r?: number
  rx?: number
  width?: number
  height?: number
  d?: string
  points?: string
  transform?: string
  fill?: string
  'fill-opacity'?: number
  stroke?: string
  'stroke-width'?: number
  'stroke-opacity'?: number
  'stroke-dasharray'?: string
  'stroke-linecap'?: 'butt' | 'round'
  'stroke-linejoin'?: 'miter' | 'round'
  'font-family'?: string
  'font-size'?: number
  'font-weight'?: 'bold'
  'font-style'?: 'italic'
  'text-anchor'?: 'start' | 'middle' | 'end'
}

/** An element; children are markup already. */
export function element(tag: Tag, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeXml(typeof value === 'number' ? decimal(value) : String(value))}"`)
    .join('')
  return children.length ? `<${tag}${written}>${children.join('')}</${tag}>` : `<${tag}${written}/>`
}

/** A whole picture, `width` by `height` points. */
export function picture(width: number, height: number, title: string, description: string, body: readonly string[]) {
  const size = `width="${decimal(width)}" height="${decimal(height)}" viewBox="0 0 ${decimal(width)} ${decimal(height)}"`
  const words = `<title>${escapeXml(title)}</title><desc>${escapeXml(description)}</desc>`
  return `<svg xmlns="http://www.w3.org/2000/svg" version="1.1" ${size} role="img">${words}${body.join('')}</svg>`
}

/** A path through points, e.g. `M0 0L10 5`; `closed` ends it where it began. */
export function line(points: readonly (readonly [number, number])[], closed = false): string {
  return points.map(([x, y], i) => `${i ? 'L' : 'M'}${decimal(x)} ${decimal(y)}`).join('') + (closed ? 'Z' : '')
}

/** At most two decimals: more is below what print shows, and would differ between machines. */
export function decimal(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`A figure has a length of ${value}`)
  return String(Math.round(value * 100) / 100 + 0)
}

export function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}
