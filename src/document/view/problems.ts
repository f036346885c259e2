import { grouped, itemAt } from '../../core/index.ts'
import { claimReferences } from './claims.ts'
import type { ViewContext } from './context.ts'
import { disagreementCodes, gists, type JudgmentView } from './judgments.ts'
import { anchorOf, fields, referencesTo } from './names.ts'
import { byFirstDay } from './order.ts'

export function threatViews({ corpus, chosen, mark }: ViewContext, judgments: readonly JudgmentView[]) {
  const byId = new Map(judgments.map((judgment) => [judgment.id, judgment]))
  return [...chosen.threats.values()]
    .filter((threat) => !threat.deprecated)
    .map((threat) =>
      mark(
        {
          anchor: anchorOf('threat', threat.id),
          ...fields(threat, 'title', 'vector', 'target'),
          actors: threat.actors.map((id) => corpus.actors.get(id)?.name ?? id),
          ...fields(threat, 'account', 'against'),
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

/** Who named which dangers when, in the order of time; on one day in the order of the register. */
export function dangerViews({ chosen, mark }: ViewContext) {
  const standing = [...chosen.threats.values()].filter(({ deprecated }) => !deprecated)
  const namings = standing.flatMap((threat) => threat.named.map((it) => ({ ...it, role: it.role ?? null, threat })))
  const groups = grouped(namings, ({ date, by, role }) => JSON.stringify([date, by, role]))
  const views = [...groups.values()].map((some) => {
    const { date, by, role } = itemAt(some, 0)
    const dangers = some.map(({ as, threat, claims }) =>
      // Without words chosen for it the threat’s title stands for it.
      mark({ as: as ?? null, threat: threat.title, anchor: anchorOf('threat', threat.id), claims }, threat),
    )
    return { date, by, role, dangers }
  })
  return views.sort(byFirstDay)
}

export function questionViews(
  { corpus, chosen, mark, words }: ViewContext,
  judgments: readonly JudgmentView[],
  claimCodes: ReadonlyMap<string, string>,
) {
  const codes = new Map(judgments.map((judgment) => [judgment.id, judgment.code]))
  return [...corpus.questions.values()]
    .filter((question) => !question.deprecated)
    .map((question, index) => ({ question, code: `${words.codes.question}${index + 1}` }))
    .filter(({ question }) => chosen.questions.has(question.id))
    .map(({ question, code }) =>
      mark(
        {
          anchor: anchorOf('question', question.id),
          code,
          ...fields(question, 'text', 'why', 'known'),
          candidates: question.candidates.map((it) =>
            mark(
              {
                answer: it.answer,
                claims: it.for,
                for: claimReferences(it.for, claimCodes),
                against: claimReferences(it.against, claimCodes),
              },
              it,
            ),
          ),
          closesIf: question['closes-if'],
          indicators: question.indicators,
          judgments: referencesTo('judgment', question.judgments, codes),
          status: words.questionStatus[question.status],
        },
        question,
      ),
    )
}

export function disagreementViews(
  { corpus, chosen, assessment, mark, words }: ViewContext,
  judgments: readonly JudgmentView[],
  claimCodes: ReadonlyMap<string, string>,
) {
  const codes = new Map(judgments.map((judgment) => [judgment.id, judgment.code]))
  const shown = disagreementCodes({ corpus, words }).filter(({ disagreement }) =>
    chosen.disagreements.has(disagreement.id),
  )
  return shown.map(({ disagreement, code }) =>
    mark(
      {
        anchor: anchorOf('disagreement', disagreement.id),
        code,
        title: disagreement.title,
        kind: words.disagreement[disagreement.kind],
        account: disagreement.account,
        open: disagreement.status === 'open',
        ...fields(disagreement, 'resolution', 'claims'),
        sides: gists(disagreement.claims, corpus, claimCodes, mark),
        /** What is doubtful in the independence of the sides, where counting groups does not show it. */
        independence: disagreement.independence ?? null,
        /** Where all sides come from one group, it is no conflict between sources. */
        oneGroup: assessment.groupsOf(disagreement.claims) === 1,
        touches: referencesTo('judgment', disagreement.touches, codes),
      },
      disagreement,
    ),
  )
}
