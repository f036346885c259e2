import { didYouMean, Log } from '../core/index.ts'
import {
  type Corpus,
  companionsOf,
  type Facets,
  type KindOf,
  kindOf,
  kinds,
  type Pack,
  parseEdtf,
} from '../corpus/index.ts'
import { graphOf, nameOf, partsOf } from './graph.ts'

type Register = Exclude<KindOf['plural'], 'packs'>
const selectable = kinds.filter(({ name }) => name !== 'pack') as readonly ((typeof kinds)[number] & {
  readonly plural: Register
})[]

/** The registers as a pack prints them; all records where it selects none, but for claims that are unfinished. */
export type Chosen = Pick<Corpus, Register>

/**
 * The records that a pack prints. A register that `select` names holds what fits its criteria; the others hold all, or,
 * with `basis`, what the chosen records rest on, directly or through others. A tag that no record has, and a selection
 * that nothing fits, are reported.
 */
export function chosenBy(pack: Pack, all: Corpus, log: Log): Chosen {
  const { select } = pack
  const corpus = withoutUnfinished(all)
  if (!select) return corpus
  const chosen = new Map<Register, Set<string>>()
  for (const { name, plural: register, facets } of selectable) {
    const criteria = (select as Partial<Record<Register, Criteria>>)[register]
    const records = corpus[register] as ReadonlyMap<string, AnyRecord>
    if (!criteria && select.basis) chosen.set(register, new Set())
    if (!criteria) continue
    const fitting = [...records.values()].filter((it) => fits(it, criteria, facets?.(it) ?? {}))
    chosen.set(register, new Set(fitting.map(({ id }) => id)))
    reportEmpty(pack, name, register, criteria, records, fitting.length, corpus, log)
  }
  if (select.basis) addBasis(chosen, corpus)
  const narrowed = [...chosen].map(([register, ids]) => [register, only<unknown>(corpus[register], ids)])
  return { ...corpus, ...(Object.fromEntries(narrowed) as Partial<Chosen>) }
}

/** The records that a pack and its companions choose: these print in full what the pack rests on, and data are for all. */
export function chosenWithCompanions(pack: Pack, corpus: Corpus): Chosen {
  const own = chosenBy(pack, corpus, new Log())
  const companions = companionsOf(pack, corpus.packs)
  if (companions.length === 0) return own
  const all = [own, ...companions.map((it) => chosenBy(it, corpus, new Log()))]
  const joined = selectable.map(({ plural }) => {
    const ids = new Set(all.flatMap((it) => [...it[plural].keys()]))
    return [plural, only<unknown>(corpus[plural], ids)]
  })
  return { ...corpus, ...(Object.fromEntries(joined) as Partial<Chosen>) }
}

function withoutUnfinished(corpus: Corpus): Corpus {
  const isFinished = ({ unfinished }: { readonly unfinished?: string | undefined }) => unfinished === undefined
  const claims = new Map([...corpus.claims].filter(([, it]) => isFinished(it)))
  if (claims.size === corpus.claims.size) return corpus
  const sources = [...corpus.sources].map(
    ([id, source]) => [id, { ...source, claims: source.claims.filter(isFinished) }] as const,
  )
  return { ...corpus, claims, sources: new Map(sources) }
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
  const left = selectable.flatMap(({ name, plural }) => [...(chosen.get(plural) ?? [])].map((id) => nameOf(name, id)))
  for (let name = left.pop(); name; name = left.pop()) {
    for (const { to } of graph.outOf(name)) {
      const { kind, id } = partsOf(to)
      const ids = chosen.get(kindOf(kind).plural as Register)
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
  kind: string,
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
    log.report('reference-resolves', place, `no ${kind} has the tag “${tag}”`, {
      notes,
      actual: tag,
      subject,
    })
  }
  if (count > 0 || lost.length > 0 || records.size === 0) return
  const place = corpus.place('pack', id, ['select', register])
  log.report('section-is-present', place, `nothing in the register of ${register} fits the selection`, { subject })
}
