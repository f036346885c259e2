import { entryOf } from '../../core/index.ts'
import type { Statement } from '../../corpus/index.ts'
import { type ClaimReference, claimReferences } from './claims.ts'
import type { ViewContext } from './context.ts'
import {
  disagreementAnchor,
  disagreementCodes,
  type GistView,
  gists,
  type JudgmentView,
  judgmentAnchor,
} from './judgments.ts'
import { byFirstDay } from './order.ts'

export interface ThreatView {
  readonly anchor: string
  readonly title: string
  readonly vector: string
  readonly target: string
  readonly actors: readonly string[]
  readonly account: readonly Statement[]
  readonly against: readonly Statement[]
  readonly periods: readonly { period: string; judgment: JudgmentView }[]
  readonly note: string | null
}

export function threatViews({ corpus, chosen, mark }: ViewContext, judgments: readonly JudgmentView[]): ThreatView[] {
  const byId = new Map(judgments.map((judgment) => [judgment.id, judgment]))
  return [...chosen.threats.values()]
    .filter((threat) => !threat.deprecated)
    .map((threat) =>
      mark(
        {
          anchor: `threat-${threat.id}`,
          title: threat.title,
          vector: threat.vector,
          target: threat.target,
          actors: threat.actors.map((id) => corpus.actors.get(id)?.name ?? id),
          account: threat.account,
          against: threat.against,
          periods: threat.periods.flatMap((it) => {
            const judgment = byId.get(it.judgment)
            return judgment ? [{ period: it.period, judgment }] : []
          }),
          note: threat.note ?? null,
        },
        threat,
      ),
    )
}

/** The dangers that somebody named at some time. */
export interface DangerView {
  readonly date: string
  readonly by: string
  readonly role: string | null
  readonly dangers: readonly {
    /** In the words chosen for it; without them the threat’s title stands for it. */
    readonly as: string | null
    readonly threat: string
    readonly anchor: string
    readonly claims: readonly string[]
  }[]
}

/** Who named which dangers when, in the order of time; on one day in the order of the register. */
export function dangerViews({ chosen, mark }: ViewContext): DangerView[] {
  const groups = new Map<string, Omit<DangerView, 'dangers'> & { dangers: DangerView['dangers'][number][] }>()
  for (const threat of chosen.threats.values()) {
    for (const { date, by, role = null, as, claims } of threat.deprecated ? [] : threat.named) {
      const key = JSON.stringify([date, by, role])
      const group = groups.get(key) ?? { date, by, role, dangers: [] }
      groups.set(key, group)
      const danger = { as: as ?? null, threat: threat.title, anchor: `threat-${threat.id}`, claims }
      group.dangers.push(mark(danger, threat))
    }
  }
  return [...groups.values()].sort(byFirstDay)
}

export interface QuestionView {
  readonly anchor: string
  readonly code: string
  readonly text: string
  readonly why: string
  readonly known: readonly Statement[]
  readonly candidates: readonly {
    answer: string
    for: readonly ClaimReference[]
    against: readonly ClaimReference[]
  }[]
  readonly closesIf: string
  readonly indicators: readonly string[]
  readonly judgments: readonly { code: string; anchor: string }[]
  readonly status: string
}

export function questionViews(
  { corpus, chosen, mark, words }: ViewContext,
  judgments: readonly JudgmentView[],
  claimCodes: ReadonlyMap<string, string>,
): QuestionView[] {
  const codes = new Map(judgments.map((judgment) => [judgment.id, judgment.code]))
  return [...corpus.questions.values()]
    .filter((question) => !question.deprecated)
    .map((question, index) => ({ question, code: `${words.codes.question}${index + 1}` }))
    .filter(({ question }) => chosen.questions.has(question.id))
    .map(({ question, code }) =>
      mark(
        {
          anchor: `question-${question.id}`,
          code,
          text: question.text,
          why: question.why,
          known: question.known,
          candidates: question.candidates.map((it) =>
            mark(
              {
                answer: it.answer,
                for: claimReferences(it.for, claimCodes),
                against: claimReferences(it.against, claimCodes),
              },
              it,
            ),
          ),
          closesIf: question['closes-if'],
          indicators: question.indicators,
          judgments: question.judgments.flatMap((id) =>
            codes.has(id) ? [{ code: entryOf(codes, id), anchor: judgmentAnchor(id) }] : [],
          ),
          status: words.questionStatus[question.status],
        },
        question,
      ),
    )
}

export interface DisagreementView {
  readonly anchor: string
  readonly code: string
  readonly title: string
  readonly kind: string
  readonly account: string
  readonly open: boolean
  readonly resolution: string
  readonly sides: readonly GistView[]
  readonly claims: readonly string[]
  /** Whether all sides come from one independence group, so that it is no conflict between sources. */
  readonly oneGroup: boolean
  /** What is doubtful in their independence, where counting groups does not show it. */
  readonly independence: string | null
  readonly touches: readonly { code: string; anchor: string }[]
}

export function disagreementViews(
  { corpus, chosen, assessment, mark, words }: ViewContext,
  judgments: readonly JudgmentView[],
  claimCodes: ReadonlyMap<string, string>,
): DisagreementView[] {
  const codes = new Map(judgments.map((judgment) => [judgment.id, judgment.code]))
  const shown = disagreementCodes({ corpus, words }).filter(({ disagreement }) =>
    chosen.disagreements.has(disagreement.id),
  )
  return shown.map(({ disagreement, code }) =>
    mark(
      {
        anchor: disagreementAnchor(disagreement.id),
        code,
        title: disagreement.title,
        kind: words.disagreement[disagreement.kind],
        account: disagreement.account,
        open: disagreement.status === 'open',
        resolution: disagreement.resolution,
        claims: disagreement.claims,
        sides: gists(disagreement.claims, corpus, claimCodes, mark),
        independence: disagreement.independence ?? null,
        oneGroup: assessment.groupsOf(disagreement.claims) === 1,
        touches: disagreement.touches.flatMap((id) =>
          codes.has(id) ? [{ code: entryOf(codes, id), anchor: judgmentAnchor(id) }] : [],
        ),
      },
      disagreement,
    ),
  )
}
