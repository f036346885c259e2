import type { Place } from '../core/index.ts'
import type { Corpus, RecordName } from '../corpus/index.ts'
import type { Outcome } from './anchor.ts'
import type { Evidence } from './examine.ts'
import { type Edge, graphOf, labelOf, partsOf, placeOf } from './graph.ts'
import { type Printing, type Printings, printingsOf } from './printing.ts'

/** A passage at the bottom of a trace. */
export interface TracedPassage {
  readonly source: string
  readonly para: number
  readonly start: string
  readonly end: string
  readonly outcome: Outcome
  readonly verified: boolean
  /** The passage itself, where the text is at hand. */
  readonly text?: string
}

/** A record on the way down to the evidence, or up to what is printed. */
export interface TraceNode {
  readonly name: RecordName
  readonly label: string
  readonly place: Place
  /** The field that links it with the record above it in the trace, e.g. `for`, `against`, `source`, `claims`. */
  readonly by: string
  readonly passages: readonly TracedPassage[]
  readonly children: readonly TraceNode[]
}

/** One record between what it rests on and what rests on it. */
export interface Trace {
  readonly name: RecordName
  readonly label: string
  readonly place: Place
  readonly passages: readonly TracedPassage[]
  readonly restsOn: readonly TraceNode[]
  readonly carries: readonly TraceNode[]
  readonly printed: readonly Printing[]
}

/** What a record of the corpus rests on, down to the passages, what rests on it, and where it is printed. */
export function trace(name: RecordName, corpus: Corpus, evidence: Evidence, printings: Printings): Trace {
  return {
    name,
    label: labelOf(corpus, name),
    place: placeOf(corpus, name),
    passages: passagesOf(name, evidence),
    restsOn: children(name, corpus, evidence, 'down', new Set([name])),
    carries: children(name, corpus, evidence, 'up', new Set([name])),
    printed: printingsOf(name, corpus, printings),
  }
}

/** A section of a pack, with the records that it prints. */
export interface SectionTrace {
  readonly pack: string
  readonly section: string
  readonly prints: readonly (Pick<Trace, 'name' | 'label' | 'place'> & { readonly times: number })[]
}

/** What each section prints, pack by pack, in the order of the records. */
export function traceSections(corpus: Corpus, printings: Printings): readonly SectionTrace[] {
  const found = new Map<string, { pack: string; section: string; prints: SectionTrace['prints'][number][] }>()
  for (const [name, places] of printings) {
    for (const { pack, section, times } of places) {
      const key = `${pack} ${section}`
      const known = found.get(key) ?? { pack, section, prints: [] }
      known.prints.push({ name, label: labelOf(corpus, name), place: placeOf(corpus, name), times })
      found.set(key, known)
    }
  }
  return [...found.values()]
}

function children(
  name: RecordName,
  corpus: Corpus,
  evidence: Evidence,
  way: 'down' | 'up',
  seen: ReadonlySet<RecordName>,
): readonly TraceNode[] {
  const graph = graphOf(corpus)
  const edges = (way === 'down' ? graph.outOf(name) : graph.into(name)).filter((edge) => edge.evidential)
  const met = new Set<RecordName>()
  return edges.flatMap((edge) => {
    const other = way === 'down' ? edge.to : edge.from
    if (seen.has(other) || met.has(other)) return []
    met.add(other)
    return {
      name: other,
      label: labelOf(corpus, other),
      place: placeOf(corpus, other, way === 'down' ? [] : edge.path),
      by: partOf(edge),
      passages: way === 'down' ? passagesOf(other, evidence) : [],
      children: children(other, corpus, evidence, way, new Set([...seen, other])),
    }
  })
}

/** The part that a record plays for the one that names it: for a conclusion, an alternative or an answer are not it. */
export function partOf(edge: Edge): string {
  const within = { alternatives: ' an alternative', candidates: ' an answer' }[String(edge.path[0])]
  return `${fieldOf(edge)}${within ?? ''}`
}

/** The last name in a path: `for` of `alternatives.0.for.1`. */
function fieldOf(edge: Edge): string {
  return String(edge.path.findLast((step) => typeof step === 'string') ?? '')
}

function passagesOf(name: RecordName, evidence: Evidence): readonly TracedPassage[] {
  const { kind, id } = partsOf(name)
  if (kind !== 'claim') return []
  return (evidence.byClaim.get(id) ?? []).map(({ source, passage, anchor, verified }) => ({
    source,
    para: anchor.span?.para ?? passage.para,
    start: passage.start,
    end: passage.end,
    outcome: anchor.outcome,
    verified,
    ...(anchor.span && { text: anchor.span.text }),
  }))
}
