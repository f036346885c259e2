import { entryOf, grouped, itemAt, remembered } from '../core/index.ts'
import {
  type Claim,
  type Corpus,
  confidenceLevels,
  type Judgment,
  madeWhen,
  parseEdtf,
  type Source,
} from '../corpus/index.ts'
import type { Group } from './groups.ts'
import { type Independence, independenceOf, standingClaims } from './independence.ts'
import { describeReason } from './reasons.ts'
import type { SharedRun } from './shared.ts'

export type Confidence = (typeof confidenceLevels)[number]

/** The highest confidence that a judgment may claim: never the confidence itself, which is the analyst's. */
export interface Ceiling {
  readonly level: Confidence
  /** Why not higher, one sentence each, in the order in which they lowered it. */
  readonly reasons: readonly string[]
  /** `level` stands only by the judgment's written reason, and is one above what a single group carries. */
  readonly byException: boolean
  readonly independence: Independence
}

/** Sources that are themselves the act or the record of it. */
const primary: ReadonlySet<Source['type']> = new Set([
  'bill',
  'dataset',
  'hearing',
  'legislation',
  'regulation',
  'speech',
  'treaty',
] as const)

/** House value: support that is older than this, in months, does not carry a present-tense judgment by itself. */
const staleMonths = 36

/** The ceiling of a judgment's confidence and how it came about (NIC and ICD 203: confidence rests on the quality and independence of the sources). */
export function ceilingOf(judgment: Judgment, corpus: Corpus, shared: readonly SharedRun[]): Ceiling {
  const cap = new Cap()
  const independence = capByClaims(cap, judgment, corpus, shared)
  if (judgment['rests-on'].length > 0) capByParents(cap, judgment, heldLevels(shared)(corpus))
  return { level: cap.level, reasons: cap.reasons, byException: cap.byException, independence }
}

/** What a judgment's own claims carry; one that rests on other judgments alone is not capped by having none. */
function capByClaims(cap: Cap, judgment: Judgment, corpus: Corpus, shared: readonly SharedRun[]): Independence {
  const claims = standingClaims(judgment.for, corpus)
  const independence = independenceOf(judgment.for, corpus, shared)
  if (claims.length > 0 || judgment['rests-on'].length === 0) {
    capByGroups(cap, judgment, claims, independence, corpus)
    capByQuality(cap, judgment, claims, corpus)
    capByAge(cap, judgment, claims, corpus)
  }
  return independence
}

/** A level that can only go down, and what took it down. */
class Cap {
  level: Confidence = 'high'
  byException = false
  readonly reasons: string[] = []

  at(level: Confidence, reason: string): void {
    if (rank(level) >= rank(this.level)) return
    this.level = level
    this.reasons.push(reason)
    if (level === 'low') this.byException = false
  }
}

function capByGroups(
  cap: Cap,
  judgment: Judgment,
  claims: readonly Claim[],
  { groups }: Independence,
  corpus: Corpus,
): void {
  if (groups.length === 0) cap.at('low', 'no claim supports it')
  else if (groups.length === 1) capBySingleGroup(cap, judgment, claims, itemAt(groups, 0), corpus)
  else if (groups.length === 2)
    cap.at('moderate', `its support comes from two independent groups: ${sayGroups(groups)}`)
}

function capBySingleGroup(cap: Cap, judgment: Judgment, claims: readonly Claim[], group: Group, corpus: Corpus): void {
  const document = claims.map(({ source }) => corpus.sources.get(source)).find((it) => it?.held && primary.has(it.type))
  const joined = group.reasons.length > 0 ? ` (${group.reasons.slice(0, 3).map(describeReason).join('; ')})` : ''
  if (document) {
    cap.at('moderate', `its support is one independent group${joined}, with a primary document, ${document.id}`)
  } else if (judgment['ceiling-note'] === undefined) {
    cap.at('low', `its support is one independent group${joined}`)
  } else {
    cap.at('moderate', `its support is one independent group${joined}; moderate stands by the written reason`)
    cap.byException = true
  }
}

