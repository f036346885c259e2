import { attribution } from '../attribution.ts'
import { ownVoice } from '../quotes.ts'
import type { WritingRule } from '../rule.ts'

/** Words that judge whom they name. “Terrorism” and “counter-terrorism” name a field; “terrorist attack” an act. */
const label =
  /(?<![\p{L}-])(?:terrorists|terrorist (?:group|organi[sz]ation|network|cell|leader|mastermind|outfit)s?|extremists|extremist (?:group|organi[sz]ation|leader)s?|fanatics?|jihadists?|Islamo-fascists?|thugs?|regime|massacre|martyrs?|freedom fighters?|hardliners?|bandits?|террорист(?:ы|ов|ам)?|экстремист(?:ы|ов)?|режим|бандит\p{L}*|лаңкестер|экстремистер)(?![\p{L}-])/iu

/** A loaded label is somebody's: the sentence says whose. */
export const labelIsAttributed: WritingRule = {
  id: 'label-is-attributed',
  scope: 'writing',
  check({ names, writings }, report) {
    for (const { role, text, place, subject } of writings) {
      if (role === 'remark') continue
      let own = ownVoice(text)
      // A label that is part of a body's own name is not ours.
      for (const { at, form } of names.in(text))
        own = own.slice(0, at) + ' '.repeat(form.length) + own.slice(at + form.length)
      const found = label.exec(own)
      if (!found || attribution.test(own)) continue
      report(place, `“${found[0]}” is said in our own voice`, {
        notes: ['say who calls them so, or what they did'],
        subject,
      })
    }
  },
}
