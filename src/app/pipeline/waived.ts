import { type Finding, type PlainFinding, plainFinding } from '../../core/index.ts'
import type { Waived } from '../../evidence/index.ts'

/** A finding that counts for no pack, because every pack that has it lets it pass: as data, which a cache can keep. */
export interface WaivedFinding {
  readonly finding: PlainFinding
  readonly waivers: readonly GivenWaiver[]
}

/** Who let a finding pass in which pack, why, and until when (EDTF). */
export interface GivenWaiver {
  readonly pack: string
  readonly by: string
  readonly why: string
  readonly until: string
}

/** What the packs waived, each finding once; without those that stand all the same, in another pack. */
export function waivedFindings(waived: readonly Waived[], standing: readonly Finding[]): readonly WaivedFinding[] {
  const counted = new Set(standing.map(identityOf))
  const found = new Map<string, { finding: PlainFinding; waivers: GivenWaiver[] }>()
  for (const { finding, waiver, pack } of waived) {
    const identity = identityOf(finding)
    if (counted.has(identity)) continue
    const known = found.get(identity) ?? { finding: plainFinding(finding), waivers: [] }
    known.waivers.push({ pack, by: waiver.by, why: waiver.why, until: waiver.until })
    found.set(identity, known)
  }
  return [...found.values()]
}

const identityOf = ({ file, line, column, ruleId, reason }: Finding) =>
  JSON.stringify([file, line, column, ruleId, reason])
