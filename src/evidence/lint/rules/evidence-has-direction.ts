import type { Corpus, Judgment } from '../../../corpus/index.ts'
import { type CorpusRule, datum, type Report, standing } from '../rule.ts'
import { leaning } from '../scale-terms.ts'

export const evidenceHasDirection: CorpusRule = {
  id: 'evidence-has-direction',
  severity: 'error',
  summary: 'What speaks for a judgment speaks for the sentence as it is printed.',
  norm: 'ICD 203, standard 6',
  reason:
    'A reader takes “for it” as being for the sentence above it. Where that calls an event unlikely, a sign of the event speaks against it. `event` says which claims and indicators are signs, so that a term that turns the sentence round is noticed in both lists and in the direction of each indicator. Where a judgment is that nothing can be judged, its lists say what points to the event and what points away.',
  scope: 'corpus',
  fails: {
    'judgment:harbour-stays-open': `
text: In 2005 it was {term} that the harbour would be closed again.
likelihood: unlikely
event: {text: The harbour is closed again., signs: [league-denial]}
for: [league-denial, harbour-reopened]
against: []
indicators: [{observable: a vote to strike, direction: up, sign: true}]
`,
  },
  findings: [
    'judgment:harbour-stays-open: claim league-denial is a sign of the event, and the sentence calls that unlikely: it is not for it',
    'judgment:harbour-stays-open: the indicator is a sign of the event, and would weaken a sentence that calls it unlikely',
  ],
  passes: {
    'judgment:harbour-stays-open': `
text: In 2005 it was {term} that the harbour would be closed again.
likelihood: unlikely
event: {text: The harbour is closed again., signs: [league-denial]}
for: [harbour-reopened, voss-on-closure]
against: [league-denial]
indicators: [{observable: a vote to strike, direction: down, sign: true}]
`,
  },
  check({ corpus }, report) {
    for (const judgment of standing(corpus.judgments)) {
      if (!judgment.event) continue
      const lean = judgment.likelihood === undefined ? 'for' : leaning(judgment.likelihood)
      if (lean === 'neither' || lean === undefined) continue
      checkLists(judgment, lean, corpus, report)
      checkIndicators(judgment, lean, corpus, report)
    }
  },
}

function checkLists(judgment: Judgment, lean: 'for' | 'against', corpus: Corpus, report: Report): void {
  const { id, likelihood } = judgment
  const signs = new Set(judgment.event!.signs)
  const called = likelihood === undefined ? '' : `, and the sentence calls that ${likelihood}`
  for (const list of ['for', 'against'] as const) {
    const other = list === 'for' ? 'against' : 'for'
    for (const [at, claim] of judgment[list].entries()) {
      if (signs.has(claim) === (list === lean)) continue
      const what = signs.has(claim) ? 'a sign of the event' : 'no sign of the event'
      report(datum(corpus, 'judgment', id, list, at), `claim ${claim} is ${what}${called}: it is not ${list} it`, {
        notes: [`move it to \`${other}\`, or mend \`event.signs\``],
      })
    }
  }
  for (const [at, claim] of judgment.event!.signs.entries()) {
    if (judgment.for.includes(claim) || judgment.against.includes(claim)) continue
    report(datum(corpus, 'judgment', id, 'event', 'signs', at), `claim ${claim} is neither for nor against`)
  }
}

function checkIndicators(
  { id, indicators, likelihood }: Judgment,
  lean: 'for' | 'against',
  corpus: Corpus,
  report: Report,
): void {
  for (const [at, { sign, direction }] of indicators.entries()) {
    if (sign === undefined || (direction === 'up') === (sign === (lean === 'for'))) continue
    const effect = direction === 'up' ? 'weaken' : 'strengthen'
    const called = likelihood === undefined ? 'it' : `a sentence that calls it ${likelihood}`
    report(
      datum(corpus, 'judgment', id, 'indicators', at, 'direction'),
      `the indicator is ${sign ? 'a sign of' : 'a sign against'} the event, and would ${effect} ${called}`,
    )
  }
}