function capByQuality(cap: Cap, judgment: Judgment, claims: readonly Claim[], corpus: Corpus): void {
  if (claims.length === 0) return
  const grades = claims.map(({ source }) => corpus.sources.get(source)?.reliability?.grade ?? 'F').sort()
  const best = itemAt(grades, 0)
  if (best >= 'D') cap.at('low', `its best source is graded ${best}`)
  else if (best === 'C') cap.at('moderate', 'its best source is graded C, and high needs A or B')
  if (claims.every(({ voice }) => voice === 'unattributed')) cap.at('low', 'every claim for it is unattributed')
  const open = openDisagreement(judgment, corpus)
  if (open) cap.at('moderate', `the factual disagreement “${open}” is open`)
  const weak = judgment.assumptions.find(({ linchpin, strength }) => linchpin && strength === 'weak')
  if (weak) cap.at('moderate', `it hangs on a weak assumption: “${weak.text}”`)
}

function openDisagreement(judgment: Judgment, corpus: Corpus): string | undefined {
  const supporting = new Set(judgment.for)
  return [...corpus.disagreements.values()].find(
    ({ status, kind, touches, claims, deprecated }) =>
      !deprecated &&
      status === 'open' &&
      kind === 'factual' &&
      (touches.includes(judgment.id) || claims.some((id) => supporting.has(id))),
  )?.id
}

function capByAge(cap: Cap, judgment: Judgment, claims: readonly Claim[], corpus: Corpus): void {
  if (judgment.horizon !== 'present') return
  const asOf = asOfDate(judgment, corpus)
  const newest = claims
    .flatMap((claim) => lastDay(claim, corpus) ?? [])
    .sort()
    .at(-1)
  if (asOf === undefined || newest === undefined || monthsBetween(newest, asOf) <= staleMonths) return
  const reason = `its newest support is of ${newest.slice(0, 7)}, ${monthsBetween(newest, asOf)} months before ${asOf.slice(0, 7)}`
  cap.at(cap.level === 'high' ? 'moderate' : 'low', reason)
}

function capByParents(cap: Cap, judgment: Judgment, held: ReadonlyMap<string, Confidence>): void {
  for (const id of judgment['rests-on']) {
    const level = id === judgment.id ? undefined : held.get(id)
    if (level) cap.at(level, `it rests on judgment ${id}, which is held with ${level} confidence`)
  }
}

const heldLevels = remembered((shared: readonly SharedRun[]) =>
  remembered((corpus: Corpus) => findHeldLevels(corpus, shared)),
)

/**
 * The confidence that each judgment gives to those that rest on it: what it claims, as far as its own claims and all
 * that it rests on carry it. Found from the lowest level up, so that judgments in a ring come out the same from any side.
 */
function findHeldLevels(corpus: Corpus, shared: readonly SharedRun[]): ReadonlyMap<string, Confidence> {
  const resting = grouped(
    [...corpus.judgments.values()].flatMap(({ id, 'rests-on': parents }) => parents.map((parent) => ({ id, parent }))),
    ({ parent }) => parent,
  )
  const levels = new Map<string, Confidence>()
  for (const judgment of corpus.judgments.values()) {
    const cap = new Cap()
    capByClaims(cap, judgment, corpus, shared)
    levels.set(judgment.id, judgment.deprecated ? 'low' : lower(judgment.confidence.level, cap.level))
  }
  for (const level of ['low', 'moderate'] as const) {
    const queue = [...levels].filter(([, it]) => it === level).map(([id]) => id)
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      for (const { id: child } of resting.get(id) ?? []) {
        if (rank(entryOf(levels, child)) <= rank(level)) continue
        levels.set(child, level)
        queue.push(child)
      }
    }
  }
  return levels
}

/** The end of the judgment's period, else the latest cut-off of the packs. */
function asOfDate(judgment: Judgment, corpus: Corpus): string | undefined {
  if (judgment.period !== undefined) return parseEdtf(judgment.period)?.max
  return [...corpus.packs.values()]
    .flatMap((pack) => parseEdtf(pack['cut-off'])?.max ?? [])
    .sort()
    .at(-1)
}

function lastDay(claim: Claim, corpus: Corpus): string | undefined {
  if (claim.date) return parseEdtf(claim.date.edtf)?.max
  const source = corpus.sources.get(claim.source)
  return source && madeWhen(source)?.max
}

function monthsBetween(from: string, to: string): number {
  const months = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  return months(to) - months(from)
}

function sayGroups(groups: Independence['groups']): string {
  return groups
    .map(({ claims }) => (claims.length === 1 ? itemAt(claims, 0) : `${claims[0]} and ${claims.length - 1} more`))
    .join('; ')
}

/** 0 for low, 2 for high. */
export function rank(level: Confidence): number {
  return confidenceLevels.indexOf(level)
}

function lower(a: Confidence, b: Confidence): Confidence {
  return rank(a) < rank(b) ? a : b
}
