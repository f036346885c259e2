/** The lines above and below the text of each page: what it is part of, and where in it. */
import type { DefinitionNode, DocDefinition, Run } from '../definition.ts'
import { TextLine } from './lines.ts'
import type { Page, RunningHead } from './pdfmake-internals.ts'

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

/** Above: the document's title, and the section. */
export function header(definition: DocDefinition, sections: readonly string[], fits: Fits): RunningHead {
  const { running, pageMargins, colours } = definition
  return (page, _pages, { width }) => {
    if (page <= running.skip) return undefined
    const [left, top, right] = pageMargins
    const inner = width - left - right
    const half = (inner - GAP) / 2
    const [title, section] = [running.title, sections[page - 1] ?? ''].map((text) => cut(text, half, fits))
    return {
      stack: [
        {
          columns: [
            { text: [{ text: title! }], width: '*', style: 'runningHead' },
            { text: [{ text: section! }], width: '*', style: 'runningHead', alignment: 'right' },
          ],
          columnGap: GAP,
        },
        {
          canvas: [{ type: 'line', x1: 0, x2: inner, y1: 0, y2: 0, lineWidth: 0.5, lineColor: colours.rule }],
          margin: [0, 4, 0, 0],
        },
      ],
      margin: [left, top - 36, right, 0],
    }
  }
}

/** Below: `page 3 of 24`. */
export function footer({ running, pageMargins }: DocDefinition): RunningHead {
  return (page, pages) => {
    if (page <= running.skip) return undefined
    const text: Run[] = [{ text: `${running.page} ` }, { text: String(page) }, { text: ` ${running.of} ${pages}` }]
    const node: DefinitionNode = { text, style: 'runningFoot', margin: [pageMargins[0], 26, pageMargins[2], 0] }
    return node
  }
}
