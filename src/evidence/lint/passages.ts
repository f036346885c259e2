import type { Evidence } from '../examine.ts'
import { clearWords } from '../fingerprint.ts'
import { lockedPassage } from '../lock.ts'

/** The words of a claim's passages; of a text that is not at hand, what the lock keeps: its numbers and names. */
export function passagesOf(claim: string, { byClaim, lock }: Evidence): readonly string[] {
  return (byClaim.get(claim) ?? []).map(
    ({ anchor, source, digest }) => anchor.span?.text ?? clearWords(lockedPassage(lock, source, digest)?.print ?? ''),
  )
}
