import type { Locale } from '../../core/index.ts'
import type { Issue } from '../../corpus/index.ts'
import type { ViewContext } from './context.ts'
import type { JudgmentView } from './judgments.ts'
import { sourceName } from './names.ts'

/** What is different since a pack was last issued; every list is empty where nothing is. */
export function changesSince(edition: Issue | undefined, context: ViewContext, judgments: readonly JudgmentView[]) {
  if (!edition)
    return { since: null, judgments: [], dropped: [], claims: [], droppedClaims: 0, sources: [], none: true }
  const ids = new Set(judgments.map(({ id }) => id))
  const found = {
    judgments: judgments.flatMap((judgment) => changeOf(judgment, edition, context.words)),
    /** Judgments that were issued and are gone, as they read then. */
    dropped: Object.entries(edition.judgments).flatMap(([id, { text, likelihood }]) =>
      ids.has(id) ? [] : [text.replace('{term}', likelihood ?? '')],
    ),
    claims: changedClaims(edition, context),
    droppedClaims: Object.keys(edition.claims).filter((id) => !isInRegister(id, context)).length,
    sources: [...changedSources(edition, context), ...droppedSources(edition, context)],
  }
  const { droppedClaims, ...lists } = found
  const none = droppedClaims === 0 && Object.values(lists).every((list) => list.length === 0)
  return { since: { name: edition.name, issued: edition.issued }, ...found, none }
}

function changeOf(
  { id, code, anchor, text, likelihood, confidence, changeNote: note }: JudgmentView,
  edition: Issue,
  { changes: words }: Locale,
) {
  const before = Object.hasOwn(edition.judgments, id) ? edition.judgments[id] : undefined
  if (!before) return [{ code, anchor, what: capital(words.isNew), note }]
  const what = [
    ...(before.likelihood === likelihood
      ? []
      : [words.became(before.likelihood ?? words.noLikelihood, likelihood ?? words.noLikelihood)]),
    ...(before.confidence === confidence.level ? [] : [words.confidence(before.confidence, confidence.level)]),
    ...(before.text === text ? [] : [words.reworded]),
  ]
  return what.length === 0 ? [] : [{ code, anchor, what: what.map(capital).join('. '), note }]
}

/** Claims that are new, or rest on other passages than when the pack was issued. */
function changedClaims({ claims }: Issue, context: ViewContext) {
  const { chosen, mark } = context
  const words = context.words.changes
  return [...chosen.claims.values()].flatMap((claim) => {
    if (!isInRegister(claim.id, context)) return []
    const before = Object.hasOwn(claims, claim.id) ? claims[claim.id] : undefined
    const now = context.assessment.digestsOf(claim.id)
    if (before && before.join() === now.join()) return []
    return [mark({ gist: claim.gist, claim: claim.id, what: before ? words.passage : words.isNew }, claim)]
  })
}

function changedSources({ sources }: Issue, { chosen, pack, words: { changes: words, cover } }: ViewContext) {
  return [...chosen.sources.values()].flatMap((source) => {
    if (!source.held || source.deprecated) return []
    const name = sourceName(source, pack)
    const before = Object.hasOwn(sources, source.id) ? sources[source.id] : undefined
    if (!before) return [{ name, what: words.isNew }]
    const grade = source.reliability?.grade
    const what = [
      ...(before.grade === grade ? [] : [words.grade(before.grade, grade)]),
      ...(before.text === source.text?.sha256 ? [] : [words.text]),
    ]
    return what.length === 0 ? [] : [{ name, what: what.join(cover.semicolon) }]
  })
}

/** Sources of the issue that the pack no longer rests on; one whose record is gone has no name but its key. */
function droppedSources({ sources }: Issue, { corpus, pack, words: { changes: words } }: ViewContext) {
  return Object.keys(sources).flatMap((key) => {
    const source = corpus.sources.get(key)
    if (!source) return [{ name: key, what: words.gone }]
    const name = sourceName(source, pack)
    if (source.deprecated) return [{ name, what: words.withdrawn }]
    return source.held ? [] : [{ name, what: words.notHeld }]
  })
}

/** The register of claims has what stands, from sources that stand. */
function isInRegister(id: string, { corpus }: ViewContext): boolean {
  const claim = corpus.claims.get(id)
  return claim !== undefined && !claim.deprecated && !corpus.sources.get(claim.source)?.deprecated
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
