import {
  type CaptionedTable,
  type DraftInline,
  type DraftNode,
  encode,
  type Figure,
  type FigureCall,
  type Image,
  type ImageCall,
  inOneLine,
  type Locale,
  type Log,
  nodesOf,
  PathError,
  type Section,
  type Table,
  textOf,
  walk,
} from '../../core/index.ts'
import type { CheckedImage } from '../images/index.ts'
import type { Elsewhere, Elsewheres } from './references.ts'

/** A drawn figure: SVG 1.1, its size in points, a text that stands for it, and the same data as a table; or the table alone. */
type Drawing =
  | {
      readonly svg: string
      readonly width: number
      readonly height: number
      readonly alt: string
      readonly table?: TableData | undefined
    }
  | { readonly svg?: undefined; readonly table: TableData }

interface TableData {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Draws the figure of this name, or says why it cannot; `nothing` when there is nothing to show. */
export type DrawFigure = (
  name: string,
  options: Readonly<Record<string, string>>,
) =>
  | Drawing
  | 'nothing'
  | { readonly problems: readonly { readonly reason: string; readonly notes?: readonly string[] }[] }

/** By path: an image, or why it cannot be one, or may not be read. */
export type Images = ReadonlyMap<string, CheckedImage | string | PathError>

/** The paths of the images that the sections show: what the caller has to read. */
export function imagePaths(sections: readonly Pick<Section, 'tree'>[]): string[] {
  return [...new Set(sections.flatMap(({ tree }) => [...nodesOf(tree, 'imageCall')].map(({ url }) => url)))]
}

/** What can become a figure. */
export type FigureNode = CaptionedTable | FigureCall | ImageCall

/** The figures of a document, by the node that calls for each; one that shows nothing is not here. */
export type Figures = ReadonlyMap<FigureNode, Drawn>

/** A figure before its caption is resolved. */
export interface Drawn {
  readonly kind: Figure['kind']
  readonly label: string
  readonly caption: readonly DraftInline[]
  /** Drawn, or read from a file. */
  readonly image?: Image
  /** What the drawing shows, as a table. */
  readonly data?: Table
}

/**
 * Draws and reads the figures that sections call for, and numbers those that have a caption. One that has nothing to show is
 * given back apart, by its id, with the words of its caption.
 */
export function drawFigures(
  sections: readonly Section[],
  draw: DrawFigure,
  images: Images,
  words: Locale['references'],
  log: Log,
): { readonly figures: Figures; readonly leftOut: Elsewheres } {
  const counts = { figure: 0, table: 0 }
  const figures = new Map<FigureNode, Drawn>()
  const leftOut = new Map<string, Elsewhere>()
  for (const section of sections) {
    for (const node of walk<DraftNode>(section.tree)) {
      if (node.type !== 'captionedTable' && node.type !== 'figureCall' && node.type !== 'imageCall') continue
      const complain: Complain = (rule, reason, notes) => {
        log.report(rule, section.place(node), reason, notes ? { notes } : {})
      }
      const made = make(node, draw, images, complain)
      if (made !== undefined) {
        const label = made.caption.length > 0 ? `${words[made.kind]}\u00a0${++counts[made.kind]}` : ''
        figures.set(node, { ...made, label })
      } else if (node.data?.id) leftOut.set(node.data.id, { words: textOf<DraftNode>(node).trim() })
    }
  }
  return { figures, leftOut }
}

type Complain = (
  rule: PathError['rule'] | 'markdown-is-supported' | 'image-is-safe' | 'image-has-alt' | 'reference-resolves',
  reason: string,
  notes?: readonly string[],
) => void

type Made = Omit<Drawn, 'label'>

/** The figure that a node calls for; `undefined` where that failed or shows nothing. */
function make(node: FigureNode, draw: DrawFigure, images: Images, complain: Complain): Made | undefined {
  if (node.type === 'captionedTable') return { kind: 'table', caption: node.children[1].children }
  return node.type === 'figureCall' ? ofDrawing(node, draw, complain) : ofImage(node, images, complain)
}

function ofDrawing({ name, options, children }: FigureCall, draw: DrawFigure, complain: Complain): Made | undefined {
  const drawing = draw(name, options)
  if (drawing === 'nothing') return undefined
  if ('problems' in drawing) {
    for (const { reason, notes } of drawing.problems) complain('reference-resolves', reason, notes)
    return undefined
  }
  if (drawing.svg === undefined) return { kind: 'table', caption: children, data: tableOf(drawing.table) }
  const { svg, width, height, table } = drawing
  const image: Image = {
    type: 'image',
    url: `${name}.svg`,
    alt: inOneLine(drawing.alt),
    format: 'svg',
    bytes: encode(svg),
    width,
    height,
    drawn: true,
  }
  return { kind: 'figure', caption: children, image, ...(table ? { data: tableOf(table) } : {}) }
}

function ofImage(
  { url, alt: given, children: caption, data }: ImageCall,
  images: Images,
  complain: Complain,
): Made | undefined {
  const file = images.get(url)
  const alt = inOneLine(given)
  if (alt === '') complain('image-has-alt', `The image “${url}” has no text that stands for it`)
  if (file instanceof PathError) complain(file.rule, file.message, file.notes)
  else if (file === undefined) complain('file-is-present', `There is no image “${url}”`)
  else if (typeof file === 'string') complain('image-is-safe', `The image “${url}” ${file}`)
  else {
    const sized = sizeOf(file, data?.width, complain)
    const image: Image = { type: 'image', url: url.slice(url.lastIndexOf('/') + 1), alt, ...file, ...sized }
    return { kind: 'figure', caption, image }
  }
  return undefined
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

function tableOf({ columns, rows }: TableData): Table {
  const row = (cells: readonly string[]) => ({
    type: 'tableRow' as const,
    children: cells.map((value) => ({
      type: 'tableCell' as const,
      children: [{ type: 'text' as const, value: value.replace(/\r?\n|\t/g, ' ') }],
    })),
  })
  return { type: 'table', align: columns.map(() => undefined), children: [row(columns), ...rows.map(row)] }
}
