/** The cover: who, what, and what is known of it. */
import { keysOf, lastOf, type Meta } from '../../core/index.ts'
import { luminance } from '../theme/colour.ts'
import type { Theme } from '../theme.ts'
import type { DefinitionNode, Margin } from './definition.ts'
import { directedRuns } from './directed.ts'
import { imageOf } from './pictures.ts'

interface Paper {
  readonly area: { readonly width: number; readonly height: number }
  readonly height: number
  readonly images: Record<string, Uint8Array>
}

/** A band of the theme's accent with the title, the question below it, and the facts at the foot of the page. */
export function coverOf(meta: Meta, theme: Theme, { area, height, images }: Paper): DefinitionNode[] {
  const { colours } = theme
  // White is easier to read on a darker colour than black is.
  const onBand = luminance(colours.accent) < 0.18 ? '#ffffff' : colours.ink
  const { scale, share } = scaleOf(meta, theme, area)
  const title: DefinitionNode[] = [
    ...(meta.organisation ? [paragraph(meta.organisation, 'coverOrganisation', { color: onBand })] : []),
    space(area.height * share + (meta.organisation ? 0 : 14)),
    bar(56, 3, onBand, [0, 0, 0, 16]),
    { ...paragraph(meta.title, 'coverTitle', { color: onBand, ...scale('title') }), tag: 'Title' },
    ...(meta.subtitle
      ? [paragraph(meta.subtitle, 'coverSubtitle', { color: onBand, ...scale('subtitle'), margin: [0, 0, 40, 0] })]
      : []),
  ]
  const authors = authorsOf(meta)
  const nodes: DefinitionNode[] = [
    { stack: [...title, space(34)], band: { color: colours.accent, least: height * 0.44 } },
    ...(meta.question
      ? [paragraph(meta.question, 'coverQuestion', { margin: [0, 32, 60, 0], ...scale('question') })]
      : []),
    {
      stack: [
        ...(meta.logo
          ? [{ ...imageOf(meta.logo, { area, images }), margin: [0, 0, 0, 18] } satisfies DefinitionNode]
          : []),
        ...(authors ? [paragraph(authors, 'coverAuthors', { margin: [0, 0, 0, 14], ...scale('authors') })] : []),
        ...factsOf(meta, theme, area.width),
      ],
      bottom: true,
      margin: [0, 24, 0, 0],
    },
  ]
  return [{ stack: nodes, tag: 'Sect' }]
}

const authorsOf = ({ authors, bylines }: Meta) => (bylines ?? authors).join(' · ')

/** No words of the cover are smaller. Points. */
const smallest = 9

/** By how much the type of the cover is smaller, so that it stays one page, and what part of the page is above the title. */
function scaleOf(meta: Meta, { sizes }: Theme, area: Paper['area']) {
  const full = { title: sizes.title, subtitle: sizes.title * 0.5, question: sizes.body * 1.25, authors: sizes.body + 1 }
  const texts = {
    title: meta.title,
    subtitle: meta.subtitle,
    question: meta.question,
    authors: authorsOf(meta),
  }
  const narrower = { title: 0, subtitle: 40, question: 60, authors: 0 }
  const names = keysOf(full)
  // Letters are a little over half as wide as high, and lines a third higher than letters.
  const linesOf = (name: keyof typeof full, by: number) =>
    Math.ceil(((texts[name]?.length ?? 0) * full[name] * by * 0.54) / (area.width - narrower[name]))
  const facts = meta.facts.reduce(
    (sum, { value }) => sum + 16 * Math.ceil((value.length * sizes.small * 0.54) / (area.width * 0.7)),
    meta.logo ? meta.logo.height + 18 : 0,
  )
  const heightAt = (by: number) =>
    names.reduce((sum, name) => sum + linesOf(name, by) * full[name] * by * 1.35, 180 + facts)
  const steps = [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.42, 0.36]
  const by = steps.find((step) => linesOf('title', step) <= 5 && heightAt(step) <= area.height) ?? lastOf(steps)
  const scale = (name: keyof typeof full) => (by < 1 ? { fontSize: Math.max(smallest, full[name] * by) } : {})
  return { scale, share: by < 1 ? 0.06 : 0.16 }
}

function factsOf({ facts }: Meta, { colours, sizes }: Theme, width: number): DefinitionNode[] {
  if (facts.length === 0) return []
  const longest = Math.max(...facts.map(({ label }) => label.length)) * sizes.small * 0.54 + 14
  const labels = Math.min(width / 2, Math.max((width * 3) / 11, longest))
  const items = facts.map(
    ({ label, value }): DefinitionNode => ({
      columns: [
        {
          ...paragraph(label, 'coverFact', { color: colours.muted, margin: [0, 0, 12, 2] }),
          width: labels,
          tag: 'Lbl',
        },
        { ...paragraph(value, 'coverFact', { margin: [0, 0, 0, 2] }), width: '*', tag: 'LBody' },
      ],
      tag: 'LI',
    }),
  )
  return [bar(width, 0.75, colours.rule, [0, 0, 0, 10]), { stack: items, tag: 'L' }]
}

function paragraph(text: string, style: string, more: Partial<DefinitionNode>): DefinitionNode {
  return { text: directedRuns(text), style, tag: 'P', ...more }
}

function bar(width: number, height: number, color: string, margin: Margin): DefinitionNode {
  return { canvas: [{ type: 'rect', x: 0, y: 0, w: width, h: height, color }], margin }
}

const space = (height: number): DefinitionNode => ({ stack: [], margin: [0, height, 0, 0] })
