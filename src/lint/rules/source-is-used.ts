import type { PackRule } from '../rule.ts'

/** Every source is cited, consulted, or known only because another source names it. */
export const sourceIsUsed: PackRule = {
  id: 'source-is-used',
  severity: 'warning',
  summary: 'Every source is cited, or listed as also consulted.',
  norm: 'ICD 206',
  reason: 'A source that is read and not cited is either forgotten or padding.',
  scope: 'pack',
  wholePack: true,
  fails: {
    body: `
# The harbour of Arden

The harbour has been open again since March 2005 [@ortega-2005, para. 1]. “Likely” stands for 55–80%.
`,
  },
  findings: ['source:lind-2004: the source is cited nowhere in pack arden'],
  passes: {
    body: `
# The harbour of Arden

The harbour has been open again since March 2005 [@ortega-2005, para. 1]. “Likely” stands for 55–80%.
`,
    'pack:arden': `
also-consulted: [lind-2004]
`,
  },
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
