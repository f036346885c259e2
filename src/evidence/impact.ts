import type { Corpus } from '../corpus/corpus.ts'
import type { RecordName } from '../corpus/fields.ts'
import type { Evidence } from './examine.ts'
import { graphOf, labelOf, partsOf, recordOf } from './graph.ts'
import type { Issue } from './issue.ts'
import { type Printing, type Printings, printingsOf } from './printing.ts'
import { evidential, fieldOf } from './trace.ts'

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

/** A record that can no longer be relied on without being read again. */
export interface Doubt {
  readonly name: RecordName
  readonly label: string
  /** From what it rests on directly, one phrase each. */
  readonly reasons: readonly string[]
  readonly printed: readonly Printing[]
}

export interface IssueInDoubt {
  readonly issue: string
  readonly pack: string
  readonly reasons: readonly string[]
}

export interface Impact {
  readonly edits: readonly Edit[]
  readonly doubts: readonly Doubt[]
  readonly issues: readonly IssueInDoubt[]
}

/**
 * What an edit puts in doubt: from the records and passages that differ between two states, up through claims and
 * judgments to whatever is printed, and to the packs that were issued on them.
 */
export function impact(before: State, after: State, printings: Printings, issues: readonly Issue[]): Impact {
  const edits = findEdits(before, after)
  const doubts = spread(edits, before, after)
  const shown = [...doubts].map(([name, reasons]) => ({
    name,
    label: labelIn(name, before, after),
    reasons: [...reasons],
    printed: printingsOf(name, after.corpus, printings),
  }))
  return { edits, doubts: shown, issues: issues.flatMap((issue) => inDoubt(issue, after)) }
}

/** Fields of a source that say how far its claims can be trusted; others say how it is cited. */
const graveFields: ReadonlySet<string> = new Set([
  'reliability',
  'author',
  'issued',
  'held',
  'lineage',
  'deprecated',
  'defects',
])
/** Fields of any other record that do not bear on what it says. */
const lightFields: ReadonlySet<string> = new Set(['note'])

function findEdits(before: State, after: State): readonly Edit[] {
  const names = new Set([...graphOf(before.corpus).names, ...graphOf(after.corpus).names])
  return [...names].flatMap((name) => {
    const edit = editOf(name, before, after)
    return edit.what.length > 0 ? [edit] : []
  })
}

function editOf(name: RecordName, before: State, after: State): Edit {
  const [was, is] = [bare(name, before.corpus), bare(name, after.corpus)]
  const label = labelIn(name, before, after)
  if (was === undefined) return { name, label, what: ['added'], grave: false }
  if (is === undefined) return { name, label, what: ['removed'], grave: true }
  const fields = [...differences(was, is, '')]
  const texts = textEdits(name, before, after)
  const grave = fields.some(({ field }) => isGrave(name, field.split('.')[0]!)) || texts.some((it) => it.grave)
  return { name, label, what: [...fields.map(({ text }) => text), ...texts.map(({ text }) => text)], grave }
}

function isGrave(name: RecordName, field: string): boolean {
  return partsOf(name).kind === 'source' ? graveFields.has(field) : !lightFields.has(field)
}

/** A source without its claims, which are records of their own. */
function bare(name: RecordName, corpus: Corpus): Record<string, unknown> | undefined {
  const record = recordOf(corpus, name) as Record<string, unknown> | undefined
  return record && partsOf(name).kind === 'source' ? { ...record, claims: undefined, text: undefined } : record
}

function* differences(was: unknown, is: unknown, field: string): Generator<{ field: string; text: string }> {
  if (JSON.stringify(was) === JSON.stringify(is)) return
  if (isRecord(was) && isRecord(is)) {
    for (const key of new Set([...Object.keys(was), ...Object.keys(is)])) {
      yield* differences(was[key], is[key], field === '' ? key : `${field}.${key}`)
    }
  } else {
    yield { field, text: `${field}: ${show(was)} → ${show(is)}` }
  }
}

function textEdits(name: RecordName, before: State, after: State): readonly { text: string; grave: boolean }[] {
  const { kind, id } = partsOf(name)
  if (kind === 'source') {
    const [was, is] = [textDigest(id, before), textDigest(id, after)]
    return was !== undefined && is !== undefined && was !== is ? [{ text: 'its text has changed', grave: false }] : []
  }
  if (kind !== 'claim') return []
  const checks = after.evidence.byClaim.get(id) ?? []
  return checks.flatMap(({ verified, anchor }, index) =>
    verified ? [] : [{ text: `passage ${index + 1} ${outcomeWords[anchor.outcome]}`, grave: true }],
  )
}

