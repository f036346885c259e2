import { compare, entryOf, fieldOf, grouped, isOneOf, itemAt, type Log, must, sha256 } from '../core/index.ts'
import { type Lock, lockSchema, normalisations, type Passage } from '../corpus/index.ts'
import type { Evidence, PassageCheck } from './examine.ts'
import { clearWords, fingerprintOf } from './fingerprint.ts'
import { normalisation } from './normalise.ts'

type LockedSource = Lock['sources'][string]
type LockedPassage = LockedSource['passages'][string]
type LockedPin = Pick<LockedPassage, 'para' | 'start' | 'end'>
type Untold = NonNullable<Lock['untold']>[string]

/** Words that are quoted from a source. */
export interface QuotedFrom {
  readonly words: string
  readonly source: string
}

export const lockFile = 'corpus/evidence.lock.json'

const howToMend = 'with the texts at hand, `briefpack check --update-lock` writes it anew'

/** The lock in the text of its file; `undefined`, and reported, when it cannot be read. No file: no lock. */
export function readLock(text: string | undefined, log: Log): Lock | undefined {
  if (text === undefined) return undefined
  try {
    const data: unknown = JSON.parse(text)
    const { success, data: lock } = lockSchema.safeParse(data)
    if (success) return lock
    const form = fieldOf(data, 'normalisation')
    const reason =
      typeof form === 'string' && !isOneOf<string>(normalisations, form)
        ? `the lock is of normalisation ${form}, and this version reads ${normalisations.join(' and ')}`
        : 'the lock is not of the form that this version writes'
    log.report('lock-is-current', { file: lockFile }, reason, {
      notes: [howToMend],
    })
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    log.report('lock-is-current', { file: lockFile }, 'the lock is not JSON: it was edited by hand, or merged', {
      notes: [howToMend],
    })
  }
  return undefined
}

/**
 * The text of a new lock, or `undefined` when a passage is not where its record says it is, by its text now or by the
 * old lock. What the old lock knows of sources whose texts are absent is kept. `quoted` are the quotations that were found.
 */
export function writeLock(evidence: Evidence, quoted: readonly QuotedFrom[]): string | undefined {
  if (!evidence.passages.every(({ verified, anchor }) => verified && anchor.outcome !== 'moved')) return undefined
  const sources: Record<string, LockedSource> = {}
  const bySource = grouped(evidence.passages, (check) => check.source)
  for (const key of [...bySource.keys()].sort(compare))
    sources[key] = lockedSource(key, entryOf(bySource, key), evidence)
  const shared = evidence.shared.map(({ text: _, claims: [one, two], ...run }) => {
    return { ...run, claims: [[...one].sort(compare), [...two].sort(compare)] as const }
  })
  const agreed = Object.fromEntries(agreedClaims(evidence))
  const untold = Object.fromEntries([...untoldOf(evidence)].sort(([a], [b]) => compare(a, b)))
  const lock: Lock = { normalisation, sources, shared, agreed, untold, quoted: quotedIn(quoted) }
  return `${JSON.stringify(lock, null, 2)}\n`
}

/** The claims that cannot be told although their passages are found, or could not where their texts were at hand. */
export function untoldOf({ agreements, lock }: Evidence): ReadonlyMap<string, Untold> {
  return new Map(
    [...agreements.values()].flatMap(({ claim, verdict, digest, unsure, passage }) => {
      if (verdict !== 'unchecked') return []
      const words = unsure?.[0]?.words
      if (passage !== undefined) return [[claim, { digest, ...(words !== undefined && { words }) }] as const]
      const known = lock?.untold?.[claim]
      return known?.digest === digest ? [[claim, known] as const] : []
    }),
  )
}

function quotedIn(quoted: readonly QuotedFrom[]): NonNullable<Lock['quoted']> {
  const bySource = [...grouped(quoted, ({ source }) => source)].sort(([a], [b]) => compare(a, b))
  return Object.fromEntries(
    bySource.map(([source, own]) => [source, [...new Set(own.map(({ words }) => quotedDigest(words)))].sort(compare)]),
  )
}

const quotedDigest = (words: string) => sha256(words).slice(0, 16)

