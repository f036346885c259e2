import { exampleSection, Log } from '../../../core/index.ts'
import { type Chosen, chosenBy } from '../../select.ts'
import type { PackRule } from '../rule.ts'

/** What English calls the records that a pack counts as a whole, and how many of them there are. */
const counted: readonly (readonly [noun: RegExp, count: (chosen: Chosen) => readonly Counted[]])[] = [
  [/^(?:text|source)s$/, ({ sources }) => [...sources.values()].filter(({ held }) => held)],
  [/^(?:key judgment|key finding|finding)s$/, ({ judgments }) => [...judgments.values()].filter(({ key }) => key)],
  [/^claims$/, ({ claims }) => [...claims.values()]],
  [/^judgments$/, ({ judgments }) => [...judgments.values()]],
  [/^measures$/, ({ measures }) => [...measures.values()]],
  [/^events$/, ({ events }) => [...events.values()]],
  [/^threats$/, ({ threats }) => [...threats.values()]],
  [/^disagreements$/, ({ disagreements }) => [...disagreements.values()]],
  [/^open questions$/, ({ questions }) => [...questions.values()]],
]
type Counted = { readonly deprecated?: unknown }

const words =
  'three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  )
const number = `(\\d+|${words.join('|')})`
const nouns = '((?:key |open )?[a-z]+s)'
/** “These five texts”, “one of the five texts”, and not “the five texts of 2004”. Two is left out: “the two” are those just named. */
const whole = new RegExp(
  `\\b(?:these|all|our|(?:one|two|three|four|none|any|some|most|each|all) of (?:the|these|our)) ${number} ${nouns}\\b(?! (?:of|that|which|who|from|in|by|with|on)\\b)`,
  'giu',
)

export const countsAgree: PackRule = {
  id: 'counts-agree',
  severity: 'warning',
  summary: 'A number of all sources, claims, judgments and the like is that of the records that the pack prints.',
  norm: 'ICD 203, standard 6',
  reason:
    'A pack that says “these five texts” on one page and counts six in a table is trusted in neither. A number in words stays behind when a source is added. English wordings alone are read, from three up.',
  scope: 'pack',
  fails: { body: exampleSection('None of the four texts says how long the harbour stayed open.') },
  findings: ['section:body: “None of the four texts”: there are 2'],
  passes: {
    body: exampleSection(
      'Neither text says how long the harbour stayed open. One of the four texts of 2004 that it names is lost.',
    ),
  },
  check({ corpus, pack, sentences }, report) {
    // With a record that could not be read the counts are not known.
    if (!/^en\b/.test(pack.language) || corpus.faulty.size > 0) return
    const chosen = chosenBy(pack, corpus, new Log())
    for (const sentence of sentences) {
      for (const [phrase, written, noun] of sentence.text.replace(/[“"][^“”"]*[”"]/gu, '').matchAll(whole)) {
        const count = counted.find(([name]) => name.test(noun!.toLowerCase()))?.[1]
        if (!count) continue
        const at = words.indexOf(written!.toLowerCase())
        const told = at < 0 ? Number(written) : at + 3
        const found = count(chosen).filter(({ deprecated }) => !deprecated).length
        if (told < 3 || told === found) continue
        report(sentence, `“${phrase}”: there are ${found}`, {
          notes: ['mend the number, or say which of them are meant'],
          subject: `section:${sentence.section}`,
        })
      }
    }
  },
}
