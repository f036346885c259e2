import type { Actor, actorKinds } from '../corpus/actor.ts'
import type { Corpus } from '../corpus/corpus.ts'
import type { Statement } from '../corpus/fields.ts'
import type { ViewContext } from './context.ts'
import { words } from './words.ts'

export interface ActorView {
  readonly id: string
  readonly anchor: string
  readonly name: string
  readonly acronym: string | null
  readonly account: readonly Statement[]
  readonly roles: readonly {
    title: string
    of: string | null
    from: string | null
    to: string | null
    asOf: string | null
    claims: readonly string[]
    note: string | null
  }[]
  readonly relations: readonly {
    kind: string
    to: string
    date: string | null
    by: string | null
    claims: readonly string[]
    note: string | null
  }[]
  readonly designations: readonly { label: string; by: string; date: string | null; claims: readonly string[] }[]
  readonly names: readonly NameView[]
  readonly distinctFrom: readonly string[]
  readonly note: string | null
  readonly claimCount: number
}

export interface NameView {
  readonly form: string
  readonly kind: string
  readonly lang: string | null
  readonly disputed: boolean
  readonly from: string | null
  readonly to: string | null
  readonly claims: readonly string[]
  readonly note: string | null
}

/** Actors by kind, in the order of a reader's interest; within a kind by how much is said of them, then as registered. */
export function actorGroups(
  context: ViewContext,
): { kind: string; title: string; brief: boolean; actors: ActorView[] }[] {
  const { corpus, mark } = context
  const counts = mentionCounts(corpus)
  const views = [...corpus.actors.values()].filter((actor) => !actor.deprecated)
  return order.flatMap((kind) => {
    const actors = views
      .filter((actor) => actor.kind === kind)
      .map((actor) => mark(actorView(actor, context, counts.get(actor.id) ?? 0), actor))
    actors.sort((a, b) => b.claimCount - a.claimCount)
    return actors.length ? [{ kind, title: words.actorKind[kind], brief: brief.has(kind), actors }] : []
  })
}

const order: readonly (typeof actorKinds)[number][] = [
  'state-body',
  'unit',
  'person',
  'armed-group',
  'movement',
  'state',
  'intergovernmental',
  'civil-society',
  'research',
  'company',
  'media',
]

/** Kinds that matter as surroundings: a line each is enough. */
const brief: ReadonlySet<string> = new Set([
  'state',
  'intergovernmental',
  'civil-society',
  'research',
  'company',
  'media',
])

export const actorAnchor = (id: string) => `actor-${id}`

function actorView(actor: Actor, { corpus, mark }: ViewContext, claimCount: number): ActorView {
  const nameOf = (id: string) => corpus.actors.get(id)?.name ?? id
  return {
    id: actor.id,
    anchor: actorAnchor(actor.id),
    name: actor.name,
    acronym: actor.acronym ?? null,
    account: actor.account,
    roles: actor.roles.map((role) =>
      mark(
        {
          title: role.title,
          of: role.of ? nameOf(role.of) : null,
          from: role.from ?? null,
          to: role.to ?? null,
          asOf: role['as-of'] ?? null,
          claims: role.claims,
          note: role.note ?? null,
        },
        role,
      ),
    ),
    relations: actor.relations.map((it) =>
      mark(
        {
          kind: words.relation[it.kind],
          to: nameOf(it.to),
          date: it.date ?? null,
          by: it.by ?? null,
          claims: it.claims,
          note: it.note ?? null,
        },
        it,
      ),
    ),
    designations: actor.designations.map((it) => mark({ ...it, date: it.date ?? null }, it)),
    names: actor.names.map((name) =>
      mark(
        {
          form: name.form,
          kind: words.nameKind[name.kind],
          lang: name.lang ?? null,
          disputed: name.status === 'disputed',
          from: name.from ?? null,
          to: name.to ?? null,
          claims: name.claims,
          note: name.note ?? null,
        },
        name,
      ),
    ),
    distinctFrom: actor['distinct-from'].map(nameOf),
    note: actor.note ?? null,
    claimCount,
  }
}

function mentionCounts(corpus: Corpus): Map<string, number> {
  const counts = new Map<string, number>()
  for (const claim of corpus.claims.values()) {
    for (const id of new Set([...claim.about, ...(claim.speaker ? [claim.speaker] : [])]))
      counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return counts
}
