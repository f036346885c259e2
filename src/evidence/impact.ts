import { itemAt } from '../core/index.ts'
import { type Corpus, type Issue, kindOf, kinds, type RecordName } from '../corpus/index.ts'
import { differences, isSame, type Renamed } from './differences.ts'
import { graphOf, labelOf, partsOf, recordOf } from './graph.ts'
import { type Edit, type IssueInDoubt, inDoubt, type State } from './issue-doubts.ts'
import { type Printing, type Printings, printingsOf } from './printing.ts'
import { partOf } from './trace.ts'

/** A record that can no longer be relied on without being read again. */
interface Doubt {
  readonly name: RecordName
  readonly label: string
  /** From what it rests on directly, one phrase each. */
  readonly reasons: readonly string[]
  readonly printed: readonly Printing[]
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
  const rank = ({ name }: { name: RecordName }) => kinds.findIndex((it) => it.name === partsOf(name).kind)
  const shown = [...doubts].map(([name, reasons]) => ({
    name,
    label: labelIn(name, before, after),
    reasons: [...reasons],
    printed: printingsOf(name, after.corpus, printings),
  }))
  shown.sort((a, b) => rank(a) - rank(b))
  return { edits, doubts: shown, issues: issues.flatMap((issue) => inDoubt(issue, after, edits)) }
}

/** Fields that do not bear on what a record says, where its kind names none that do. */
const lightFields: ReadonlySet<string> = new Set(['note', 'change-note'])

function findEdits(before: State, after: State): readonly Edit[] {
  const names = new Set([...graphOf(before.corpus).names, ...graphOf(after.corpus).names])
  const { ids, from } = renamesOf([...names], before, after)
  const left = new Set(from.values())
  return [...names].flatMap((name) => {
    if (left.has(name)) return []
    const old = from.get(name)
    if (old !== undefined)
      return { name, label: labelIn(name, before, after), what: [`renamed: it was ${old}`], grave: false }
    const edit = editOf(name, before, after, ids)
    return edit.what.length > 0 ? [edit] : []
  })
}

/** Records that are the same but for their id: their new ids by the old, and their old names by the new. */
function renamesOf(
  names: readonly RecordName[],
  before: State,
  after: State,
): { readonly ids: Renamed; readonly from: ReadonlyMap<RecordName, RecordName> } {
  const gone = names.filter((name) => recordOf(after.corpus, name) === undefined)
  const come = names.filter((name) => recordOf(before.corpus, name) === undefined)
  const pairs = come.flatMap((name) => {
    const is = { ...bare(name, after.corpus), id: undefined, source: undefined }
    const old = gone.find((other) => {
      if (partsOf(other).kind !== partsOf(name).kind) return false
      return isSame({ ...bare(other, before.corpus), id: undefined, source: undefined }, is, new Map())
    })
    return old === undefined ? [] : [[name, old] as const]
  })
  return { ids: new Map(pairs.map(([name, old]) => [partsOf(old).id, partsOf(name).id])), from: new Map(pairs) }
}

function editOf(name: RecordName, before: State, after: State, renamed: Renamed): Edit {
  const [was, is] = [bare(name, before.corpus), bare(name, after.corpus)]
  const label = labelIn(name, before, after)
  if (was === undefined) return { name, label, what: ['added'], grave: false }
  if (is === undefined) return { name, label, what: ['removed'], grave: true }
  const fields = [...differences(was, is, renamed)]
  const texts = textEdits(name, before, after)
  const grave = fields.some(({ field }) => isGrave(name, itemAt(field.split('.'), 0))) || texts.some((it) => it.grave)
  return { name, label, what: [...fields.map(({ text }) => text), ...texts.map(({ text }) => text)], grave }
}

function isGrave(name: RecordName, field: string): boolean {
  return kindOf(partsOf(name).kind).grave?.includes(field) ?? !lightFields.has(field)
}

/** A source without its claims, which are records of their own. */
function bare(name: RecordName, corpus: Corpus): Record<string, unknown> | undefined {
  const record = recordOf(corpus, name)
  return record && partsOf(name).kind === 'source' ? { ...record, claims: undefined, text: undefined } : record
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
  const told = new Set<RecordName>()
  const raise = (name: RecordName, reason: string): void => {
    const reasons = doubts.get(name) ?? new Set()
    if (reasons.size === 0) queue.push(name)
    doubts.set(name, reasons.add(reason))
  }
  for (const { name, what, grave } of edits) {
    if (grave && partsOf(name).kind === 'claim') for (const text of what) raise(name, text)
    else if (grave)
      for (const above of carriers(name, before, after)) {
        told.add(name)
        raise(above.name, `it rests on ${how(name, above.by)}: ${what.join('; ')}`)
      }
  }
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
    // Of a record that was edited itself the edit has been told.
    if (!told.has(name))
      for (const { name: above, by } of carriers(name, before, after))
        raise(above, `it rests on ${how(name, by)}, which is in doubt`)
  }
  return doubts
}

/** A record and the part that it plays, where that is not plain from its kind. */
function how(name: RecordName, by: string): string {
  return /^(?:source|claims|judgments?|rests-on)$/.test(by) ? name : `${name} (${by})`
}

/** The records that rest on one, in either state. */
function carriers(name: RecordName, before: State, after: State): readonly { name: RecordName; by: string }[] {
  const edges = [before, after].flatMap(({ corpus }) => graphOf(corpus).into(name))
  const found = new Map<RecordName, string>()
  for (const edge of edges) if (edge.evidential && edge.from !== name) found.set(edge.from, partOf(edge))
  return [...found].map(([above, by]) => ({ name: above, by }))
}

function labelIn(name: RecordName, before: State, after: State): string {
  return labelOf(recordOf(after.corpus, name) === undefined ? before.corpus : after.corpus, name)
}
