import { rule } from './rule.ts'

export const pathIsInside = rule({
  id: 'path-is-inside',
  severity: 'error',
  summary: 'No file is read or written outside the project.',
  reason: 'A pack that reads outside its project prints what its author did not mean to send.',
  structural: true,
  fails: {
    body: `
# The harbour of Arden

The harbour has been open again since March 2005 [@ortega-2005; @lind-2004]. “Likely” stands for 55–80%.

![Ships at the quay](../quay.svg)
`,
  },
  findings: ['templates/body.md.hbs: “../quay.svg” lies outside the project'],
  passes: {
    body: `
# The harbour of Arden

The harbour has been open again since March 2005 [@ortega-2005; @lind-2004]. “Likely” stands for 55–80%.

![Ships at the quay](images/quay.svg)
`,
    'images/quay.svg': `
<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20"><path d="M0 15H40"/></svg>
`,
  },
})
