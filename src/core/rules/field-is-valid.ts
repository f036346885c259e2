import { rule } from './rule.ts'

export const fieldIsValid = rule({
  id: 'field-is-valid',
  severity: 'error',
  summary: 'Every field has the form that its record kind asks for.',
  reason: 'A record of the wrong form cannot be printed or checked.',
  structural: true,
  fails: {
    'actor:league-office': `
kind: civil society
name: The League's office
`,
  },
  findings: [
    'actor:league-office: “kind” is “civil society”, which is not a slug of lower-case letters, digits and single hyphens',
  ],
  passes: {
    'actor:league-office': `
kind: civil-society
name: The League's office
`,
  },
})
