import { exampleSection } from '../../../core/index.ts'
import type { Corpus } from '../../../corpus/index.ts'
import { ownVoice } from '../../quotes.ts'
import { blankOut, type Names } from '../names.ts'
import type { PackRule } from '../rule.ts'
import type { Sentence } from '../sentences.ts'

export const acronymIsExpanded: PackRule = {
  id: 'acronym-is-expanded',
  severity: 'warning',
  summary: 'An acronym stands beside its name at first use.',
  norm: 'Chatham House style guide',
  reason: 'A reader who opens the pack in the middle still has the glossary.',
  scope: 'pack',
  wholePack: true,
  fails: {
    'pack:arden': 'bottom-line: [{text: The PAA opened the harbour in March 2005., claims: [harbour-reopened]}]',
    body: exampleSection(
      'The PAA opened the harbour in March 2005 [@ortega-2005, para. 1]. “Likely” stands for 55–80%. It had closed before [@lind-2004].',
    ),
  },
  findings: ['actor:port-authority: “PAA” stands here first, without its name'],
  passes: {
    'pack:arden':
      'bottom-line: [{text: The Port Authority of Arden (PAA) opened the harbour in March 2005., claims: [harbour-reopened]}]',
    body: exampleSection(
      'The Port Authority of Arden (PAA) opened the harbour in March 2005 [@ortega-2005, para. 1]. “Likely” stands for 55–80%. It had closed before [@lind-2004].',
    ),
  },
  check({ corpus, names, sentences, pack }, report) {
    const explained = new Set(pack.glossary.map(({ term }) => term))
    const running = sentences.filter(({ block }) => block === 'paragraph')
    const uses = new Map<string, { first: (typeof running)[number]; expanded: boolean }>()
    const acronyms = [...corpus.actors.values()].flatMap(({ acronym }) => acronym ?? [])
    for (const sentence of running) {
      if (!acronyms.some((it) => !uses.has(it) && sentence.text.includes(it))) continue
      const mentions = names.in(sentence.text)
      for (const { actor, kind, form } of mentions) {
        if (kind !== 'acronym' || uses.has(form)) continue
        const expanded = mentions.some((it) => it.actor === actor && it.kind !== 'acronym')
        uses.set(form, { first: sentence, expanded })
      }
    }
    for (const [acronym, first] of unknownIn(running, names, bodiesIn(corpus))) {
      if (explained.has(acronym)) continue
      report(first.place, `nothing says what “${acronym}” stands for`, {
        notes: ['write the name with the acronym in brackets behind it, or put it into the glossary'],
        subject: `section:${first.section}`,
      })
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

/** Two capitals or more in a row, with digits or not: “OSCE”, “G8” is none. Roman numerals and what every dictionary has are none. */
const capitals = /(?<![\p{L}\p{N}[-])\p{Lu}{2,8}(?![\p{L}\p{N}-])/gu
const plain =
  /^(?:[IVXLC]+|US|USA|UK|UN|EU|USSR|NATO|TV|AM|PM|BC|AD|OK|ID|UTC|ONU|OTAN|UE|EE|UU|США|ООН|ЕС|НАТО|СССР|АҚШ|БҰҰ)$/

/** The names of the bodies that wrote or published a source. */
const bodiesIn = (corpus: Corpus) =>
  [...corpus.sources.values()]
    .flatMap(({ author = [], publisher = '' }) => [
      ...author.map((it) => ('literal' in it ? it.literal : '')),
      publisher,
    ])
    .filter((name) => name.includes(' '))

/** Acronyms that are no form of a registered name and are never met in brackets or before them, at their first use. */
function unknownIn(
  sentences: readonly Sentence[],
  names: Names,
  bodies: readonly string[],
): ReadonlyMap<string, Sentence> {
  const first = new Map<string, Sentence>()
  const told = new Set<string>()
  for (const sentence of sentences) {
    if (!/\p{Lu}{2}/u.test(sentence.text)) continue
    const voice = bodies.reduce((text, body) => text.replaceAll(body, ''), ownVoice(sentence.text))
    const own = blankOut(voice, names.in(voice))
    for (const { 0: acronym, index } of own.matchAll(capitals)) {
      if (plain.test(acronym)) continue
      if (!first.has(acronym)) first.set(acronym, sentence)
      if (own[index - 1] === '(' || own.startsWith(' (', index + acronym.length)) told.add(acronym)
    }
  }
  return new Map([...first].filter(([acronym]) => !told.has(acronym)))
}
