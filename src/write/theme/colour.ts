/** `part` (0-1) of `colour` on white, as `#rrggbb`. */
export function tint(colour: string, part: number): string {
  return `#${channels(colour)
    .map((value) => Math.round(255 + (value - 255) * part))
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')}`
}

/** How light a colour looks, from 0 (black) to 1 (white): relative luminance (WCAG 2.2). */
export function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The contrast of two colours, from 1 to 21 (WCAG 2.2). */
export function contrast(a: string, b: string): number {
  const both = [luminance(a), luminance(b)]
  return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05)
}

/** Whichever of `ink` and white reads better on `ground`. */
export function readableOn(ground: string, ink: string): string {
  return contrast(ground, ink) >= contrast(ground, '#ffffff') ? ink : '#ffffff'
}

const channels = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
