import { rule } from './rule.ts'

export const lettersHaveStyles = rule({
  id: 'letters-have-styles',
  severity: 'warning',
  summary: 'The fonts of a PDF have bold and italic letters of the pack’s script.',
  norm: 'CSS Fonts Module Level 4, 5.2 (font style matching)',
  reason:
    'Bold and italic words of the text and bold headings are set like the words around them where no font has such letters, as for Arabic, Hebrew, Georgian and Armenian among those that ship with briefpack. HTML and Word take the reader’s fonts.',
  fails: { 'pack:arden': 'language: ar' },
  findings: ['pack:arden: in the PDF bold and italic words in “ar” look like the others'],
  passes: {
    'pack:arden': `
language: ar
formats: [html, docx]
`,
  },
})
