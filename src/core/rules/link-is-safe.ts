import { exampleSection, harbourIsOpen, rule } from './rule.ts'

export const linkIsSafe = rule({
  id: 'link-is-safe',
  severity: 'error',
  summary: 'Links are http, https or mailto, or point inside the document.',
  reason: 'A pack is opened by people who trust it, from a file.',
  standsAlone: true,
  fails: { body: exampleSection(`${harbourIsOpen} See [this](javascript:alert).`) },
  findings: ['templates/body.md.hbs: The link to “javascript:alert” is not http, https, mailto or “#id”'],
  passes: { body: exampleSection(`${harbourIsOpen} See [this](https://arden.example/).`) },
})
