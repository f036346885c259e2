import { itemAt, type Locale } from '../../core/index.ts'
import { type Actor, type Corpus, kindLabel, vocabularyOf } from '../../corpus/index.ts'
import type { ViewContext } from './context.ts'
import { anchorOf, fields } from './names.ts'

type ActorView = ReturnType<typeof actorView>

/** Actors by kind, in the order of the list of kinds; within a kind by how much is said of them, then as registered. */
export function actorGroups(context: ViewContext) {
  const { corpus, chosen, mark, pack } = context
  const counts = mentionCounts(corpus)
  const views = [...chosen.actors.values()].filter((actor) => !actor.deprecated)
  return vocabularyOf(corpus, 'actor-kind').flatMap(({ id: kind, surroundings }) => {
    const actors = views
      .filter((actor) => actor.kind === kind)
      .map((actor) => mark(actorView(actor, context, counts.get(actor.id) ?? 0), actor))
    const all = [...actors]
    actors.sort((a, b) => b.claimCount - a.claimCount)
    if (actors.length === 0) return []
    const hasEntry = (actor: ActorView) =>
      !surroundings && (actor.claimCount >= claimsOfAnEntry || actor.designations.length > 0)
    return [
      {
        kind,
        title: kindLabel(corpus, 'actor-kind', kind, pack.language),
        /** As registered. */
        all,
        /** Those with an entry of their own, and those for whom a line is enough. */
        entries: actors.filter(hasEntry),
        lines: actors.filter((actor) => !hasEntry(actor)),
      },
    ]
  })
}

/** House value: an actor with fewer claims gets one line, unless somebody calls it something. */
const claimsOfAnEntry = 5

function actorView(actor: Actor, { corpus, mark, words }: ViewContext, claimCount: number) {
  const nameOf = (id: string) => corpus.actors.get(id)?.name ?? id
  const told = new Set(actor.account.flatMap((it) => it.claims))
  return {
    id: actor.id,
    anchor: anchorOf('actor', actor.id),
    ...fields(actor, 'name', 'acronym', 'account'),
    roles: actor.roles.map((role) =>
      mark(
        {
          ...fields(role, 'title', 'rank'),
          of: role.of && !tells(role.title, corpus.actors.get(role.of)) ? nameOf(role.of) : null,
          ...fields(role, 'from', 'to'),
          asOf: role['as-of'] ?? null,
          claims: role.claims,
          /** Those of the claims that the account does not cite as well. */
          furtherClaims: role.claims.filter((claim) => !told.has(claim)),
          note: role.note ?? null,
        },
        role,
      ),
    ),
    relations: relationViews(actor, nameOf, told, mark, words.relation),
    designations: actor.designations.map((it) => mark({ ...it, date: it.date ?? null }, it)),
    names: actor.names.map((name) =>
      mark(
        {
          form: name.form,
          kind: words.nameKind[name.kind],
          lang: name.lang ?? null,
          /** Why the form is not to be taken as the actor’s own: it is disputed, or one source alone has it. */
          doubt: name.status === 'established' ? null : words.nameStatus[name.status],
          ...fields(name, 'from', 'to', 'claims', 'note'),
        },
        name,
      ),
    ),
    distinctFrom: actor['distinct-from'].map(nameOf),
    note: actor.note ?? null,
    claimCount,
  }
}

/**
 * What an actor is to others in one way, on one date and by one account, e.g. a member of three bodies in 2013; in the order in
 * which the register first names such.
 */
function relationViews(
  actor: Actor,
  nameOf: (id: string) => string,
  told: ReadonlySet<string>,
  mark: ViewContext['mark'],
  words: Locale['relation'],
) {
  const alike = (it: Actor['relations'][number]) => JSON.stringify([it.kind, it.date, it.by])
  return [...new Set(actor.relations.map(alike))].map((key) => {
    const same = actor.relations.filter((it) => alike(it) === key)
    const claims = [...new Set(same.flatMap((it) => it.claims))]
    const first = itemAt(same, 0)
    return mark(
      {
        kind: words[first.kind],
        others: same.map((it) => nameOf(it.to)),
        ...fields(first, 'date', 'by'),
        claims,
        furtherClaims: claims.filter((claim) => !told.has(claim)),
        notes: same.flatMap((it, index) =>
          it.note && same.findIndex((other) => other.note === it.note) === index ? [mark({ note: it.note }, it)] : [],
        ),
      },
      first,
    )
  })
}

/** Whether a post tells by itself where it is held: “Minister of Defence”, “Chairman of the KNB”. */
function tells(title: string, body: Actor | undefined): boolean {
  if (!body) return false
  const said: readonly string[] = title.toLowerCase().match(/\p{L}+/gu) ?? []
  if (body.acronym && said.includes(body.acronym.toLowerCase())) return true
  const named = (body.name.toLowerCase().match(/\p{L}+/gu) ?? []).filter((word) => word.length > 3)
  return named.length > 0 && named.every((word) => said.some((other) => other.startsWith(word.slice(0, 5))))
}

function mentionCounts(corpus: Corpus): Map<string, number> {
  const counts = new Map<string, number>()
  for (const claim of corpus.claims.values()) {
    for (const id of new Set([...claim.about, ...(claim.speaker ? [claim.speaker] : [])]))
      counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return counts
}
