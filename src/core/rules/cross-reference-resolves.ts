import { rule } from './rule.ts'

export const crossReferenceResolves = rule({
  id: 'cross-reference-resolves',
  severity: 'error',
  summary: 'Every reference inside a document points at something that a template or a record gives.',
  reason: 'A reader who is sent somewhere must arrive.',
  fails: {
    body: `
# The harbour of Arden

The harbour has been open again since March 2005 [@ortega-2005; @lind-2004]. “Likely” stands for 55–80%.[^1]
`,
  },
  findings: ['templates/body.md.hbs: No note is defined for “[^1]” in this section'],
  passes: {
    body: `
# The harbour of Arden

The harbour has been open again since March 2005 [@ortega-2005; @lind-2004]. “Likely” stands for 55–80%.[^1]

[^1]: On the scale of the pack.
`,
  },
})
