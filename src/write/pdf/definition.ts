/**
 * The document definition: what `toDocDefinition` gives and the printer takes. It is pdfmake's own format (stack, text,
 * ul, ol, table, columns, svg, image, canvas, styles), always in its long form, with the few fields that the printer
 * adds for tags, notes and links. Plain data, so that golden tests read it; the printer writes its measures into it, so
 * a definition is printed once.
 */
import type { FamilyName } from '../theme.ts'

/** Structure types of ISO 32000-1, 14.8.4, as far as we use them. */
export type Tag =
  | ('Document' | 'Sect' | 'Div' | 'Title' | 'P' | `H${1 | 2 | 3 | 4 | 5 | 6}` | 'BlockQuote' | 'Note')
  | ('L' | 'LI' | 'Lbl' | 'LBody' | 'TOC' | 'TOCI' | 'BibEntry')
  | ('Table' | 'THead' | 'TBody' | 'TR' | 'TH' | 'TD' | 'Figure' | 'Caption')
  | ('Span' | 'Code' | 'Link' | 'Reference')

/** A stretch of text, or a group of stretches that share its fields. */
export interface Run {
  text: string | Run[]
  bold?: boolean
  italics?: boolean
  font?: FamilyName
  color?: string
  /** Size relative to the surroundings. */
  scale?: number
  /** Shift of the baseline, upward, in em of the surroundings. */
  rise?: number
  /** OpenType features, e.g. `smcp`. */
  features?: string[]
  strike?: boolean
  underline?: boolean
  noWrap?: boolean
  tag?: Tag
  lang?: string
  /** A URI that the run links to. */
  link?: string
  /** An anchor in the document, or in `file`, that the run links to. */
  destination?: string
  /** A PDF beside this one. */
  file?: string
  /** What a screen reader says of the link, when not its words. */
  alt?: string
  anchor?: string
  /** The note that the run calls: a key of `notes`. */
  note?: string
}

export type Margin = [left: number, top: number, right: number, bottom: number]

export interface Style {
  font?: FamilyName
  fontSize?: number
  bold?: boolean
  italics?: boolean
  color?: string
  alignment?: 'left' | 'right' | 'center' | 'justify'
  margin?: Margin
  /** Line height as a multiple of the font size. */
  leading?: number
  features?: string[]
  /** Indent of the first line; negative with a left margin hangs it. */
  leadingIndent?: number
  noWrap?: boolean
  preserveLeadingSpaces?: boolean
  hyphenate?: boolean
}

export interface TableColumn {
  /** Its share of the width, when the document says so. */
  weight?: number
  width?: number | 'auto' | '*'
  _minWidth?: number
  _maxWidth?: number
}

export interface TableBody<Node = DefinitionNode> {
  /** 0 for a table that only places its cells: it has no rows in the structure tree. */
  headerRows: number
  keepWithHeaderRows?: number
  dontBreakRows?: boolean
  /** What the printer gives each row more than its layout does, or less. */
  rowSpace?: number
  widths: TableColumn[]
  body: Node[][]
}

export interface Vector {
  type: 'line' | 'rect'
  x?: number
  y?: number
  w?: number
  h?: number
  x1?: number
  x2?: number
  y1?: number
  y2?: number
  color?: string
  lineColor?: string
  lineWidth?: number
  lineCap?: 'round'
  /** The properties of the artifact that it is. */
  artifact?: string
  /** Lengths in points. */
  dash?: { readonly length: number; readonly space: number }
}

/** One block. Exactly one of `text`, `stack`, `ul`, `ol`, `table`, `columns`, `svg`, `image`, `canvas` is set. */
export interface DefinitionNode extends Style {
  text?: Run[]
  stack?: DefinitionNode[]
  ul?: DefinitionNode[]
  ol?: DefinitionNode[]
  /** The first number of an ordered list. */
  start?: number
  /** Of an item: printed in place of its list's mark. */
  mark?: string
  /** The mark of an unordered list. */
  type?: string
  table?: TableBody
  layout?: 'report' | 'plain'
  columns?: DefinitionNode[]
  columnGap?: number
  /** A cleaned SVG document. */
  svg?: string
  /** A key of `images`. */
  image?: string
  canvas?: Vector[]
  width?: number | 'auto' | '*'

  style?: string | string[]
  tag?: Tag
  lang?: string
  /** Said in place of a figure. */
  alt?: string
  /** What a table is called that has no caption. */
  name?: string
  /** Of a header cell. */
  scope?: 'Column' | 'Row'
  colSpan?: number
  fillColor?: string
  /** Where links can point. */
  anchor?: string
  /** An entry of the outline, at this level from 1. */
  bookmark?: { level: number; title: string }
  /** Dots and the page number of this anchor end the last line. */
  leader?: string
  keepWithNext?: boolean
  unbreakable?: boolean
  /** Where it has no room it goes to the top of the next page, and the text goes on before it. */
  floats?: boolean
  /** It stands in a column of text; others stand across all of them. */
  inColumn?: boolean
  /** Stand at the foot of the page, when there is room below what came before. */
  bottom?: boolean
  /** A colour from edge to edge of the page behind the block, from the top of the page to at least this height. */
  band?: { color: string; least: number }
  pageBreak?: 'before'
  pageOrientation?: 'portrait' | 'landscape'
}

export interface NoteDefinition {
  /** Unique; the ID of its Note element. */
  id: string
  body: DefinitionNode
}

export interface DocDefinition {
  pageSize: { readonly width: number; readonly height: number }
  /** Of right-hand pages; on left-hand ones left and right change places where sides are double. */
  pageMargins: Margin
  isDouble?: boolean
  /** Of text: how many, how wide, and the space between them. */
  columns?: { readonly count: number; readonly width: number; readonly gap: number }
  language: string
  info: { title: string; author: string; subject: string; keywords: string; date: string }
  defaultStyle: Style
  styles: Record<string, Style>
  /** The running head and the words around the page number; no head stands on the first `skip` pages. */
  running: {
    title: string
    page: string
    of: string
    skip: number
    /** Before the title. */
    logo?: (DefinitionNode & { readonly width: number; readonly height: number }) | undefined
    /** At the head and foot of every page, those without a running head among them. */
    marking?: { readonly text: string; readonly ink: string; readonly ground: string } | undefined
  }
  /** A word across every page, behind the text. */
  watermark?: { text: string; color: string } | undefined
  colours: { rule: string; shade: string; muted: string }
  content: DefinitionNode[]
  notes: Record<string, NoteDefinition>
  images: Record<string, Uint8Array>
}
