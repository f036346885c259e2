import { entryOf, itemAt } from '../../../core/index.ts'
import { type Actor, type Claim, type Corpus, parseEdtf } from '../../../corpus/index.ts'
import { ownVoice } from '../../quotes.ts'
import { attribution } from '../attribution.ts'
import type { Mention } from '../names.ts'
import type { WritingRule } from '../rule.ts'

export const aliasIsEstablished: WritingRule = {
  id: 'alias-is-established',
  severity: 'error',
  summary: 'A disputed alias is not stated as identity, nor an alias used outside its time.',
  reason: 'That one body is another under a new name is a claim, and often a contested one.',
  scope: 'writing',
  fails: { 'pack:arden': "change: [{text: The Dockers' Front did not order the strike., claims: [league-denial]}]" },
  findings: ["pack:arden: that “Dockers' Front” is Sea League is disputed, and the sentence says it as a fact"],
  passes: {
    'pack:arden':
      "change: [{text: 'The Sea League, which some call the Dockers'' Front, denied that it had ordered the strike.', claims: [league-denial]}]",
  },
  check({ corpus, names, writings }, report) {
    for (const writing of writings) {
      const { role, text, claims } = writing
      if (role === 'remark') continue
      for (const mention of names.in(ownVoice(text))) {
        const alias = aliasOf(mention, corpus)
        if (!alias || (alias.status === 'established' && !alias.from && !alias.to)) continue
        const { name } = entryOf(corpus.actors, mention.actor)
        if (alias.status !== 'established' && !attribution.test(text)) {
          const notes = ['say who calls it so, or use the established name']
          report(writing, `that “${mention.form}” is ${name} is disputed, and the sentence says it as a fact`, {
            notes,
          })
        }
        const outside = outsideOf(
          alias,
          claims.flatMap((id) => corpus.claims.get(id) ?? []),
        )
        if (outside)
          report(writing, `“${mention.form}” is used of ${outside}, outside the time of that name`, {
            notes: [`its dates: ${alias.from ?? ''}/${alias.to ?? ''}`],
          })
      }
    }
  },
}

function aliasOf({ actor, form }: Mention, corpus: Corpus): Actor['names'][number] | undefined {
  return corpus.actors.get(actor)?.names.find((it) => it.form === form)
}

/** The date of the claims, when every one of them lies outside the alias's own dates. */
function outsideOf({ from, to }: Actor['names'][number], claims: readonly Claim[]): string | undefined {
  const dated = claims.flatMap(({ date }) => (date ? (parseEdtf(date.edtf) ?? []) : []))
  const first = parseEdtf(from ?? '')?.min
  const last = parseEdtf(to ?? '')?.max
  const isOutside =
    dated.length > 0 && dated.every((it) => (first && it.max && it.max < first) || (last && it.min && it.min > last))
  return isOutside ? itemAt(dated, 0).text : undefined
}
