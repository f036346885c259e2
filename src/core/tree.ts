/**
 * The document tree. Names and shapes are mdast's (https://github.com/syntax-tree/mdast), so unist utilities work on it;
 * unlike mdast the unions are closed, so a writer that forgets a node does not compile.
 *
 * Two levels. `parse` gives a tree with *sugar* (citations, references by id, figures by name). `resolve` takes the
 * sugar out: what a writer sees is plain, with every number, note and figure in place.
 *
 * It is one file, and long, because the closed unions are read as a whole.
 */
import type * as mdast from 'mdast'
import type { Place } from './log.ts'

/** What any node may carry beside its mdast fields. */
export interface Data {
  /** Where links can point: unique in the document, `[a-z0-9-]`, starting with a letter. */
  id?: string
  /** BCP 47 language of the content when it differs from its surroundings. */
  lang?: string
  /** A hint for writers, e.g. `cover`, `lead`, `note-table`; a writer that does not know it loses nothing but looks. */
  role?: string
  /** Of a cell that takes several columns: how many. Behind it stand the empty cells that it covers: a row has one for each column. */
  span?: number
  /** Of a block: where the text is in columns, it stands in one; others stand across all of them. */
  column?: true
  /** The words are a citation. */
  citation?: Citation
  /** Of an entry of the bibliography: the ids of the places that cite it. */
  backlinks?: readonly string[]
  /** What a draft says of the block. */
  notices?: readonly Notice[]
  [hint: string]: unknown
}

/** A paragraph a line, in plain text. */
export type Notice = readonly string[]

/** What a writer can know of a citation. */
export interface Citation {
  /** Its place in the text, `cite-1` and so on, in the order of reading. */
  readonly id: string
  readonly items: readonly CitedWork[]
  /** The ids of the claims that it stands for: those it was made of, or all of the paragraphs that an author cites by hand. */
  readonly claims: readonly string[]
  /** The author is named in the sentence: the first words, in a span with the role `author`. */
  readonly narrative?: true
}

/** One work in a citation, as CSL-JSON has it (csl-citation.json); affixes hold the markup of CSL-JSON. */
export interface CitedWork {
  /** The corpus key. */
  readonly id: string
  readonly locator?: string
  /** The CSL locator type, e.g. `page`. */
  readonly label?: string
  /** How the text names that type, where CSL has no word for it (`printed` of `locator-terms.ts`). */
  readonly word?: string
  readonly prefix?: string
  readonly suffix?: string
  readonly 'suppress-author'?: boolean
}

/** Offsets into the rendered Markdown, as in unist, but for lines and columns, which mean nothing to an author there. */
export interface Position {
  readonly start: { readonly offset?: number | undefined }
  readonly end: { readonly offset?: number | undefined }
}

interface Base {
  data?: Data | undefined
  /** Where it stands in the rendered Markdown. */
  position?: Position | undefined
}

export interface Text extends Base {
  type: 'text'
  value: string
}
export interface InlineCode extends Base {
  type: 'inlineCode'
  value: string
}
export interface Break extends Base {
  type: 'break'
}
interface Wrapper<T extends string> extends Base {
  type: T
  children: Inline[]
}
export interface Emphasis extends Wrapper<'emphasis'> {}
export interface Strong extends Wrapper<'strong'> {}
export interface Delete extends Wrapper<'delete'> {}
export interface Superscript extends Wrapper<'superscript'> {}
export interface Subscript extends Wrapper<'subscript'> {}
export interface SmallCaps extends Wrapper<'smallCaps'> {}
/** Words that carry a language or an id and nothing else: `[текст]{lang=ru}`. */
export interface Span extends Wrapper<'span'> {}
/** `url` is http, https, mailto, or `#id` of a node in this document, or in the pack beside it that `pack` names. */
export interface Link extends Base {
  type: 'link'
  url: string
  pack?: string | undefined
  title?: string | null | undefined
  children: Inline[]
}
/** An image with its bytes: nothing is fetched after `resolve`. Lengths are points (1/72 inch). */
export interface Image extends Base {
  type: 'image'
  /** A file name for writers that write files, e.g. `timeline.svg`. */
  url: string
  alt: string
  format: 'svg' | 'png' | 'jpeg'
  bytes: Uint8Array
  width: number
  height: number
  /** We drew it, in colours that may be turned on a dark ground. */
  drawn?: true | undefined
  /** How much of the width of the text it takes, from 0 to 1, where its author says so. */
  share?: number | undefined
}
/** The call of a note; `number` is its printed number, the same as its definition's. */
export interface FootnoteReference extends Base {
  type: 'footnoteReference'
  identifier: string
  number: number
}

