import { rule } from './rule.ts'

export const markdownIsSupported = rule({
  id: 'markdown-is-supported',
  severity: 'error',
  summary: 'Only Markdown that every writer can render is used.',
  norm: 'CommonMark 0.31.2, GFM',
  reason: 'What one of the writers could not print is refused in all.',
  standsAlone: true,
  fails: {
    body: `
# The harbour of Arden

The harbour has been open again since March 2005 [@ortega-2005; @lind-2004]. “Likely” stands for 55–80%.

<hr>
`,
  },
  findings: ['templates/body.md.hbs: HTML is not supported: “<hr>”'],
  passes: {
    body: `
# The harbour of Arden

The harbour has been open again since March 2005 [@ortega-2005; @lind-2004]. “Likely” stands for 55–80%.

---
`,
  },
})
