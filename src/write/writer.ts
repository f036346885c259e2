import type { Document, Drawn } from '../core/index.ts'
import type { Theme } from './theme.ts'

/** What a writer gives: files by their path below the output folder, e.g. `kazakhstan-ct.pdf`. */
export type Artefacts = ReadonlyMap<string, Uint8Array>

export interface WriteContext {
  readonly theme: Theme
  /** Files that ship with the tool: fonts, colour profile. */
  asset(path: string): Promise<Uint8Array>
  /** What `make` gives of these inputs, from this or an earlier build. */
  remember?<T>(stage: string, inputs: unknown, make: () => T | Promise<T>): Promise<T>
  /** Told what an author should know and only a writer can find, e.g. how many pages there are. */
  stats: Record<string, number>
  /** Files that travel inside the artefact (PDF attachments, DOCX custom parts). */
  readonly attachments: readonly Attachment[]
  /**
   * Draws an SVG on white for readers that know no SVG. Lengths are points, as printed; how many pixels a point gets is the
   * drawer's choice. `undefined` when it cannot: the writer then sends the SVG alone.
   */
  rasterise?(svg: Uint8Array, width: number, height: number): Promise<Drawn | undefined>
  /** The page each id stands on in the PDF: DOCX prints it in its contents. */
  pages?: ReadonlyMap<string, number> | undefined
  /** Told the page that each id stands on, from 1, by a writer that lays out pages. */
  onPages?(pages: ReadonlyMap<string, number>): void
  /** The works cited and listed, for formats in which another program can go on citing. */
  readonly works?: Works | undefined
  readonly word?: WordOptions | undefined
  /** The part of PDF/UA that the PDF follows: 1 unless said. */
  readonly accessibility?: Accessibility | undefined
}

export type Accessibility = 'ua-1' | 'ua-2'

/** How a Word file is made. */
export interface WordOptions {
  /** How citations stand in it: as words alone, or as Zotero's plug-ins keep them. */
  readonly citations: CitationMode
  /** A .docx or .dotx as which it is to look: styles, page, headers, footers. */
  readonly reference?: Uint8Array | undefined
  /** Whether the theme's fonts travel along, which a reference document's cannot. */
  readonly embedFonts?: boolean | undefined
  /** An earlier Word file of the pack: what changed since is tracked. */
  readonly before?: Uint8Array | undefined
}

export const citationModes = ['static', 'zotero', 'zotero-bookmark', 'zotero-transfer'] as const
export type CitationMode = (typeof citationModes)[number]

export interface Item {
  readonly id: string
  readonly type: string
  readonly [variable: string]: unknown
}

export interface Works {
  readonly items: readonly Item[]
  /** What words them: the address that a CSL style has for its id, its language, and whether citations stand in notes. */
  readonly style: { readonly id: string; readonly language: string; readonly isNote: boolean }
}

export interface Attachment {
  readonly name: string
  readonly mediaType: string
  readonly description: string
  readonly bytes: Uint8Array
}

/** Renders a resolved document. Same document, same theme, same bytes. */
export type Write = (document: Document, context: WriteContext) => Promise<Artefacts>
