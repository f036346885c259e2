import { rule } from './rule.ts'

export const fieldsAreInOrder = rule({
  id: 'fields-are-in-order',
  severity: 'warning',
  summary: 'The fields of a record stand in the order of its schema.',
  reason:
    'Who reads the tenth record looks for a field where it stood in the other nine, and a comparison of two versions shows what changed and not what was moved. A file is told of once. `briefpack check --fix` moves the fields, as they are written and with their comments: those on the lines above a field, behind its value, and below it when they are indented deeper; a comment on top of a file stays there. Fields with names of your own, as in `basis` and `rules`, keep their order. A team with an order of its own writes `rules: {fields-are-in-order: off}` in its packs.',
  standsAlone: true,
  fails: {
    'corpus/questions.yaml': `
- text: Who gave the order to shut the harbour?
  id: who-shut-it
  # The minutes of the board would tell.
  closes-if: the minutes are published
  why: It shows who decides in Arden.
  candidates: [{answer: the port authority}, {answer: the ministry}]
`,
  },
  findings: ['corpus/questions.yaml: “id” stands after “text”, and belongs before it'],
  passes: {
    'corpus/questions.yaml': `
- id: who-shut-it
  text: Who gave the order to shut the harbour?
  why: It shows who decides in Arden.
  candidates: [{answer: the port authority}, {answer: the ministry}]
  # The minutes of the board would tell.
  closes-if: the minutes are published
`,
  },
})
