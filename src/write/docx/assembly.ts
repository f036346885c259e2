import { type Document, type Heading, type Image, type Node, nodesWanted } from '../../core/index.ts'
import { base64, fromBase64 } from '../base64.ts'
import type { Package } from '../ooxml/package.ts'
import { textOf, write, type Xml, xml } from '../ooxml/xml.ts'
import { columnWidth, type Theme } from '../theme.ts'
import { monthsIn } from '../whole-dates.ts'
import type { WriteContext } from '../writer.ts'
import { Bookmarks } from './bookmarks.ts'
import { Comments } from './comments.ts'
import { contentsDepth } from './contents.ts'
import { indexedPng } from './indexed-png.ts'
import { type PageMeasures, pageMeasures, textHeight, textWidth, twips } from './measures.ts'
import { Notes } from './notes.ts'
import { Lists } from './numbering.ts'
import { joinLists, joinStyles, pageLike, rename } from './paper.ts'
import { ParagraphMarks } from './paragraph-marks.ts'
import type { RunProperties } from './properties.ts'
import { type Reference, readReference } from './reference.ts'
import { languageOfText, stylesPart } from './styles.ts'
import { Zotero } from './zotero.ts'

/** A document in the making: what its parts share, and what is counted while they are written. */
export interface Assembly {
  readonly document: Document
  readonly theme: Theme
  readonly page: PageMeasures
  /** A person's own document, as which this one is to look. */
  readonly reference: Reference | undefined
  /** `word/styles.xml`. */
  readonly styles: Xml
  /** Gives the text of an element, with the names that styles and lists have in the reference where there is one. */
  readonly write: typeof write
  /** What marks a paragraph, so that edits of it can be read back. */
  readonly marks: ParagraphMarks | undefined
  readonly package: Package
  readonly bookmarks: Bookmarks
  readonly lists: Lists
  readonly notes: Notes
  readonly comments: Comments
  /** PNG stand-ins of the SVG images that could be drawn. */
  readonly rasters: ReadonlyMap<Image, Uint8Array>
  /** The labels of figures and tables by id: a link that says just that becomes a field. */
  readonly labels: ReadonlyMap<string, string>
  readonly pages: ReadonlyMap<string, number> | undefined
  /** A first heading calls a note: the running head takes the words of such headings by a style that the note has not. */
  readonly notedHeadings: boolean
  /** Keeps the citations live, where that is asked for. */
  readonly zotero: Zotero | undefined
  readonly months: RegExp
  /** How many captions and pictures there are so far. */
  readonly counts: { figure: number; table: number; picture: number }
}

/** What a node inherits from where it stands. Derived for the children, never assigned. */
export interface Setting {
  readonly assembly: Assembly
  readonly part: 'word/document.xml' | 'word/footnotes.xml' | 'word/header.xml' | 'word/header-even.xml'
  readonly run: RunProperties
  /** BCP 47. */
  readonly language: string
  /** The style of plain paragraphs here. */
  readonly style: string | undefined
  /** How far text is set in, in twips. */
  readonly indent: number
  /** How many lists it stands in. */
  readonly level: number
  /** The text block, in twips. */
  readonly width: number
  readonly height: number
  /** The number of the note it stands in; 0 in the text. */
  readonly note: number
  /** Inside a link no other can stand. */
  readonly linked: boolean
  /** The style of the paragraph is bold or italic itself. */
  readonly emphatic: boolean
  /** The first paragraph here stands right below a table, which has no space of its own. */
  readonly belowTable: boolean
}

