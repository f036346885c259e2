/**
 * Renders all citations of a document in time linear in their number. The engine's own way to do this,
 * `rebuildProcessorState`, looks at every earlier citation for each; what it gives is the same (test/resolve/driver.test.ts).
 */
import CSL, { type Citation, type CitationItem, type Engine } from 'citeproc'
import type { CslItem } from './item.ts'

/** Keeps what was rendered, by what it was rendered from; a `Map`, or a store on disk. */
export interface Memo {
  get(key: string): string | undefined
  set(key: string, value: string): unknown
}

/** What the style prints, which decides what a citation's text depends on. */
export interface Dependencies {
  readonly citationNumber: boolean
  readonly firstNoteNumber: boolean
  /** A digest of style, locale and engine. */
  readonly digest: string
  /** A digest of an item's data. */
  itemDigest(id: string): string
}

/** The marked text of each citation, in order. `engine` is new; it is left knowing all items, for the bibliography. */
export function renderCitations(
  engine: Engine,
  citations: readonly Citation[],
  uncited: readonly string[],
  memo: Memo,
  depends: Dependencies,
): string[] {
  const cited = [...new Set(citations.flatMap((citation) => citation.citationItems.map((item) => item.id)))]
  engine.updateItems(cited)
  if (uncited.length > 0) engine.updateUncitedItems([...uncited])
  setPositions(engine, citations, cited)
  const itemKey = itemKeys(engine, depends)
  return citations.map((citation, index) => {
    const sorted = citation.sortedItems ?? []
    const key = JSON.stringify([
      depends.digest,
      citation.properties.mode,
      sorted.map((pair) => citeKey(pair, itemKey, depends)),
    ])
    const known = memo.get(key)
    if (known !== undefined) return known
    engine.tmp.citation_pos = index
    engine.tmp.citation_note_index = citation.properties.noteIndex
    engine.tmp.citation_id = citation.citationID
    const text = engine.process_CitationCluster(sorted, citation)
    memo.set(key, text)
    return text
  })
}

/** Lets the engine sort the works of each citation, and find first, subsequent and ibid, without rendering anything. */
function setPositions(engine: Engine, citations: readonly Citation[], cited: readonly string[]): void {
  const last = citations.at(-1)
  if (!last) return
  engine.process_CitationCluster = () => ''
  try {
    for (const citation of citations) {
      engine.processCitationCluster(citation, [], [], CSL.ASSUME_ALL_ITEMS_REGISTERED)
    }
    const { citationById } = engine.registry.citationreg
    for (const citation of citations) citationById[citation.citationID] = citation
    if (engine.opt.update_mode !== CSL.POSITION) return
    if (engine.opt.has_disambiguate) for (const id of cited) delete engine.registry.registry[id]?.['citation-count']
    const before = citations
      .slice(0, -1)
      .map(({ citationID, properties }): [string, number] => [citationID, properties.noteIndex])
    engine.processCitationCluster(last, before, [], CSL.ASSUME_ALL_ITEMS_REGISTERED)
  } finally {
    delete (engine as Partial<Engine>).process_CitationCluster
  }
}

function itemKeys(engine: Engine, depends: Dependencies): (id: string) => string {
  const keys = new Map<string, string>()
  return (id) => {
    const known = keys.get(id)
    if (known !== undefined) return known
    const item = engine.registry.registry[id]
    const key = JSON.stringify([
      depends.itemDigest(id),
      item?.disambig,
      depends.citationNumber ? item?.seq : 0,
      (item?.['citation-count'] ?? 0) < 2,
    ])
    keys.set(id, key)
    return key
  }
}

/** All that the text of one work in a citation depends on. */
function citeKey([, cite]: [CslItem, CitationItem], itemKey: (id: string) => string, depends: Dependencies): unknown[] {
  return [
    cite.id,
    itemKey(cite.id),
    cite.position,
    cite['near-note'],
    depends.firstNoteNumber ? cite['first-reference-note-number'] : 0,
    depends.firstNoteNumber ? cite['first-container-reference-note-number'] : 0,
    cite.locator,
    cite.label,
    cite.prefix,
    cite.suffix,
    cite['suppress-author'],
    cite['author-only'],
    cite.parallel,
  ]
}
