/** The part of citeproc-js (https://citeproc-js.readthedocs.io) that `src/document/resolve` uses. */
declare module 'citeproc' {
  import type { CslItem } from './item.ts'

  interface CitationItem {
    id: string
    locator?: string
    label?: string
    prefix?: string
    suffix?: string
    'suppress-author'?: boolean
    'author-only'?: boolean
    /** Set by the engine: first, subsequent, ibid … as a number. */
    position?: number
    'first-reference-note-number'?: number
    'near-note'?: boolean
    parallel?: unknown
    'first-container-reference-note-number'?: number
    [internal: string]: unknown
  }

  interface Citation {
    citationID: string
    citationItems: CitationItem[]
    properties: { noteIndex: number; mode?: string; [internal: string]: unknown }
    /** Set by the engine: the items in the order that the style prints them. */
    sortedItems?: [CslItem, CitationItem][]
  }

  interface WrapParameters {
    itemData: CslItem
    variableNames: string[]
    context: 'citation' | 'bibliography'
  }

  interface System {
    retrieveLocale(language: string): string | undefined
    retrieveItem(id: string): CslItem
    stringCompare?(a: string, b: string): number
    variableWrapper?(parameters: WrapParameters, before: string, text: string, after: string): string
  }

  interface BibliographyParameters {
    entry_ids: string[][]
    hangingindent?: number
    'second-field-align': false | string
  }

  /** A piece of output before it is a string: one text, one number, or pieces in an element of the style. */
  interface Blob {
    readonly blobs: string | Blob[]
    readonly num?: number
    decorations: [string, string][]
    params?: WrapParameters
  }

  /** An element of the style, as its tags are run. */
  interface Token {
    readonly postponed_macro?: string
    readonly strings: { readonly sort_direction?: number }
    readonly execs: ((engine: Engine, ...works: unknown[]) => void)[]
  }

  /** An element of the style as it is written. */
  interface Node {
    readonly attrs: { readonly name?: string }
  }

  interface RegistryItem {
    seq: number
    disambig: unknown
    'citation-count'?: number
  }

  interface Registry {
    readonly registry: Record<string, RegistryItem>
    readonly citationreg: { citationById: Record<string, Citation>; citationByIndex: Citation[] }
  }

  /** What it notes while it renders. */
  interface Tmp {
    readonly shadow_numbers: Record<string, { plural?: number }>
    area: string
    citation_pos: number
    citation_note_index: number
    citation_id: string
  }

  class Engine {
    static readonly Tmp: new () => Tmp
    constructor(system: System, style: string, language?: string, force?: boolean)
    readonly sys: System
    readonly opt: {
      xclass: 'note' | 'in-text'
      update_mode: number
      has_disambiguate: boolean
      development_extensions: Record<string, boolean>
    }
    registry: Registry
    disambiguate: object
    /** What it reads the style by: the part, `_sort` in its sort keys, and the language. */
    readonly build: { readonly root: string; readonly extension: string; readonly current_default_locale: string }
    readonly citation: { opt: { collapse?: string | never[] } }
    readonly output: { readonly current: { value(): Blob }; endTag(name: string): void }
    processNumber(node: unknown, item: Record<string, unknown> | undefined, variable: string, type?: string): void
    tmp: Tmp
    configureTokenList(tokens: Token[]): void
    setOutputFormat(name: string): void
    updateItems(ids: string[]): void
    updateUncitedItems(ids: string[]): void
    rebuildProcessorState(citations: Citation[], format: string, uncited: string[]): [string, number, string][]
    processCitationCluster(
      citation: Citation,
      before: [string, number][],
      after: [string, number][],
      flag?: number,
    ): [unknown, [number, string, string][]]
    process_CitationCluster(sorted: [CslItem, CitationItem][], citation: Citation): string
    makeCitationCluster(items: CitationItem[]): string
    getTerm(name: string, form?: string, plural?: number): string
    makeBibliography(): [BibliographyParameters, string[]] | false
  }

  interface NameOutput {
    readonly Item: CslItem
    /** 0 for a name of Chinese characters and the like, 1 for a mixed one, 2 for one whose parts stand apart. */
    _isRomanesque(name: { family: string }): number
    getStaticOrder(name: { family: string }, refresh?: boolean): boolean
  }

  type Formatter =
    | string
    | boolean
    | ((this: { item_id?: string; params?: WrapParameters }, state: Engine, text: string) => string)

  const CSL: {
    readonly PROCESSOR_VERSION: string
    readonly POSITION: number
    readonly ASSUME_ALL_ITEMS_REGISTERED: number
    readonly SINGLETON: number
    readonly Engine: typeof Engine
    readonly Registry: new (engine: Engine) => Registry
    readonly Disambiguation: new (engine: Engine) => object
    /** How all engines that are built from now on sort. */
    stringCompare: System['stringCompare']
    readonly XmlJSON: {
      readonly prototype: { getNodesByName(style: object, name: string, value?: string, found?: Node[]): Node[] }
    }
    readonly NameOutput: { readonly prototype: NameOutput }
    readonly Token: new (name: string, type: number) => Token
    expandMacro(this: Engine, call: Token, target: Token[]): void
    tokenExec(this: Engine, token: Token, ...works: unknown[]): number
    /** Raised characters, and the letters and digits that they are. */
    readonly SUPERSCRIPTS: Readonly<Record<string, string>>
    readonly SUPERSCRIPTS_REGEXP: RegExp
    readonly Output: {
      readonly Formats: Record<string, Record<string, unknown>>
      readonly Formatters: { readonly passthrough: (state: Engine, text: string) => string }
    }
  }
  export default CSL
  export type {
    BibliographyParameters,
    Blob,
    Citation,
    CitationItem,
    Engine,
    Formatter,
    Node,
    System,
    Token,
    WrapParameters,
  }
}
