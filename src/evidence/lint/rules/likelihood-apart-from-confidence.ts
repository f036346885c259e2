import { exampleSection } from '../../../core/index.ts'
import { ownVoice } from '../../quotes.ts'
import { type PackRule, type Report, standing } from '../rule.ts'
import { termsIn } from '../scale-terms.ts'
import { splitSentences } from '../sentences.ts'

const level =
  /(?<![\p{L}-])(?:(?:low|moderate|medium|high|limited|great|full)(?:[- ]to[- ](?:low|moderate|medium|high))?[- ]confidence|(?<!(?<!\p{L})(?:public|popular|business|consumer|investor|mutual|voter)s?[’']? )confidence(?: level)? (?:is|was|in (?:this|the|our) (?:judg|assess|evidence|basis|finding|statement|forecast|source)) ?)(?!\p{L}*-building)/iu

export const likelihoodApartFromConfidence: PackRule = {
  id: 'likelihood-apart-from-confidence',
  severity: 'error',
  summary: 'A likelihood and a confidence level do not share a sentence.',
  norm: 'ICD 203, D.6.e.(2)(b)',
  reason:
    '“It is likely, with high confidence” is read as one number. Confidence-building measures are no confidence level.',
  scope: 'pack',
  fails: {
    body: exampleSection(
      'The harbour has been open again since March 2005 [@ortega-2005, para. 1]. “Likely” stands for 55–80%. It had closed before [@lind-2004].',
      'It is likely, with moderate confidence, that it stays so.',
    ),
  },
  findings: ['templates/body.md.hbs: “likely” and “moderate confidence” stand in one sentence'],
  passes: {
    body: exampleSection(
      'The harbour has been open again since March 2005 [@ortega-2005, para. 1]. “Likely” stands for 55–80%. It had closed before [@lind-2004].',
      'It is likely that it stays so. This is held with moderate confidence.',
    ),
  },
  check({ sentences, writings, corpus }, report) {
    const told = new Set<string>()
    for (const writing of writings)
      if (writing.subject.startsWith('pack:')) checkEach(writing.text, { place: writing.place })
    for (const { id, text, likelihood, confidence } of standing(corpus.judgments)) {
      checkEach(text.replace('{term}', likelihood ?? ''), placeIn(id, 'text'))
      for (const [field, reason] of Object.entries(confidence.because))
        checkEach(reason, placeIn(id, 'confidence', 'because', field))
    }
    // Of what is printed, the sentences that no record holds by itself: a template put them together.
    for (const sentence of sentences) {
      const isProse = sentence.block !== 'cell' && sentence.block !== 'heading'
      if (isProse && !told.has(withoutRange(sentence.text))) checkOne(sentence.text, sentence)
    }

    function placeIn(id: string, ...path: readonly string[]): Parameters<Report>[0] {
      return {
        get place() {
          return corpus.place('judgment', id, path)
        },
      }
    }
    function checkEach(text: string, at: Parameters<Report>[0]): void {
      for (const { from, to } of splitSentences(text)) {
        const sentence = text.slice(from, to).trim()
        if (checkOne(sentence, at)) told.add(sentence)
      }
    }
    function checkOne(sentence: string, at: Parameters<Report>[0]): boolean {
      const own = ownVoice(sentence)
      const confidence = level.exec(own)
      const term = confidence && termsIn(own)[0]
      if (!term) return false
      report(at, `“${term.term}” and “${confidence[0].trim()}” stand in one sentence`, {
        notes: ['say the confidence, and why, in a sentence of its own'],
      })
      return true
    }
  },
}

/** A printed judgment has the range of its term behind it. */
const withoutRange = (text: string) => text.replace(/ \([^()]*%\)/g, '')
