import { rule } from './rule.ts'

export const paragraphsAreCounted = rule({
  id: 'paragraphs-are-counted',
  severity: 'warning',
  summary: 'A source gives as many paragraphs as its text is cut into, where the words are the same.',
  reason:
    'Copies of a text differ in where its lines end. Passages are found by their words, whatever the lines; the numbers that readers are sent to are those of the copy at hand.',
  fix: 'whole',
  fails: {
    'source:ortega-2005':
      'text: {sha256: e11712ac82bd0230b3c02e1504793b098ce816f881771668377df97fb1fc7240, words: 29, paragraphs: 4, normalisation: n2}',
  },
  findings: ['source:ortega-2005: the same words are cut into 2 paragraphs now, not 4'],
  passes: {
    'source:ortega-2005':
      'text: {sha256: e11712ac82bd0230b3c02e1504793b098ce816f881771668377df97fb1fc7240, words: 29, paragraphs: 2, normalisation: n2}',
  },
})
