/** The cover: who, what, and what is known of it. */
import type { Meta } from '../../tree.ts'
import type { Theme } from '../theme.ts'
import type { DefinitionNode } from './definition.ts'

export function coverOf(meta: Meta, theme: Theme, area: { width: number; height: number }): DefinitionNode[] {
  const { colours } = theme
  const rule = (width: number, thickness: number, color: string, margin: DefinitionNode['margin']): DefinitionNode => ({
    canvas: [{ type: 'rect', x: 0, y: 0, w: width, h: thickness, color }],
    margin: margin!,
  })
  const paragraph = (text: string, style: string, margin?: DefinitionNode['margin']): DefinitionNode => ({
    text: [{ text }],
    style,
    tag: 'P',
    ...(margin && { margin }),
  })
  const above = meta.organisation ? [paragraph(meta.organisation, 'coverOrganisation', [0, 0, 0, 0])] : []
  const top = area.height * 0.2
  return [
    ...above,
    rule(56, 4, colours.accent, [0, above.length > 0 ? top - 20 : top, 0, 18]),
    paragraph(meta.title, 'coverTitle'),
    ...(meta.subtitle ? [paragraph(meta.subtitle, 'coverSubtitle', [0, 0, 40, 10])] : []),
    ...(meta.question ? [paragraph(meta.question, 'coverQuestion', [0, 18, 60, 0])] : []),
    {
      stack: [
        ...(meta.authors.length > 0 ? [paragraph(meta.authors.join(', '), 'coverAuthors', [0, 0, 0, 14])] : []),
        ...factsOf(meta, theme, area.width),
      ],
      bottom: true,
      margin: [0, 24, 0, 0],
    },
  ]
}

function factsOf({ facts }: Meta, { colours }: Theme, width: number): DefinitionNode[] {
  if (facts.length === 0) return []
  const rows = facts.map(({ label, value }): DefinitionNode[] => [
    { text: [{ text: label }], tag: 'P', style: 'coverFact', color: colours.muted, margin: [0, 0, 12, 2] },
    { text: [{ text: value }], tag: 'P', style: 'coverFact', margin: [0, 0, 0, 2] },
  ])
  return [
    {
      canvas: [{ type: 'line', x1: 0, x2: width, y1: 0, y2: 0, lineWidth: 0.75, lineColor: colours.rule }],
      margin: [0, 0, 0, 10],
    },
    { table: { headerRows: 0, widths: [{ weight: 3 }, { weight: 8 }], body: rows }, layout: 'plain' },
  ]
}
