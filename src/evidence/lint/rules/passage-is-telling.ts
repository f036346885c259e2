import { spansOf } from '../../anchor.ts'
import { wordsIn } from '../../segments.ts'
import { type CorpusRule, datum } from '../rule.ts'

/** House value: fewer words bear no claim of their own. */
const fewestWords = 4

export const passageIsTelling: CorpusRule = {
  id: 'passage-is-telling',
  severity: 'warning',
  summary: 'A passage has enough words to bear its claim, which stand nowhere else in the text.',
  norm: 'W3C Web Annotation Data Model, TextQuoteSelector',
  reason:
    'Three words match anything, and words that a text repeats could be any of their places: whoever follows the claim to its passage finds nothing to judge it by. The whole sentence is the better pin.',
  scope: 'corpus',
  fails: { 'claim:dockers-sent-home': 'passages: [{start: 400 dockers, end: 400 dockers}]' },
  findings: ['claim:dockers-sent-home: the passage “400 dockers” is too short to bear a claim'],
  passes: { 'claim:dockers-sent-home': 'passages: [{start: About 400 dockers, end: sent home.}]' },
  check({ corpus, evidence }, report) {
    for (const { claim, source, path, anchor } of evidence.passages) {
      const { span } = anchor
      if (claim === undefined || !span || corpus.claims.get(claim)?.deprecated) continue
      const text = evidence.texts.get(source) ?? []
      const paragraph = text[span.para - 1]
      const isShort = wordsIn(span.text).length < fewestWords && span.text.trim() !== paragraph?.trim()
      const places = isShort ? 1 : spansOf(span.text, text).length
      if (!isShort && places < 2) continue
      const fault = isShort ? 'is too short to bear a claim' : `stands ${places} times in the text`
      report(datum(corpus, 'claim', claim, ...path, 'start'), `the passage “${span.text}” ${fault}`, {
        notes: ['pin the whole sentence: `briefpack pin` finds it'],
      })
    }
  },
}
