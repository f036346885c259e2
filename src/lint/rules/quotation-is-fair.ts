import { findQuotation } from '../../evidence/quotation.ts'
import { isSpeech, quotedWritings } from '../quoted-writings.ts'
import type { WritingRule } from '../rule.ts'

/** A cut does not drop what turns the sentence round, bounds it or counts it. */
export const quotationIsFair: WritingRule = {
  id: 'quotation-is-fair',
  scope: 'writing',
  check(input, report) {
    for (const { words, writing, sources } of quotedWritings(input)) {
      if (!isSpeech(words)) continue
      for (const key of sources) {
        const { dropped } = findQuotation(words, input.evidence.texts.get(key))
        if (dropped.length === 0) continue
        report(writing.place, `the quotation stops before “${dropped[0]} …”`, {
          notes: ['quote on, or say in your own words what follows'],
          subject: writing.subject,
        })
      }
    }
  },
}
