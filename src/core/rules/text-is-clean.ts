import { rule } from './rule.ts'

export const textIsClean = rule({
  id: 'text-is-clean',
  severity: 'error',
  summary: 'Texts have no control characters, lone surrogates or unbalanced bidirectional controls.',
  norm: 'Unicode UAX #9, UTS #39',
  reason: 'A character that nobody sees can turn a sentence round for those who read it aloud or search for it.',
  structural: true,
  fails: { 'judgment:harbour-stays-open': 'changes-if: "the quay \\u202Esinks"' },
  findings: ['corpus/judgments.yaml: the text has bidirectional controls that are not closed'],
  passes: { 'judgment:harbour-stays-open': 'changes-if: the quay sinks' },
})
