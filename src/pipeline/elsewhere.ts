import { recordsOf } from '../corpus/corpus.ts'
import { kinds } from '../corpus/kinds.ts'
import { labelOf, nameOf } from '../evidence/graph.ts'
import { type Elsewhere, type Elsewheres, idsMissing, targetWords } from '../resolve/references.ts'
import type { Drafted } from './draft.ts'
import type { Project } from './project.ts'

/**
 * What a pack refers to and does not print, though it could be printed: by a template that the pack leaves out, or as
 * the entry of a record. Whatever is not here is nowhere.
 */
export async function findElsewhere(project: Project, { pack, sections, further }: Drafted): Promise<Elsewheres> {
  const missing = idsMissing(sections)
  if (missing.size === 0) return new Map()
  const { templates } = project
  const others = await further(templates.sections.filter((name) => !pack.sections.includes(name)))
  const told = targetWords(others)
  const records = recordIds(project)
  const found = new Map<string, Elsewhere>()
  for (const id of missing) {
    const words = told.get(id) ?? records.get(id) ?? (templates.anchors.has(id) ? id.replaceAll('-', ' ') : undefined)
    if (words !== undefined) found.set(id, { words })
  }
  return found
}

/** The words for the entry of each record, by the id that templates give it: `actor-knb`. */
function recordIds({ corpus }: Project): ReadonlyMap<string, string> {
  const names = kinds.flatMap(({ name }) => [...recordsOf(corpus, name).keys()].map((id) => [name, id] as const))
  return new Map(names.map(([kind, id]) => [`${kind}-${id}`, labelOf(corpus, nameOf(kind, id))]))
}
