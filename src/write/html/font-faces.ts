import type { Nodes, Root } from 'hast'
import { type FaceStyle, fileFor } from '../../fonts/families.ts'
import type { FamilyName, Theme } from '../theme.ts'
import type { WriteContext } from '../writer.ts'
import { base64 } from './base64.ts'
import { webFont } from './web-font.ts'

/**
 * `@font-face` rules with the theme's fonts in them, cut down to the characters of `page`, so that text and figures look as
 * they were measured on any machine. A character that the fonts lack is left to the reader's.
 */
export async function fontFaces(page: Root, { theme, asset }: Pick<WriteContext, 'theme' | 'asset'>): Promise<string> {
  const codePoints = new Set<number>()
  collect(page, codePoints)
  const rules = await Promise.all(
    faces(theme).map(async ({ family, style }) => {
      const whole = await asset(`fonts/${fileFor(family, style, theme)}`)
      // Those with outlines of PostScript are not cut down.
      if (String.fromCharCode(...whole.subarray(0, 4)) === 'OTTO') return rule(family, style, whole, 'otf')
      const font = webFont(whole, codePoints)
      return font ? rule(family, style, font, 'woff') : ''
    }),
  )
  return rules.filter(Boolean).join('\n')
}

/** Code is set in what the reader has; it is rare, and its look is not measured. */
function faces({ fonts }: Theme): { family: FamilyName; style: FaceStyle }[] {
  const body = [{}, { italic: true }, { bold: true }, { bold: true, italic: true }].map((style) => ({
    family: fonts.body,
    style,
  }))
  const heading = [{}, { bold: true }].map((style) => ({ family: fonts.heading, style }))
  return fonts.body === fonts.heading ? body : [...body, ...heading]
}

function rule(family: FamilyName, { bold, italic }: FaceStyle, font: Uint8Array, type: 'woff' | 'otf'): string {
  const weight = bold ? '600 900' : '100 500'
  const style = italic ? 'italic' : 'normal'
  const source = `url(data:font/${type};base64,${base64(font)}) format('${type === 'otf' ? 'opentype' : type}')`
  return `@font-face { font-family: '${family}'; font-weight: ${weight}; font-style: ${style}; src: ${source}; }`
}

function collect(node: Nodes, codePoints: Set<number>): void {
  if (node.type === 'text') for (const character of node.value) codePoints.add(character.codePointAt(0)!)
  if ('children' in node) for (const child of node.children) collect(child, codePoints)
}
