import { ownVoice } from '../../quotes.ts'
import { attribution } from '../attribution.ts'
import type { WritingRule } from '../rule.ts'

/** Words that judge whom they name. “Terrorism” and “counter-terrorism” name a field, “terrorist attack” an act, and “terrorists” without an article a class that nobody is put into. */
const label =
  /(?<![\p{L}-])(?:(?<=(?:are|were|was|is|the|these|those|by|two|three|several) )(?:terrorists|extremists)|terrorist (?:group|organi[sz]ation|network|cell|leader|mastermind|outfit)s?|extremist (?:group|organi[sz]ation|leader)s?|fanatics?|jihadists?|Islamo-fascists?|thugs?|(?<!\p{Ll}[- ](?<!(?:the|this|that|its|their|current|ruling|old|new|whole) ))regime|massacre|martyrs?(?!(?:’s?|'s?)? (?:square|street|avenue|day|lane|alley))|freedom fighters?|hardliners?|bandits?|террорист(?:ы|ов|ам)?|экстремист(?:ы|ов)?|(?<=(?:этот|нынешний|правящий|преступный) )режим|бандит\p{L}*|лаңкестер|экстремистер)(?![\p{L}-])/iu

export const labelIsAttributed: WritingRule = {
  id: 'label-is-attributed',
  severity: 'warning',
  summary: 'A loaded label for a person, group or event is attributed.',
  norm: 'Reuters and BBC editorial guidelines',
  reason:
    "One side's fighter is the other's terrorist. “Counter-terrorism” and “terrorist attack” are no labels for anybody.",
  scope: 'writing',
  fails: { 'pack:arden': 'change: [{text: A terrorist group closed the harbour., claims: [harbour-closed]}]' },
  findings: ['pack:arden: “terrorist group” is said in our own voice'],
  passes: {
    'pack:arden':
      "change: [{text: 'Voss called the dockers a terrorist group; a counter-terrorism exercise followed.', claims: [voss-on-closure]}]",
  },
  check({ names, writings }, report) {
    for (const writing of writings) {
      const { role, text } = writing
      if (role === 'remark') continue
      let own = ownVoice(text)
      // A label that is part of a body's own name is not ours.
      for (const { at, form } of names.in(text))
        own = own.slice(0, at) + ' '.repeat(form.length) + own.slice(at + form.length)
      const found = label.exec(own)
      if (!found || attribution.test(own)) continue
      report(writing, `“${found[0]}” is said in our own voice`, { notes: ['say who calls them so, or what they did'] })
    }
  },
}
