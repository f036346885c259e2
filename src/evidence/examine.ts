import { entryOf, grouped, type Log, type Place } from '../core/index.ts'
import type { Corpus, Lock, Passage, Source } from '../corpus/index.ts'
import { agreementsOf, type ClaimAgreement } from './agree/claims.ts'
import { type Anchor, anchor, digestOf } from './anchor.ts'
import { isLocked, lockedDigest } from './lock.ts'
import { paragraphsOf, wordsOf } from './normalise.ts'
import { textDigest } from './pin.ts'
import { reportMissingText, reportPassage } from './report.ts'
import { wordsIn } from './segments.ts'
import { bareWordsOf, type PinnedWords, type Row, type SharedRun, sharedRuns } from './shared.ts'

/** One passage of the corpus, and what became of it. */
export interface PassageCheck {
  readonly source: string
  /** The claim that it pins; absent for a passage of a source's defect. */
  readonly claim?: string
  /** It is no ground of the claim itself, but of the declaration at this place of its `supported-by`. */
  readonly support?: number
  /** Where its record is: a path in the claim, or in the source. */
  readonly path: readonly (string | number)[]
  readonly passage: Passage
  /** The digest of its words: its own, the lock’s, or that of where it stands once; none where nothing tells. */
  readonly digest: string | undefined
  readonly anchor: Anchor
  /** Found unchanged in its text, or, where the text is absent, as the lock knows it. */
  readonly verified: boolean
}

/** What the texts, or in their absence the lock, say of the corpus. */
export interface Evidence {
  /** The paragraphs of every text at hand, by source. */
  readonly texts: ReadonlyMap<string, readonly string[]>
  /** The digest of each of those texts under the normalisation that its record names. */
  readonly digests: ReadonlyMap<string, string>
  /** Every passage, in the order of the corpus. */
  readonly passages: readonly PassageCheck[]
  /** The passages of each claim. */
  readonly byClaim: ReadonlyMap<string, readonly PassageCheck[]>
  /** Runs of eight words and more that two texts share. */
  readonly shared: readonly SharedRun[]
  readonly lock?: Lock | undefined
  /** What became of each claim beside its passage; made when it is first asked for. */
  readonly agreements: ReadonlyMap<string, ClaimAgreement>
}

/**
 * Looks every passage up in its text and reports those that cannot be relied on. `texts` are the texts at hand as
 * read from `texts/<key>.txt`; a source without one is decided by the lock.
 */
export function examine(
  corpus: Corpus,
  texts: ReadonlyMap<string, string>,
  lock: Lock | undefined,
  log: Log,
): Evidence {
  const paragraphs = new Map([...texts].map(([key, text]) => [key, paragraphsOf(text)]))
  const digests = new Map(
    [...paragraphs].map(([key, lines]) => [key, textDigest(lines, corpus.sources.get(key)?.text?.normalisation)]),
  )
  const passages = passagesOf(corpus).map((pinned): PassageCheck => {
    const known = lockedDigest(lock, pinned.source, pinned.passage)
    const found = anchor(pinned.passage, paragraphs.get(pinned.source), known)
    const digest = known ?? (found.span && digestOf(found.span))
    const verified = isVerified(found, isLocked(lock, pinned.source, pinned.passage))
    return { ...pinned, digest, anchor: found, verified }
  })
  const shared = [...sharedRuns(rowsOf(corpus, paragraphs, passages)), ...sharedWithAbsent(lock, corpus, paragraphs)]
  let agreements: Evidence['agreements'] | undefined
  const evidence: Evidence = {
    texts: paragraphs,
    digests,
    passages,
    byClaim: grouped(passages, (check) => (check.support === undefined ? check.claim : undefined)),
    shared,
    lock,
    get agreements() {
      agreements ??= agreementsOf(corpus, evidence)
      return agreements
    },
  }
  reportTexts(corpus, evidence, log)
  // A text that was never there is one fault, however much is pinned to it.
  const waiting = grouped(passages, ({ source, anchor: { outcome } }) =>
    outcome === 'unverified' && !lock?.sources[source] ? source : undefined,
  )
  for (const [source, own] of waiting) if (own.length > 1) reportMissingText(source, own, corpus, log)
  for (const check of passages)
    if ((waiting.get(check.source)?.length ?? 0) < 2) reportPassage(check, corpus, evidence, log)
  return evidence
}

/** What the words of a claim’s passages are told by, in their order; nothing for one that is nowhere. */
export function digestsOf(claim: string, { byClaim }: Pick<Evidence, 'byClaim'>): readonly string[] {
  return (byClaim.get(claim) ?? []).map(({ digest }) => digest ?? '')
}

/** How many passages came to each outcome, and how many of the unverified ones the lock vouches for. */
export type OutcomeCounts = Readonly<Record<Anchor['outcome'] | 'byLock', number>>

/** Counts what became of every passage of the corpus. */
export function countOutcomes({ passages }: Pick<Evidence, 'passages'>): OutcomeCounts {
  const counts = { ok: 0, moved: 0, drifted: 0, ambiguous: 0, lost: 0, unverified: 0, byLock: 0 }
  for (const { anchor: found, verified } of passages) {
    counts[found.outcome]++
    if (found.outcome === 'unverified' && verified) counts.byLock++
  }
  return counts
}

function isVerified({ outcome }: Anchor, locked: boolean): boolean {
  return outcome === 'ok' || outcome === 'moved' || (outcome === 'unverified' && locked)
}

