import { rule } from './rule.ts'

export const fileIsPresent = rule({
  id: 'file-is-present',
  severity: 'error',
  summary: 'Every file that a pack or template names exists.',
  reason: 'What is named and missing stops the pack before anybody looks for it in vain.',
  structural: true,
  fails: {
    body: `
# The harbour of Arden

The harbour has been open again since March 2005 [@ortega-2005; @lind-2004]. “Likely” stands for 55–80%.

![Ships at the quay](images/quay.svg)
`,
  },
  findings: ['templates/body.md.hbs: There is no image “images/quay.svg”'],
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
