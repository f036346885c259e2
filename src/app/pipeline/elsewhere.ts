import { type Cite, Log, nodesOf, type Section } from '../../core/index.ts'
import { type Corpus, companionsOf, kinds, type Pack, packsInto, recordsOf, templatesOf } from '../../corpus/index.ts'
import {
  type Elsewhere,
  type Elsewheres,
  idsMissing,
  inShort,
  loadStyle,
  type UsesElsewhere,
  usesInDraft,
} from '../../document/index.ts'
import { labelOf, nameOf } from '../../evidence/index.ts'
import { type Drafted, draft, targetsOf } from './draft.ts'
import type { Project } from './project.ts'

/**
 * What a pack refers to, or cites, and does not print, though it could be printed: by its companions, by a template that
 * the pack leaves out, or as the entry of a record. Whatever is not here is nowhere.
 */
export async function findElsewhere(project: Project, { pack, sections }: Drafted): Promise<Elsewheres> {
  const { templates, corpus } = project
  const found = new Map<string, Elsewhere>()
  const missing = idsMissing(sections)
  const wanted = new Set([...missing, ...citedIds(sections)])
  for (const companion of companionsOf(pack, corpus.packs)) {
    const told = await targetsOf(project, companion, templatesOf(companion), wanted)
    for (const id of wanted) {
      const words = told.get(id)
      if (words === undefined) continue
      found.set(id, { words, pack: companion.id })
      wanted.delete(id)
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

/** Where the packs that lead into this one use the entries of its claims. */
export async function findUses(
  project: Project,
  { pack, sections }: Pick<Drafted, 'pack' | 'sections'>,
): Promise<readonly UsesElsewhere[]> {
  const { corpus, host } = project
  const printsUses = sections.some(({ tree }) => !nodesOf(tree, 'usesCall').next().done)
  const found: UsesElsewhere[] = []
  for (const other of printsUses ? packsInto(pack, corpus.packs) : []) {
    const style = await loadStyle(host, project.csl ?? other.style, other.language, new Log(), { file: other.id })
    if (!style) continue
    const theirs = await draft(project, other, new Log())
    const title = shortName(other, pack)
    found.push({ pack: other.id, title, uses: usesInDraft(theirs.sections, corpus.sources, style) })
  }
  return found
}

/** What tells a pack from another in a few words: its title, or, where that is the same, the beginning of its subtitle. */
function shortName({ id, title, subtitle = id, ...other }: Pack, pack: Pack): string {
  return title === pack.title ? inShort(subtitle) : (other['short-title'] ?? title)
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
