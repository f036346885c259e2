import { type DraftNode, nodesOf, type Place, type Section, walk } from '../core/index.ts'
import type { Corpus, RecordName } from '../corpus/index.ts'
import { nameOf, partsOf } from './graph.ts'

/** A section in which a record is printed, and the first place in it that an author can mend. */
export interface Printing {
  readonly pack: string
  readonly section: string
  readonly place: Place
  readonly times: number
}

/** Where each record is printed: by its own words, or, for a claim, by a citation that stands for it (see `nameClaims`). */
export type Printings = ReadonlyMap<RecordName, readonly Printing[]>

export interface PrintedPack {
  readonly pack: string
  readonly sections: readonly Section[]
}

type Counted = { -readonly [Field in keyof Printing]: Printing[Field] }

/** Reads the printed places off the parsed sections of some packs. */
export function findPrintings(packs: readonly PrintedPack[]): Printings {
  const found = new Map<RecordName, Counted[]>()
  for (const { pack, sections } of packs) {
    for (const section of sections) {
      for (const node of walk<DraftNode>(section.tree)) {
        if (node.type !== 'text' && node.type !== 'cite') continue
        const own = section.record(node) as RecordName | undefined
        if (own) add(found, own, pack, section, node)
        const claims = node.type === 'cite' ? (node.claims ?? []) : []
        for (const id of claims) add(found, nameOf('claim', id), pack, section, node)
      }
    }
  }
  return found
}

/** Those of some records whose own words no section prints. */
export function unprinted(names: Iterable<RecordName>, sections: readonly Section[]): ReadonlySet<RecordName> {
  const left = new Set(names)
  for (const section of sections) {
    for (const node of nodesOf(section.tree, 'text')) {
      if (left.size === 0) return left
      left.delete(section.record(node) as RecordName)
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

function add(
  found: Map<RecordName, Counted[]>,
  name: RecordName,
  pack: string,
  section: Section,
  node: DraftNode,
): void {
  const printings = found.get(name)
  const known = printings?.find((it) => it.pack === pack && it.section === section.name)
  if (known) known.times++
  else {
    const printing = { pack, section: section.name, place: section.place(node), times: 1 }
    if (printings) printings.push(printing)
    else found.set(name, [printing])
  }
}
