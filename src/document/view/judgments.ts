import { entryOf } from '../../core/index.ts'
import type { Corpus, Judgment } from '../../corpus/index.ts'
import { claimReferences } from './claims.ts'
import type { ViewContext } from './context.ts'
import { anchorOf, fields, referencesTo } from './names.ts'

export type JudgmentView = ReturnType<typeof judgmentView>

/** Every judgment, the key ones first, in the order of the register. */
export function judgmentViews(context: ViewContext, claimCodes: ReadonlyMap<string, string>) {
  const all = [...context.corpus.judgments.values()].filter((judgment) => !judgment.deprecated)
  const keys = all.filter((judgment) => judgment.key)
  const others = all.filter((judgment) => !judgment.key)
  const { keyJudgment, judgment } = context.words.codes
  const codes = new Map([
    ...keys.map((it, i) => [it.id, `${keyJudgment}${i + 1}`] as const),
    ...others.map((it, i) => [it.id, `${judgment}${i + 1}`] as const),
  ])
  return [...keys, ...others]
    .filter(({ id }) => context.chosen.judgments.has(id))
    .map((judgment) => context.mark(judgmentView(judgment, codes, claimCodes, context), judgment))
}

/** The disagreements that stand, in the order of the register, with `D1` … */
export function disagreementCodes({ corpus, words }: Pick<ViewContext, 'corpus' | 'words'>) {
  const standing = [...corpus.disagreements.values()].filter(({ deprecated }) => !deprecated)
  return standing.map((disagreement, index) => ({ disagreement, code: `${words.codes.disagreement}${index + 1}` }))
}

function judgmentView(
  judgment: Judgment,
  codes: ReadonlyMap<string, string>,
  claimCodes: ReadonlyMap<string, string>,
  { corpus, assessment, mark, words }: ViewContext,
) {
  const anchor = anchorOf('judgment', judgment.id)
  return {
    id: judgment.id,
    anchor,
    /** In English `KJ1` … for key judgments, `J1` … for the others. */
    code: entryOf(codes, judgment.id),
    ...fields(judgment, 'key', 'title'),
    /** Where the reasoning stands: a key judgment has two places, its own and this one. */
    fullAnchor: judgment.key ? `${anchor}-reasoning` : anchor,
    /** As in the register: `{{judged this}}` prints the sentence with its term. */
    text: judgment.text,
    likelihood: judgment.likelihood,
    standing: judgment.standing ? words.standing[judgment.standing] : null,
    /** What to call the lists for and against it; where nothing can be judged they point to the event or away. */
    heads: judgment.standing === 'cannot-be-judged' ? words.pointing : words.weighing,
    ...fields(judgment, 'follows', 'confidence'),
    ceiling: assessment.ceilingOf(judgment.id),
    ceilingNote: judgment['ceiling-note'] ?? null,
    ...fields(judgment, 'period', 'until'),
    horizon: words.horizon[judgment.horizon],
    ...fields(judgment, 'for', 'against'),
    forGists: gists(judgment.for, corpus, claimCodes, mark),
    againstGists: gists(judgment.against, corpus, claimCodes, mark),
    /** The open disagreements that touch it. */
    disputes: disagreementCodes({ corpus, words }).flatMap(({ disagreement, code }) => {
      const { title, status, touches } = disagreement
      const isOpen = status === 'open' && touches.includes(judgment.id)
      return isOpen ? [mark({ code, title, anchor: anchorOf('disagreement', disagreement.id) }, disagreement)] : []
    }),
    parents: referencesTo('judgment', judgment['rests-on'], codes),
    assumptions: judgment.assumptions.map((it) =>
      mark(
        {
          ...fields(it, 'text', 'linchpin', 'strength'),
          consequence: it['if-wrong'] ?? null,
        },
        it,
      ),
    ),
    alternatives: judgment.alternatives.map((it) =>
      mark(
        {
          text: it.text,
          for: claimReferences(it.for, claimCodes),
          against: claimReferences(it.against, claimCodes),
          why: it.why ?? null,
        },
        it,
      ),
    ),
    indicators: judgment.indicators.map((it) =>
      mark(
        {
          observable: it.observable,
          direction: (judgment.standing === 'cannot-be-judged' ? words.pointer : words.direction)[it.direction],
        },
        it,
      ),
    ),
    changesIf: judgment['changes-if'] ?? null,
    changeNote: judgment['change-note'] ?? null,
  }
}

/** Claims as lines of evidence, each with its number in the register and where it stands there. */
export function gists(
  claims: readonly string[],
  corpus: Corpus,
  codes: ReadonlyMap<string, string>,
  mark: ViewContext['mark'],
) {
  return claims.flatMap((id) => {
    const claim = corpus.claims.get(id)
    return claim
      ? [mark({ gist: claim.gist, claim: id, code: codes.get(id) ?? '', anchor: anchorOf('claim', id) }, claim)]
      : []
  })
}
