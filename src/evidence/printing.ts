import type { Corpus } from '../corpus/corpus.ts'
import type { RecordName } from '../corpus/fields.ts'
import type { Place } from '../log.ts'
import type { Cite, Section } from '../tree.ts'
import { nameOf, partsOf } from './graph.ts'

/** A section in which a record is printed, and the first place in it that an author can mend. */
export interface Printing {
  readonly pack: string
  readonly section: string
  readonly place: Place
  readonly times: number
}

/** Where each record is printed: by its own words, or, for a claim, by a citation of the paragraph that it is pinned to. */
export type Printings = ReadonlyMap<RecordName, readonly Printing[]>

export interface PrintedPack {
  readonly pack: string
  readonly sections: readonly Section[]
}

interface AnyNode {
  readonly type: string
  position?: undefined
  readonly children?: readonly AnyNode[]
}

type Counted = { -readonly [Field in keyof Printing]: Printing[Field] }

/** Reads the printed places off the parsed sections of some packs. */
export function findPrintings(packs: readonly PrintedPack[], corpus: Corpus): Printings {
  const found = new Map<RecordName, Counted[]>()
  const claimsAt = claimFinder(corpus)
  for (const { pack, sections } of packs) {
    for (const section of sections) {
      for (const node of descendants(section.tree)) {
        if (node.type !== 'text' && node.type !== 'cite') continue
        const own = section.record(node) as RecordName | undefined
        if (own) add(found, own, pack, section, node)
        if (node.type === 'cite')
          for (const name of claimsAt(node as unknown as Cite)) add(found, name, pack, section, node)
      }
    }
  }
  return found
}

/** Those of some records whose own words no section prints. */
export function unprinted(names: Iterable<RecordName>, sections: readonly Section[]): ReadonlySet<RecordName> {
  const left = new Set(names)
  for (const section of sections) {
    for (const node of descendants(section.tree)) {
      if (left.size === 0) return left
      if (node.type === 'text') left.delete(section.record(node) as RecordName)
    }
  }
  return left
}

export function printingsOf(name: RecordName, corpus: Corpus, printings: Printings): readonly Printing[] {
  const { kind, id } = partsOf(name)
  if (kind !== 'source') return printings.get(name) ?? []
  const all = [...corpus.claims.values()].filter((claim) => claim.source === id)
  const own = [
    ...(printings.get(name) ?? []),
    ...all.flatMap((claim) => printings.get(nameOf('claim', claim.id)) ?? []),
  ]
  const first = new Map<string, Printing>()
  for (const it of own) if (!first.has(`${it.pack} ${it.section}`)) first.set(`${it.pack} ${it.section}`, it)
  return [...first.values()]
}

/** A node and everything below it, in reading order. */
export function* descendants(node: unknown): Generator<AnyNode> {
  const left = [node as AnyNode]
  for (let next = left.pop(); next; next = left.pop()) {
    yield next
    for (let at = (next.children?.length ?? 0) - 1; at >= 0; at--) left.push(next.children![at]!)
  }
}

/** The claims that a citation can stand for: those of its source, and of its paragraph where it gives one. */
export function claimsCited(cite: Cite, corpus: Corpus): readonly string[] {
  return claimFinder(corpus)(cite).map((name) => partsOf(name).id)
}

/** The 1-based paragraphs that a citation's locator names; `undefined` when it names none. */
export function paragraphsCited(cite: Cite): ReadonlySet<number> | undefined {
  if (cite.locator?.label !== 'paragraph') return undefined
  const numbers = new Set<number>()
  for (const [, first, last] of cite.locator.value.matchAll(/(\d+)(?:\s*[-–]\s*(\d+))?/g)) {
    for (let at = Number(first); at <= Math.min(Number(last ?? first), Number(first) + 500); at++) numbers.add(at)
  }
  return numbers
}

const bySource = new WeakMap<Corpus, ReadonlyMap<string, readonly string[]>>()

function claimFinder(corpus: Corpus): (cite: Cite) => readonly RecordName[] {
  let ids = bySource.get(corpus)
  if (!ids) {
    ids = new Map([...corpus.sources.values()].map(({ id, claims }) => [id, claims.map((claim) => claim.id)]))
    bySource.set(corpus, ids)
  }
  const known = ids
  return (cite) => {
    const paragraphs = paragraphsCited(cite)
    const claims = (known.get(cite.identifier) ?? []).flatMap((id) => corpus.claims.get(id) ?? [])
    const cited = claims.filter(({ passages }) => !paragraphs || passages.some(({ para }) => paragraphs.has(para)))
    return cited.map(({ id }) => nameOf('claim', id))
  }
}

function add(found: Map<RecordName, Counted[]>, name: RecordName, pack: string, section: Section, node: AnyNode): void {
  const printings = found.get(name)
  const known = printings?.find((it) => it.pack === pack && it.section === section.name)
  if (known) known.times++
  else {
    const printing = { pack, section: section.name, place: section.place(node), times: 1 }
    if (printings) printings.push(printing)
    else found.set(name, [printing])
  }
}