/** Everything that must be known of the tree before its first part is written. */
export async function assemble(document: Document, context: WriteContext, parts: Package): Promise<Assembly> {
  const nodes = nodesWanted<Node>(document.body, isNotable)
  const notes = new Notes(nodes)
  const reference = readReferenceOf(context)
  const page = reference?.section ? pageLike(reference.section) : pageMeasures(context.theme)
  const mode = context.word?.citations ?? 'static'
  const { ids, labels } = placesIn(nodes)
  const bookmarks = new Bookmarks([...ids, ...notes.repeatedIds])
  return {
    document,
    theme: context.theme,
    page,
    ...looks(document, context, page, reference),
    package: parts,
    bookmarks,
    // What is compared with an earlier file is for reading, and does not come back.
    marks: context.word?.before ? undefined : new ParagraphMarks(bookmarks),
    lists: new Lists(),
    notes,
    comments: new Comments(bookmarks, document.meta.date),
    rasters: await rasterise(document.meta.logo ? [...nodes, document.meta.logo] : nodes, context),
    labels,
    pages: context.pages,
    notedHeadings: nodes.some(
      (node) => isFirst(node) && node.children.some(({ type }) => type === 'footnoteReference'),
    ),
    zotero: context.works && mode !== 'static' ? new Zotero(document, nodes, context.works, mode) : undefined,
    months: monthsIn([document.meta.language, 'en']),
    counts: { figure: 0, table: 0, picture: 0 },
  }
}

/** The nodes that another part must know of; most are plain words. */
const isNotable = ({ data, type }: Node) => data !== undefined || told.has(type)
const told: ReadonlySet<Node['type']> = new Set(['heading', 'image', 'footnoteDefinition', 'footnoteReference'])

const isFirst = (node: Node): node is Heading => node.type === 'heading' && node.depth === 1

/** What links can lead to, and how those that are figures are called. */
function placesIn(nodes: readonly Node[]): { ids: string[]; labels: Map<string, string> } {
  const ids: string[] = []
  const labels = new Map<string, string>()
  for (const node of nodes) {
    const id = node.data?.id
    if (id === undefined) continue
    ids.push(id)
    if (node.type === 'figure' && node.label) labels.set(id, node.label)
  }
  return { ids, labels }
}

/** What cannot be used was told before. */
function readReferenceOf({ word }: WriteContext): Reference | undefined {
  const reference = word?.reference && readReference(word.reference)
  if (typeof reference === 'string') throw new Error(`The reference document: ${reference}`)
  return reference
}

function looks(
  { meta, body }: Document,
  { theme }: WriteContext,
  page: PageMeasures,
  reference: Reference | undefined,
) {
  const own = stylesPart(theme, meta.language, textWidth(page, false), contentsDepth(body.children))
  if (!reference) return { reference, styles: own, write }
  const { styles, ids } = joinStyles(reference, own, languageOfText(meta.language))
  const { last } = joinLists(reference, xml('w:numbering'))
  const renamed: typeof write = (element, put, marks) =>
    put(rename(textOf(element, marks), { styles: ids, lists: last }))
  return { reference, styles, write: renamed }
}

const onPage = { landscape: false, inColumns: false }

/** Where the body's blocks start from. */
export function bodySetting(assembly: Assembly, { landscape, inColumns } = onPage): Setting {
  return {
    assembly,
    part: 'word/document.xml',
    run: {},
    language: assembly.document.meta.language,
    style: undefined,
    indent: 0,
    level: 0,
    width: inColumns ? twips(columnWidth(assembly.theme.page)) : textWidth(assembly.page, landscape),
    height: textHeight(assembly.page, landscape),
    note: 0,
    linked: false,
    emphatic: false,
    belowTable: false,
  }
}

/** To draw pictures is a tenth of what a Word file takes, and an edit seldom changes one. */
async function rasterise(
  nodes: readonly Node[],
  { rasterise: draw, remember = (_stage, _inputs, make) => Promise.resolve(make()) }: WriteContext,
): Promise<Map<Image, Uint8Array>> {
  const rasters = new Map<Image, Uint8Array>()
  if (!draw) return rasters
  for (const node of nodes) {
    if (node.type !== 'image' || node.format !== 'svg') continue
    const { bytes, width, height } = node
    const png = await remember('raster', [bytes, width, height], async () => {
      const pixels = await draw(bytes, width, height)
      return pixels ? base64(indexedPng(pixels)) : ''
    })
    if (png !== '') rasters.set(node, fromBase64(png))
  }
  return rasters
}
