import { rule } from './rule.ts'

export const levelIsAllowed = rule({
  id: 'level-is-allowed',
  severity: 'error',
  summary: 'A pack sets the levels of rules that exist, and lowers no error.',
  reason: 'A pack that could switch an error off would.',
  waivable: false,
  standsAlone: true,
  fails: { 'pack:arden': 'rules: {passage-matches: off, sourse-is-used: off}' },
  findings: [
    'corpus/packs/arden.yaml: “passage-matches” is an error, and cannot be set to “off”',
    'corpus/packs/arden.yaml: there is no rule “sourse-is-used”',
  ],
  passes: { 'pack:arden': 'rules: {source-is-used: error, citation-supports: off}' },
})
