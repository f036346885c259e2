import { didYouMean, termIsOnScale as termIsOnScaleHead } from '../../../core/index.ts'
import { ownVoice } from '../../quotes.ts'
import type { PackRule } from '../rule.ts'
import { termsIn, termsOf } from '../scale-terms.ts'

/** A judgment has one likelihood, of the pack's scale, where `{term}` stands; a finding on the record has none. */
export const termIsOnScale: PackRule = {
  ...termIsOnScaleHead,
  scope: 'pack',
  check({ corpus, pack }, report) {
    const terms = termsOf(pack)
    for (const { id, text, likelihood, deprecated } of corpus.judgments.values()) {
      if (deprecated) continue
      const subject = `judgment:${id}`
      const place = corpus.place('judgment', id, ['text'])
      const slots = text.split('{term}').length - 1
      if (likelihood !== undefined && !terms.includes(likelihood)) {
        const at = corpus.place('judgment', id, ['likelihood'])
        const notes = [
          ...didYouMean(likelihood, terms),
          `the scale ${pack.scale} of pack ${pack.id} has: ${terms.join(', ')}`,
        ]
        report(at, `“${likelihood}” is not a term of the scale`, { notes, actual: likelihood, subject })
      }
      if (likelihood !== undefined && slots !== 1)
        report(place, `the likelihood is to stand where “{term}” is, and the text has it ${slots} times`, { subject })
      if (likelihood === undefined && slots > 0)
        report(place, 'the text has “{term}” and the judgment no likelihood', { subject })
      const [other] = termsIn(ownVoice(text))
      if (other)
        report(place, `the text has a term of its own, “${other.term}”`, {
          notes: ['a judgment has one term, in `likelihood`'],
          subject,
        })
    }
  },
}
