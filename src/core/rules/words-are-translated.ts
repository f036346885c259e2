import { rule } from './rule.ts'

export const wordsAreTranslated = rule({
  id: 'words-are-translated',
  severity: 'warning',
  summary:
    'What `t` is given in a template, and every kind of the corpus’ own lists, has words in the pack’s language.',
  norm: 'WCAG 2.2, 3.1.2',
  reason: 'A reader of another language finds English in the middle of their own.',
  fails: {
    'pack:arden': `
language: fr
sections: [body, outlook]
`,
    outlook: '# {{t "What may yet come"}}',
  },
  findings: ['templates/outlook.md.hbs: “What may yet come” has no words in fr, and is printed in English'],
  passes: {
    'pack:arden': `
language: fr
sections: [body, outlook]
`,
    outlook: '# {{t "Open questions"}}',
  },
})
