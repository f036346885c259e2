import { rule } from './rule.ts'

export const imageIsSafe = rule({
  id: 'image-is-safe',
  severity: 'error',
  summary: 'Images are PNG, JPEG or SVG from inside the project, within the limits on bytes and pixels.',
  reason:
    'An image is bytes from somewhere: it is of a kind that every writer can carry, and of a size that a reader can open.',
  standsAlone: true,
  fails: {
    body: `
# The harbour of Arden

The harbour has been open again since March 2005 [@ortega-2005; @lind-2004]. “Likely” stands for 55–80%.

![Ships at the quay](images/quay.png)
`,
    'images/quay.png': `
not an image
`,
  },
  findings: ['templates/body.md.hbs: The image “images/quay.png” is not a PNG, JPEG or SVG'],
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
