import { itemAt } from '../../../core/index.ts'
import { read } from '../../agree/reading.ts'
import { ownVoice, quotationsIn } from '../../quotes.ts'
import { datesIn } from '../dates.ts'
import { isSpeech } from '../quoted-writings.ts'
import type { WritingRule } from '../rule.ts'
import { termsIn } from '../scale-terms.ts'

const verb =
  /(?<!\p{L})(?:is|are|was|were|has|have|had|did|does|\p{Ll}{2,}(?:ed|es)|said|says|told|made|took|set up|began|became|gave|held|sent|went|grew|rose|fell|built|met|won|lost)(?!\p{L})/u

/** What is said of the texts themselves, above all that they are silent, has no passage to point at. */
const ofTheBase =
  /(?<!\p{L})(?:(?:no|none of the|nothing in the|the|these|those|any|each|all|both|two|three|four|five) (?:held )?(?:texts?|sources?|corpus|articles?|documents?|works?|claims?|passages?)(?: held)?|nothing held|newsletter of the text|this (?:pack|section|annex|report|chronology)|the (?:next|previous) section|(?:nothing|little) is known|(?:is|are|remains?) (?:open|unknown|not known))(?!\p{L})/iu

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
    'pack:arden':
      'change: [{text: The harbour closed in May 2004.}, {text: The new quay costs 99 million crowns.}, {text: The yard has ninety-nine cranes.}]',
  },
  findings: [
    'pack:arden: nothing is cited for the date “May 2004”',
    'pack:arden: nothing is cited for the number “99 million”',
    'pack:arden: nothing is cited for the number “ninety-nine”',
  ],
  passes: {
    'pack:arden':
      'change: [{text: The harbour closed in May 2004., claims: [harbour-closed]}, {text: No source held tells of 2003.}]',
  },
  check(input, report) {
    const { names, writings } = input
    for (const writing of writings) {
      const { role, text, claims, judgment } = writing
      if (role !== 'statement' || claims.length > 0 || judgment || ofTheBase.test(text)) continue
      const what = factIn(text)
      if (what === undefined && (names.in(ownVoice(text)).length === 0 || !verb.test(text))) continue
      report(writing, `nothing is cited for ${what ?? `what is said of “${itemAt(names.in(ownVoice(text)), 0).form}”`}`)
    }
  },
}

/** House value: smaller numbers of things are no more than words, as in “two rings of 12 posts”. */
const fewestCounted = 20

/** A number that somebody counted, in figures or words: with a unit, a share, or of many. */
function countIn(text: string): string | undefined {
  const { quantities, tokens } = read(text)
  const counted = quantities.find(
    ({ value, unit, share, ordinal, isOne, from }) =>
      !(ordinal || isOne || isLabel(text, itemAt(tokens, from).at)) &&
      (unit !== undefined || share !== undefined || value >= fewestCounted),
  )
  if (!counted) return undefined
  const words = text.slice(itemAt(tokens, counted.from).at, itemAt(tokens, counted.to - 1).to)
  return words + (/^(?:%| per ?cent)/.exec(text.slice(itemAt(tokens, counted.to - 1).to))?.[0] ?? '')
}

/** A number that names: no. 12, page 40, G20, 19+1; or that is part of a file’s name: `.md`, in French a milliard. */
const isLabel = (text: string, at: number) =>
  /(?:[\p{L}.+/§¶#-]|(?<!\p{L})(?:no|nos|vol|p|pp|page|pages|para|paras|figure|table|section|article|chapter|annex|version|№)\.?\s+)$/iu.test(
    text.slice(0, at),
  )

function factIn(text: string): string | undefined {
  const own = ownVoice(text)
  const date = datesIn(own)[0]
  if (date) return `the date “${date.text}”`
  // The range of a term of the scale is ours.
  const number = termsIn(text).length === 0 ? countIn(own) : undefined
  if (number !== undefined) return `the number “${number}”`
  const speech = quotationsIn(text).find(({ words }) => isSpeech(words))
  return speech && `the quotation “${speech.words}”`
}