export interface Heading extends Base {
  type: 'heading'
  depth: 1 | 2 | 3 | 4 | 5 | 6
  children: Inline[]
}
export interface Paragraph extends Wrapper<'paragraph'> {}
export interface Blockquote extends Base {
  type: 'blockquote'
  children: Block[]
}
export interface List extends Base {
  type: 'list'
  ordered: boolean
  start?: number | null | undefined
  /** Loose lists have space between their items. */
  spread: boolean
  children: ListItem[]
}
export interface ListItem extends Base {
  type: 'listItem'
  checked?: boolean | null | undefined
  spread: boolean
  children: Block[]
}
/** The first row is the header row. */
export interface Table extends Base {
  type: 'table'
  align: (mdast.AlignType | undefined)[]
  /** Relative widths of the columns' text, one a column; absent: `write/tables.ts` decides from the content, once for all formats. */
  widths?: number[] | undefined
  /** What it is called for those who hear it: its caption, or the heading above it. */
  name?: string | undefined
  /** The size of its type in points, where that of the theme would cut words. */
  size?: number | undefined
  /** Where a wider font may stand in for the theme's: the size of type and the space beside the text of a cell, in points, in which its words are whole. */
  wide?: { readonly size: number; readonly padding: number } | undefined
  children: TableRow[]
}
export interface TableRow extends Base {
  type: 'tableRow'
  children: TableCell[]
}
/** `header: true` marks a row header (first column); header-row cells need no mark. */
export interface TableCell extends Base {
  type: 'tableCell'
  header?: boolean | undefined
  children: Inline[]
}
export interface Code extends Base {
  type: 'code'
  lang?: string | null | undefined
  value: string
}
export interface ThematicBreak extends Base {
  type: 'thematicBreak'
}
/**
 * A numbered figure or table with its caption. `label` is printed before the caption, e.g. `Figure 2`; an image without
 * a caption has no number, an empty label and no caption.
 */
export interface Figure extends Base {
  type: 'figure'
  kind: 'figure' | 'table'
  label: string
  caption: Inline[]
  children: (Image | Table)[]
}
/** A note. Definitions stand at the end of the tree, in the order of their calls. */
export interface FootnoteDefinition extends Base {
  type: 'footnoteDefinition'
  identifier: string
  number: number
  children: Block[]
}
/** A table of contents, or a list of figures or tables. Page numbers are the writer's to know. */
export interface Contents extends Base {
  type: 'contents'
  of: 'headings' | 'figures' | 'tables'
  entries: ContentsEntry[]
  /** Other text stands in its section, whose heading is not its title. */
  inText?: true | undefined
}
export interface ContentsEntry {
  id: string
  depth: number
  /** What is printed before the text, e.g. `3.1` or `Figure 2`. */
  label?: string | undefined
  text: string
}
/** The works cited, formatted by the CSL style; each entry's `data.id` is what citations link to. */
export interface Bibliography extends Base {
  type: 'bibliography'
  /** Hanging indent after the first line, as the style asks. */
  hanging: boolean
  children: BibliographyEntry[]
}
export interface BibliographyEntry extends Base {
  type: 'bibliographyEntry'
  /** The corpus key. */
  identifier: string
  /** `[1]` in numeric styles. */
  label?: string | undefined
  children: Inline[]
}

