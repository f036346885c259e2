import { ownVoice, quotationsIn } from '../../evidence/quotes.ts'
import { datesIn } from '../dates.ts'
import type { WritingRule } from '../rule.ts'
import { termsIn } from '../scale-terms.ts'

const verb =
  /(?<!\p{L})(?:is|are|was|were|has|have|had|did|does|\p{Ll}{2,}(?:ed|es)|said|says|told|made|took|set up|began|became|gave|held|sent|went|grew|rose|fell|built|met|won|lost)(?!\p{L})/u

/** What is said of the texts themselves, above all that they are silent, has no passage to point at. */
const ofTheBase =
  /(?<!\p{L})(?:(?:no|none of the|nothing in the|the|these|those|any|each|all|both|two|three|four|five) (?:held )?(?:texts?|sources?|corpus|articles?|documents?|works?|claims?|passages?)(?: held)?|nothing held|newsletter of the text|this (?:pack|section|annex|report|chronology)|the (?:next|previous) section|(?:nothing|little) is known|(?:is|are|remains?) (?:open|unknown|not known))(?!\p{L})/iu

/** A sentence with a date, a number, a quotation or a registered name and a verb rests on a claim or repeats a judgment. */
export const sentenceIsCited: WritingRule = {
  id: 'sentence-is-cited',
  severity: 'warning',
  summary:
    'A sentence with a date, a counted number, a quotation, or a registered name and a verb is cited or repeats a judgment.',
  norm: 'ICD 206',
  reason:
    'A date, a counted number, a quotation or a registered name with a verb is something that somebody must have said.',
  scope: 'writing',
  fails: {
    'pack:arden': `
change: [{text: The harbour closed in May 2004.}]
`,
  },
  findings: ['pack:arden: nothing is cited for the date “May 2004”'],
  passes: {
    'pack:arden': `
change: [{text: The harbour closed in May 2004., claims: [harbour-closed]}, {text: No source held tells of 2003.}]
`,
  },
  check(input, report) {
    const { names, writings } = input
    for (const writing of writings) {
      const { role, text, claims, judgment, subject } = writing
      if (role !== 'statement' || claims.length > 0 || judgment || ofTheBase.test(text)) continue
      const what = factIn(text)
      if (what === undefined && (names.in(ownVoice(text)).length === 0 || !verb.test(text))) continue
      report(writing, `nothing is cited for ${what ?? `what is said of “${names.in(ownVoice(text))[0]!.form}”`}`, {
        subject,
      })
    }
  },
}

/** A number that somebody counted: of four figures or more, or of hundredths. “Two rings of states” is no more than words. */
const count = /(?<![\p{L}\p{N}.-])(?:\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?!\p{L})|\d+(?:\.\d+)?(?:%| per cent| percent))/u

function factIn(text: string): string | undefined {
  const own = ownVoice(text)
  const date = datesIn(own)[0]
  if (date) return `the date “${date.text}”`
  // The range of a term of the scale is ours.
  const number = termsIn(text).length === 0 ? count.exec(own)?.[0] : undefined
  if (number !== undefined) return `the number “${number}”`
  const speech = quotationsIn(text).find(({ words }) => words.split(/\s+/).length >= 4)
  return speech && `the quotation “${speech.words}”`
}
