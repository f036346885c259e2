import type { Evidence } from '../evidence/examine.ts'
import { clearWords } from '../evidence/fingerprint.ts'
import { lockedPassage } from '../evidence/lock.ts'

/** The words of a claim's passages; of a text that is not at hand, what the lock keeps: its numbers and names. */
export function passagesOf(claim: string, { byClaim, lock }: Evidence): readonly string[] {
  return (byClaim.get(claim) ?? []).map(
    ({ anchor, source, digest }) => anchor.span?.text ?? clearWords(lockedPassage(lock, source, digest)?.print ?? ''),
  )
}
