/** A resolved document into the definition that the printer takes: pure, and what golden tests read. */

import {
  type Block,
  type Document,
  entryOf,
  type FootnoteDefinition,
  isRightToLeft,
  must,
  type Node,
  walk,
} from '../../core/index.ts'
import { isOfCover } from '../alike.ts'
import { tint } from '../theme/colour.ts'
import { areaOf, columnWidth, paperOf, type Theme } from '../theme.ts'
import { type BlockContext, blocksOf } from './blocks.ts'
import { coverOf } from './cover.ts'
import type { DefinitionNode, DocDefinition, NoteDefinition, Run } from './definition.ts'
import { logoOf } from './pictures.ts'
import { anchorName, callAnchor, raised } from './runs.ts'
import { stylesOf } from './styles.ts'

export function toDocDefinition({ meta, body }: Document, theme: Theme): DocDefinition {
  const { margins, sides } = theme.page
  // What is mirrored when it is printed has its margins the other way round; of two sides they are the inner and the outer one.
  const swapped = isRightToLeft(meta.language) && sides === 'single'
  const [left, right] = swapped ? [margins.right, margins.left] : [margins.left, margins.right]
  const paper = paperOf(theme.page)
  const area = areaOf(theme.page)
  const column = columnWidth(theme.page)
  const nodes = [...walk<Node>(body)]
  const definitions = nodes.filter((node) => node.type === 'footnoteDefinition')
  const context: BlockContext = {
    theme,
    words: meta.words,
    beside: meta.beside,
    isLinked: false,
    isTitled: false,
    area,
    column,
    ids: new Set(nodes.flatMap(({ data }) => (data?.id === undefined ? [] : [data.id]))),
    noteAnchors: new Map(
      definitions.map(({ identifier, data }) => [identifier, data?.id ?? `note-${anchorName(identifier)}`]),
    ),
    called: new Set(),
    images: {},
    headingLevel: headingLevels(),
    within: 'flow',
  }
  const cover = meta.cover === false ? [] : coverOf(meta, theme, { area, height: paper.height, images: context.images })
  const content = pagesOf(body.children, context)
  if (content[0] && cover.length > 0) content[0] = { ...content[0], pageBreak: 'before' }
  const notes = Object.fromEntries(definitions.map((node) => [node.identifier, noteOf(node, context)]))
  return {
    pageSize: { ...paper },
    pageMargins: [left, margins.top, right, margins.bottom],
    ...(sides === 'double' && { isDouble: true }),
    ...(theme.page.columns > 1 && { columns: { count: theme.page.columns, width: column, gap: theme.page.gutter } }),
    language: meta.language,
    info: {
      title: meta.title,
      author: meta.authors.join(', ') || (meta.organisation ?? ''),
      subject: meta.description,
      keywords: meta.keywords.join(', '),
      date: meta.date,
    },
    defaultStyle: {
      font: theme.fonts.body,
      fontSize: theme.sizes.body,
      leading: theme.leading,
      color: theme.colours.ink,
      features: ['onum', 'pnum'],
    },
    styles: stylesOf(theme, column),
    running: {
      title: meta.shortTitle ?? meta.title,
      page: meta.words.page,
      of: meta.words.of,
      skip: cover.length > 0 || isOfCover(body.children[0]) ? 1 : 0,
      ...(meta.marking && { marking: meta.marking }),
      ...(meta.logo && { logo: logoOf(meta.logo, context) }),
    },
    ...(meta.watermark && { watermark: { text: meta.watermark, color: tint(theme.colours.rule, 0.5) } }),
    colours: { rule: theme.colours.rule, shade: theme.colours.shade, muted: theme.colours.muted },
    content: [...cover, ...content, ...uncalled(definitions, notes, context)],
    notes,
    images: context.images,
  }
}

