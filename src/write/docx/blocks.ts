import {
  type Bibliography,
  type BibliographyEntry,
  type Block,
  type Blockquote,
  type Code,
  dispatch,
  type Figure,
  type FootnoteDefinition,
  type Handlers,
  type Heading,
  isRightToLeft,
  type List,
  type ListItem,
  type Paragraph,
} from '../../core/index.ts'
import { leadsToList, taskBox } from '../alike.ts'
import { type Xml, xml } from '../ooxml/xml.ts'
import type { Setting } from './assembly.ts'
import { captionParagraph, spacingHere } from './captions.ts'
import { contents } from './contents.ts'
import { run } from './fields.ts'
import { characters, inlines, textRuns } from './inlines.ts'
import { step } from './measures.ts'
import { pictureParagraph } from './pictures.ts'
import { type ParagraphProperties, pPr } from './properties.ts'
import { table } from './tables.ts'

export function blocks(nodes: readonly Block[], setting: Setting): Xml[] {
  return collected((put) => eachBlock(nodes, setting, put))
}

/** Gives those of one node after another. */
export function eachBlock(nodes: readonly Block[], setting: Setting, put: (written: readonly Xml[]) => void): void {
  const write = (node: Block, setting: Setting, index: number) => {
    const { data } = node
    const here = data?.lang ? { ...setting, language: data.lang } : setting
    const written = dispatch(handlers, node, { setting: here, before: nodes[index - 1], after: nodes[index + 1] })
    setting.assembly.comments.at(written, data?.notices)
    return anchorsItself(node) ? written : setting.assembly.bookmarks.around(data?.id, written)
  }
  eachBelowAnother(nodes, setting, write, put)
}

/** Gives what `write` makes of each node, told whether it stands below a table. */
function eachBelowAnother<N>(
  nodes: readonly N[],
  setting: Setting,
  write: (node: N, setting: Setting, index: number) => readonly Xml[],
  put: (written: readonly Xml[]) => void,
): void {
  let { belowTable } = setting
  nodes.forEach((node, index) => {
    const here = belowTable === setting.belowTable ? setting : { ...setting, belowTable }
    const written = write(node, here, index)
    put(written)
    const last = written.findLast(({ name }) => !name.startsWith('w:bookmark'))
    if (last) belowTable = last.name === 'w:tbl'
  })
}

const oneBelowAnother = <N>(
  nodes: readonly N[],
  setting: Setting,
  write: (node: N, setting: Setting) => readonly Xml[],
): Xml[] => collected((put) => eachBelowAnother(nodes, setting, write, put))

function collected(each: (put: (written: readonly Xml[]) => void) => void): Xml[] {
  const all: Xml[] = []
  each((written) => {
    for (const one of written) all.push(one)
  })
  return all
}

interface Context {
  readonly setting: Setting
  /** The blocks beside this one, in the same parent. */
  readonly before: Block | undefined
  readonly after: Block | undefined
}

const handlers: Handlers<Block, Context, readonly Xml[]> = {
  heading: (node, context) => [heading(node, context)],
  paragraph: (node, { setting, after }) => [
    paragraph(node, setting, { keepNext: leadsToList(node, after) || undefined }),
  ],
  blockquote: (node, { setting }) => blockquote(node, setting),
  list: (node, { setting }) => list(node, setting),
  table: (node, { setting }) => table(node, setting),
  code: (node, { setting }) => [code(node, setting)],
  thematicBreak: (_, { setting }) => [paragraphOf([], { style: 'HorizontalRule' }, setting)],
  figure: (node, { setting }) => figure(node, setting),
  footnoteDefinition: (node, { setting }) => uncalledNote(node, setting),
  contents: (node, { setting, before }) => contents(node, before, setting),
  bibliography: (node, { setting }) => bibliography(node, setting),
}

/** A bookmark inside the paragraph is better than around it: Word then jumps to the words, and fields take no line end. */
const anchorsItself = ({ type }: Block) => type === 'heading' || type === 'paragraph' || type === 'figure'

function heading(node: Heading, { setting, after }: Context): Xml {
  // The title of the contents is not listed in them, nor when Word makes them anew.
  const isListed = !node.data?.role?.split(' ').includes('unlisted')
  const isNamed = setting.assembly.notedHeadings && isListed && node.depth === 1
  const run = isNamed ? { ...setting.run, style: 'HeadingWords' } : setting.run
  const words = inlines(node.children, { ...setting, run, emphatic: true })
  const children = setting.assembly.bookmarks.around(node.data?.id, words)
  const style =
    after?.type === 'contents' && after.of === 'headings' && !after.inText
      ? 'TOCHeading'
      : `Heading${node.depth}${isListed ? '' : 'Unlisted'}`
  return paragraphOf(children, { style }, { ...setting, belowTable: false })
}

const styleOf: Readonly<Record<string, string>> = { lead: 'Lead', 'source-note': 'SourceNote' }

function paragraph(node: Paragraph, setting: Setting, properties: ParagraphProperties = {}): Xml {
  const children = setting.assembly.bookmarks.around(node.data?.id, inlines(node.children, setting))
  const style = setting.style ?? styleOf[node.data?.role ?? '']
  return paragraphOf(children, { style, ...indentation(setting), ...properties }, setting)
}

