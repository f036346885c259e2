import { rule } from './rule.ts'

export const pagesAreMirrored = rule({
  id: 'pages-are-mirrored',
  severity: 'warning',
  summary: 'A pack whose language runs from right to left makes no PDF.',
  norm: 'Unicode Standard Annex #9',
  reason:
    'In the PDF words run from right to left; lists, tables and page furniture stay as in other languages. HTML and Word mirror them.',
  fails: {
    'pack:arden': `
language: ar
`,
  },
  findings: [
    'pack:arden: the PDF of a pack in “ar” does not mirror lists, tables and page furniture, and has no bold or italic Arabic or Hebrew among its own fonts',
  ],
  passes: {
    'pack:arden': `
language: ar
formats: [html, docx]
`,
  },
})
