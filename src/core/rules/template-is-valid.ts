import { harbourIsOpen, rule } from './rule.ts'

export const templateIsValid = rule({
  id: 'template-is-valid',
  severity: 'error',
  summary: 'Every template parses, and uses the helpers and partials that exist.',
  reason: 'A template that cannot be read prints nothing, or the wrong thing.',
  standsAlone: true,
  fails: { body: `# {{#if pack.title}}The harbour of Arden\n\n${harbourIsOpen}` },
  findings: ['templates/body.md.hbs: “{{#if}}” is never closed'],
  passes: { body: `# {{#if pack.title}}The harbour of Arden{{/if}}\n\n${harbourIsOpen}` },
})
