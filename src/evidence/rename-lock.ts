import { compare, itemAt, ofBoth } from '../core/index.ts'
import type { Lock, RecordName } from '../corpus/index.ts'
import type { ClaimAgreement } from './agree/claims.ts'
import { partsOf } from './graph.ts'

/**
 * The text of a lock in which a record has a new id. What was verified stays so: a claim whose digest the lock knew gets
 * the one that it has `after`, as when its speaker has the new name.
 */
export function renamedLock(
  lock: Lock,
  name: RecordName,
  to: string,
  before: ReadonlyMap<string, ClaimAgreement>,
  after: ReadonlyMap<string, ClaimAgreement>,
): string {
  const { kind, id } = partsOf(name)
  const named = (of: 'source' | 'claim') => (it: string) => (of === kind && it === id ? to : it)
  const [source, claim] = [named('source'), named('claim')]
  const byKey = <T>(entries: readonly (readonly [string, T])[]) =>
    Object.fromEntries([...entries].sort(([one], [other]) => compare(one, other)))
  const agreed = Object.entries(lock.agreed ?? {}).map(([key, value]) => {
    const [verdict = '', digest] = value.split(':')
    const now = before.get(key)?.digest === digest ? after.get(claim(key))?.digest : undefined
    return [claim(key), now === undefined ? value : `${verdict}:${now}`] as const
  })
  const shared = lock.shared.map((run) => {
    const both = ofBoth([0, 1], (at) => ({
      source: source(itemAt(run.sources, at)),
      paragraph: itemAt(run.paragraphs, at),
      claims: itemAt(run.claims, at).map(claim).sort(compare),
    }))
    const [one, two] = compare(both[0].source, both[1].source) > 0 ? [both[1], both[0]] : both
    return {
      ...run,
      sources: [one.source, two.source],
      paragraphs: [one.paragraph, two.paragraph],
      claims: [one.claims, two.claims],
    }
  })
  const untold = Object.entries(lock.untold ?? {}).map(([key, it]) => {
    const now = before.get(key)?.digest === it.digest ? after.get(claim(key))?.digest : undefined
    return [claim(key), { ...it, digest: now ?? it.digest }] as const
  })
  const quoted = Object.entries(lock.quoted ?? {}).map(([key, it]) => [source(key), it] as const)
  const sources = byKey(Object.entries(lock.sources).map(([key, it]) => [source(key), it] as const))
  return `${JSON.stringify({ ...lock, sources, shared, ...(lock.agreed && { agreed: byKey(agreed) }), ...(lock.untold && { untold: byKey(untold) }), ...(lock.quoted && { quoted: byKey(quoted) }) }, null, 2)}\n`
}
