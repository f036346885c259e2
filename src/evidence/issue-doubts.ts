import type { Corpus, Issue, RecordName } from '../corpus/index.ts'
import { show } from './differences.ts'
import { digestsOf, type Evidence } from './examine.ts'

/** A corpus with what its texts say of it, at one moment. */
export interface State {
  readonly corpus: Corpus
  readonly evidence: Evidence
}

/** A record that was edited, or whose text was, and how. */
export interface Edit {
  readonly name: RecordName
  readonly label: string
  /** One phrase each, e.g. `reliability.grade: B → D`, `removed`, `passage 1 drifted`. */
  readonly what: readonly string[]
  /** Whether it bears on the evidence; otherwise only on the wording. */
  readonly grave: boolean
}

/** An issued pack that no longer says what its evidence says. */
export interface IssueInDoubt {
  readonly issue: string
  readonly pack: string
  readonly reasons: readonly string[]
}

/** Why an issue is in doubt: from what its record keeps, and from the edits to what it rests on; none when it is not. */
export function inDoubt(issue: Issue, after: State, edits: readonly Edit[]): readonly IssueInDoubt[] {
  const reasons = [
    ...claimReasons(issue, after, edits),
    ...sourceReasons(issue, after, edits),
    ...judgmentReasons(issue, after),
  ]
  return reasons.length === 0 ? [] : [{ issue: issue.name, pack: issue.pack, reasons }]
}

function* claimReasons(issue: Issue, after: State, edits: readonly Edit[]): Generator<string> {
  const { corpus, evidence } = after
  for (const [id, digests] of Object.entries(issue.claims)) {
    const claim = corpus.claims.get(id)
    if (!claim && isKept(digests, after)) continue
    if (!claim) yield `claim ${id} is gone`
    else if (claim.deprecated) yield `claim ${id} is withdrawn: ${claim.deprecated.why}`
    else if (JSON.stringify(digestsOf(id, evidence)) !== JSON.stringify(digests))
      yield `claim ${id} rests on other words now`
    else if (evidence.byClaim.get(id)?.some(({ verified }) => !verified))
      yield `a passage of claim ${id} no longer stands`
    else yield* editOfIssued(`claim:${id}`, edits)
  }
}

/** Whether the words of a claim are those of another now: it has another id. */
function isKept(digests: readonly string[], { corpus, evidence }: State): boolean {
  return [...corpus.claims.values()].some(
    ({ id, deprecated }) => !deprecated && digestsOf(id, evidence).join() === digests.join() && digests.length > 0,
  )
}

/** What the issue's record does not keep, and the edits since tell. */
function* editOfIssued(name: RecordName, edits: readonly Edit[]): Generator<string> {
  const edit = edits.find((it) => it.name === name && it.grave)
  if (edit) yield `${name.replace(':', ' ')} was edited since: ${edit.what.join('; ')}`
}

function* sourceReasons(issue: Issue, { corpus }: State, edits: readonly Edit[]): Generator<string> {
  for (const [key, { grade }] of Object.entries(issue.sources)) {
    const source = corpus.sources.get(key)
    if (!source) yield `source ${key} is gone`
    else if (source.deprecated) yield `source ${key} is withdrawn: ${source.deprecated.why}`
    else if (grade !== source.reliability?.grade)
      yield `source ${key} was graded ${grade ?? 'not at all'} and is graded ${source.reliability?.grade ?? 'not at all'}`
    else yield* editOfIssued(`source:${key}`, edits)
  }
}

function* judgmentReasons(issue: Issue, { corpus }: State): Generator<string> {
  for (const [id, was] of Object.entries(issue.judgments)) {
    const is = corpus.judgments.get(id)
    if (!is) yield `judgment ${id} is gone`
    else if (is.likelihood !== was.likelihood) yield `judgment ${id}: ${show(was.likelihood)} → ${show(is.likelihood)}`
    else if (is.confidence.level !== was.confidence)
      yield `judgment ${id}: ${was.confidence} → ${is.confidence.level} confidence`
    else if (is.text !== was.text) yield `judgment ${id} is worded differently now: ${show(was.text)}`
  }
}
