import { rule } from './rule.ts'

export const idIsUnique = rule({
  id: 'id-is-unique',
  severity: 'error',
  summary: 'An id names one record of its kind.',
  reason: 'Two records of one name are one too many for every reference to it.',
  structural: true,
  fails: { 'corpus/actors/more.yaml': '- {id: voss, kind: person, name: Peter Voss}' },
  findings: ['actor:voss: the actor “voss” exists already'],
  passes: { 'corpus/actors/more.yaml': '- {id: peter-voss, kind: person, name: Peter Voss}' },
})
