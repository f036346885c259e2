import type { Actor } from '../../corpus/actor.ts'
import type { Claim } from '../../corpus/claim.ts'
import type { Corpus } from '../../corpus/corpus.ts'
import { type Edtf, parseEdtf } from '../../corpus/edtf.ts'
import type { CorpusRule } from '../rule.ts'

/** A speaker's role in a claim is one that the register has for that day. A role with no dates of its own decides nothing. */
export const roleIsInDate: CorpusRule = {
  id: 'role-is-in-date',
  scope: 'corpus',
  check({ corpus }, report) {
    for (const claim of corpus.claims.values()) {
      const found = outOfDate(claim, corpus)
      if (!found) continue
      const { actor, role, when } = found
      const reason = `${actor.name} is “${claim.said!.role}” on ${when}, and the register has ${role.from ?? '..'}/${role.to ?? '..'}`
      report(corpus.place('claim', claim.id, ['said', 'role']), reason, { subject: `claim:${claim.id}` })
    }
  },
}

function outOfDate(
  claim: Claim,
  corpus: Corpus,
): { actor: Actor; role: Actor['roles'][number]; when: string } | undefined {
  const actor = claim.speaker === undefined ? undefined : corpus.actors.get(claim.speaker)
  const when = claim.said?.date ?? claim.date?.edtf
  const said = parseEdtf(when ?? '')
  const title = claim.said?.role?.toLowerCase()
  if (!actor || !said || title === undefined || claim.deprecated) return undefined
  const held = actor.roles.filter((role) => role.title.toLowerCase() === title)
  if (held.length === 0 || held.some((role) => isInDate(role, said))) return undefined
  return { actor, role: held[0]!, when: when! }
}

function isInDate({ from, to }: Actor['roles'][number], said: Edtf): boolean {
  const first = parseEdtf(from ?? '')?.min
  const last = parseEdtf(to ?? '')?.max
  return !(first && said.max && said.max < first) && !(last && said.min && said.min > last)
}
