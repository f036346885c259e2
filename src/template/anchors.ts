import type { Corpus } from '../corpus/corpus.ts'

/** Where a kind's records are kept in a corpus: what an anchor or reference of that kind must name. */
const registers = {
  source: 'sources',
  claim: 'claims',
  actor: 'actors',
  event: 'events',
  measure: 'measures',
  threat: 'threats',
  judgment: 'judgments',
  question: 'questions',
  disagreement: 'disagreements',
} as const satisfies Record<string, keyof Corpus>

/** What is not a record but can be referred to: the name is the template's own. */
const others = ['section', 'figure', 'table', 'phase', 'term'] as const

export const anchorKinds: readonly string[] = [...Object.keys(registers), ...others]

/** The id in the document of a record, section, figure or table, e.g. `judgment-reform-line-2005`. */
export const anchorOf = (kind: string, id: string) => `${kind}-${id}`

/** The ids that can stand after a kind of record; `undefined` for kinds whose ids are the templates' own. */
export function idsOf(kind: string, corpus: Corpus): ReadonlyMap<string, unknown> | undefined {
  return Object.hasOwn(registers, kind) ? corpus[registers[kind as keyof typeof registers]] : undefined
}
