import { exampleSection } from '../../../core/index.ts'
import type { PackRule } from '../rule.ts'
import type { Sentence } from '../sentences.ts'

/** House value: shorter sentences recur by their nature. */
const fewestWords = 9

export const sentenceStandsOnce: PackRule = {
  id: 'sentence-stands-once',
  severity: 'warning',
  summary: 'No sentence of nine words or more stands twice in a pack, but for one that names the judgment it repeats.',
  reason:
    'What is printed twice is read twice and mended once. A pack says a thing in one place and refers to it from the others. Quotations may recur, and headings and cells of a table’s head. House value: nine words.',
  scope: 'pack',
  fails: {
    body: exampleSection(
      'The harbour has been open to ships again since March 2005 [@ortega-2005]. “Likely” stands for 55–80%.',
      '- The harbour has been open to ships again since March 2005 [@lind-2004].',
    ),
  },
  findings: [
    'section:body: this stands in section “body” before: “The harbour has been open to ships again since March 2005.”',
  ],
  passes: {
    body: exampleSection(
      'The harbour has been open to ships again since March 2005 [@ortega-2005; @lind-2004]. “Likely” stands for 55–80%.',
      'The harbour stays open to ships of every size and flag ([](#judgment-harbour-stays-open)).',
      '- The harbour stays open to ships of every size and flag.',
    ),
    'pack:arden':
      'change: [{text: The harbour stays open to ships of every size and flag., judgment: harbour-stays-open}]',
  },
  check({ sentences, writings, corpus }, report) {
    // A sentence that says which judgment it repeats refers to it; a work is named wherever it is listed.
    const repeated = new Set(writings.flatMap(({ judgment, text }) => (judgment ? [keyOf(text)] : [])))
    const titles = [...corpus.sources.values()].flatMap(({ title }) => title ?? [])
    const isReference = ({ place, text }: Sentence) =>
      place.file.startsWith('corpus/sources/') && titles.some((it) => text.includes(it))
    const seen = new Map<string, Sentence>()
    for (const sentence of sentences) {
      if (['heading', 'source-note'].includes(sentence.block) || isQuotation(sentence.text)) continue
      const key = keyOf(sentence.text)
      if (key.split(' ').length < fewestWords || repeated.has(key)) continue
      const first = seen.get(key)
      if (!first) seen.set(key, sentence)
      else if (!isReference(sentence))
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

const keyOf = (text: string) => (text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}’']*/gu) ?? []).join(' ')
const isQuotation = (text: string) => /^["“«„].*["”»“][.,;]?$/u.test(text)
