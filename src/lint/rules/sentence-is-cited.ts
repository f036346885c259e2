import { datesIn } from '../dates.ts'
import { ownVoice, quotationsIn } from '../quotes.ts'
import type { WritingRule } from '../rule.ts'

const verb =
  /(?<!\p{L})(?:is|are|was|were|has|have|had|did|does|\p{Ll}{2,}(?:ed|es)|said|says|told|made|took|set up|began|became|gave|held|sent|went|grew|rose|fell|built|met|won|lost)(?!\p{L})/u

/** What is said of the texts themselves, above all that they are silent, has no passage to point at. */
const ofTheBase =
  /(?<!\p{L})(?:(?:no|none of the|nothing in the|the|these|those|any|each|all|both|two|three|four|five) (?:held )?(?:texts?|sources?|corpus|articles?|documents?|works?|claims?|passages?)(?: held)?|nothing held|newsletter of the text)(?!\p{L})/iu

/** A sentence with a date, a number, a quotation or a registered name and a verb rests on a claim or repeats a judgment. */
export const sentenceIsCited: WritingRule = {
  id: 'sentence-is-cited',
  scope: 'writing',
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

function factIn(text: string): string | undefined {
  const own = ownVoice(text)
  const date = datesIn(own)[0]
  if (date) return `the date “${date.text}”`
  const speech = quotationsIn(text).find(({ words }) => words.split(/\s+/).length >= 4)
  return speech && `the quotation “${speech.words}”`
}