/** Blocks with the role `landscape` stand on pages of their own, turned. */
function pagesOf(blocks: readonly Block[], context: BlockContext): DefinitionNode[] {
  let turned = false
  const pages: DefinitionNode[] = []
  blocks.forEach((block, i) => {
    const turn = isTurned(blocks, i)
    const before = blocks[i - 1]
    // Below a heading a turned page has less room.
    const share = before?.type === 'heading' ? 0.8 : 1
    const inColumn = block.data?.column === true
    const upright = inColumn ? { ...context.area, width: context.column } : context.area
    const area = turn ? { width: context.area.height, height: context.area.width * share } : upright
    const [node] = blocksOf([block], { ...context, area, isTitled: before?.type === 'heading' }, blocks[i + 1])
    if (!node) return
    if (inColumn) node.inColumn = true
    if (isOfCover(before) && !isOfCover(block)) node.pageBreak = 'before'
    // The text goes on before the turned page, but for what stands on it with its heading.
    const waits = turn && !turned && pages.length > 0 && block.type !== 'heading' && node.pageBreak === undefined
    if (waits) Object.assign(node, { floats: true, pageOrientation: 'landscape' })
    else if (turn !== turned) {
      Object.assign(node, { pageBreak: 'before', pageOrientation: turn ? 'landscape' : 'portrait' })
      turned = turn
    }
    const last = pages.at(-1)
    // What names the sources of a figure stands below it, wherever it goes.
    if (last?.floats && block.data?.role === 'source-note')
      pages[pages.length - 1] = { ...floatOf(last), stack: [{ ...last, floats: false }, node] }
    else pages.push(node)
  })
  return pages
}

const floatOf = ({ pageOrientation, inColumn }: DefinitionNode): DefinitionNode =>
  pageOrientation
    ? { floats: true, pageOrientation }
    : { floats: true, unbreakable: true, ...(inColumn && { inColumn }) }

/** A heading goes with the turned page that it stands over, unless text follows, which it can stand over too. */
function isTurned(blocks: readonly Block[], index: number): boolean {
  const isWide = (block: Block | undefined) => block?.data?.role === 'landscape'
  const block = blocks[index]
  if (block?.type !== 'heading' || isWide(block)) return isWide(block)
  if (blocks[index + 1]?.type === 'heading') return isTurned(blocks, index + 1)
  const next = blocks.slice(index + 1).find((each) => !isWide(each))
  return isWide(blocks[index + 1]) && (next === undefined || next.type === 'heading')
}

/** A note begins with its number, which links back to the call. */
function noteOf(node: FootnoteDefinition, context: BlockContext): NoteDefinition {
  const stack = blocksOf(node.children, { ...context, within: 'note' })
  const id = entryOf(context.noteAnchors, node.identifier)
  const number: Run = { text: String(node.number), ...raised(context.theme), color: context.theme.colours.link }
  const back: Run = { ...number, tag: 'Link', destination: callAnchor(node.identifier) }
  const first = stack[0]
  const label: Run = { text: [back], tag: 'Lbl' }
  if (first?.text) first.text = [label, { text: ' ' }, ...first.text]
  else stack.unshift({ text: [label], style: 'note', tag: 'P' })
  const body: DefinitionNode = { stack, anchor: id, style: ['note', 'notes'] }
  if (node.data?.lang !== undefined) body.lang = node.data.lang
  return { id, body }
}

/** A note that nothing calls has no page to stand on: it is printed at the end, so that it is not lost. */
function uncalled(
  definitions: readonly FootnoteDefinition[],
  notes: Record<string, NoteDefinition>,
  { called }: BlockContext,
): DefinitionNode[] {
  return definitions
    .filter(({ identifier }) => !called.has(identifier))
    .map(({ identifier }) => {
      const { id, body } = must(notes[identifier])
      delete notes[identifier]
      const words = body.stack?.[0]?.text?.[0]?.text
      if (typeof words === 'object') delete words[0]?.destination
      return { ...body, anchor: id, tag: 'Div' }
    })
}

/** Levels begin at 1 and leave none out (PDF/UA-1, 7.4.2), whatever the document does. */
function headingLevels(): (depth: number) => number {
  let last = 0
  return (depth) => {
    last = Math.min(depth, last + 1)
    return last
  }
}
