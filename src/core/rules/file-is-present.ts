import { exampleSection, harbourIsOpen, quay, rule } from './rule.ts'

export const fileIsPresent = rule({
  id: 'file-is-present',
  severity: 'error',
  summary: 'Every file that a pack or template names exists.',
  reason: 'What is named and missing stops the pack before anybody looks for it in vain.',
  structural: true,
  fails: { body: exampleSection(harbourIsOpen, '![Ships at the quay](images/quay.svg)') },
  findings: ['templates/body.md.hbs: There is no image “images/quay.svg”'],
  passes: {
    body: exampleSection(harbourIsOpen, '![Ships at the quay](images/quay.svg)'),
    'images/quay.svg': quay,
  },
})
