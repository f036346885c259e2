import { exampleSection, harbourIsOpen, quay, rule } from './rule.ts'

export const imageIsSafe = rule({
  id: 'image-is-safe',
  severity: 'error',
  summary: 'Images are PNG, JPEG or SVG from inside the project, within the limits on bytes and pixels.',
  reason:
    'An image is bytes from somewhere: it is of a kind that every writer can carry, and of a size that a reader can open.',
  standsAlone: true,
  fails: {
    body: exampleSection(harbourIsOpen, '![Ships at the quay](images/quay.png)'),
    'images/quay.png': 'not an image',
  },
  findings: ['templates/body.md.hbs: The image “images/quay.png” is not a PNG, JPEG or SVG'],
  passes: {
    body: exampleSection(harbourIsOpen, '![Ships at the quay](images/quay.svg)'),
    'images/quay.svg': quay,
  },
})
