import type { Corpus } from '../corpus/corpus.ts'
import { parseEdtf } from '../corpus/edtf.ts'
import type { RecordKind } from '../corpus/fields.ts'
import { registers } from '../corpus/homes.ts'
import type { Pack } from '../corpus/pack.ts'
import type { Log } from '../log.ts'
import { didYouMean } from '../nearest.ts'
import { graphOf, nameOf, partsOf } from './graph.ts'

const selectable = { sources: 'source', claims: 'claim', ...registers } as const
type Register = keyof typeof selectable
type Kind = (typeof selectable)[Register]
type OfKind<K extends Register> = Corpus[K] extends ReadonlyMap<string, infer R> ? R : never

/** The registers as a pack prints them; all records where it selects none. */
export type Chosen = Pick<Corpus, Register>

/** What the criteria of a selection look at in a record. */
interface Facets {
  readonly kind?: string | undefined
  readonly actors?: readonly (string | undefined)[] | undefined
  readonly dates?: readonly (string | undefined)[] | undefined
  readonly grade?: string | number | undefined
}

const facets: { readonly [K in Register]: (record: OfKind<K>) => Facets } = {
  sources: (it) => ({ kind: it.type, dates: [it.issued], grade: it.reliability?.grade }),
  claims: (it) => ({
    kind: it.kind,
    actors: [...it.about, it.speaker],
    dates: [it.date?.edtf ?? it.said?.date],
    grade: it.credibility.proposition,
  }),
  actors: (it) => ({ kind: it.kind }),
  events: (it) => ({ kind: it.kind, actors: it.participants, dates: [it.date] }),
  measures: (it) => ({
    kind: it.instrument,
    actors: [it.body, ...it.partners],
    dates: it.history.map(({ date }) => date),
  }),
  threats: (it) => ({ actors: it.actors, dates: it.periods.map(({ period }) => period) }),
  judgments: (it) => ({ kind: it.key ? 'key' : 'other', dates: [it.period], grade: it.confidence.level }),
  questions: (it) => ({ kind: it.status }),
  disagreements: (it) => ({ kind: it.kind }),
}

/**
 * The records that a pack prints. A register that `select` names holds what fits its criteria; the others hold all, or,
 * with `basis`, what the chosen records rest on, directly or through others. A tag that no record has, and a selection
 * that nothing fits, are reported.
 */
export function chosenBy(pack: Pack, corpus: Corpus, log: Log): Chosen {
  const { select } = pack
  if (!select) return corpus
  const chosen = new Map<Register, Set<string>>()
  for (const register of Object.keys(selectable) as Register[]) {
    const criteria = select[register] as Criteria | undefined
    const records = corpus[register] as ReadonlyMap<string, AnyRecord>
    if (!criteria && select.basis) chosen.set(register, new Set())
    if (!criteria) continue
    const look = facets[register] as (record: AnyRecord) => Facets
    const fitting = [...records.values()].filter((it) => fits(it, criteria, look(it)))
    chosen.set(register, new Set(fitting.map(({ id }) => id)))
    reportEmpty(pack, register, criteria, records, fitting.length, corpus, log)
  }
  if (select.basis) addBasis(chosen, corpus)
  const narrowed = [...chosen].map(([register, ids]) => [register, only<unknown>(corpus[register], ids)])
  return { ...corpus, ...(Object.fromEntries(narrowed) as Partial<Chosen>) }
}

interface AnyRecord {
  readonly id: string
  readonly tags?: readonly string[] | undefined
  readonly deprecated?: unknown
}
interface Criteria {
  readonly ids?: readonly string[]
  readonly tags?: readonly string[]
  readonly kinds?: readonly string[]
  readonly actors?: readonly string[]
  readonly period?: string
  readonly grades?: readonly (string | number)[]
}

function fits(record: AnyRecord, { ids, tags, kinds, actors, period, grades }: Criteria, of: Facets): boolean {
  const any = <T>(wanted: readonly T[] | undefined, has: readonly (T | undefined)[]) =>
    !wanted || has.some((it) => it !== undefined && wanted.includes(it))
  return (
    any(ids, [record.id]) &&
    any(tags, record.tags ?? []) &&
    any(kinds, [of.kind]) &&
    any(actors, of.actors ?? []) &&
    any(grades, [of.grade]) &&
    (period === undefined || (of.dates ?? []).some((date) => date !== undefined && overlap(date, period)))
  )
}

function overlap(one: string, other: string): boolean {
  const [a, b] = [parseEdtf(one), parseEdtf(other)]
  if (!a || !b) return false
  return (a.min ?? '') <= (b.max ?? '9999-12-31') && (b.min ?? '') <= (a.max ?? '9999-12-31')
}

/** Adds what the chosen records name, and what those name in turn. */
function addBasis(chosen: Map<Register, Set<string>>, corpus: Corpus): void {
  const graph = graphOf(corpus)
  const registerOf = new Map(
    (Object.entries(selectable) as [Register, Kind][]).map(([register, kind]) => [kind, register]),
  )
  const left = [...chosen].flatMap(([register, ids]) => [...ids].map((id) => nameOf(selectable[register], id)))
  for (let name = left.pop(); name; name = left.pop()) {
    for (const { to } of graph.outOf(name)) {
      const { kind, id } = partsOf(to)
      const ids = chosen.get(registerOf.get(kind as Exclude<RecordKind, 'pack'>)!)
      if (!ids || ids.has(id)) continue
      ids.add(id)
      left.push(to)
    }
  }
}

function only<R>(records: ReadonlyMap<string, R>, ids: ReadonlySet<string>): ReadonlyMap<string, R> {
  return new Map([...records].filter(([id]) => ids.has(id)))
}

function reportEmpty(
  { id }: Pack,
  register: Register,
  { tags = [] }: Criteria,
  records: ReadonlyMap<string, AnyRecord>,
  count: number,
  corpus: Corpus,
  log: Log,
): void {
  const known = new Set([...records.values()].flatMap((it) => it.tags ?? []))
  const subject = `pack:${id}`
  const lost = tags.filter((tag) => !known.has(tag))
  for (const tag of lost) {
    const place = corpus.place('pack', id, ['select', register, 'tags', tags.indexOf(tag)])
    const notes = didYouMean(tag, known)
    log.report('reference-resolves', place, `no ${selectable[register]} has the tag “${tag}”`, {
      notes,
      actual: tag,
      subject,
    })
  }
  if (count > 0 || lost.length > 0 || records.size === 0) return
  const place = corpus.place('pack', id, ['select', register])
  log.report('section-is-present', place, `nothing in the register of ${register} fits the selection`, { subject })
}