/** Whether a quotation was found where its text was at hand. */
export function isQuoted(lock: Lock | undefined, { words, source }: QuotedFrom): boolean {
  const own = lock?.quoted && Object.hasOwn(lock.quoted, source) ? lock.quoted[source] : []
  return own?.includes(quotedDigest(words)) ?? false
}

/** A claim with a declaration that nothing needs is not among them: it is to be told of each time. */
function agreedClaims({ agreements }: Evidence): readonly (readonly [string, string])[] {
  return [...agreements.values()]
    .filter(({ verdict }) => verdict === 'agreed' || verdict === 'declared')
    .filter(({ declarations }) => declarations.every(({ gaps, fault }) => gaps.length > 0 && fault === undefined))
    .sort((a, b) => compare(a.claim, b.claim))
    .map(({ claim, verdict, digest }) => [claim, `${verdict[0]}:${digest}`])
}

/** Whether the lock knows this very pin: a passage that was moved, re-cut or re-pinned since is not known. */
export function isLocked(lock: Lock | undefined, source: string, passage: Passage): boolean {
  const known = lockedPassage(lock, source, lockedDigest(lock, source, passage))
  return known !== undefined && pinsIn(known).some((pin) => comparePins(pin, passage) === 0)
}

/** The digest of a passage: its own, or, where it has none, that which its words had when they were last verified. */
export function lockedDigest(lock: Lock | undefined, source: string, passage: Passage): string | undefined {
  if (passage.sha256 !== undefined) return passage.sha256
  const own = lock && Object.hasOwn(lock.sources, source) ? Object.entries(lock.sources[source]?.passages ?? {}) : []
  const same = own.flatMap(([digest, it]) =>
    pinsIn(it).flatMap((pin) => (pin.start === passage.start && pin.end === passage.end ? [{ digest, pin }] : [])),
  )
  return (same.find(({ pin }) => pin.para === passage.para) ?? same[0])?.digest
}

const pinsIn = (known: LockedPassage): readonly LockedPin[] => [known, ...(known.also ?? [])]

export function lockedPassage(
  lock: Lock | undefined,
  source: string,
  sha256: string | undefined,
): LockedPassage | undefined {
  const passages = lock && Object.hasOwn(lock.sources, source) ? lock.sources[source]?.passages : undefined
  return passages && sha256 !== undefined && Object.hasOwn(passages, sha256) ? passages[sha256] : undefined
}

/** The words of a claim's passages; of a text that is not at hand, what the lock keeps: its numbers and names. */
export function passagesOf(claim: string, { byClaim, lock }: Evidence): readonly string[] {
  return (byClaim.get(claim) ?? []).map(
    ({ anchor, source, digest }) => anchor.span?.text ?? clearWords(lockedPassage(lock, source, digest)?.print ?? ''),
  )
}

function lockedSource(key: string, checks: readonly PassageCheck[], evidence: Evidence): LockedSource {
  const passages = [...grouped(checks, ({ digest }) => digest)].map(([sha256, same]) => {
    const [first, ...others] = pinsOf(same)
    const { span } = itemAt(same, 0).anchor
    const print = span ? fingerprintOf(span.text) : must(lockedPassage(evidence.lock, key, sha256)).print
    return [sha256, { ...must(first), ...(others.length > 0 && { also: others }), print }] as const
  })
  const sorted = passages.sort(([a, one], [b, two]) => one.para - two.para || compare(a, b))
  const text = evidence.digests.get(key) ?? evidence.lock?.sources[key]?.text ?? ''
  return { text, passages: Object.fromEntries(sorted) }
}

/** The pins of the same words, each once, in an order that does not depend on that of the claims. */
function pinsOf(checks: readonly PassageCheck[]): readonly LockedPin[] {
  const pins = checks.map(({ passage: { para, start, end } }) => ({ para, start, end })).sort(comparePins)
  return pins.filter((pin, index) => index === 0 || comparePins(pin, itemAt(pins, index - 1)) !== 0)
}

function comparePins(a: LockedPin, b: LockedPin): number {
  return a.para - b.para || compare(a.start, b.start) || compare(a.end, b.end)
}
