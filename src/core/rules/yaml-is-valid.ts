import { rule } from './rule.ts'

export const yamlIsValid = rule({
  id: 'yaml-is-valid',
  severity: 'error',
  summary: 'Every corpus file is valid YAML 1.2, without aliases.',
  norm: 'YAML 1.2.2',
  reason: 'What cannot be parsed is not guessed at.',
  structural: true,
  fails: {
    'corpus/questions.yaml': `
- id: when
  text: [unclosed
`,
  },
  findings: ['corpus/questions.yaml: “[” is never closed'],
  passes: { 'corpus/questions.yaml': '[]' },
})
