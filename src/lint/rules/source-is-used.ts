import type { PackRule } from '../rule.ts'

/** Every source is cited, consulted, or known only because another source names it. */
export const sourceIsUsed: PackRule = {
  id: 'source-is-used',
  scope: 'pack',
  check({ corpus, pack, sentences }, report) {
    const cited = new Set(sentences.flatMap(({ cites }) => cites.map(({ identifier }) => identifier)))
    const consulted = new Set(pack['also-consulted'])
    const named = new Set(
      [...corpus.sources.values()].flatMap(({ lineage }) => [...lineage.quotes, ...lineage['derived-from']]),
    )
    const relayed = new Set([...corpus.claims.values()].flatMap(({ said }) => said?.via ?? []))
    for (const { id, deprecated } of corpus.sources.values()) {
      if (deprecated || [cited, consulted, named, relayed].some((set) => set.has(id))) continue
      report(corpus.place('source', id), `the source is cited nowhere in pack ${pack.id}`, {
        notes: [`cite it, or list it under “also-consulted”`],
        subject: `source:${id}`,
      })
    }
  },
}
