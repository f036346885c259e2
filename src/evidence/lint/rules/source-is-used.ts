import { Log } from '../../../core/index.ts'
import type { Corpus, Pack } from '../../../corpus/index.ts'
import { graphOf, nameOf, partsOf } from '../../graph.ts'
import { chosenBy } from '../../select.ts'
import { datum, type PackRule } from '../rule.ts'

const almanac = `
type: book
title: The Arden almanac
author: [{family: Reed, given: Ada}]
publisher: Arden Press
issued: "2003"
basis: {author: text, title: text, issued: text}
held: false
`

export const sourceIsUsed: PackRule = {
  id: 'source-is-used',
  severity: 'warning',
  summary: 'Every source is cited, rested on by a record, or listed as also consulted.',
  norm: 'ICD 206',
  reason:
    'A source that is read and not cited is either forgotten or padding. A pack that selects records is asked of the sources that it selects alone, and one with a companion of none: the companion is.',
  scope: 'pack',
  wholePack: true,
  fails: {
    'source:almanac-2003': almanac,
  },
  findings: ['source:almanac-2003: the source is cited nowhere in pack arden'],
  passes: {
    'source:almanac-2003': almanac,
    'pack:arden': 'also-consulted: [almanac-2003]',
  },
  check({ corpus, pack, sentences }, report) {
    if (pack.sections.length === 0) return
    const cited = new Set(sentences.flatMap(({ cites }) => cites.map(({ identifier }) => identifier)))
    const consulted = new Set(pack['also-consulted'])
    const named = new Set(
      [...corpus.sources.values()].flatMap(({ lineage }) => [...lineage.quotes, ...lineage['derived-from']]),
    )
    const claims = [...corpus.claims.values()].filter(({ id }) => isRestedOn(id, corpus))
    const rested = new Set(claims.map(({ source }) => source))
    const relayed = new Set([...corpus.claims.values()].flatMap(({ said }) => said?.via ?? []))
    for (const { id, deprecated } of askedOf(pack, corpus)) {
      if (deprecated || [cited, rested, consulted, named, relayed].some((set) => set.has(id))) continue
      report(datum(corpus, 'source', id), `the source is cited nowhere in pack ${pack.id}`, {
        notes: [`cite it, or list it under “also-consulted”`],
      })
    }
  },
}

function askedOf(pack: Pack, corpus: Corpus) {
  const isPart = pack.companion !== undefined || (pack.select && !pack.select.sources)
  return isPart ? [] : chosenBy(pack, corpus, new Log()).sources.values()
}

/** Whether a record other than claims and sources names the claim. */
function isRestedOn(claim: string, corpus: Corpus): boolean {
  return graphOf(corpus)
    .into(nameOf('claim', claim))
    .some(({ from }) => !['claim', 'source'].includes(partsOf(from).kind))
}
