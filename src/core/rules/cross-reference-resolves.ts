import { exampleSection, harbourIsOpen, rule } from './rule.ts'

export const crossReferenceResolves = rule({
  id: 'cross-reference-resolves',
  severity: 'error',
  summary: 'Every reference inside a document points at something that a template or a record gives.',
  reason: 'A reader who is sent somewhere must arrive.',
  fails: { body: exampleSection(`${harbourIsOpen}[^1]`) },
  findings: ['templates/body.md.hbs: No note is defined for “[^1]” in this section'],
  passes: { body: exampleSection(`${harbourIsOpen}[^1]`, '[^1]: On the scale of the pack.') },
})
