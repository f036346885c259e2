import { entryOf } from '../../core/index.ts'
import type { Corpus, Disagreement, Judgment } from '../../corpus/index.ts'
import { type ClaimReference, claimAnchor, claimReferences } from './claims.ts'
import type { ViewContext } from './context.ts'

/** A judgment as printed; in English `code` is `KJ1` … for key judgments, `J1` … for the others. */
export interface JudgmentView {
  readonly id: string
  readonly anchor: string
  readonly code: string
  readonly key: boolean
  readonly title: string
  /** Where the reasoning stands: a key judgment has two places, its own and this one. */
  readonly fullAnchor: string
  /** As in the register: `{{judged this}}` prints the sentence with its term. */
  readonly text: string
  readonly likelihood: string | undefined
  /** How it stands without a likelihood: reported, inferred, cannot be judged. */
  readonly standing: string | null
  /** What to call the two lists: of a judgment they are for it and against it; where nothing can be judged they point to the event or away. */
  readonly heads: { readonly for: string; readonly against: string }
  readonly follows: string | null
  readonly confidence: Judgment['confidence']
  /** The highest level that the evidence carries, and from how many independent groups it comes; never the level itself. */
  readonly ceiling: { readonly level: string; readonly groups: number }
  readonly ceilingNote: string | null
  readonly period: string | null
  readonly until: string | null
  readonly horizon: string
  readonly for: readonly string[]
  readonly against: readonly string[]
  readonly forGists: readonly GistView[]
  readonly againstGists: readonly GistView[]
  /** The open disagreements that touch it. */
  readonly disputes: readonly { code: string; title: string; anchor: string }[]
  readonly parents: readonly { code: string; anchor: string }[]
  readonly assumptions: readonly { text: string; linchpin: boolean; strength: string; consequence: string | null }[]
  readonly alternatives: readonly {
    text: string
    for: readonly ClaimReference[]
    against: readonly ClaimReference[]
    why: string | null
  }[]
  readonly indicators: readonly { observable: string; direction: string }[]
  readonly changesIf: string | null
  readonly changeNote: string | null
}

/** A claim as a line of evidence. */
export interface GistView {
  readonly gist: string
  readonly claim: string
  /** Its number in the claim register, and where it stands there. */
  readonly code: string
  readonly anchor: string
}

/** Every judgment, the key ones first, in the order of the register. */
export function judgmentViews(context: ViewContext, claimCodes: ReadonlyMap<string, string>): JudgmentView[] {
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

export const judgmentAnchor = (id: string) => `judgment-${id}`
export const disagreementAnchor = (id: string) => `disagreement-${id}`

/** The disagreements that stand, in the order of the register, with `D1` … */
export function disagreementCodes({
  corpus,
  words,
}: Pick<ViewContext, 'corpus' | 'words'>): { disagreement: Disagreement; code: string }[] {
  const standing = [...corpus.disagreements.values()].filter(({ deprecated }) => !deprecated)
  return standing.map((disagreement, index) => ({ disagreement, code: `${words.codes.disagreement}${index + 1}` }))
}

function judgmentView(
  judgment: Judgment,
  codes: ReadonlyMap<string, string>,
  claimCodes: ReadonlyMap<string, string>,
  { corpus, assessment, mark, words }: ViewContext,
): JudgmentView {
  return {
    id: judgment.id,
    anchor: judgmentAnchor(judgment.id),
    code: entryOf(codes, judgment.id),
    key: judgment.key,
    title: judgment.title,
    fullAnchor: judgment.key ? `${judgmentAnchor(judgment.id)}-reasoning` : judgmentAnchor(judgment.id),
    text: judgment.text,
    likelihood: judgment.likelihood,
    standing: judgment.standing ? words.standing[judgment.standing] : null,
    heads: judgment.standing === 'cannot-be-judged' ? words.pointing : words.weighing,
    follows: judgment.follows ?? null,
    confidence: judgment.confidence,
    ceiling: assessment.ceilingOf(judgment.id),
    ceilingNote: judgment['ceiling-note'] ?? null,
    period: judgment.period ?? null,
    until: judgment.until ?? null,
    horizon: words.horizon[judgment.horizon],
    for: judgment.for,
    against: judgment.against,
    forGists: gists(judgment.for, corpus, claimCodes, mark),
    againstGists: gists(judgment.against, corpus, claimCodes, mark),
    disputes: disagreementCodes({ corpus, words }).flatMap(({ disagreement, code }) => {
      const { title, status, touches } = disagreement
      const isOpen = status === 'open' && touches.includes(judgment.id)
      return isOpen ? [mark({ code, title, anchor: disagreementAnchor(disagreement.id) }, disagreement)] : []
    }),
    parents: judgment['rests-on']
      .filter((id) => codes.has(id))
      .map((id) => ({ code: entryOf(codes, id), anchor: judgmentAnchor(id) })),
    assumptions: judgment.assumptions.map((it) =>
      mark(
        {
          text: it.text,
          linchpin: it.linchpin,
          strength: it.strength,
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

export function gists(
  claims: readonly string[],
  corpus: Corpus,
  codes: ReadonlyMap<string, string>,
  mark: ViewContext['mark'],
): GistView[] {
  return claims.flatMap((id) => {
    const claim = corpus.claims.get(id)
    return claim
      ? [mark({ gist: claim.gist, claim: id, code: codes.get(id) ?? '', anchor: claimAnchor(id) }, claim)]
      : []
  })
}
