import type { CiteGroup, Inline, Log, Root } from '../../core/index.ts'
import { collect } from './collect.ts'
import type { CslItem } from './csl/item.ts'
import { withMergedCitations } from './merge-citations.ts'
import { closeAll, listedKeys, newSettings, prepare, type ResolveInput, worksOf } from './prepare.ts'
import { usesIn, waysBack } from './uses.ts'

/** A document for those who go on with pandoc: its citations are still citations. */
export interface PandocDraft {
  /** A citation is a span that carries its `citeGroup`; the first bibliography is there and is empty. */
  readonly body: Root
  readonly works: readonly CslItem[]
  /** Keys that are listed without being cited. */
  readonly uncited: readonly string[]
}

/** As `resolve`, but leaves citing and the bibliography to pandoc, whose citations know no claims. */
export function resolveForPandoc(input: ResolveInput, log: Log): PandocDraft {
  const { sources } = input
  const sections = withMergedCitations(input.sections, false)
  const prepared = prepare({ ...input, sections }, log)
  const collected = collect(sections, prepared.figures, sources, false, log)
  const keys = listedKeys(collected, input)
  const works = worksOf(keys, input)
  for (const [key, { title }] of works.items) prepared.targets.set(`ref-${key}`, { type: 'work', title: title ?? key })
  let isListed = false
  const body = closeAll(sections, collected.notes, {
    ...prepared,
    calls: collected.calls,
    settings: newSettings(),
    cite: (group) => [unworded(group)],
    // Pandoc's citations have no ids.
    waysBack: (id) => waysBack(id, input.language, usesIn(sections, []), []),
    list: () => {
      if (isListed) return undefined
      isListed = true
      return { type: 'bibliography', hanging: false, children: [] }
    },
    behind: false,
    log,
  })
  return { body, works: [...works.items.values()], uncited: keys.uncited }
}

function unworded(group: CiteGroup): Inline {
  const children = group.children.map(({ claims: _, ...cite }) => cite)
  return { type: 'span', data: { citeGroup: { ...group, children } }, children: [] }
}
