import { didYouMean, termIsOnScale as termIsOnScaleHead } from '../../../core/index.ts'
import { ownVoice } from '../../quotes.ts'
import { datum, type PackRule, standing } from '../rule.ts'
import { termsIn, termsOf } from '../scale-terms.ts'

/** A judgment has one likelihood, of the pack's scale, where `{term}` stands; a finding on the record has none. */
export const termIsOnScale: PackRule = {
  ...termIsOnScaleHead,
  scope: 'pack',
  check({ corpus, pack }, report) {
    const terms = termsOf(pack)
    for (const { id, text, likelihood } of standing(corpus.judgments)) {
      const place = datum(corpus, 'judgment', id, 'text')
      const slots = text.split('{term}').length - 1
      if (likelihood !== undefined && !terms.includes(likelihood)) {
        const at = datum(corpus, 'judgment', id, 'likelihood')
        const notes = [
          ...didYouMean(likelihood, terms),
          `the scale ${pack.scale} of pack ${pack.id} has: ${terms.join(', ')}`,
        ]
        report(at, `“${likelihood}” is not a term of the scale`, { notes, actual: likelihood })
      }
      if (likelihood !== undefined && slots !== 1)
        report(place, `the likelihood is to stand where “{term}” is, and the text has it ${slots} times`)
      if (likelihood === undefined && slots > 0) report(place, 'the text has “{term}” and the judgment no likelihood')
      const [other] = termsIn(ownVoice(text))
      if (other)
        report(place, `the text has a term of its own, “${other.term}”`, {
          notes: ['a judgment has one term, in `likelihood`'],
        })
    }
  },
}
