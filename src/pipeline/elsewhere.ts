import { templatesOf } from '../corpus/complete-packs.ts'
import { type Corpus, recordsOf } from '../corpus/corpus.ts'
import { kinds } from '../corpus/kinds.ts'
import { labelOf, nameOf } from '../evidence/graph.ts'
import { type Elsewhere, type Elsewheres, idsMissing } from '../resolve/index.ts'
import type { Cite, Section } from '../tree.ts'
import { nodesOf } from '../walk.ts'
import { type Drafted, targetsOf } from './draft.ts'
import type { Project } from './project.ts'

/**
 * What a pack refers to, or cites, and does not print, though it could be printed: by its companion, by a template that
 * the pack leaves out, or as the entry of a record. Whatever is not here is nowhere.
 */
export async function findElsewhere(project: Project, { pack, sections }: Drafted): Promise<Elsewheres> {
  const { templates, corpus } = project
  const found = new Map<string, Elsewhere>()
  const companion = corpus.packs.get(pack.companion ?? '')
  const missing = idsMissing(sections)
  if (companion) {
    const wanted = new Set([...missing, ...citedIds(sections)])
    const told = await targetsOf(project, companion, templatesOf(companion), wanted)
    for (const id of wanted) {
      const words = told.get(id)
      if (words !== undefined) found.set(id, { words, pack: companion.id })
    }
  }
  const left = new Set([...missing].filter((id) => !found.has(id)))
  if (left.size === 0) return found
  const others = templates.sections.filter((name) => !pack.sections.includes(name))
  const told = await targetsOf(project, pack, others, left)
  const records = recordIds(corpus)
  for (const id of left) {
    const words = told.get(id) ?? records.get(id) ?? (templates.anchors.has(id) ? id.replaceAll('-', ' ') : undefined)
    if (words !== undefined) found.set(id, { words })
  }
  return found
}

/** Where the works and claims that some sections cite have their entries. */
function citedIds(sections: readonly Section[]): ReadonlySet<string> {
  const cites = sections.flatMap(({ tree }) => [...nodesOf(tree, 'cite')])
  const ids = ({ identifier, claims = [] }: Cite) => [
    `source-${identifier}`,
    ...claims.map((claim) => `claim-${claim}`),
  ]
  return new Set(cites.flatMap(ids))
}

/** The words for the entry of each record, by the id that templates give it: `actor-knb`. */
function recordIds(corpus: Corpus): ReadonlyMap<string, string> {
  const names = kinds.flatMap(({ name }) => [...recordsOf(corpus, name).keys()].map((id) => [name, id] as const))
  return new Map(names.map(([kind, id]) => [`${kind}-${id}`, labelOf(corpus, nameOf(kind, id))]))
}
