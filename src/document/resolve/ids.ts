import type { Heading } from 'mdast'
import { type DraftNode, entryOf, type Log, type Section, textOf } from '../../core/index.ts'
import { kinds } from '../../corpus/index.ts'
import type { Figures } from './figures.ts'
import { reading } from './reading.ts'
import { ownWords } from './references.ts'

/** What an id names: a node of a draft, or a work of the bibliography by its title. */
export type Target = DraftNode | { readonly type: 'work'; readonly title: string }
export type Targets = Map<string, Target>

/**
 * Gives every heading and figure an id, unique in the document: the author's own, else a slug of its words or name.
 * Reports an id that is given twice; what several sections print, a record or a subject under the same heading, has its
 * own in the first.
 */
export function assignIds(
  sections: readonly Section[],
  figures: Figures,
  log: Log,
): { readonly ids: ReadonlyMap<DraftNode, string | undefined>; readonly targets: Targets } {
  const [ids, targets]: [Map<DraftNode, string | undefined>, Targets] = [new Map(), new Map()]
  const firstIn = new Map<string, Section>()
  const unnamed: (readonly [node: DraftNode, wish: string])[] = []
  for (const section of sections) {
    for (const node of reading(section.tree, figures)) {
      const id = node.data?.id
      if (id === undefined) {
        const wish = defaultId(node, figures)
        if (wish !== undefined) unnamed.push([node, wish])
        continue
      }
      const report = (reason: string, details = {}) => log.report('id-is-unique', section.place(node), reason, details)
      if (reserved.test(id)) report(`The id “#${id}” begins like those that citations and notes get`)
      else if (!targets.has(id)) {
        targets.set(id, node)
        firstIn.set(id, section)
      } else if (firstIn.get(id) !== section && (ofRecord.test(id) || isSameThing(node, entryOf(targets, id)))) {
        if (defaultId(node, figures) === undefined) ids.set(node, undefined)
        else unnamed.push([node, id])
      } else {
        const first = entryOf(firstIn, id).place(targets.get(id) as DraftNode)
        const notes = [`first at ${first.file}:${first.start?.line ?? 1}: give one of the two another`]
        report(`The id “#${id}” is given twice in this pack`, { actual: id, notes })
      }
    }
  }
  const counts = new Map<string, number>()
  for (const [node, wish] of unnamed) {
    const id = unique(wish, targets, counts)
    ids.set(node, id)
    targets.set(id, node)
  }
  return { ids, targets }
}

/** Two accounts of a subject, a short and a long one, have one heading. */
const isSameThing = (one: DraftNode, other: Target): boolean =>
  one.type === other.type && ownWords(one) !== '' && ownWords(one) === ownWords(other)

function defaultId(node: DraftNode, figures: Figures): string | undefined {
  if (node.type === 'heading') return slug(textOf<DraftNode>(node)) || 'section'
  if (node.type !== 'captionedTable' && node.type !== 'figureCall' && node.type !== 'imageCall') return undefined
  const { kind, image } = entryOf(figures, node)
  const name = slug(image?.url.replace(/\.\w+$/, '') ?? '')
  return name ? `${kind}-${name}` : kind
}

/** Numbers headings `1`, `1.1` … down to `depth` levels; the title of the contents has no number. */
export function numberHeadings(sections: readonly Section[], figures: Figures, depth: number): Map<Heading, string> {
  const numbers = new Map<Heading, string>()
  const counts = [0, 0, 0, 0, 0, 0]
  for (const { tree } of sections) {
    const titles = new Set(tree.children.filter((_, at) => isContents(tree.children[at + 1])))
    for (const node of reading(tree, figures)) {
      if (node.type !== 'heading' || node.depth > depth || titles.has(node) || node.data?.role === 'cover') continue
      counts[node.depth - 1] = (counts[node.depth - 1] ?? 0) + 1
      counts.fill(0, node.depth)
      numbers.set(node, counts.slice(0, node.depth).join('.'))
    }
  }
  return numbers
}

const isContents = (node: DraftNode | undefined) => node?.type === 'slot' && node.name === 'contents'

/** Ids of citations, notes and works, which `resolve` gives. */
const reserved = /^(?:cite|note|ref)-/

/** Lower-case Latin letters and digits, joined by hyphens, from a letter on; empty when there are none. */
function slug(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '')
}

/** Ids that sections give to the records that they print. */
const ofRecord = new RegExp(`^(?:${kinds.map(({ name }) => name).join('|')})-`)

/** `wish`, or it with the next free number: `counts` has the last number that each was given. */
function unique(wish: string, taken: ReadonlyMap<string, unknown>, counts: Map<string, number>): string {
  const base = reserved.test(wish) ? `on-${wish}` : wish
  if (!taken.has(base)) return base
  let number = (counts.get(base) ?? 1) + 1
  while (taken.has(`${base}-${number}`)) number++
  counts.set(base, number)
  return `${base}-${number}`
}
