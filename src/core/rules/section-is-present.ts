import { rule } from './rule.ts'

export const sectionIsPresent = rule({
  id: 'section-is-present',
  severity: 'error',
  summary:
    'Every section that the pack asks for has a template and prints something, unless the template stands whole in one `{{#if}}`.',
  norm: 'ICD 203',
  reason: 'A section that prints nothing has lost what it was to show.',
  standsAlone: true,
  fails: {
    'pack:arden': 'sections: [body, outlook]',
    outlook: '{{! to be written }}',
  },
  findings: ['templates/outlook.md.hbs: the section “outlook” prints nothing'],
  passes: {
    'pack:arden': 'sections: [body, outlook]',
    outlook: `
{{#if pack.outlook}}
# Outlook

{{says pack.outlook}}
{{/if}}
`,
  },
})
