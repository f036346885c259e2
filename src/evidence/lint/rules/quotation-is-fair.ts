import { findQuotation } from '../../quotation.ts'
import { isSpeech, quotedWritings } from '../quoted-writings.ts'
import type { WritingRule } from '../rule.ts'

export const quotationIsFair: WritingRule = {
  id: 'quotation-is-fair',
  severity: 'warning',
  summary: 'A quotation is not cut before a negation, a limit or a number.',
  norm: 'Chicago Manual of Style, on ellipses',
  reason: 'A cut must not drop what turns the sentence round, bounds it or counts it.',
  scope: 'writing',
  fails: {
    'pack:arden':
      "change: [{text: 'The Courier wrote that “Crews waited in their ships”.', claims: [dockers-sent-home]}]",
  },
  findings: ['pack:arden: the quotation stops before “until the evening, …”'],
  passes: {
    'pack:arden':
      "change: [{text: 'The Courier wrote that “Crews waited in their ships until the evening, and some of them until the next day.”', claims: [dockers-sent-home]}]",
  },
  check(input, report) {
    for (const { words, writing, sources, translates } of quotedWritings(input)) {
      if (!isSpeech(words)) continue
      const { texts } = input.evidence
      const cuts = translates
        ? [
            findQuotation(words, [translates['quote-translation']!.text]),
            findQuotation(translates.quote ?? '', texts.get(translates.source)),
          ]
        : sources.map((key) => findQuotation(words, texts.get(key)))
      for (const { dropped } of cuts) {
        if (dropped.length === 0) continue
        report(writing, `the quotation stops before “${dropped[0]} …”`, {
          notes: ['quote on, or say in your own words what follows'],
        })
      }
    }
  },
}
