import { sha256 } from '../../core/index.ts'
import { type Claim, type Corpus, madeWhen, type Source } from '../../corpus/index.ts'
import type { Evidence } from '../examine.ts'
import type { Certainty } from './language.ts'
import { gapsOf, type PartGap } from './parts.ts'
import { type Reading, read } from './reading.ts'
import { registerOf } from './register.ts'
import { type Declared, declare } from './support.ts'

/** A change of what agrees with what is a new name: what the lock knows by the old one is looked at again. */
const comparison = 'b23'

/**
 * `agreed`: every part has its ground in the pinned words; `declared`: what has none is declared with its reason;
 * `disagreed`: something has none; `unchecked`: there was no text, no table for its language, or too few words in common to tell.
 */
type Verdict = 'agreed' | 'declared' | 'disagreed' | 'unchecked'

export interface ClaimAgreement {
  readonly claim: string
  readonly verdict: Verdict
  /** Tells whether anything has changed that the verdict rests on. */
  readonly digest: string
  /** The verdict is the lock’s, which knows the claim as it is written. */
  readonly byLock: boolean
  /** What has no ground and is not declared. */
  readonly gaps: readonly PartGap[]
  /** What may have none, and is not declared: too few words are the passage’s own to tell. */
  readonly unsure?: readonly PartGap[]
  readonly declarations: readonly Declared[]
  /** The pinned words, where the text is at hand. */
  readonly passage?: string
}

/** Of the last thousand: a process that stays reads again what was changed alone. */
const readings = new Map<string, Reading>()

function reading(text: string, language: string, certainty?: Certainty): Reading {
  const key = `${language} ${certainty}\n${text}`
  const known = readings.get(key) ?? read(text, language, certainty)
  readings.set(key, known)
  if (readings.size > 1000) readings.delete(readings.keys().next().value!)
  return known
}

/** What became of each claim that is neither deprecated nor unfinished. */
export function agreementsOf(
  corpus: Corpus,
  evidence: Pick<Evidence, 'byClaim' | 'passages' | 'lock' | 'texts'>,
): ReadonlyMap<string, ClaimAgreement> {
  const register = registerOf(corpus)
  const supporting = new Map<string, Evidence['passages'][number][]>()
  for (const it of evidence.passages) {
    if (it.claim !== undefined && it.support !== undefined)
      supporting.set(it.claim, [...(supporting.get(it.claim) ?? []), it])
  }
  const found = new Map<string, ClaimAgreement>()
  for (const claim of corpus.claims.values()) {
    const source = corpus.sources.get(claim.source)
    if (claim.deprecated || claim.unfinished !== undefined || !source) continue
    const checks = evidence.byClaim.get(claim.id) ?? []
    const others = supporting.get(claim.id) ?? []
    const locked = evidence.lock?.agreed?.[claim.id]
    const all = [...checks, ...others]
    const digest = agreementDigest(claim, source, all)
    const own = { claim: claim.id, digest }
    if (locked?.slice(2) === digest && all.every(({ verified }) => verified)) {
      const verdict = locked.startsWith('a') ? 'agreed' : 'declared'
      found.set(claim.id, { ...own, verdict, byLock: true, gaps: [], declarations: [] })
      continue
    }
    const texts = checks.flatMap(({ anchor, verified }) => (verified && anchor.span ? [anchor.span.text] : []))
    if (texts.length === 0 || texts.length < checks.length) {
      found.set(claim.id, { ...own, verdict: 'unchecked', byLock: false, gaps: [], declarations: [] })
      continue
    }
    const passage = texts.join('\n')
    const grounds = register.groundsOf(source, claim, evidence.texts.get(source.id))
    const gist = reading(claim.gist, source.language, 'likely')
    const pinned = reading(passage, source.language)
    const { gaps, isPartial } = gapsOf(claim, gist, pinned, grounds, corpus)
    const contexts = new Map(
      others.flatMap((it) => (it.verified && it.anchor.span ? [[it.support!, it.anchor.span.text] as const] : [])),
    )
    const declarations = claim['supported-by'].map((support, at) => {
      const other = contexts.get(at)
      const withOther = () => (other === undefined ? pinned : reading(`${passage}\n${other}`, source.language))
      const all = [...contexts.values()].map((text) => reading(text, source.language))
      return declare(support, gaps, () => gapsOf(claim, gist, withOther(), grounds, corpus).gaps, gist, [
        pinned,
        ...all,
      ])
    })
    const declared = new Set(declarations.flatMap((it) => it.gaps))
    const open = gaps.filter((gap) => !declared.has(gap))
    const [left, unsure] = [open.filter((it) => !it.isUnsure), open.filter((it) => it.isUnsure)]
    const isTold = unsure.length === 0 && (declared.size > 0 || !isPartial)
    const verdict = left.length > 0 ? 'disagreed' : !isTold ? 'unchecked' : declared.size > 0 ? 'declared' : 'agreed'
    found.set(claim.id, { ...own, verdict, byLock: false, gaps: left, unsure, declarations, passage })
  }
  return found
}

/** Of the parts of a claim, its pins, and its source’s record. */
function agreementDigest(
  claim: Claim,
  source: Source,
  passages: readonly { readonly digest: string | undefined }[],
): string {
  const { gist, voice, speaker, said, date, value, quote } = claim
  const parts = [
    gist,
    voice,
    speaker,
    said,
    date,
    value,
    quote,
    claim['quote-translation'],
    claim['supported-by'],
    passages.map(({ digest }) => digest),
  ]
  const ofSource = [
    source.issued ?? madeWhen(source)?.text,
    source.language,
    source.author,
    source['container-title'],
    source.publisher,
  ]
  return sha256(JSON.stringify([comparison, parts, ofSource])).slice(0, 16)
}

/** How many claims came to each verdict, and how many of those by the lock. */
export type AgreementCounts = Readonly<Record<Verdict | 'byLock', number>>

export function countAgreements(agreements: ReadonlyMap<string, ClaimAgreement>): AgreementCounts {
  const counts = { agreed: 0, declared: 0, disagreed: 0, unchecked: 0, byLock: 0 }
  for (const { verdict, byLock } of agreements.values()) {
    counts[verdict]++
    if (byLock) counts.byLock++
  }
  return counts
}
