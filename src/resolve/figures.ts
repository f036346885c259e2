import { encode, PathError } from '../host.ts'
import type { CheckedImage } from '../images/image.ts'
import type { Locale } from '../locale/en.ts'
import type { Log } from '../log.ts'
import type { Image, Table } from '../tree.ts'
import { type OpenNode, type OpenSection, replaceBelow, walk, wordsOf } from './node.ts'
import type { Elsewhere, Elsewheres } from './references.ts'

/** A drawn figure: SVG 1.1, its size in points, a text that stands for it, and the same data as a table. */
export interface Drawing {
  readonly svg: string
  readonly width: number
  readonly height: number
  readonly alt: string
  readonly table?: { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] } | undefined
}

/** Draws the figure of this name, or says why it cannot; `nothing` when there is nothing to show. */
export type DrawFigure = (
  name: string,
  options: Readonly<Record<string, string>>,
) => Drawing | 'nothing' | { readonly problem: string; readonly notes?: readonly string[] }

/** By path: an image, or why it cannot be one, or may not be read. */
export type Images = ReadonlyMap<string, CheckedImage | string | PathError>

/** The paths of the images that the sections show: what the caller has to read. */
export function imagePaths(sections: readonly { readonly tree: object }[]): string[] {
  const paths = new Set<string>()
  for (const { tree } of sections) {
    for (const node of walk(tree as OpenNode)) if (node.type === 'imageCall') paths.add(String(node.url))
  }
  return [...paths]
}

/**
 * Puts drawings, images and captioned tables where they are called, and numbers those that have a caption. Until `close`
 * a figure's caption is its first child, so that passes over nodes see it. A figure that has nothing to show leaves
 * nothing; it is given back, by its id, with the words of its caption.
 */
export function placeFigures(
  sections: readonly OpenSection[],
  draw: DrawFigure,
  images: Images,
  words: Locale['references'],
  log: Log,
): Elsewheres {
  const counts = { figure: 0, table: 0 }
  const leftOut = new Map<string, Elsewhere>()
  for (const { tree, source } of sections) {
    replaceBelow(tree, (node) => {
      const complain: Complain = (rule, reason, notes) => {
        log.report(rule, source.place(node), reason, notes ? { notes } : {})
      }
      const made = make(node, draw, images, complain)
      if (made === 'nothing' && node.data?.id) leftOut.set(node.data.id, { words: wordsOf(node).trim() })
      if (made === undefined || made === 'nothing') return made && []
      const { kind, caption, children } = made
      const label = caption.length > 0 ? `${words[kind]}\u00a0${++counts[kind]}` : ''
      const parts = [{ type: 'caption', children: [...caption] }, ...(children as unknown as OpenNode[])]
      return [{ type: 'figure', kind, label, children: parts, data: node.data, position: node.position }]
    })
  }
  return leftOut
}

interface Made {
  readonly kind: 'figure' | 'table'
  readonly caption: readonly OpenNode[]
  readonly children: readonly (Image | Table)[]
}

type Complain = (
  rule: PathError['rule'] | 'markdown-is-supported' | 'image-is-safe' | 'image-has-alt' | 'reference-resolves',
  reason: string,
  notes?: readonly string[],
) => void

/** The figure that a node calls for, `nothing` where that failed or shows nothing, `undefined` where a node calls for none. */
function make(node: OpenNode, draw: DrawFigure, images: Images, complain: Complain): Made | 'nothing' | undefined {
  if (node.type === 'captionedTable') return ofTable(node)
  if (node.type === 'figureCall') return ofDrawing(node, draw, complain)
  return node.type === 'imageCall' ? ofImage(node, images, complain) : undefined
}

function ofTable({ children: [table, caption] = [] }: OpenNode): Made {
  return { kind: 'table', caption: caption?.children ?? [], children: [table as unknown as Table] }
}

function ofDrawing(call: OpenNode, draw: DrawFigure, complain: Complain): Made | 'nothing' {
  const name = String(call.name)
  const drawing = draw(name, call.options as Record<string, string>)
  if (drawing === 'nothing') return 'nothing'
  if ('problem' in drawing) {
    complain('reference-resolves', drawing.problem, drawing.notes)
    return 'nothing'
  }
  const { svg, width, height, alt, table } = drawing
  const image: Image = { type: 'image', url: `${name}.svg`, alt, format: 'svg', bytes: encode(svg), width, height }
  return { kind: 'figure', caption: call.children ?? [], children: [image, ...(table ? [tableOf(table)] : [])] }
}

function ofImage(call: OpenNode, images: Images, complain: Complain): Made | 'nothing' {
  const path = String(call.url)
  const file = images.get(path)
  const alt = String(call.alt).trim()
  if (alt === '') complain('image-has-alt', `The image “${path}” has no text that stands for it`)
  if (file instanceof PathError) {
    complain(file.rule, file.message)
    return 'nothing'
  }
  if (file === undefined) {
    complain('file-is-present', `There is no image “${path}”`)
    return 'nothing'
  }
  if (typeof file === 'string') {
    complain('image-is-safe', `The image “${path}” ${file}`)
    return 'nothing'
  }
  const sized = sizeOf(file, call.data?.width, complain)
  const image: Image = { type: 'image', url: path.slice(path.lastIndexOf('/') + 1), alt, ...file, ...sized }
  return { kind: 'figure', caption: call.children ?? [], children: [image] }
}

/** Points in a unit of CSS. */
const units: Readonly<Record<string, number>> = { pt: 1, in: 72, cm: 72 / 2.54, mm: 7.2 / 2.54, px: 0.75 }

/** The size that `{width=50%}` or `{width=6cm}` asks for. */
function sizeOf(
  { width, height }: CheckedImage,
  asked: unknown,
  complain: Complain,
): Partial<Pick<Image, 'width' | 'height' | 'share'>> {
  if (asked === undefined) return {}
  const [, number, unit = ''] = /^(\d+(?:\.\d+)?)(%|pt|in|cm|mm|px)$/.exec(String(asked)) ?? []
  const value = Number(number)
  if (unit === '%' && value > 0 && value <= 100) return { share: value / 100 }
  const points = value * (units[unit] ?? 0)
  if (points > 0) return { width: points, height: (height * points) / width }
  complain('markdown-is-supported', `“${String(asked)}” is not the width of a picture`, [
    'e.g. 50% of the text, 6cm, 60mm, 200pt, 3in',
  ])
  return {}
}

function tableOf({ columns, rows }: NonNullable<Drawing['table']>): Table {
  const row = (cells: readonly string[]) => ({
    type: 'tableRow' as const,
    children: cells.map((value) => ({ type: 'tableCell' as const, children: [{ type: 'text' as const, value }] })),
  })
  return { type: 'table', align: columns.map(() => undefined), children: [row(columns), ...rows.map(row)] }
}
