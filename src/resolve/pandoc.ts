import type { Log } from '../log.ts'
import type { Root } from '../tree.ts'
import { close } from './close.ts'
import { collect } from './collect.ts'
import type { CslItem } from './csl/item.ts'
import { type OpenNode, type OpenSection, replaceBelow } from './node.ts'
import { listedKeys, prepare, type ResolveInput, withOwnTrees, worksOf } from './prepare.ts'
import { resolveReferences } from './references.ts'
import { fillSlots } from './slots.ts'

/** A document for those who go on with pandoc: its citations are still citations. */
export interface PandocDraft {
  /** Plain but for `citeGroup` nodes, and one `division` where the bibliography goes. */
  readonly body: Root
  readonly works: readonly CslItem[]
  /** Keys that are listed without being cited. */
  readonly uncited: readonly string[]
}

/** As `resolve`, but leaves citing and the bibliography to pandoc, whose citations know no claims. */
export function resolveForPandoc(input: ResolveInput, log: Log): PandocDraft {
  const { sections, targets, elsewhere, words } = prepare(withOwnTrees(input), log)
  const collected = collect(sections, input.sources, false, log)
  const keys = listedKeys(collected, input)
  const works = worksOf(keys, input)
  placeDivision(sections)
  for (const { node } of collected.groups) for (const cite of node.children ?? []) delete cite.claims
  fillSlots(sections, [], false, () => 'held', log)
  for (const [key, { title }] of works.items) {
    targets.set(`ref-${key}`, { type: 'bibliographyEntry', children: [{ type: 'text', value: title ?? key }] })
  }
  const notes = [...collected.notes].sort(([a], [b]) => a - b).map(([, note]) => note)
  const whole = [...sections, ...notes]
  resolveReferences(whole, targets, elsewhere, words, log)
  return { body: close(whole, log, kept), works: [...works.items.values()], uncited: keys.uncited }
}

const kept: ReadonlySet<string> = new Set(['citeGroup', 'division'])

/** Pandoc has one bibliography: it stands where the first one is asked for. */
function placeDivision(sections: readonly OpenSection[]): void {
  let isPlaced = false
  for (const { tree } of sections) {
    replaceBelow(tree, (node): OpenNode[] | undefined => {
      if (node.type !== 'slot' || node.name !== 'bibliography') return undefined
      const division: OpenNode[] = isPlaced ? [] : [{ type: 'division', data: { id: 'refs' } }]
      isPlaced = true
      return division
    })
  }
}
