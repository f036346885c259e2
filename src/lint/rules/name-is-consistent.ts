import { ownVoice } from '../quotes.ts'
import type { WritingRule } from '../rule.ts'

/** In our own voice an actor has the register's spelling: variants and misspellings are for quotations. */
export const nameIsConsistent: WritingRule = {
  id: 'name-is-consistent',
  scope: 'writing',
  check({ corpus, names, writings }, report) {
    for (const { role, text, place, subject } of writings) {
      if (role === 'remark') continue
      for (const { actor, form, kind, at } of names.in(ownVoice(text))) {
        if (kind !== 'misspelling' && kind !== 'variant') continue
        // “Aristan (Arystan)”, “spelled Aristan”: the form itself is what is spoken of.
        if (/(?:\(|spel(?:t|led) |as |called |named |form |or )$/.test(text.slice(0, at))) continue
        const { name } = corpus.actors.get(actor)!
        report(place, `“${form}” is a ${kind} of “${name}”`, { actual: form, expected: [name], subject })
      }
    }
  },
}
