/** The lines above and below the text of each page: what it is part of, and where in it. */
import { isRightToLeft, ofBoth } from '../../../core/index.ts'
import type { DefinitionNode, DocDefinition, Run } from '../definition.ts'
import { directedRuns } from '../directed.ts'
import { TextLine } from './lines.ts'
import type { Page, RunningHead, Size } from './pdfmake-internals.ts'

/** The title of the section that each page begins in: that of its first line, or of the last first-level heading before. */
export function sectionsOf(pages: readonly Page[]): string[] {
  let section = ''
  return pages.map(({ items }) => {
    const lines = items.flatMap(({ item }) => (item instanceof TextLine ? [item] : []))
    const titles = lines.flatMap(({ bookmark }) => (bookmark?.level === 1 ? [bookmark.title] : []))
    const begun = lines[0]?.bookmark?.level === 1 ? lines[0].bookmark.title : section || titles[0]
    section = titles.at(-1) ?? section
    return begun ?? ''
  })
}

/** Whether a text of a running head fits into this width, in points. */
export type Fits = (text: string, width: number) => boolean

/** Between the title and the section. */
const GAP = 24

/** A running head is one line: what has no room gives way to an ellipsis, at the end of a word. */
function cut(text: string, width: number, fits: Fits): string {
  if (fits(text, width)) return text
  const words = text.split(' ')
  const ends = words.map(
    (_, i) =>
      `${words
        .slice(0, i + 1)
        .join(' ')
        .replace(/[\s\p{P}]+$/u, '')}…`,
  )
  return ends.findLast((start) => fits(start, width)) ?? '…'
}

/** Whether a page, from 1, lies at the left where paper printed on both sides is open, before all is mirrored: its margins change places. */
export const isLeftHand = ({ isDouble = false }: DocDefinition, page: number): boolean => isDouble && page % 2 === 0

/** The margins beside the text of a page, as far as they are not its own. */
function sidesOf(definition: DocDefinition, page: number): [left: number, right: number] {
  const [left, , right] = definition.pageMargins
  return isLeftHand(definition, page) ? [right, left] : [left, right]
}

/** A marking, `width` points wide, on its ground at the right edge of the text, also of what is mirrored. */
function markingOf(definition: DocDefinition, width: number, page: number, size: Size, y: number): DefinitionNode[] {
  const { marking } = definition.running
  if (!marking) return []
  const [left, right] = sidesOf(definition, page)
  const inner = size.width - left - right
  const isMirrored = isRightToLeft(definition.language)
  const box = { x: isMirrored ? 0 : Math.max(0, inner - width - 12), y: 0, w: width + 12, h: 18 }
  const alignment = isMirrored ? 'left' : 'right'
  return [
    { canvas: [{ type: 'rect', ...box, color: marking.ground }], margin: [left, y, right, 0] },
    {
      text: [{ text: marking.text }],
      style: 'marking',
      color: marking.ink,
      alignment,
      margin: [left + 6, -16.5, right + 6, 1.5],
    },
  ]
}

/** Above: the marking, `marked` points wide, then the document's title and the section. */
export function header(
  definition: DocDefinition,
  sections: readonly string[],
  fits: Fits,
  marked: number,
): RunningHead {
  const { running, pageMargins, colours } = definition
  const [, top] = pageMargins
  return (page, _pages, size) => {
    const [left, right] = sidesOf(definition, page)
    const marking = markingOf(definition, marked, page, size, top - 62)
    if (page <= running.skip) return marking.length > 0 ? { stack: marking } : undefined
    const inner = size.width - left - right
    const { logo } = running
    const half = (inner - GAP - (logo ? logo.width + GAP : 0)) / 2
    // Words stand at the foot of a logo.
    const raised = logo ? logo.height - 9 : 0
    const section = sections[page - 1] ?? ''
    // A section that bears the document's title is named once.
    const isTitle = section === running.title || section === definition.info.title
    const [title, part] = ofBoth([running.title, isTitle ? '' : section], (text) => cut(text, half, fits))
    const head: DefinitionNode = {
      stack: [
        {
          columns: [
            ...(logo ? [{ ...logo }] : []),
            { text: directedRuns(title), width: '*', style: 'runningHead', margin: [0, raised, 0, 0] },
            {
              text: directedRuns(part),
              width: '*',
              style: 'runningHead',
              alignment: 'right',
              margin: [0, raised, 0, 0],
            },
          ],
          columnGap: logo ? GAP / 2 : GAP,
        },
        {
          canvas: [{ type: 'line', x1: 0, x2: inner, y1: 0, y2: 0, lineWidth: 0.5, lineColor: colours.rule }],
          margin: [0, 4, 0, 0],
        },
      ],
      margin: [left, (marking.length > 0 ? 8 : top - 36) - raised, right, 0],
    }
    return marking.length > 0 ? { stack: [...marking, head] } : head
  }
}

/** Below: `page 3 of 24`, at the outer edge, and the marking. */
export function footer(definition: DocDefinition, marked: number): RunningHead {
  const { running } = definition
  return (page, pages, size) => {
    const hasFoot = page > running.skip
    const marking = markingOf(definition, marked, page, size, hasFoot ? 6 : 42)
    if (!hasFoot) return marking.length > 0 ? { stack: marking } : undefined
    const text: Run[] = [{ text: `${running.page} ` }, { text: String(page) }, { text: ` ${running.of} ${pages}` }]
    const [left, right] = sidesOf(definition, page)
    const node: DefinitionNode = { text, style: 'runningFoot', margin: [left, 26, right, 0] }
    if (isLeftHand(definition, page)) node.alignment = 'left'
    return marking.length > 0 ? { stack: [node, ...marking] } : node
  }
}
