import type { Nodes, Root } from 'hast'
import { codePointOf, sha256 } from '../../core/index.ts'
import { base64 } from '../base64.ts'
import type { FaceStyle } from '../fonts/families.ts'
import { loadFonts } from '../fonts/fonts.ts'
import { subsetOf, subsetter } from '../fonts/harfbuzz.ts'
import type { FamilyName, Theme } from '../theme.ts'
import type { WriteContext } from '../writer.ts'

/** Kerning and ligatures, which are half of the bytes, and which figures measured their labels without. */
const layout = ['GDEF', 'GPOS', 'GSUB', 'kern']

/**
 * `@font-face` rules with the theme's fonts in them as WOFF2, cut down to the characters of `page`, so that text and
 * figures look as they were measured on any machine. A character that the fonts lack is left to the reader's. A family of
 * one's own keeps its layout: its script may need it.
 */
export async function fontFaces(
  page: Root,
  { theme, asset, remember }: Pick<WriteContext, 'theme' | 'asset' | 'remember'>,
): Promise<string> {
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
      return rule(family, style, await packOf(font, remember))
    }),
  )
  return rules.filter(Boolean).join('\n')
}

/** Fonts as WOFF2, in base64, by their digests. */
const packed = new Map<string, Promise<string>>()

/** To pack a font is most of what a page takes, and an edit seldom brings a new character. */
function packOf(font: Uint8Array, remember: WriteContext['remember']): Promise<string> {
  const digest = sha256(font)
  const make = () => {
    if (packed.size > 100) packed.clear()
    const made =
      packed.get(digest) ?? import('woff2-encoder').then(async ({ compress }) => base64(await compress(font)))
    packed.set(digest, made)
    return made
  }
  return remember ? remember('font', digest, make) : make()
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
  const source = `url(data:font/woff2;base64,${font}) format('woff2')`
  return `@font-face { font-family: '${family}'; font-weight: ${weight}; font-style: ${style}; src: ${source}; }`
}

function collect(node: Nodes, codePoints: Set<number>): void {
  if (node.type === 'text') for (const character of node.value) codePoints.add(codePointOf(character))
  if ('children' in node) for (const child of node.children) collect(child, codePoints)
}