type Pinned = Omit<PassageCheck, 'digest' | 'anchor' | 'verified'>

function passagesOf(corpus: Corpus): readonly Pinned[] {
  const found: Pinned[] = []
  for (const source of corpus.sources.values()) {
    for (const claim of source.claims) {
      if (corpus.claims.get(claim.id)?.source !== source.id) continue
      for (const [index, passage] of claim.passages.entries()) {
        found.push({ source: source.id, claim: claim.id, path: ['passages', index], passage })
      }
      for (const [index, { passage }] of claim['supported-by'].entries()) {
        const path = ['supported-by', index, 'passage']
        if (passage) found.push({ source: source.id, claim: claim.id, support: index, path, passage })
      }
    }
    for (const [at, defect] of source.defects.entries()) {
      for (const [index, passage] of defect.passages.entries()) {
        found.push({ source: source.id, path: ['defects', at, 'passages', index], passage })
      }
    }
  }
  return found
}

function rowsOf(
  corpus: Corpus,
  texts: ReadonlyMap<string, readonly string[]>,
  passages: readonly PassageCheck[],
): readonly Row[] {
  const bySource = grouped(passages, (check) => check.source)
  return [...texts]
    .filter(([source]) => corpus.sources.has(source))
    .map(([source, paragraphs]) => rowOf(source, paragraphs, bySource.get(source) ?? []))
}

function rowOf(source: string, paragraphs: readonly string[], passages: readonly PassageCheck[]): Row {
  const words: string[] = []
  const numbers: number[] = []
  const pinned: PinnedWords[] = []
  for (const [index, paragraph] of paragraphs.entries()) {
    const here = bareWordsOf(paragraph)
    for (const { claim, anchor: found } of passages) {
      if (claim === undefined || found.span?.para !== index + 1) continue
      const from = words.length + here.filter(({ at }) => at < found.span!.from).length
      pinned.push({ claim, from, to: from + bareWordsOf(found.span.text).length })
    }
    for (const { word } of here) {
      words.push(word)
      numbers.push(index + 1)
    }
  }
  return { source, words, paragraphs: numbers, pinned }
}

/** Runs that only the lock knows of, because one of the two texts is absent. */
function sharedWithAbsent(
  lock: Lock | undefined,
  corpus: Corpus,
  texts: ReadonlyMap<string, readonly string[]>,
): readonly SharedRun[] {
  return (lock?.shared ?? []).filter(
    ({ sources }) => sources.every((key) => corpus.sources.has(key)) && !sources.every((key) => texts.has(key)),
  )
}

/** The register of sources prints how long a text is. */
function reportCounts(
  source: Source,
  text: NonNullable<Source['text']>,
  evidence: Evidence,
  place: (field: string) => Place,
  log: Log,
): void {
  const lines = entryOf(evidence.texts, source.id)
  const subject = `source:${source.id}`
  const words = wordsIn(lines.join('\n')).length
  // Records from before words were told apart in scripts without spaces count what stands between spaces.
  if (text.words !== words && text.words !== wordsOf(lines.join('\n')).length) {
    log.report('text-matches', place('words'), `the text has ${words} words, not ${text.words}`, {
      notes: [`write words: ${words}`],
      subject,
    })
  }
  if (text.paragraphs === lines.length) return
  const own = evidence.passages.filter((it) => it.source === source.id)
  const moved = own.filter(({ anchor: { outcome } }) => outcome === 'moved').length
  const which = moved === 0 ? '' : `; ${moved} of ${own.length} passages moved with them`
  const reason = `the same words are cut into ${lines.length} paragraphs now, not ${text.paragraphs}${which}`
  log.report('paragraphs-are-counted', place('paragraphs'), reason, {
    notes: ['`briefpack check --fix --update-lock` writes the new numbers, and the lock'],
    actual: String(text.paragraphs),
    expected: [String(lines.length)],
    subject,
  })
}

const areFound = (id: string, { passages }: Evidence) =>
  passages.every(({ source, verified }) => source !== id || verified)

function reportTexts(corpus: Corpus, evidence: Evidence, log: Log): void {
  for (const source of corpus.sources.values()) {
    const { text } = source
    const found = evidence.digests.get(source.id) ?? evidence.lock?.sources[source.id]?.text
    const atHand = evidence.texts.has(source.id)
    const placeIn = (field: string) => corpus.place('source', source.id, ['text', field])
    if (text && atHand && found === text.sha256) reportCounts(source, text, evidence, placeIn, log)
    if (!text || found === undefined || found === text.sha256) continue
    const place = placeIn('sha256')
    if (atHand) {
      const words = wordsIn(entryOf(evidence.texts, source.id).join('\n')).length
      log.report('text-matches', place, `the text has changed: ${words} words, digest ${found.slice(0, 12)}…`, {
        notes: [
          ...(words === text.words && areFound(source.id, evidence)
            ? [
                'it has as many words as before, and every passage is found: perhaps only its lines or paragraphs are others',
              ]
            : [`it was pinned at ${text.words} words; each passage is checked by itself`]),
          `if the new text is right, pin it: sha256: ${found}`,
        ],
        actual: text.sha256,
        expected: [found],
        subject: `source:${source.id}`,
      })
    } else {
      log.report('lock-is-current', place, 'the digest of the text has changed since it was last verified', {
        notes: ['the text is not at hand; `briefpack check --update-lock` where it is'],
        subject: `source:${source.id}`,
      })
    }
  }
}
