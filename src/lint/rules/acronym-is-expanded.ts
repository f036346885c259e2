import type { PackRule } from '../rule.ts'

/** An acronym stands beside its name at first use, and is worth having only if it is used again. */
export const acronymIsExpanded: PackRule = {
  id: 'acronym-is-expanded',
  scope: 'pack',
  check({ corpus, names, sentences, pack }, report) {
    const explained = new Set(pack.glossary.map(({ term }) => term))
    const running = sentences.filter(({ block }) => block === 'paragraph')
    const uses = new Map<string, { first: (typeof running)[number]; expanded: boolean }>()
    for (const sentence of running) {
      const mentions = names.in(sentence.text)
      for (const { actor, kind, form } of mentions) {
        if (kind !== 'acronym' || uses.has(form)) continue
        const expanded = mentions.some((it) => it.actor === actor && it.kind !== 'acronym')
        uses.set(form, { first: sentence, expanded })
      }
    }
    for (const [acronym, { first, expanded }] of uses) {
      const actor = [...corpus.actors.values()].find((it) => it.acronym === acronym)
      if (expanded || explained.has(acronym) || actor === undefined || actor.name === acronym) continue
      report(first.place, `“${acronym}” stands here first, without its name`, {
        notes: [`write “${actor.name} (${acronym})”, or put it into the glossary`],
        subject: `actor:${actor.id}`,
      })
    }
  },
}
