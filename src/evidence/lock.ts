import type { Passage } from '../corpus/claim.ts'
import { compare, type Log } from '../log.ts'
import type { Evidence, PassageCheck } from './examine.ts'
import { grouped } from './grouped.ts'
import { normalisation } from './normalise.ts'
import { printOf } from './print.ts'
import type { SharedRun } from './shared.ts'

/** A passage as it was last verified. */
export interface LockedPassage {
  readonly para: number
  readonly start: string
  readonly end: string
  /** See `print.ts`: enough to tell a change, too little to read. */
  readonly print: string
}

export interface LockedSource {
  /** The digest of the normalised text. */
  readonly text: string
  /** By the digest of the span. */
  readonly passages: Readonly<Record<string, LockedPassage>>
}

/** The last verification of every passage, committed as `corpus/evidence.lock.json`: what decides where texts are absent. */
export interface Lock {
  readonly normalisation: typeof normalisation
  readonly sources: Readonly<Record<string, LockedSource>>
  readonly shared: readonly SharedRun[]
}

export const lockFile = 'corpus/evidence.lock.json'

/** The lock in the text of its file; `undefined`, and reported, when it cannot be read. No file: no lock. */
export function readLock(text: string | undefined, log: Log): Lock | undefined {
  if (text === undefined) return undefined
  try {
    const data: unknown = JSON.parse(text)
    if (isLock(data)) return data
    log.report('lock-is-current', { file: lockFile }, 'the lock is not of the form that this version writes', {
      notes: ['with the texts at hand, `briefpack check --update-lock` writes it anew'],
    })
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    log.report('lock-is-current', { file: lockFile }, `the lock is not JSON: ${error.message}`)
  }
  return undefined
}

/**
 * The text of a new lock, or `undefined` when a passage is not verified, by its text now or by the old lock. What the
 * old lock knows of sources whose texts are absent is kept.
 */
export function writeLock(evidence: Evidence): string | undefined {
  if (!evidence.passages.every((check) => check.verified)) return undefined
  const sources: Record<string, LockedSource> = {}
  const bySource = grouped(evidence.passages, (check) => check.source)
  for (const key of [...bySource.keys()].sort(compare)) sources[key] = lockedSource(key, bySource.get(key)!, evidence)
  const shared = evidence.shared.map(({ text: _, ...run }) => run)
  return `${JSON.stringify({ normalisation, sources, shared } satisfies Lock, null, 2)}\n`
}

/** Whether the lock knows this very pin: a passage that was moved, re-cut or re-pinned since is not known. */
export function isLocked(lock: Lock | undefined, source: string, passage: Passage): boolean {
  const known = lockedPassage(lock, source, passage.sha256)
  return known?.para === passage.para && known.start === passage.start && known.end === passage.end
}

export function lockedPassage(lock: Lock | undefined, source: string, sha256: string): LockedPassage | undefined {
  const passages = lock && Object.hasOwn(lock.sources, source) ? lock.sources[source]!.passages : undefined
  return passages && Object.hasOwn(passages, sha256) ? passages[sha256] : undefined
}

function lockedSource(key: string, checks: readonly PassageCheck[], evidence: Evidence): LockedSource {
  const passages: Record<string, LockedPassage> = {}
  for (const { passage, anchor } of checks) {
    const print = anchor.span ? printOf(anchor.span.text) : lockedPassage(evidence.lock, key, passage.sha256)!.print
    passages[passage.sha256] = { para: passage.para, start: passage.start, end: passage.end, print }
  }
  const sorted = Object.fromEntries(
    Object.entries(passages).sort(([a, one], [b, two]) => one.para - two.para || compare(a, b)),
  )
  return { text: evidence.digests.get(key) ?? evidence.lock?.sources[key]?.text ?? '', passages: sorted }
}

function isLock(data: unknown): data is Lock {
  if (!isRecord(data) || data.normalisation !== normalisation || !isRecord(data.sources)) return false
  return Object.values(data.sources).every(isLockedSource) && Array.isArray(data.shared) && data.shared.every(isRun)
}

function isLockedSource(data: unknown): boolean {
  if (!isRecord(data) || typeof data.text !== 'string' || !isRecord(data.passages)) return false
  return Object.values(data.passages).every(
    (it) =>
      isRecord(it) &&
      typeof it.para === 'number' &&
      [it.start, it.end, it.print].every((field) => typeof field === 'string'),
  )
}

function isRun(data: unknown): boolean {
  if (!isRecord(data) || typeof data.words !== 'number') return false
  const { sources, paragraphs, claims } = data
  return (
    isPair(sources, (it) => typeof it === 'string') &&
    isPair(paragraphs, (it) => typeof it === 'number') &&
    isPair(claims, (it) => Array.isArray(it) && it.every((id) => typeof id === 'string'))
  )
}

function isPair(data: unknown, is: (item: unknown) => boolean): boolean {
  return Array.isArray(data) && data.length === 2 && data.every(is)
}

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data)
}
