import { exampleSection, harbourIsOpen, rule } from './rule.ts'

export const headingIncrements = rule({
  id: 'heading-increments',
  severity: 'error',
  summary: 'Headings go down one level at a time.',
  norm: 'WCAG 2.2, 1.3.1; ISO 14289-1, 7.4.2',
  reason: 'The outline is how many readers, and all screen readers, find their way.',
  standsAlone: true,
  fails: { body: exampleSection(harbourIsOpen, '### Ships') },
  findings: ['templates/body.md.hbs: A heading of level 3 follows a heading of level 1'],
  passes: { body: exampleSection(harbourIsOpen, '## Ships') },
})
