import { distance, entryOf } from '../../../core/index.ts'
import { ownVoice } from '../../quotes.ts'
import type { WritingRule } from '../rule.ts'

export const nameIsConsistent: WritingRule = {
  id: 'name-is-consistent',
  severity: 'error',
  summary: 'In our own voice an actor has one spelling.',
  norm: 'ICS 630-01',
  reason: 'Two spellings are two people to a reader who does not know either. Misspellings stay in quotations.',
  scope: 'writing',
  fix: 'within',
  fails: { 'pack:arden': 'change: [{text: Mara Foss spoke of the summer., claims: [voss-on-closure]}]' },
  findings: ['pack:arden: “Mara Foss” is a misspelling of “Mara Voss”'],
  passes: { 'pack:arden': 'change: [{text: Mara Voss (Mara Foss) spoke of the summer., claims: [voss-on-closure]}]' },
  check({ corpus, names, writings }, report) {
    for (const writing of writings) {
      const { role, text } = writing
      if (role === 'remark') continue
      for (const { actor, form, kind, at } of names.in(ownVoice(text))) {
        const { name } = entryOf(corpus.actors, actor)
        if (kind !== 'misspelling' && !(kind === 'variant' && isSpelling(form, name))) continue
        // “Aristan (Arystan)”, “spelled Aristan”: the form itself is what is spoken of.
        if (/(?:\(|(?<!\p{L})(?:spel(?:t|led)|given as|known as|called|named|form|or) )$/u.test(text.slice(0, at)))
          continue
        const expected = nearestForms(form, names.allowedFormsOf(actor))
        report(writing, `“${form}” is a ${kind} of “${name}”`, { actual: form, expected })
      }
    }
  },
}

/** A variant that differs by a few letters is a spelling of the name; another is another name, such as “the Bank”. */
function isSpelling(form: string, name: string): boolean {
  return distance(form.toLowerCase(), name.toLowerCase()) <= Math.max(1, Math.floor(name.length / 5))
}

/** The allowed forms that are most like a wrong one: for a family name alone, the family name. None for another script. */
function nearestForms(form: string, allowed: readonly string[]): readonly string[] {
  const most = Math.max(1, Math.floor(form.length / 3))
  const least = Math.min(most, ...allowed.map((it) => distance(form, it)))
  return [...new Set(allowed)].filter((it) => distance(form, it) === least)
}
