import { type CorpusRule, datum, standing } from '../rule.ts'
import { leaning } from '../scale-terms.ts'

const silence =
  /(?<!\p{L})(?:silence|silent|(?:no|none of the) \p{L}+(?: \p{L}+)? (?:is|are|was|were) (?:told|reported|mentioned|named|known)|absence of (?:\p{L}+ )?(?:cases|reports|records))(?!\p{L})/iu

export const likelihoodHasGround: CorpusRule = {
  id: 'likelihood-has-ground',
  severity: 'warning',
  summary: 'A likelihood of the past does not rest on silence alone.',
  norm: 'ICD 203, standards 1 and 2; Kent, “Words of Estimative Probability” (1964)',
  reason:
    'Sources that do not mention an attack show neither that there was one nor that there was none. A judgment of the past that calls an event unlikely has a claim that speaks against it; otherwise its `standing` is `cannot-be-judged`.',
  scope: 'corpus',
  fails: {
    'judgment:harbour-stays-open': `
text: In 2004 it was {term} that the harbour would be blocked.
likelihood: unlikely
horizon: past
event: {text: The harbour is blocked., signs: [harbour-closed]}
for: [harbour-reopened]
against: [harbour-closed]
confidence: {because: {rigour: It rests on silence in two texts.}}
`,
  },
  findings: [
    'judgment:harbour-stays-open: a likelihood of the past rests on silence: “It rests on silence in two texts.”',
  ],
  passes: {
    'judgment:harbour-stays-open': `
text: Whether the harbour was blocked in 2004 cannot be judged.
likelihood: null
standing: cannot-be-judged
horizon: past
event: {text: The harbour is blocked., signs: [harbour-closed]}
for: [harbour-closed]
against: [harbour-reopened]
confidence: {because: {rigour: It would rest on silence in two texts.}}
`,
  },
  check({ corpus }, report) {
    for (const judgment of standing(corpus.judgments)) {
      const { id, horizon, likelihood, event, confidence } = judgment
      if (horizon !== 'past' || likelihood === undefined || leaning(likelihood) !== 'against') continue
      const place = datum(corpus, 'judgment', id, 'likelihood')
      const details = { notes: ['standing: cannot-be-judged, with a text that says so and no {term}'] }
      const signs = new Set(event?.signs)
      const [words] = [confidence.because.rigour, confidence.because.information].filter((it) => silence.test(it))
      if (words) report(place, `a likelihood of the past rests on silence: “${words}”`, details)
      else if (judgment.for.every((claim) => signs.has(claim)) && judgment['rests-on'].length === 0)
        report(place, 'a likelihood of the past rests on silence: no claim speaks against the event', details)
    }
  },
}