export type Inline =
  | Text
  | InlineCode
  | Break
  | Emphasis
  | Strong
  | Delete
  | Superscript
  | Subscript
  | SmallCaps
  | Span
  | Link
  | FootnoteReference
export type Block =
  | Heading
  | Paragraph
  | Blockquote
  | List
  | Table
  | Code
  | ThematicBreak
  | Figure
  | FootnoteDefinition
  | Contents
  | Bibliography
/** Nodes that stand only inside one kind of parent. */
export type Part = ListItem | TableRow | TableCell | Image | BibliographyEntry
export type Node = Root | Block | Inline | Part

export interface Root extends Base {
  type: 'root'
  children: Block[]
}

/** What is known of the whole: cover, running heads, file properties. Texts are plain, already in the pack's language. */
export interface Meta {
  /** The pack's name: artefacts are `out/<name>.<ext>`. */
  name: string
  /** The pack’s id, where the name of its files is another. */
  pack?: string | undefined
  title: string
  subtitle?: string | undefined
  /** For running heads, where the title is long. */
  shortTitle?: string | undefined
  /** The question the pack answers. */
  question?: string | undefined
  /** The names of those who sign it. */
  authors: string[]
  /** The same as the cover prints them, with their affiliations; without it, their names. */
  bylines?: string[] | undefined
  organisation?: string | undefined
  /** Printed lines of the cover, label and value, e.g. `Information cut-off`, `July 2013`. */
  facts: { label: string; value: string }[]
  /** On the cover. */
  logo?: Image | undefined
  /** Stands at the head and foot of every page; colours are `#rrggbb`. */
  marking?: { readonly text: string; readonly ink: string; readonly ground: string } | undefined
  /** A word that lies across every page, e.g. `DRAFT`. */
  watermark?: string | undefined
  /** What a draft says of what the pack does not print, and of the whole. */
  notices?: readonly Notice[] | undefined
  language: string
  /** ISO 8601 date-time that stands in file properties: fixed by the inputs, never the clock. */
  date: string
  description: string
  keywords: string[]
  /** `false`: the document has no cover made of these; it may have one of its own, blocks with the role `cover` that lead it. */
  cover?: false | undefined
  /** The packs beside this one that links with a `pack` lead into, or out of, and the formats that each is written in. */
  beside?: readonly { readonly name: string; readonly formats: readonly string[] }[] | undefined
  /** Words that writers print, in the pack's language, e.g. `page`, `of`, `contents`, `notes`. */
  words: Words
}

export interface Words {
  /** Between a label and what is said of it. */
  colon: string
  contents: string
  figures: string
  tables: string
  notes: string
  page: string
  of: string
  backToText: string
  skipToText: string
  /** Opens the table that says what a picture shows. */
  asTable: string
  /** Of the HTML, where scripts run. */
  search: string
  found: string
  copy: string
  enlarge: string
  filter: string
}

/** A resolved pack: nothing left to look up, number or cite. What writers take. */
export interface Document {
  meta: Meta
  body: Root
}

// ── sugar: what `parse` gives and `resolve` takes out ──────────────────────────────────────────────────────────────

declare module 'mdast' {
  interface Data {
    id?: string
    lang?: string
    role?: string
    span?: number
    [hint: string]: unknown
  }
  interface PhrasingContentMap extends PhrasingSugar {}
  interface BlockContentMap extends BlockSugar {}
  interface RootContentMap extends PhrasingSugar, BlockSugar, CitationParts {}
}

/** What Markdown for us has among words, beyond mdast. */
interface PhrasingSugar {
  span: DraftSpan
  superscript: DraftSuperscript
  subscript: DraftSubscript
  citeGroup: CiteGroup
  crossReference: CrossReference
  usesCall: UsesCall
}
/** What it has among blocks. */
interface BlockSugar {
  figureCall: FigureCall
  slot: Slot
  imageCall: ImageCall
  captionedTable: CaptionedTable
  division: Division
}
interface CitationParts {
  cite: Cite
  citePrefix: CitePrefix
  citeSuffix: CiteSuffix
}

