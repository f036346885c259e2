/**
 * Text inside an SVG, in faces that have its characters. The SVG library sets a text in one face and shows the empty
 * glyph for what that face lacks, which no reader can search and PDF/UA-1 (7.21.8) and PDF/A-2 (6.2.11.8) forbid.
 */

import { itemAt } from '../../../core/index.ts'
import type { Face, Fonts } from '../../fonts/fonts.ts'
import { missing, split } from '../../fonts/text.ts'
import { mirrored, stretchesOf } from './bidi.ts'

/** The SVG with spans of a fallback family around what not every face has; what none has becomes U+FFFD and joins `lost`. */
export function setSvgText(svg: string, fonts: Fonts, lost: Set<string>): string {
  const chain = [commonTo(fonts), ...fonts.chain(fonts.theme.heading)]
  return svg.replace(/<text\b[^>]*>[\s\S]*?<\/text\s*>/g, (element) =>
    element.replace(/(?<=>)[^<]+/g, (words) => setWords(words, chain, lost)),
  )
}

/** Which face a text is set in depends on attributes and style sheets; what all faces have needs no span in any. */
function commonTo({ faces }: Fonts): Face {
  return { ...itemAt(faces, 0), covers: (codePoint) => faces.every((face) => face.covers(codePoint)) }
}

function setWords(source: string, chain: readonly Face[], lost: Set<string>): string {
  let words = decoded(source)
  for (const grapheme of missing(words, chain)) {
    lost.add(grapheme)
    words = words.replaceAll(grapheme, '\ufffd')
  }
  const runs = stretchesOf(words).flatMap(({ text, level }) =>
    level % 2 === 1 ? split(text, chain).reverse().map(turned) : split(text, chain),
  )
  if (runs.every(({ face }) => face === chain[0])) return source
  return runs
    .map(({ text, face }) =>
      face === chain[0] ? escaped(text) : `<tspan font-family="${face.family}">${escaped(text)}</tspan>`,
    )
    .join('')
}

/** Among words from right to left: signs that stand by themselves are in the order in which they are drawn. */
const turned = <T extends { text: string }>(run: T): T =>
  /\p{L}/u.test(run.text) ? run : { ...run, text: Array.from(mirrored(run.text)).reverse().join('') }

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const decoded = (text: string) =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|(amp|lt|gt|quot|apos));/gi, (whole, hex, decimal, name) => {
    if (name) return named[name.toLowerCase()] ?? whole
    const codePoint = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : whole
  })
const escaped = (text: string) => text.replace(/[&<]/g, (found) => (found === '&' ? '&amp;' : '&lt;'))
