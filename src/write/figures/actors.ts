import { type Actor, type Registers, vocabularyOf } from '../../corpus/index.ts'
import type { ActorGroup, ActorItem, TieItem, TieKind } from './figure.ts'
import type { FigureWords } from './words.ts'

/** The groups of the marks of actors. */
export const groups = {
  round: 'person',
  box: 'state-body',
  frame: 'state',
  hexagon: 'intergovernmental',
  cut: 'armed',
  dashed: 'other',
} as const satisfies Record<string, ActorGroup>

const tieOf: Record<Actor['relations'][number]['kind'], TieKind> = {
  'member-of': 'structure',
  'part-of': 'structure',
  'subordinate-to': 'structure',
  'led-by': 'structure',
  'partner-of': 'cooperation',
  supplies: 'cooperation',
  'signatory-with': 'cooperation',
  'linked-to': 'link',
  monitors: 'watch',
  opposes: 'opposition',
}

/** Actors as figures take them, drawn under their acronym or short form where they have one. */
export function actorItems(actors: readonly Actor[], corpus: Registers): ActorItem[] {
  const marks = new Map(vocabularyOf(corpus, 'actor-kind').map(({ id, mark }) => [id, mark]))
  return actors.map((actor) => {
    const short = actor.names.find((name) => name.kind === 'short')?.form
    const { id, name } = actor
    return { id, label: actor.acronym ?? short ?? name, name, group: groups[marks.get(actor.kind) ?? 'dashed'] }
  })
}

/** Relations and posts. A person who leads a body is tied to it as one who holds a post; a body is under the one that leads it. */
export function ties(actors: readonly Actor[], words: FigureWords): TieItem[] {
  const known = new Map(actors.map((actor) => [actor.id, actor.kind]))
  const found = actors.flatMap((actor) => [
    ...actor.relations.map(({ kind, to, claims }) =>
      kind === 'led-by' && known.get(to) === 'person'
        ? { from: to, to: actor.id, tie: tieOf[kind], words: words.leads, claims }
        : { from: actor.id, to, tie: tieOf[kind], words: words.relations[kind], claims },
    ),
    ...actor.roles.flatMap((role) =>
      role.of
        ? [{ from: actor.id, to: role.of, tie: 'structure' as const, words: role.title, claims: role.claims }]
        : [],
    ),
  ])
  return once(found.filter((tie) => known.has(tie.from) && known.has(tie.to) && tie.from !== tie.to))
}

/** Two actors are tied once in one way; of a tie that has no direction it does not matter who names it. */
function once(found: readonly TieItem[]): TieItem[] {
  const kept = new Map<string, TieItem>()
  for (const tie of found) {
    const mutual = tie.tie === 'cooperation' || tie.tie === 'link' || tie.tie === 'opposition'
    const ends = mutual ? [tie.from, tie.to].sort() : [tie.from, tie.to]
    const key = [...ends, tie.tie].join(' ')
    if (!kept.has(key)) kept.set(key, tie)
  }
  return [...kept.values()]
}
