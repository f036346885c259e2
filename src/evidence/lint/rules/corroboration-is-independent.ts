import { itemAt } from '../../../core/index.ts'
import { linksBetween } from '../../independence.ts'
import { describeReason } from '../../reasons.ts'
import { type CorpusRule, datum, standing } from '../rule.ts'

export const corroborationIsIndependent: CorpusRule = {
  id: 'corroboration-is-independent',
  severity: 'error',
  summary: 'A claim corroborates only one of another origin.',
  norm: 'AJP-2.1',
  reason: 'Inside one group a second report repeats the first.',
  scope: 'corpus',
  fails: { 'claim:dockers-sent-home': 'relations: [{corroborates: harbour-closed}]' },
  findings: ['claim:dockers-sent-home: the claim and harbour-closed have one origin: both are by Anna Lind'],
  passes: { 'claim:dockers-sent-home': 'relations: [{repeats: harbour-closed}]' },
  check({ corpus, evidence }, report) {
    for (const claim of standing(corpus.claims)) {
      for (const [index, { corroborates }] of claim.relations.entries()) {
        if (corroborates === undefined) continue
        const links = linksBetween(claim.id, corroborates, corpus, evidence.shared)
        if (links.length === 0) continue
        const place = datum(corpus, 'claim', claim.id, 'relations', index, 'corroborates')
        const link = links.find(({ kind }) => kind === 'author') ?? itemAt(links, 0)
        const both = link.kind === 'author' ? `both are by ${link.name}` : describeReason(link)
        report(place, `the claim and ${corroborates} have one origin: ${both}`, { notes: ['write `repeats`'] })
      }
    }
  },
}
