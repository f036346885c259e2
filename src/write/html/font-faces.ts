import type { Nodes, Root } from 'hast'
import { codePointOf } from '../../core/index.ts'
import { base64 } from '../base64.ts'
import type { FaceStyle } from '../fonts/families.ts'
import { loadFonts } from '../fonts/fonts.ts'
import { subsetOf, subsetter } from '../fonts/harfbuzz.ts'
import type { FamilyName, Theme } from '../theme.ts'
import type { WriteContext } from '../writer.ts'
import { woff } from './woff.ts'

/** Kerning and ligatures, which are half of the bytes, and which figures measured their labels without. */
const layout = ['GDEF', 'GPOS', 'GSUB', 'kern']

/**
 * `@font-face` rules with the theme's fonts in them as WOFF, cut down to the characters of `page`, so that text and
 * figures look as they were measured on any machine. A character that the fonts lack is left to the reader's. A family of
 * one's own keeps its layout: its script may need it.
 */
export async function fontFaces(page: Root, { theme, asset }: Pick<WriteContext, 'theme' | 'asset'>): Promise<string> {
  const codePoints = new Set<number>()
  collect(page, codePoints)
  const [fonts, harfbuzz] = [await loadFonts(asset, theme), await asset(subsetter)]
  const rules = await Promise.all(
    faces(theme).map(async ({ family, style }) => {
      const face = fonts.face(family, style)
      const kept = [...codePoints].filter((code) => face.covers(code)).sort((a, b) => a - b)
      if (kept.length === 0) return ''
      const without = theme.families?.[family] ? [] : layout
      const font = subsetOf(harfbuzz, await asset(`fonts/${face.file}`), kept, without)
      return rule(family, style, base64(woff(font)))
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

function rule(family: FamilyName, { bold, italic }: FaceStyle, font: string): string {
  const weight = bold ? '600 900' : '100 500'
  const style = italic ? 'italic' : 'normal'
  const source = `url(data:font/woff;base64,${font}) format('woff')`
  return `@font-face { font-family: '${family}'; font-weight: ${weight}; font-style: ${style}; src: ${source}; }`
}

function collect(node: Nodes, codePoints: Set<number>): void {
  if (node.type === 'text') for (const character of node.value) codePoints.add(codePointOf(character))
  if ('children' in node) for (const child of node.children) collect(child, codePoints)
}