export type DraftInline = mdast.PhrasingContent
export type DraftNode = mdast.Nodes
/** The parsed tree: mdast with sugar. Of mdast's own nodes definitions, references to them and HTML are gone. */
export type Draft = mdast.Root

interface DraftWrapper<T extends string> extends mdast.Parent {
  type: T
  children: DraftInline[]
}
export interface DraftSpan extends DraftWrapper<'span'> {}
export interface DraftSuperscript extends DraftWrapper<'superscript'> {}
export interface DraftSubscript extends DraftWrapper<'subscript'> {}
/** `[see @a, p. 3; @b]` (parenthetical) or `@a [p. 3]` (narrative). Named as in MyST. */
export interface CiteGroup extends mdast.Parent {
  type: 'citeGroup'
  kind: 'parenthetical' | 'narrative'
  children: Cite[]
}
/** One work in a group. `identifier` is the corpus key; `partial: 'year'` is `-@key` (author suppressed). */
export interface Cite extends mdast.Parent {
  type: 'cite'
  identifier: string
  label: string
  partial?: 'author' | 'year' | undefined
  locator?: { label: string; value: string; word?: string | undefined } | undefined
  /** The ids of the claims that it stands for, where it is written with them: `[[@key, para. 3]]{claims=toll-kept}`. */
  claims?: readonly string[] | undefined
  children: (CitePrefix | CiteSuffix)[]
}
export interface CitePrefix extends DraftWrapper<'citePrefix'> {}
export interface CiteSuffix extends DraftWrapper<'citeSuffix'> {}
/** `[](#id)`: a reference whose words are made from what it points at, e.g. `Figure 2`, `section 4.1`. */
export interface CrossReference extends mdast.Node {
  type: 'crossReference'
  identifier: string
}
/** `[](uses:claim-id)`: the ways to all that uses the entry of a claim, which is here. */
export interface UsesCall extends mdast.Node {
  type: 'usesCall'
  identifier: string
}
/** `![Caption](figure:name?option=value)` alone in its paragraph: drawn from the corpus by `resolve`. */
export interface FigureCall extends mdast.Parent {
  type: 'figureCall'
  name: string
  options: Record<string, string>
  children: DraftInline[]
}
/** A list that `resolve` fills, e.g. `![](list:contents?depth=2)`, alone in its paragraph. */
export interface Slot extends mdast.Node {
  type: 'slot'
  name: 'contents' | 'figures' | 'tables' | 'bibliography'
  options: Record<string, string>
}
/** An image by path, before its bytes are read; its children are its caption. */
export interface ImageCall extends mdast.Parent {
  type: 'imageCall'
  url: string
  alt: string
  children: DraftInline[]
}
/** A table and the caption written below it, `: Caption {#id}`. */
export interface CaptionedTable extends mdast.Parent {
  type: 'captionedTable'
  children: [mdast.Table, mdast.Paragraph]
}
/** Pandoc's division with an id and nothing in it: where it puts the bibliography. Only drafts for pandoc have one. */
export interface Division extends mdast.Node {
  type: 'division'
}

/** A parsed section. Positions in its tree are in its own rendered Markdown; `place` says where the author can mend them. */
export interface Section {
  readonly name: string
  readonly tree: Draft
  /** The template line, or the datum, that produced the node. */
  place(node: { position?: Position | undefined }): Place
  /** The record that the node's words were printed from, e.g. `claim:harbour-closed`; `undefined` where they are the template's. */
  record(node: { position?: Position | undefined }): string | undefined
  /** Whether the node's words stand in the template, and are not a value that it prints; without it, they do. */
  isWritten?(node: { position?: Position | undefined }): boolean
  /** What its template lost by a slip is not in it, or stands in it in braces. */
  readonly isFaulty?: boolean | undefined
}
