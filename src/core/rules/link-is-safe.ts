import { rule } from './rule.ts'

export const linkIsSafe = rule({
  id: 'link-is-safe',
  severity: 'error',
  summary: 'Links are http, https or mailto, or point inside the document.',
  reason: 'A pack is opened by people who trust it, from a file.',
  standsAlone: true,
  fails: {
    body: `
# The harbour of Arden

The harbour has been open again since March 2005 [@ortega-2005; @lind-2004]. “Likely” stands for 55–80%. See [this](javascript:alert).
`,
  },
  findings: ['templates/body.md.hbs: The link to “javascript:alert” is not http, https, mailto or “#id”'],
  passes: {
    body: `
# The harbour of Arden

The harbour has been open again since March 2005 [@ortega-2005; @lind-2004]. “Likely” stands for 55–80%. See [this](https://arden.example/).
`,
  },
})
