import { itemAt, type Level, type Locale } from '../../core/index.ts'
import { type Pack, scaleIn } from '../../corpus/index.ts'
import { actorGroups } from './actors.ts'
import { authorShares } from './authors.ts'
import { changesSince } from './changes.ts'
import { chronology } from './chronology.ts'
import { claimCodesOf, claimRegister, proposedBy } from './claims.ts'
import type { ViewContext } from './context.ts'
import { judgmentViews } from './judgments.ts'
import { fields } from './names.ts'
import { byFirstDay } from './order.ts'
import { measureAreas, phaseViews, statusViews } from './policy.ts'
import { dangerViews, disagreementViews, questionViews, threatViews } from './problems.ts'
import { groupViews, heldCodes, sourceViews } from './sources.ts'

export type View = ReturnType<typeof viewOf>

/**
 * All that templates of a pack can print, derived from the records. Every field is always there: what a record does not
 * have is `null` or an empty list, so that a misspelt field in a template is an error and never an empty string.
 */
export function viewOf(context: ViewContext) {
  const { corpus, chosen, pack } = context
  const { held, unheld, others } = sourceViews(context)
  const codes = heldCodes(corpus)
  const claimCodes = claimCodesOf(corpus, codes)
  const judgments = judgmentViews(context, claimCodes)
  const groups = groupViews(context, held)
  const entries = chronology(context)
  const areas = measureAreas(context)
  const measures = areas.flatMap((area) => area.measures).sort(byFirstDay)
  const actors = actorGroups(context)
  const disagreements = disagreementViews(context, judgments, claimCodes)
  const claims = claimRegister(context, codes, claimCodes)
  const { authors, people, ...shares } = authorShares(chosen.sources, context)
  return {
    pack: context.mark(packView(pack), pack),
    scale: scaleIn(pack.scale, pack.language),
    counts: {
      held: held.length,
      unheld: unheld.length,
      claims: claims.reduce((sum, source) => sum + source.claims.length, 0),
      judgments: judgments.length,
      /** How many claims say what their passages say, declare what those do not, or could not be compared. */
      agreement: context.assessment.agreementOf(chosen.claims.keys()),
      /** The tools that proposed claims, and how many of these each proposed. */
      proposed: proposedBy(chosen.claims.values()),
      keyJudgments: judgments.filter((judgment) => judgment.key).length,
      actors: actors.reduce((sum, group) => sum + group.entries.length + group.lines.length, 0),
      events: chosen.events.size,
      measures: measures.length,
      groups: groups.length,
      authors: people,
      attributed: authors.reduce((sum, { attributed }) => sum + attributed, 0),
    },
    keyJudgments: judgments.filter((judgment) => judgment.key),
    judgments,
    /** What would move a judgment, with the judgment that it moves. */
    indicators: judgments.flatMap(({ code, anchor, indicators }) =>
      indicators.map((it) => context.mark({ ...it, code, anchor }, it)),
    ),
    sharedConfidence: sharedConfidence(judgments, context.words),
    sources: held,
    /** What was read beside them. */
    consulted: [...held, ...unheld, ...others].filter(({ id }) => pack['also-consulted'].includes(id)),
    /** What is wrong with a text and bears on what it says. */
    faults: held.flatMap(({ code, defects }) => defects.flatMap((defect) => (defect.grave ? [{ code, defect }] : []))),
    unheld,
    groups,
    authors,
    ...shares,
    chronology: entries,
    /** The events of the chronology, by id. */
    happenings: entries.flatMap(({ id, measure }) => (measure === null ? [id] : [])),
    actorGroups: actors,
    people: actors.find((group) => group.kind === 'person')?.all ?? [],
    namedActors: actors
      .flatMap((group) => [...group.entries, ...group.lines])
      .filter((actor) => actor.names.length > 0),
    threats: threatViews(context, judgments),
    dangers: dangerViews(context),
    areas,
    measures,
    statuses: statusViews(measures, context.words),
    phases: phaseViews(context),
    disagreements,
    questions: questionViews(context, judgments, claimCodes),
    changes: changesSince(context.lastIssue, context, judgments),
    claims,
  }
}

/** The level of confidence that all judgments have, so that it can be said once. */
function sharedConfidence(judgments: readonly { confidence: { level: Level } }[], { level }: Locale): string | null {
  const levels = new Set(judgments.map(({ confidence }) => confidence.level))
  return levels.size === 1 ? level[itemAt([...levels], 0)] : null
}

function packView(pack: Pack) {
  return {
    ...fields(pack, 'title', 'subtitle', 'question', 'audience'),
    authors: pack.authors.map((author) => (typeof author === 'string' ? author : author.name)),
    ...fields(pack, 'organisation', 'description', 'period'),
    cutOff: pack['cut-off'],
    ...fields(pack, 'issued', 'scale'),
    bottomLine: pack['bottom-line'],
    baseSummary: pack.base.summary ?? null,
    strengths: pack.base.strengths,
    weaknesses: pack.base.weaknesses,
    ...fields(pack, 'gaps', 'threads', 'drivers', 'continuity', 'change', 'threats', 'outlook', 'cautions', 'method'),
    ...fields(pack, 'glossary'),
    contentsDepth: pack.contents?.depth ?? 1,
  }
}
