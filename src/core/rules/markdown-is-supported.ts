import { exampleSection, harbourIsOpen, rule } from './rule.ts'

export const markdownIsSupported = rule({
  id: 'markdown-is-supported',
  severity: 'error',
  summary: 'Only Markdown that every writer can render is used.',
  norm: 'CommonMark 0.31.2, GFM',
  reason: 'What one of the writers could not print is refused in all.',
  standsAlone: true,
  fails: { body: exampleSection(harbourIsOpen, '<hr>') },
  findings: ['templates/body.md.hbs: HTML is not supported: “<hr>”'],
  passes: { body: exampleSection(harbourIsOpen, '---') },
})