const outcomeWords = {
  ok: 'stands',
  moved: 'has moved',
  drifted: 'reads differently now',
  ambiguous: 'could be in several places now',
  lost: 'is no longer in the text',
  unverified: 'has changed and could not be verified',
} as const

function textDigest(source: string, { evidence }: State): string | undefined {
  return evidence.digests.get(source) ?? evidence.lock?.sources[source]?.text
}

/** Every record in doubt with its reasons, the nearest to the edit first. */
function spread(edits: readonly Edit[], before: State, after: State): ReadonlyMap<RecordName, ReadonlySet<string>> {
  const doubts = new Map<RecordName, Set<string>>()
  const queue: RecordName[] = []
  const raise = (name: RecordName, reason: string): void => {
    const reasons = doubts.get(name) ?? new Set()
    if (reasons.size === 0) queue.push(name)
    doubts.set(name, reasons.add(reason))
  }
  for (const { name, what, grave } of edits) {
    if (grave && partsOf(name).kind === 'claim') for (const text of what) raise(name, text)
    else if (grave)
      for (const above of carriers(name, before, after)) raise(above.name, `${name} (${above.by}): ${what.join('; ')}`)
  }
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
    for (const { name: above, by } of carriers(name, before, after))
      raise(above, `rests on ${name} (${by}), which is in doubt`)
  }
  return doubts
}

/** The records that rest on one, in either state. */
function carriers(name: RecordName, before: State, after: State): readonly { name: RecordName; by: string }[] {
  const edges = [before, after].flatMap(({ corpus }) => graphOf(corpus).into(name))
  const found = new Map<RecordName, string>()
  for (const edge of edges) if (evidential.has(fieldOf(edge)) && edge.from !== name) found.set(edge.from, fieldOf(edge))
  return [...found].map(([above, by]) => ({ name: above, by }))
}

function inDoubt(issue: Issue, after: State): readonly IssueInDoubt[] {
  const reasons = [...claimReasons(issue, after), ...sourceReasons(issue, after), ...judgmentReasons(issue, after)]
  return reasons.length === 0 ? [] : [{ issue: issue.name, pack: issue.pack, reasons }]
}

function* claimReasons(issue: Issue, { corpus, evidence }: State): Generator<string> {
  for (const [id, digests] of Object.entries(issue.claims)) {
    const claim = corpus.claims.get(id)
    if (!claim) yield `claim ${id} is gone`
    else if (claim.deprecated) yield `claim ${id} is withdrawn: ${claim.deprecated.why}`
    else if (JSON.stringify(claim.passages.map(({ sha256 }) => sha256)) !== JSON.stringify(digests))
      yield `claim ${id} rests on other words now`
    else if (evidence.byClaim.get(id)?.some(({ verified }) => !verified))
      yield `a passage of claim ${id} no longer stands`
  }
}

function* sourceReasons(issue: Issue, { corpus }: State): Generator<string> {
  for (const [key, { grade }] of Object.entries(issue.sources)) {
    const source = corpus.sources.get(key)
    if (!source) yield `source ${key} is gone`
    else if (source.deprecated) yield `source ${key} is withdrawn: ${source.deprecated.why}`
    else if (grade !== source.reliability?.grade)
      yield `source ${key} was graded ${grade ?? 'not at all'} and is graded ${source.reliability?.grade ?? 'not at all'}`
  }
}

function* judgmentReasons(issue: Issue, { corpus }: State): Generator<string> {
  for (const [id, was] of Object.entries(issue.judgments)) {
    const is = corpus.judgments.get(id)
    if (!is) yield `judgment ${id} is gone`
    else if (is.likelihood !== was.likelihood) yield `judgment ${id}: ${show(was.likelihood)} → ${show(is.likelihood)}`
    else if (is.confidence.level !== was.confidence)
      yield `judgment ${id}: ${was.confidence} → ${is.confidence.level} confidence`
  }
}

function labelIn(name: RecordName, before: State, after: State): string {
  return labelOf(recordOf(after.corpus, name) === undefined ? before.corpus : after.corpus, name)
}

function show(value: unknown): string {
  if (value === undefined) return 'nothing'
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 60 ? `“${text.slice(0, 57)}…”` : `“${text}”`
}

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data)
}
