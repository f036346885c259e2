import { exampleSection, harbourIsOpen, quay, rule } from './rule.ts'

export const imageHasAlt = rule({
  id: 'image-has-alt',
  severity: 'error',
  summary: 'Every image has a text that stands for it.',
  norm: 'WCAG 2.2, 1.1.1; ISO 14289-1, 7.3',
  reason: 'Who cannot see the image hears the text.',
  standsAlone: true,
  fails: {
    body: exampleSection(harbourIsOpen, '![](images/quay.svg)'),
    'images/quay.svg': quay,
  },
  findings: ['templates/body.md.hbs: The image “images/quay.svg” has no text that stands for it'],
  passes: {
    body: exampleSection(harbourIsOpen, '![Ships at the quay](images/quay.svg)'),
    'images/quay.svg': quay,
  },
})
