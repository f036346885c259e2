import { itemAt } from '../../../core/index.ts'
import { type Actor, type Claim, type Corpus, type Edtf, parseEdtf } from '../../../corpus/index.ts'
import { type CorpusRule, datum } from '../rule.ts'

/** A speaker's role in a claim is one that the register has for that day. A role with no dates of its own decides nothing. */
export const roleIsInDate: CorpusRule = {
  id: 'role-is-in-date',
  severity: 'error',
  summary: 'A role is given to its holder inside its dates.',
  reason: 'A minister of 2005 was not yet one in 2002.',
  scope: 'corpus',
  fails: {
    'actor:voss': 'roles: [{title: director, of: port-authority, from: "2005", to: "2006", claims: [voss-on-closure]}]',
  },
  findings: ['claim:voss-on-closure: Mara Voss is “director” on 2004-05-04, and the register has 2005/2006'],
  passes: {
    'actor:voss': 'roles: [{title: director, of: port-authority, from: "2004", to: "2006", claims: [voss-on-closure]}]',
  },
  check({ corpus }, report) {
    const found = [...corpus.claims.values()].flatMap((claim) => {
      const fault = outOfDate(claim, corpus)
      return fault ? [{ ...fault, claim }] : []
    })
    // One date in the register can be wrong for all claims of a day.
    const told = new Set<(typeof found)[number]>()
    for (const one of found) {
      if (told.has(one)) continue
      const { claim, actor, role, when } = one
      const alike = found.filter((it) => it.role === role && it.when === when)
      for (const it of alike) told.add(it)
      const others = alike.filter((it) => it !== one)
      const reason = `${actor.name} is “${claim.said!.role}” on ${when}, and the register has ${role.from ?? '..'}/${role.to ?? '..'}`
      const { file, start } = corpus.place('actor', actor.id, ['roles', actor.roles.indexOf(role)])
      report(datum(corpus, 'claim', claim.id, 'said', 'role'), reason, {
        notes: [
          `the register has it at ${file}:${start?.line ?? 1}: one of the two is wrong`,
          ...(others.length === 0 ? [] : [`so it is with ${others.map((it) => it.claim.id).join(', ')}`]),
        ],
      })
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
  const title = claim.said?.role
  if (!actor || !said || title === undefined || claim.deprecated) return undefined
  const held = actor.roles.filter((role) => {
    const body = role.of === undefined ? undefined : corpus.actors.get(role.of)
    return postOf(role.title, body) === postOf(title, body)
  })
  if (held.length === 0 || held.some((role) => isInDate(role, said))) return undefined
  return { actor, role: itemAt(held, 0), when: when! }
}

/** The post without the body that it is of, which is written in many ways: “Chairman of the KNB” is “chairman”. */
function postOf(title: string, body: Actor | undefined): string {
  const forms = body ? [body.name, body.acronym, ...body.names.map(({ form }) => form)] : []
  const bare = forms
    .flatMap((form) => form ?? [])
    .sort((a, b) => b.length - a.length)
    .reduce((text, form) => text.replaceAll(form.toLowerCase(), ' '), title.toLowerCase())
  return bare
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => !['', 'of', 'the', 'at', 'for', 's'].includes(word))
    .join(' ')
}

function isInDate({ from, to }: Actor['roles'][number], said: Edtf): boolean {
  const first = parseEdtf(from ?? '')?.min
  const last = parseEdtf(to ?? '')?.max
  return !(first && said.max && said.max < first) && !(last && said.min && said.min > last)
}