function paragraphOf(children: readonly Xml[], properties: ParagraphProperties, setting: Setting): Xml {
  const rightToLeft = isRightToLeft(setting.language) || undefined
  return xml('w:p', {}, pPr({ ...properties, rightToLeft, spacing: spacingHere(setting) }), children)
}

const indentation = ({ indent }: Setting): ParagraphProperties => (indent > 0 ? { indent: { left: indent } } : {})

/** However deep text is set in, half of the width stays. */
const furtherIn = ({ indent, width }: Setting) => Math.min(indent + step, Math.floor(width / 2))

function blockquote(node: Blockquote, setting: Setting): Xml[] {
  if (/^box\b/.test(node.data?.role ?? '')) return blocks(node.children, { ...setting, style: 'Box' })
  return blocks(node.children, { ...setting, style: 'Quote', indent: furtherIn(setting) })
}

/** Each term stands above its meanings, which are set in. */
function definitions(node: List, setting: Setting): Xml[] {
  return node.children.flatMap(({ children: [term, ...meanings] }) => [
    ...(term?.type === 'paragraph' ? [paragraph(term, setting, { keepNext: true })] : []),
    ...blocks(meanings, { ...setting, indent: furtherIn(setting) }),
  ])
}

function list(node: List, setting: Setting): Xml[] {
  if (node.data?.role === 'definitions') return definitions(node, setting)
  const number = setting.assembly.lists.open(node, setting.level)
  const inside: Setting = {
    ...setting,
    style: 'ListParagraph',
    indent: furtherIn(setting),
    level: setting.level + 1,
  }
  // Numbering sets lists in by their level; in a quotation they stand further in.
  const own = setting.indent === number.level * step ? undefined : { left: inside.indent, hanging: step }
  const properties: ParagraphProperties = { number, indent: own, tight: node.spread ? false : undefined }
  return oneBelowAnother(node.children, inside, (item, here) =>
    setting.assembly.bookmarks.around(item.data?.id, listItem(item, properties, here)),
  )
}

/** The first paragraph carries the number; an item that starts with something else gets an empty one. */
function listItem(item: ListItem, properties: ParagraphProperties, setting: Setting): Xml[] {
  const box = item.checked == null ? [] : textRuns(`${taskBox(item.checked)} `, setting)
  const [first, ...rest] = item.children
  if (first?.type !== 'paragraph') {
    const empty = paragraphOf(box, { style: 'ListParagraph', ...properties }, setting)
    return [empty, ...blocks(item.children, { ...setting, belowTable: false })]
  }
  const here = first.data?.lang ? { ...setting, language: first.data.lang } : setting
  const children = setting.assembly.bookmarks.around(first.data?.id, inlines(first.children, here))
  const opening = paragraphOf([...box, ...children], { style: 'ListParagraph', ...properties }, here)
  setting.assembly.comments.at([opening], first.data?.notices)
  return [opening, ...blocks(rest, { ...setting, belowTable: false })]
}

function code(node: Code, setting: Setting): Xml {
  const lines = node.value.split(/\r\n|\r|\n/)
  const content = lines.flatMap((line, index) => [...(index > 0 ? [xml('w:br')] : []), ...characters(line)])
  return paragraphOf([run(content)], { style: 'SourceCode', ...indentation(setting) }, setting)
}

/** The caption stands above, with what it captions. What is read first is written first: Word counts notes as they come. */
function figure(node: Figure, setting: Setting): Xml[] {
  const isBare = node.label === '' && node.caption.length === 0
  const caption = isBare ? [] : [captionParagraph(node, setting)]
  const inside = { ...setting, belowTable: isBare && setting.belowTable }
  const parts = oneBelowAnother(node.children, inside, (child, here) =>
    child.type === 'image'
      ? [pictureParagraph(child, here, { keepNext: child !== node.children.at(-1) || undefined })]
      : setting.assembly.bookmarks.around(child.data?.id, table(child, here)),
  )
  return [...caption, ...parts]
}

/** Called notes are written at their calls; Word has no place for others, and their words must not be lost. */
function uncalledNote(node: FootnoteDefinition, setting: Setting): Xml[] {
  if (setting.assembly.notes.isCalled(node)) return []
  return blocks(node.children, { ...setting, style: 'FootnoteText' })
}

function bibliography(node: Bibliography, setting: Setting): Xml[] {
  const { zotero } = setting.assembly
  const inside = zotero ? { ...setting, linked: true } : setting
  const entries = oneBelowAnother(node.children, inside, (entry, here) => [
    bibliographyEntry(entry, node.hanging, here),
  ])
  return zotero ? [...zotero.bibliography(node, entries, setting)] : entries
}

function bibliographyEntry(node: BibliographyEntry, hanging: boolean, setting: Setting): Xml {
  const here = node.data?.lang ? { ...setting, language: node.data.lang } : setting
  const label = node.label ? [...textRuns(node.label, here), run(xml('w:tab'))] : []
  const children = setting.assembly.bookmarks.around(node.data?.id, [...label, ...inlines(node.children, here)])
  const flush = hanging || node.label ? undefined : { left: 0, hanging: 0 }
  const written = paragraphOf(children, { style: 'Bibliography', indent: flush }, here)
  setting.assembly.comments.at([written], node.data?.notices)
  return written
}
