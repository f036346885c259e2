import {
  type DraftNode,
  type Finding,
  type Node,
  type Notice,
  type Place,
  type Section,
  severityOf,
  walk,
} from '../../core/index.ts'
import type { Corpus, RecordName } from '../../corpus/index.ts'
import { nameOf, untoldOf } from '../../evidence/index.ts'
import type { Composed } from './compose.ts'
import type { Project } from './project.ts'
import { recordAt } from './settle-pack.ts'

/** The blocks of a draft by their numbers, which they carry as `data.origin`, and what was printed into each. */
export interface Origins {
  /** The first block that prints what stands at a place: `file:line:column`, and `file:line`. */
  readonly places: ReadonlyMap<string, number>
  /** The first block that prints words of a record, and the first that cites it. */
  readonly printed: ReadonlyMap<string, number>
  readonly cited: ReadonlyMap<string, number>
  /** By file, where blocks begin in it, in order. */
  readonly starts: ReadonlyMap<string, readonly { readonly place: Place; readonly origin: number }[]>
}

/** Numbers the blocks of the sections that hold words, so that they are known in the document that is made of them. */
export function numberBlocks(sections: readonly Section[]): Origins {
  const numbering = new Numbering()
  for (const section of sections) numbering.read(section)
  return numbering
}

const holders: ReadonlySet<DraftNode['type']> = new Set([
  ...(['paragraph', 'heading', 'tableCell', 'code'] as const),
  ...(['figureCall', 'imageCall', 'captionedTable'] as const),
])

class Numbering implements Origins {
  readonly places = new Map<string, number>()
  readonly printed = new Map<string, number>()
  readonly cited = new Map<string, number>()
  readonly starts = new Map<string, { place: Place; origin: number }[]>()
  #count = 0

  read(section: Section): void {
    const callers = new Map<string, number>()
    const notes: (DraftNode & { type: 'footnoteDefinition' })[] = []
    const read = (node: DraftNode, origin: number | undefined, isCaption = false) => {
      if (node.type === 'footnoteDefinition' && origin === undefined) return void notes.push(node)
      const own = holders.has(node.type) && !isCaption ? this.#open(node, section) : origin
      if (own !== undefined) this.#note(node, own, section)
      if (node.type === 'footnoteReference' && own !== undefined && !callers.has(node.identifier))
        callers.set(node.identifier, own)
      if ('children' in node)
        for (const child of node.children)
          read(child, own, isCaption || (node.type === 'captionedTable' && child.type === 'paragraph'))
    }
    read(section.tree, undefined)
    // What is said of a note stands where it is called.
    for (const note of notes) {
      const caller = callers.get(note.identifier)
      if (caller !== undefined) for (const inside of walk<DraftNode>(note)) this.#note(inside, caller, section)
    }
  }

  #open(node: DraftNode, section: Section): number {
    const origin = this.#count++
    node.data = { ...node.data, origin }
    const place = section.place(node)
    this.starts.set(place.file, [...(this.starts.get(place.file) ?? []), { place, origin }])
    return origin
  }

  #note(node: DraftNode, origin: number, section: Section): void {
    const place = section.place(node)
    put(this.places, keyOf(place.file, place.start?.line, place.start?.column), origin)
    put(this.places, keyOf(place.file, place.start?.line), origin)
    const record = node.type === 'text' ? section.record(node) : undefined
    if (record !== undefined) put(this.printed, record, origin)
    if (node.type !== 'cite') return
    put(this.cited, nameOf('source', node.identifier), origin)
    for (const claim of node.claims ?? []) put(this.cited, nameOf('claim', claim), origin)
  }
}

const put = (into: Map<string, number>, key: string, origin: number) => {
  if (!into.has(key)) into.set(key, origin)
}
const keyOf = (...parts: readonly (string | number | undefined)[]) => parts.join(':')

/**
 * A draft with a notice at the paragraph that each finding is about, and on each claim that is unfinished or could not
 * be held against its passages. What the pack does not print is told at its start. Any other pack as it is.
 */
export function withNotices(composed: Composed, findings: readonly Finding[], project: Project): Composed {
  const { origins, document } = composed
  if (!origins) return composed
  const { meta, body } = document
  const blocks = new Map<unknown, Node>()
  const works = new Map<string, Node>()
  for (const node of walk<Node>(body)) {
    if (node.data?.origin !== undefined && !blocks.has(node.data.origin)) blocks.set(node.data.origin, node)
    if (node.type === 'bibliographyEntry') works.set(nameOf('source', node.identifier), node)
  }
  const notices: Notice[] = []
  const notice = (node: Node | undefined, lines: Notice) => {
    if (node) node.data = { ...node.data, notices: [...(node.data?.notices ?? []), lines] }
    else notices.push(lines)
  }
  for (const finding of findings) {
    const there = originsOf(finding, origins, project.corpus).find((origin) => blocks.has(origin))
    notice(blocks.get(there) ?? works.get(finding.subject ?? ''), linesOf(finding))
  }
  for (const { name, reason } of openClaims(project)) {
    const node = blocks.get(blockOf(name, origins))
    if (node) notice(node, [reason, name])
  }
  const [first] = body.children
  // A cover that is made of what is known of the pack stands before all blocks.
  if (meta.cover !== false || !first) return { ...composed, document: { meta: { ...meta, notices }, body } }
  first.data = { ...first.data, notices: [...notices, ...(first.data?.notices ?? [])] }
  return composed
}

const blockOf = (record: string, { printed, cited }: Origins) => printed.get(record) ?? cited.get(record)

/**
 * The blocks that a finding may be about, the likeliest first: what prints the place, what prints the record, what the part of
 * the template that it is in has printed. Some of them may not have come into the document.
 */
function originsOf({ file, line, column, subject }: Finding, origins: Origins, corpus: Corpus): (number | undefined)[] {
  const { places, starts } = origins
  const record = subject ?? (line === undefined ? undefined : recordAt(corpus, file, line))
  const isOfTemplate = line !== undefined && !file.startsWith('corpus/')
  const before = isOfTemplate ? (starts.get(file) ?? []).filter(({ place }) => (place.start?.line ?? 0) <= line) : []
  return [
    places.get(keyOf(file, line, column)),
    places.get(keyOf(file, line)),
    record === undefined ? undefined : blockOf(record, origins),
    ...before.map(({ origin }) => origin).reverse(),
  ]
}

function linesOf(finding: Finding): Notice {
  const { reason, note, ruleId, file, line } = finding
  const severity = severityOf(finding) === 'error' ? 'Error' : 'Warning'
  return [`${severity}: ${reason}`, ...(note?.split('\n') ?? []), `${ruleId}, ${file}${line ? `:${line}` : ''}`]
}

/** What is no finding and no pass either. */
function openClaims({ corpus, evidence }: Project): { name: RecordName; reason: string }[] {
  const untold = untoldOf(evidence)
  return [...corpus.claims.values()].flatMap(({ id, unfinished }) => {
    const name = nameOf('claim', id)
    if (unfinished !== undefined) return [{ name, reason: `Unfinished: ${unfinished}` }]
    if (evidence.agreements.get(id)?.verdict !== 'unchecked') return []
    const words = untold.get(id)?.words
    const reason =
      words !== undefined
        ? `Not checked: too few words of the claim are the passage’s to tell of “${words}”`
        : 'Not checked: the claim could not be held against its passages, for want of the text'
    return [{ name, reason }]
  })
}
