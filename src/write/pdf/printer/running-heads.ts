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

/** Above: the document's title, and the section. */
export function header(definition: DocDefinition, sections: readonly string[]): RunningHead {
  const { running, pageMargins, colours } = definition
  return (page, _pages, { width }) => {
    if (page <= running.skip) return undefined
    const [left, top, right] = pageMargins
    const inner = width - left - right
    return {
      stack: [
        {
          columns: [
            { text: [{ text: running.title }], width: '*', style: 'runningHead' },
            { text: [{ text: sections[page - 1] ?? '' }], width: '*', style: 'runningHead', alignment: 'right' },
          ],
          columnGap: 24,
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
