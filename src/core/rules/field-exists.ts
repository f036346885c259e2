import { harbourIsOpen, rule } from './rule.ts'

export const fieldExists = rule({
  id: 'field-exists',
  severity: 'error',
  summary: 'Every field that a template prints exists in the data.',
  reason: 'A misspelt field would print as an empty place that no reader sees.',
  standsAlone: true,
  fails: { body: `# {{pack.titel}}\n\n${harbourIsOpen}` },
  findings: ['templates/body.md.hbs: “titel” is not a field of pack “arden”'],
  passes: { body: `# {{pack.title}}\n\n${harbourIsOpen}` },
})
