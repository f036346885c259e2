import { exampleSection, harbourIsOpen, quay, rule } from './rule.ts'

export const pathIsInside = rule({
  id: 'path-is-inside',
  severity: 'error',
  summary: 'No file is read or written outside the project.',
  reason: 'A pack that reads outside its project prints what its author did not mean to send.',
  structural: true,
  fails: { body: exampleSection(harbourIsOpen, '![Ships at the quay](../quay.svg)') },
  findings: ['templates/body.md.hbs: “../quay.svg” lies outside the project'],
  passes: {
    body: exampleSection(harbourIsOpen, '![Ships at the quay](images/quay.svg)'),
    'images/quay.svg': quay,
  },
})
