import { attribution } from '../attribution.ts'
import { type CorpusRule, datum } from '../rule.ts'
import { termsIn } from '../scale-terms.ts'

/** Words that make a sentence of a headline. A participle before “by” makes none: “militants freed by the withdrawal”. */
const statement =
  /(?<!\p{L})(?:is|are|was|were|has|have|had|did|does|will|stays?|remains?|keeps?|grows?|rises?|falls?|runs?|serves?|shows?|becomes?|needs?|wants?|holds?|leads?|works?|fails?|moves?|made|took|began|became|gave|held|sent|went|grew|rose|fell|built|won|lost|came|ran|kept|led|stood|drove|\p{Ll}{3,}ed(?! by))(?!\p{L})/u
const hedge =
  /[?:]|^(?:how|when|where|what|which|who|why)\b|(?<!\p{L})(?:may|might|could|would|whether|how (?:far|likely)|if|perhaps|possibl[ey]|probabl[ey]|no|not|none|doubts?|risk|danger|чем|ли|может|мүмкін)(?!\p{L})/iu

export const headingIsHedged: CorpusRule = {
  id: 'heading-is-hedged',
  severity: 'warning',
  summary: 'The title of a judgment does not state as fact what its sentence calls likely.',
  norm: 'ICD 203, standard 2; PHIA',
  reason:
    'Headings are read first and alone. Over a sentence with a likelihood, or one that says that nothing can be judged, the title names the subject, asks, attributes or hedges.',
  scope: 'corpus',
  fails: { 'judgment:harbour-stays-open': 'title: The harbour stays open' },
  findings: [
    'judgment:harbour-stays-open: the title “The harbour stays open” states as fact what the sentence calls likely',
  ],
  passes: { 'judgment:harbour-stays-open': 'title: Whether the harbour stays open' },
  check({ corpus }, report) {
    for (const { id, title, likelihood, standing, deprecated } of corpus.judgments.values()) {
      const called = standing === 'cannot-be-judged' ? 'open to no judgment' : likelihood
      if (deprecated || called === undefined || !statement.test(title)) continue
      if (hedge.test(title) || attribution.test(title) || termsIn(title).length > 0) continue
      report(
        datum(corpus, 'judgment', id, 'title'),
        `the title “${title}” states as fact what the sentence calls ${called}`,
        { notes: ['name the subject without a verb, ask, or say whose view it is'] },
      )
    }
  },
}
