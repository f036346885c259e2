import type { FaceStyle } from './families.ts'
import type { Fonts } from './fonts.ts'
import { missing } from './text.ts'

/** As much of a tree's node as is needed to find the text in it. */
export interface TextNode {
  readonly type: string
  readonly value?: unknown
  readonly children?: readonly TextNode[]
}

/** A grapheme that no face can set, and the node that holds it. */
export interface MissingGlyph<N> {
  readonly grapheme: string
  readonly count: number
  readonly node: N
}

interface Setting extends FaceStyle {
  readonly families: readonly ('body' | 'heading' | 'mono')[]
}

/**
 * What the theme's fonts cannot show of `tree`, in reading order. Text is looked up in the style it stands in; as
 * tables and headings may be set in either family, it must be covered by the body family and by the heading family.
 */
export function missingGlyphs<N extends TextNode>(tree: N, fonts: Fonts): MissingGlyph<N>[] {
  const found: MissingGlyph<N>[] = []
  visit(tree, { families: ['body', 'heading'] })
  return found

  function visit(node: N, setting: Setting): void {
    const here = restyle(node, setting)
    if (typeof node.value === 'string' && printed.has(node.type)) {
      for (const grapheme of lost(node.value, here, fonts)) {
        found.push({ grapheme, node, count: Math.max(1, node.value.normalize('NFC').split(grapheme).length - 1) })
      }
    }
    for (const child of node.children ?? []) visit(child as N, here)
  }
}

const printed = new Set(['text', 'inlineCode', 'code'])

function restyle(node: TextNode, setting: Setting): Setting {
  if (node.type === 'strong' || node.type === 'heading') return { ...setting, bold: true }
  if (node.type === 'emphasis') return { ...setting, italic: true }
  if (node.type === 'code' || node.type === 'inlineCode') return { ...setting, families: ['mono'] }
  return setting
}

function lost(text: string, { families, ...style }: Setting, fonts: Fonts): string[] {
  const all = families.flatMap((family) => missing(text, fonts.chain(fonts.theme[family], style)))
  return [...new Set(all)]
}
