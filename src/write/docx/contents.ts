import { type Block, type Contents, type ContentsEntry, isRightToLeft } from '../../core/index.ts'
import { titleOf } from '../alike.ts'
import { markup, textOf, written, type Xml, xml } from '../ooxml/xml.ts'
import type { Setting } from './assembly.ts'
import { afterLabel, sequences } from './captions.ts'
import { field, fieldEnd, fieldStart, run } from './fields.ts'
import { textRuns } from './inlines.ts'
import { pPr } from './properties.ts'

/**
 * A field that Word can work out again, with its result already in it, so that nobody is asked anything on opening. Page
 * numbers are those of the PDF; where they are not known, none are printed. A heading `before` it is its title.
 */
export function contents(node: Contents, before: Block | undefined, setting: Setting): Xml[] {
  const titled = before?.type === 'heading'
  const { entries } = node
  if (entries.length === 0) return []
  const last = entries.length - 1
  const lines = entries.map((entry, index) =>
    line(node, entry, setting, {
      before: index === 0 ? fieldStart(instruction(node)) : [],
      after: index === last ? [fieldEnd()] : [],
    }),
  )
  const title = titleOf(node, setting.assembly.document.meta.words)
  const heading = titled ? [] : [xml('w:p', {}, pPr({ style: 'TOCHeading' }), textRuns(title, setting))]
  return node.of === 'headings' ? [gallery([...heading, ...lines])] : [...heading, ...lines]
}

/** The depth of the deepest heading in any contents of these; 0 where there are none. */
export function contentsDepth(blocks: readonly Block[]): number {
  const ofHeadings = blocks.flatMap((node) => (node.type === 'contents' && node.of === 'headings' ? [node] : []))
  return depthOf(ofHeadings.flatMap(({ entries }) => entries))
}

const depthOf = (entries: readonly ContentsEntry[]) => Math.max(0, ...entries.map(({ depth }) => Math.min(depth, 6)))

function instruction({ of, entries }: Contents): string {
  if (of === 'figures') return `TOC \\h \\z \\c "${sequences.figure}"`
  if (of === 'tables') return `TOC \\h \\z \\c "${sequences.table}"`
  const deepest = depthOf(entries)
  // By Word's own heading styles alone: those of unlisted headings are based on them and are not among them.
  return `TOC \\o "1-${deepest}" \\h \\z`
}

function line(
  { of }: Contents,
  entry: ContentsEntry,
  setting: Setting,
  { before, after }: { before: readonly Xml[]; after: readonly Xml[] },
): Xml {
  const { bookmarks, pages } = setting.assembly
  const name = bookmarks.name(entry.id)
  const page = pages?.get(entry.id)
  const separator = of === 'headings' ? ' ' : afterLabel
  const words = textRuns(entry.label ? `${entry.label}${separator}${entry.text}` : entry.text, setting)
  const number =
    name && page !== undefined
      ? [run(xml('w:tab')), ...field(`PAGEREF ${name} \\h`, textRuns(String(page), setting))]
      : []
  const content = [...words, ...number]
  const linked = name ? [xml('w:hyperlink', { 'w:anchor': name, 'w:history': 1 }, content)] : content
  const style = of === 'headings' ? `TOC${Math.min(Math.max(entry.depth, 1), 6)}` : 'TableofFigures'
  const rightToLeft = isRightToLeft(setting.language) || undefined
  // As text: what word processors make anew is not marked to be read back.
  return markup('w:p', textOf(xml('w:p', {}, pPr({ style, rightToLeft }), before, linked, after)))
}

/** What makes Word show its “Update table” handle. */
function gallery(content: readonly Xml[]): Xml {
  const kind = written`<w:sdtPr><w:docPartObj>
    <w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/>
  </w:docPartObj></w:sdtPr>`
  return xml('w:sdt', {}, kind, xml('w:sdtContent', {}, content))
}
