import { rule } from './rule.ts'

export const commentIsApart = rule({
  id: 'comment-is-apart',
  severity: 'warning',
  summary: 'No comment stands behind a text that has no quotation marks.',
  norm: 'YAML 1.2.2',
  reason:
    'YAML ends a text without quotes at a space and “#”, and what follows is not printed: whether it was meant as a comment or as words, nobody can see. Looked at are texts; behind names of records, dates, numbers and words of a list a comment is clear.',
  fails: {
    'corpus/questions.yaml': `
- id: when
  text: When did Strike # 3 end?
`,
  },
  findings: ['corpus/questions.yaml: “# 3 end?” is read as a comment, and is not part of the text'],
  passes: {
    'corpus/questions.yaml': `
- id: when
  text: "When did Strike # 3 end?"
`,
  },
})
