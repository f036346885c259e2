/** Text in columns: which blocks stand in one, and which across all of them. Decided once, for all formats. */
import { type Block, type Figure, itemAt, type Node, type Root, textOf, walk } from '../core/index.ts'
import { areaOf, columnWidth, type Theme } from './theme.ts'

/** The document with each block marked that stands in a column; one that is too wide stands across, with what belongs to it. */
export function inColumns(body: Root, theme: Theme): Root {
  if (theme.page.columns === 1) return body
  const fit = body.children.map((block) => fitsColumn(block, theme))
  body.children.forEach(({ type, data }, i) => {
    const isSourceNote = type === 'paragraph' && data?.role === 'source-note'
    // Notes stand elsewhere.
    if ((isSourceNote || type === 'footnoteDefinition') && i > 0) fit[i] = itemAt(fit, i - 1)
  })
  // A heading stands across where what it heads does.
  for (let i = fit.length - 2; i >= 0; i--) if (body.children[i]?.type === 'heading') fit[i] &&= itemAt(fit, i + 1)
  for (const [from, to] of runsOf(fit)) {
    const run = body.children.slice(from, to).filter(({ type }) => type !== 'footnoteDefinition')
    const isPlain = run.every(({ type }) => type === 'paragraph' || type === 'bibliography')
    const isShort = isPlain && textOf<Node>({ ...body, children: run }).length < SHORT
    if (isShort) fit.fill(false, from, to)
  }
  const children = body.children.map((block, i) => (fit[i] ? withColumn(block, theme) : block))
  return { ...body, children }
}

/** Fewer characters than these are not parted into columns. */
const SHORT = 240

/** Where those that fit follow each other: from, and up to. */
function runsOf(fit: readonly boolean[]): [number, number][] {
  const starts = fit.flatMap((each, i) => (each && !fit[i - 1] ? [i] : []))
  return starts.map((from) => {
    const end = fit.indexOf(false, from)
    return [from, end < 0 ? fit.length : end]
  })
}

function fitsColumn(block: Block, { page, sizes }: Theme): boolean {
  const width = columnWidth(page)
  if (block.data?.role === 'cover' || block.data?.role === 'landscape') return false
  switch (block.type) {
    case 'heading':
      return block.depth > 1
    case 'table':
      return block.data?.column === true
    case 'figure':
      return block.children.every((child) =>
        child.type === 'table'
          ? child.data?.column === true
          : areaOf(page).width * (child.share ?? 1) <= width || (child.share === undefined && child.width <= width),
      )
    case 'code':
      // A character of code is six tenths as wide as high.
      return block.value.split('\n').every((line) => line.length * sizes.small * 0.6 + 16 <= width)
    case 'list':
    case 'blockquote':
      return ![...walk<Node>(block)].some(({ type }) => type === 'table' || type === 'code')
    case 'contents':
    case 'footnoteDefinition':
      return false
    default:
      return true
  }
}

/** A picture’s share of the text is more of a column. */
function withColumn(block: Block, { page }: Theme): Block {
  const marked = { ...block, data: { ...block.data, column: true as const } }
  if (marked.type !== 'figure') return marked
  const more = areaOf(page).width / columnWidth(page)
  const wider = (child: Figure['children'][number]) =>
    child.type === 'image' && child.share !== undefined ? { ...child, share: Math.min(1, child.share * more) } : child
  return { ...marked, children: marked.children.map(wider) }
}
