import { rule } from './rule.ts'

export const headingIncrements = rule({
  id: 'heading-increments',
  severity: 'error',
  summary: 'Headings go down one level at a time.',
  norm: 'WCAG 2.2, 1.3.1; ISO 14289-1, 7.4.2',
  reason: 'The outline is how many readers, and all screen readers, find their way.',
  standsAlone: true,
  fails: {
    body: `
# The harbour of Arden

The harbour has been open again since March 2005 [@ortega-2005; @lind-2004]. “Likely” stands for 55–80%.

### Ships
`,
  },
  findings: ['templates/body.md.hbs: A heading of level 3 follows a heading of level 1'],
  passes: {
    body: `
# The harbour of Arden

The harbour has been open again since March 2005 [@ortega-2005; @lind-2004]. “Likely” stands for 55–80%.

## Ships
`,
  },
})
