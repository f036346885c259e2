import { withinSentence } from '../../core/index.ts'
import { hasOwn, kindLabel, type Registers, vocabularyOf } from '../../corpus/index.ts'
import { groups } from './actors.ts'
import type { ActorGroup, FigureData, Lane } from './figure.ts'

/** The lanes of the marks of events. */
export const lanes = {
  diamond: 'incidents',
  hexagon: 'operations',
  circle: 'statements',
  pill: 'institutions',
} as const

/** The names of lanes and groups where a corpus has its own kinds: those of its kinds that are drawn so. */
export function ownNames(corpus: Registers, language: string): Pick<FigureData, 'names'> {
  const join = (labels: readonly string[]) =>
    labels.map((it, at) => (at === 0 ? it : withinSentence(it, language))).join(', ')
  const named = <M extends string, G extends string>(
    kind: 'event-kind' | 'actor-kind',
    marks: Readonly<Record<M, G>>,
    used: ReadonlySet<string>,
  ) => {
    const kinds = (vocabularyOf(corpus, kind) as readonly { id: string; mark: M }[]).filter(({ id }) => used.has(id))
    const labels = (group: G) =>
      kinds.filter(({ mark }) => marks[mark] === group).map(({ id }) => kindLabel(corpus, kind, id, language))
    const all = Object.values<G>(marks).map((group) => [group, join(labels(group))] as const)
    return Object.fromEntries(all.filter(([, name]) => name !== '')) as Partial<Record<G, string>>
  }
  const kindsOf = (records: ReadonlyMap<string, { kind: string }>) =>
    new Set([...records.values()].map((it) => it.kind))
  const own: { lanes?: Partial<Record<Lane, string>>; groups?: Partial<Record<ActorGroup, string>> } = {}
  if (hasOwn(corpus, 'event-kind')) own.lanes = named('event-kind', lanes, kindsOf(corpus.events))
  if (hasOwn(corpus, 'actor-kind')) own.groups = named('actor-kind', groups, kindsOf(corpus.actors))
  return Object.keys(own).length > 0 ? { names: own } : {}
}
