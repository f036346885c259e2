import type { Part, PartGap } from '../../agree/parts.ts'
import { type CorpusRule, datum } from '../rule.ts'

export const claimAgrees: CorpusRule = {
  id: 'claim-agrees',
  severity: 'error',
  summary: 'What a claim says stands in the words that it is pinned to, or is declared with its reason.',
  norm: 'ICD 206; Chicago Manual of Style, on accuracy in paraphrase',
  reason: `Everything else rests on the step from a passage to the claim, so it is checked word by word, in English, Russian, Kazakh, French and German, and from one of them to another. These have their ground in the pinned words:

- numbers, with what is counted, their magnitude and their bounds: 38 bn is 38 миллиардов, 30-odd is not 30;
- dates, counted from the day of the source where the text leaves out the year or says “yesterday”;
- names, in any of the forms of the register, inflected, or in another alphabet; who speaks; a family name that two persons of the register share names neither of them;
- words in quotation marks;
- negations and limits (not, only, at least, up to, all, some), and how far a thing has come (said, alleged, possible, planned, decided, done).

In a language that has no tables only numbers, dates and names are compared, and a gist agrees that is one or more sentences of its passage, word for word; any other is not checked.

A gist may be in other words; it may not have next to nothing in common with its passage. (In another language that tells little: a gist is refused for it where the tables know four of its common words and the passage has none of them, and is not checked otherwise.) What our words add is declared in \`supported-by\`: another passage says it (\`context\`), a sum gives it (\`calculation\`), or we conclude it (\`inference\`). It is no judge of meaning: a gist can pass and be wrong.

A negation, a limit or a modality can only be told where the words around it are the passage’s own. A gist of which a quarter to three fifths are is not refused for one, nor is one for its speaker where nobody else in the passage says two of its words: it is counted as not checked, \`check\` says which word is in doubt, and \`--strict\` refuses it. (House values.) Pin closer words, write the gist nearer to the source, or declare the word.

Where a text is not at hand, the lock tells whether the claim agreed when it was last written, and whether anything in it has changed since; what it does not know is counted as not checked.`,
  scope: 'corpus',
  fails: {
    'claim:harbour-closed': 'gist: The harbour at Orsk was closed for all ships on 4 May 2004.',
    'claim:voss-on-closure': 'gist: Voss said that the closure would last beyond the summer.',
    'claim:dockers-sent-home': `
gist: 4,000 dockers were sent home.
value: {number: 400, unit: persons, measures: dockers-idle, approximate: false}
`,
  },
  findings: [
    'claim:harbour-closed: “4 May 2004” is no date of the passage',
    'claim:harbour-closed: “Orsk” is not in the passage',
    'claim:harbour-closed: “all” is not said in the passage',
    'claim:voss-on-closure: “not” is in the passage, and the claim leaves it out',
    'claim:dockers-sent-home: “4,000” is another number in the passage: “400”',
    'claim:dockers-sent-home: “approximate” is false, and the number is “about” in the passage',
  ],
  passes: {
    'claim:harbour-closed': `
gist: On 3 May 2004 the harbour of Arden, which employs about 400 dockers, was shut.
supported-by:
  - {for: '400', by: context, passage: {start: About 400 dockers, end: sent home.}, why: How many of them there are is told further down.}
`,
  },
  check({ corpus, evidence }, report) {
    for (const { claim, gaps, passage = '' } of evidence.agreements.values()) {
      const paragraphs = (evidence.byClaim.get(claim) ?? []).flatMap(({ anchor }) => anchor.span?.para ?? [])
      for (const gap of gaps) {
        report(datum(corpus, 'claim', claim, ...pathOf(gap)), `“${gap.words}” ${gap.reason}`, {
          notes: [
            `the passage, para. ${[...new Set(paragraphs)].join(', ')}: ${shorten(passage)}`,
            'pin the words that say it, mend the claim, or declare it in `supported-by` with its reason',
          ],
          actual: gap.words,
        })
      }
    }
  },
}

const paths: Readonly<Record<Part, readonly string[]>> = {
  gist: ['gist'],
  value: ['value', 'number'],
  date: ['date', 'edtf'],
  speaker: ['speaker'],
  quote: ['quote'],
}

function pathOf({ part, words }: PartGap): readonly string[] {
  return part === 'value' && words === 'approximate' ? ['value'] : paths[part]
}

function shorten(text: string): string {
  return text.length <= 300 ? text : `${text.slice(0, 200).trimEnd()} … ${text.slice(-80).trimStart()}`
}
