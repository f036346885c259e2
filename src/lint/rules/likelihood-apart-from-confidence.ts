import { ownVoice } from '../quotes.ts'
import type { PackRule, Report } from '../rule.ts'
import { termsIn } from '../scale-terms.ts'
import { splitSentences } from '../sentences.ts'

const level =
  /(?<![\p{L}-])(?:(?:low|moderate|medium|high|limited|great|full)(?:[- ]to[- ](?:low|moderate|medium|high))?[- ]confidence|confidence(?: level)? (?:is|was|of|in this|in the) )(?!\p{L}*-building)/iu

/** Likelihood is of the thing, confidence of the basis: in one sentence they are read as one (“confidence-building” is neither). */
export const likelihoodApartFromConfidence: PackRule = {
  id: 'likelihood-apart-from-confidence',
  scope: 'pack',
  check({ sentences, writings, corpus }, report) {
    for (const sentence of sentences) {
      if (sentence.block !== 'cell' && sentence.block !== 'heading') checkOne(sentence.text, sentence)
    }
    for (const writing of writings) if (writing.subject.startsWith('pack:')) checkEach(writing.text, writing)
    for (const { id, text, likelihood, deprecated } of corpus.judgments.values()) {
      if (!deprecated) checkEach(text.replace('{term}', likelihood ?? ''), corpus.place('judgment', id, ['text']))
    }

    function checkEach(text: string, at: Parameters<Report>[0]): void {
      for (const { from, to } of splitSentences(text)) checkOne(text.slice(from, to), at)
    }
    function checkOne(sentence: string, at: Parameters<Report>[0]): void {
      const own = ownVoice(sentence)
      const confidence = level.exec(own)
      const term = confidence && termsIn(own)[0]
      if (!term) return
      report(at, `“${term.term}” and “${confidence[0].trim()}” stand in one sentence`, {
        notes: ['say the confidence, and why, in a sentence of its own'],
      })
    }
  },
}
