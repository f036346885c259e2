/**
 * SVG 1.1 as text, cut down to what every reader of ours draws alike (PDF, Word, browsers, resvg): no style sheets, no
 * `paint-order`, no references, no colour but `#rrggbb`.
 */

type Tag = 'rect' | 'circle' | 'line' | 'path' | 'polygon' | 'text'

type Length =
  | ('x' | 'y' | 'x1' | 'y1' | 'x2' | 'y2' | 'cx' | 'cy' | 'r' | 'rx' | 'width' | 'height')
  | ('fill-opacity' | 'stroke-width' | 'font-size')
type Text =
  | ('d' | 'points' | 'fill' | 'stroke' | 'stroke-dasharray' | 'stroke-linejoin')
  | ('font-family' | 'font-weight' | 'font-style' | 'text-anchor')
export type Attributes = { [K in Length]?: number } & { [K in Text]?: string }

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

/** A path through points, of which each is two numbers, e.g. `M0 0L10 5`. */
export function line(...numbers: readonly number[]): string {
  return numbers.map((number, i) => `${i % 2 ? ' ' : i ? 'L' : 'M'}${decimal(number)}`).join('')
}

/** The corners of a polygon, of which each is two numbers, as they are beside `x`, `y`. */
export function cornersAt(x: number, y: number, ...numbers: readonly number[]): string {
  return numbers.map((number, i) => `${i % 2 ? ',' : i ? ' ' : ''}${decimal(number + (i % 2 ? y : x))}`).join('')
}

/** At most two decimals: more is below what print shows, and would differ between machines. */
export function decimal(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`A figure has a length of ${value}`)
  return String(Math.round(value * 100) / 100 + 0)
}

export function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}
