import { rule } from './rule.ts'

export const imageHasAlt = rule({
  id: 'image-has-alt',
  severity: 'error',
  summary: 'Every image has a text that stands for it.',
  norm: 'WCAG 2.2, 1.1.1; ISO 14289-1, 7.3',
  reason: 'Who cannot see the image hears the text.',
  standsAlone: true,
  fails: {
    body: `
# The harbour of Arden

The harbour has been open again since March 2005 [@ortega-2005; @lind-2004]. “Likely” stands for 55–80%.

![](images/quay.svg)
`,
    'images/quay.svg': `
<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20"><path d="M0 15H40"/></svg>
`,
  },
  findings: ['templates/body.md.hbs: The image “images/quay.svg” has no text that stands for it'],
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
