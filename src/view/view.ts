import type { Corpus } from '../corpus/corpus.ts'
import type { Pack } from '../corpus/pack.ts'
import { scales } from '../corpus/scales.ts'
import { actorGroups } from './actors.ts'
import { chronology, years } from './chronology.ts'
import { claimRegister } from './claims.ts'
import { type CeilingOf, judgmentViews } from './judgments.ts'
import { measureAreas, phaseViews } from './policy.ts'
import { disagreementViews, questionViews, threatViews } from './problems.ts'
import { authorShares, sourceViews } from './sources.ts'

/** What the view needs of the evidence stage. */
export interface Assessment {
  /** Independence groups of held sources: sources that count as one. */
  readonly groups: readonly {
    readonly label: string
    readonly sources: readonly string[]
    readonly reasons: readonly string[]
  }[]
  readonly ceilingOf: CeilingOf
  /** From how many independent groups some claims come. */
  readonly groupsOf: (claims: readonly string[]) => number
}

export type View = ReturnType<typeof viewOf>

/**
 * All that templates of a pack can print, derived from the records. Every field is always there: what a record does not
 * have is `null` or an empty list, so that a misspelt field in a template is an error and never an empty string.
 */
export function viewOf(corpus: Corpus, pack: Pack, assessment: Assessment) {
  const groupOf = (id: string) => assessment.groups.find((group) => group.sources.includes(id))?.label
  const { held, unheld } = sourceViews(corpus, pack, groupOf)
  const names = new Map(held.map((source) => [source.id, source.name]))
  const judgments = judgmentViews(corpus, assessment.ceilingOf)
  const entries = chronology(corpus)
  const areas = measureAreas(corpus)
  const actors = actorGroups(corpus)
  const claims = claimRegister(corpus, pack, new Map(held.map((source) => [source.id, source.code])))
  return {
    pack: packView(pack),
    scale: scales[pack.scale],
    counts: {
      held: held.length,
      unheld: unheld.length,
      claims: claims.reduce((sum, source) => sum + source.claims.length, 0),
      judgments: judgments.length,
      keyJudgments: judgments.filter((judgment) => judgment.key).length,
      actors: actors.reduce((sum, group) => sum + group.actors.length, 0),
      events: corpus.events.size,
      measures: areas.reduce((sum, area) => sum + area.measures.length, 0),
      groups: assessment.groups.length,
    },
    keyJudgments: judgments.filter((judgment) => judgment.key),
    otherJudgments: judgments.filter((judgment) => !judgment.key),
    judgments,
    sources: held,
    unheld,
    groups: assessment.groups.map((group) => ({ ...group, sources: group.sources.map((id) => names.get(id) ?? id) })),
    authors: authorShares(corpus),
    chronology: entries,
    years: years(entries),
    actorGroups: actors,
    namedActors: actors.flatMap((group) => group.actors).filter((actor) => actor.names.length > 0),
    threats: threatViews(corpus, judgments),
    areas,
    phases: phaseViews(corpus, pack),
    disagreements: disagreementViews(corpus, judgments, assessment.groupsOf),
    questions: questionViews(corpus, judgments),
    claims,
  }
}

function packView(pack: Pack) {
  return {
    title: pack.title,
    subtitle: pack.subtitle ?? null,
    question: pack.question,
    audience: pack.audience,
    authors: pack.authors,
    organisation: pack.organisation ?? null,
    description: pack.description,
    period: pack.period,
    cutOff: pack['cut-off'],
    issued: pack.issued,
    scale: pack.scale,
    bottomLine: pack['bottom-line'],
    strengths: pack.base.strengths,
    weaknesses: pack.base.weaknesses,
    gaps: pack.gaps,
    drivers: pack.drivers,
    continuity: pack.continuity,
    change: pack.change,
    threats: pack.threats,
    outlook: pack.outlook,
    method: pack.method,
    glossary: pack.glossary,
  }
}
