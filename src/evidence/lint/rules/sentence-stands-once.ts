import type { PackRule } from '../rule.ts'
import type { Sentence } from '../sentences.ts'

/** House value: shorter sentences recur by their nature. */
const fewestWords = 9

export const sentenceStandsOnce: PackRule = {
  id: 'sentence-stands-once',
  severity: 'warning',
  summary: 'No sentence of nine words or more stands twice in a pack.',
  reason:
    'What is printed twice is read twice and mended once. A pack says a thing in one place and refers to it from the others. Quotations may recur, and headings and cells of a table’s head. House value: nine words.',
  scope: 'pack',
  fails: {
    body: `
# The harbour of Arden

The harbour has been open to ships again since March 2005 [@ortega-2005]. “Likely” stands for 55–80%.

- The harbour has been open to ships again since March 2005 [@lind-2004].
`,
  },
  findings: [
    'section:body: this stands in section “body” before: “The harbour has been open to ships again since March 2005.”',
  ],
  passes: {
    body: `
# The harbour of Arden

The harbour has been open to ships again since March 2005 [@ortega-2005; @lind-2004]. “Likely” stands for 55–80%.
`,
  },
  check({ sentences }, report) {
    const seen = new Map<string, Sentence>()
    for (const sentence of sentences) {
      if (['heading', 'source-note'].includes(sentence.block) || isQuotation(sentence.text)) continue
      const key = sentence.text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}’']*/gu) ?? []
      if (key.length < fewestWords) continue
      const first = seen.get(key.join(' '))
      if (!first) seen.set(key.join(' '), sentence)
      else
        report(
          sentence,
          `this stands in section “${first.section}” before: “${sentence.text.replace(/\s+(?=[.,;:!?])/g, '')}”`,
          {
            notes: ['say it once, and refer to it from the other place'],
            subject: `section:${sentence.section}`,
          },
        )
    }
  },
}

const isQuotation = (text: string) => /^["“«„].*["”»“][.,;]?$/u.test(text)
