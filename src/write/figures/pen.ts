import { itemAt, numberText } from '../../core/index.ts'
import { cssFamily, type FaceStyle } from '../fonts/families.ts'
import type { Face, Fonts } from '../fonts/fonts.ts'
import { measure, split, wrap } from '../fonts/text.ts'
import { areaOf, type Theme } from '../theme.ts'
import { element, escapeXml } from './svg.ts'
import { type FigureWords, figureWords } from './words.ts'

export interface TextLook extends FaceStyle {
  readonly size?: number
  readonly fill?: string
  readonly anchor?: 'start' | 'middle' | 'end'
}

/** What every figure is drawn with: the theme's label font, its colours, the width of its text, the pack's words. */
export interface Pen {
  /** Points between the page's margins. */
  readonly width: number
  readonly colours: Theme['colours']
  readonly words: FigureWords
  /** Text with its baseline at `y`; cut into runs where a fallback font must help. */
  text(x: number, y: number, text: string, look?: TextLook): string
  measure(text: string, look?: TextLook): number
  /** A number as the language writes it. */
  number(value: number): string
  wrap(text: string, width: number, look?: TextLook): string[]
  /** Lines of text one under the other, `leading` points apart, the first baseline at `y`. */
  lines(x: number, y: number, lines: readonly string[], leading: number, look?: TextLook): string
}

/** Labels below this size do not read in print. */
const labelSize = 7.5

export function makePen(fonts: Fonts, theme: Theme, language: string): Pen {
  const family = theme.fonts.heading
  const chain = ({ bold, italic }: FaceStyle = {}): readonly Face[] => fonts.chain(family, { bold, italic })
  const sizeOf = (look?: TextLook) => look?.size ?? labelSize
  const pen: Pen = {
    width: Math.floor(areaOf(theme.page).width),
    colours: theme.colours,
    words: figureWords(language),
    number: (value) => numberText(Number(value.toPrecision(12)), language),
    measure: (text, look) => measure(text, chain(look), sizeOf(look)),
    wrap: (text, width, look) => wrap(text, chain(look), sizeOf(look), width),
    text: (x, y, text, look = {}) => draw(x, y, text, look),
    lines: (x, y, lines, leading, look) => lines.map((one, i) => pen.text(x, y + i * leading, one, look)).join(''),
  }
  return pen

  function draw(x: number, y: number, text: string, look: TextLook): string {
    const runs = split(text, chain(look))
    if (runs.length === 1) return run(x, y, text, itemAt(runs, 0).face, look, look.anchor)
    // Readers place runs of several fonts under one anchor differently, so each is placed by its left edge; and as they
    // drop spaces at the ends of a text, these become distance.
    const whole = pen.measure(text, look)
    let at = x - (look.anchor === 'end' ? whole : look.anchor === 'middle' ? whole / 2 : 0)
    return runs
      .map((part) => {
        const width = (words: string) => measure(words, [part.face], sizeOf(look))
        const indent = width(part.text.slice(0, part.text.length - part.text.trimStart().length))
        const drawn = run(at + indent, y, part.text.trim(), part.face, look)
        at += width(part.text)
        return drawn
      })
      .join('')
  }

  function run(x: number, y: number, text: string, face: Face, look: TextLook, anchor?: TextLook['anchor']): string {
    const attributes = {
      x,
      y,
      'font-family': cssFamily(face.family),
      'font-size': sizeOf(look),
      fill: look.fill ?? theme.colours.ink,
      ...(look.bold && { 'font-weight': 'bold' as const }),
      ...(look.italic && { 'font-style': 'italic' as const }),
      ...(anchor && anchor !== 'start' && { 'text-anchor': anchor }),
    }
    return element('text', attributes, escapeXml(text))
  }
}
