import { exampleSection } from '../../../core/index.ts'
import type { PackRule } from '../rule.ts'
import type { Sentence } from '../sentences.ts'

/** House value: shorter sentences recur by their nature. */
const fewestWords = 9

export const sentenceStandsOnce: PackRule = {
  id: 'sentence-stands-once',
  severity: 'warning',
  summary:
    'No sentence of nine words or more stands twice in a pack, but for one that names the judgment it repeats. Cells of tables are no sentences.',
  reason:
    'What is printed twice is read twice and mended once. A pack says a thing in one place and refers to it from the others. Quotations may recur, headings, and what two records of sources say each for itself. House value: nine words.',
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
    const isOfSource = ({ place }: Sentence) => place.file.startsWith('corpus/sources/')
    const isReference = (it: Sentence) => isOfSource(it) && titles.some((title) => it.text.includes(title))
    // A note of a claim cannot refer to that of another; one field that is printed twice can be.
    const areApart = (one: Sentence, other: Sentence) =>
      isOfSource(one) && isOfSource(other) && placeOf(one) !== placeOf(other)
    const seen = new Map<string, Sentence>()
    const again = new Map<string, { first: Sentence; sentence: Sentence; others: Sentence[] }>()
    for (const sentence of sentences) {
      if (['heading', 'cell', 'source-note'].includes(sentence.block) || isQuotation(sentence.text)) continue
      const key = keyOf(sentence.text)
      if (key.split(' ').length < fewestWords || repeated.has(key)) continue
      const first = seen.get(key)
      if (!first) seen.set(key, sentence)
      else if (!isReference(sentence) && !areApart(first, sentence)) {
        const known = again.get(`${key}\n${sentence.section}`)
        if (known) known.others.push(sentence)
        else again.set(`${key}\n${sentence.section}`, { first, sentence, others: [] })
      }
    }
    for (const { first, sentence, others } of again.values()) {
      const places = [...new Set(others.map(placeOf))]
      const more = places.length > most ? [`${places.length - most} places more`] : []
      report(
        sentence,
        `this stands in section “${first.section}” before: “${sentence.text.replace(/\s+(?=[.,;:!?])/g, '')}”`,
        {
          notes: [
            ...(places.length > 0 ? [`and again at ${[...places.slice(0, most), ...more].join(', ')}`] : []),
            'say it once, and refer to it from the other place',
          ],
          subject: `section:${sentence.section}`,
        },
      )
    }
  },
}

/** How many places of a sentence are named. */
const most = 5
const placeOf = ({ place }: Sentence) => `${place.file}:${place.start?.line ?? 1}`
const keyOf = (text: string) => (text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}’']*/gu) ?? []).join(' ')
const isQuotation = (text: string) => /^["“«„].*["”»“][.,;]?$/u.test(text)
