import { rule } from './rule.ts'

export const titleIsPlain = rule({
  id: 'title-is-plain',
  severity: 'warning',
  summary: 'What describes a work is text without tags.',
  norm: 'CSL 1.0.2',
  reason:
    'A title is printed in citations, registers, figures and lists; its style says what is italic. Tags that programs write into CSL-JSON are left out. Numbers in `<sub>` and `<sup>` become the characters of Unicode that look so, and are no finding.',
  fails: { 'source:lind-2004': 'title: The <i>Arden</i> strike' },
  findings: ['source:lind-2004: “<i>” in the title is left out: a title is text'],
  passes: { 'source:lind-2004': 'title: CO<sub>2</sub> over Arden' },
})
