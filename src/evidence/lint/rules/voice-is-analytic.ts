import { ownVoice } from '../../quotes.ts'
import { attribution } from '../attribution.ts'
import type { WritingRule } from '../rule.ts'

const advice =
  /(?<!\p{L})(?:should|must|ought to|needs? to|has to|have to|it is (?:essential|imperative|vital) (?:that|to))(?![\p{L}-])/u
const consensus =
  /(?<!\p{L})(?:experts (?:generally )?agree|it is (?:clear|obvious|well known|widely (?:known|accepted))|of course|obviously|(?<=^|[.;:] )clearly|(?<=(?<!\p{L})(?:is|are|was|were) )clearly(?= (?:a|an|the|not|no)(?!\p{L}))|undoubtedly|needless to say|everyone knows|as is well known)(?!\p{L})/iu

export const voiceIsAnalytic: WritingRule = {
  id: 'voice-is-analytic',
  severity: 'warning',
  summary: 'Our own voice gives no advice and leans on no “everyone agrees”.',
  norm: 'ICD 203, standard 6',
  reason: 'An assessment says what is. What ought to be done is for those who read it.',
  scope: 'writing',
  fails: { 'pack:arden': 'change: [{text: The harbour must stay open., claims: [harbour-reopened]}]' },
  findings: ['pack:arden: “must” tells somebody what to do'],
  passes: {
    'pack:arden': 'change: [{text: Shippers ask that the harbour must stay open., claims: [harbour-reopened]}]',
  },
  check({ writings }, report) {
    for (const writing of writings) {
      const { role, text } = writing
      if (role === 'remark' || role === 'gist' || role === 'account') continue
      const own = ownVoice(text)
      const found =
        consensus.exec(own) ??
        (attribution.test(own) ||
        /(?<!\p{L})(?:ask|urg|demand|requir|provid|propos|call|order|recommend|insist|agree|law|decree|oblig)\p{L}*/iu.test(
          own,
        )
          ? null
          : advice.exec(own))
      if (!found) continue
      const reason = consensus.test(own)
        ? `“${found[0]}” leans on a consensus that is not cited`
        : `“${found[0]}” tells somebody what to do`
      report(writing, reason, { notes: ['if a source says it, say which'] })
    }
  },
}
