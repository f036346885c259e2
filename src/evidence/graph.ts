import { grouped, type Place, remembered } from '../core/index.ts'
import { type Corpus, kindOf, kinds, type RecordKind, type RecordName, recordsOf } from '../corpus/index.ts'

/** A field of `from` that names `to`. */
export interface Edge {
  readonly from: RecordName
  readonly to: RecordName
  readonly path: readonly (string | number)[]
  /** `from` rests on `to`; else it only mentions it. */
  readonly evidential: boolean
}

/** Who names whom. A claim names the source it is of by being in its file, which is the edge with the path `source`. */
export interface Graph {
  readonly names: ReadonlySet<RecordName>
  /** What a record names, in the order of its fields. */
  outOf(name: RecordName): readonly Edge[]
  /** What names a record, in the order of the files. */
  into(name: RecordName): readonly Edge[]
}

export function nameOf(kind: RecordKind, id: string): RecordName {
  return `${kind}:${id}`
}

/** The kind and id of a record's name. */
export function partsOf(name: RecordName): { readonly kind: RecordKind; readonly id: string } {
  const at = name.indexOf(':')
  return { kind: name.slice(0, at) as RecordKind, id: name.slice(at + 1) }
}

/** The record that a text names as `kind:id`. */
export function recordNamed(corpus: Corpus, text: string): RecordName | undefined {
  const kind = kinds.find(({ name }) => text.startsWith(`${name}:`))?.name
  const name = kind && nameOf(kind, text.slice(kind.length + 1))
  return name && graphOf(corpus).names.has(name) ? name : undefined
}

/** Every record that has this id, of any kind. */
export function recordsNamed(corpus: Corpus, id: string): readonly RecordName[] {
  return kinds.flatMap(({ name }) => (recordsOf(corpus, name).has(id) ? [nameOf(name, id)] : []))
}

export function recordOf(corpus: Corpus, name: RecordName): Readonly<Record<string, unknown>> | undefined {
  const { kind, id } = partsOf(name)
  return recordsOf(corpus, kind).get(id)
}

export function placeOf(corpus: Corpus, name: RecordName, path: readonly (string | number)[] = []): Place {
  const { kind, id } = partsOf(name)
  return corpus.place(kind, id, path)
}

/** One line that tells a person which record it is. */
export function labelOf(corpus: Corpus, name: RecordName): string {
  const record = recordOf(corpus, name)
  const { kind, id } = partsOf(name)
  const label = record?.[kindOf(kind).label]
  return typeof label === 'string' ? label.replace('{term}', String(record?.likelihood ?? '{term}')) : id
}

/** The judgments that rest on a record, directly or through others, in the order they are met. */
export function judgmentsOn(corpus: Corpus, name: RecordName): readonly string[] {
  const graph = graphOf(corpus)
  const found = new Set<string>()
  const walk = (from: RecordName): void => {
    for (const edge of graph.into(from)) {
      const { kind, id } = partsOf(edge.from)
      if (kind !== 'judgment' || found.has(id)) continue
      found.add(id)
      walk(edge.from)
    }
  }
  walk(name)
  return [...found]
}

/** Every reference between the records of a corpus, both ways. */
export const graphOf = remembered((corpus: Corpus): Graph => {
  const names = new Set<RecordName>()
  const edges: Edge[] = []
  for (const { name: kind } of kinds) {
    for (const [id, record] of recordsOf(corpus, kind)) {
      const from = nameOf(kind, id)
      names.add(from)
      if (kind === 'claim')
        edges.push({
          from,
          to: nameOf('source', (record as { source: string }).source),
          path: ['source'],
          evidential: true,
        })
      for (const { path, value, to, evidential } of corpus.references(kind, id)) {
        // What a claim names is the claim's.
        if (kind !== 'source' || path[0] !== 'claims') edges.push({ from, to: nameOf(to, value), path, evidential })
      }
    }
  }
  const [out, into] = [grouped(edges, ({ from }) => from), grouped(edges, ({ to }) => to)]
  return { names, outOf: (name) => out.get(name) ?? [], into: (name) => into.get(name) ?? [] }
})
