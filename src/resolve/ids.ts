import type { Log } from '../log.ts'
import { type OpenNode, type OpenSection, walk, wordsOf } from './node.ts'

/** What an id names, by id. */
export type Targets = Map<string, OpenNode>

/**
 * Gives every heading and figure an id, unique in the document: the author's own, else a slug of its words or name.
 * Reports an id that is given twice.
 */
export function assignIds(sections: readonly OpenSection[], log: Log): Targets {
  const targets: Targets = new Map()
  const unnamed: (readonly [node: OpenNode, wish: string])[] = []
  for (const { tree, source } of sections) {
    for (const node of walk(tree)) {
      const id = node.data?.id
      if (id === undefined) {
        const wish = defaultId(node)
        if (wish !== undefined) unnamed.push([node, wish])
        continue
      }
      const first = targets.get(id)
      if (reserved.test(id)) {
        log.report('id-is-unique', source.place(node), `The id “#${id}” begins like those that citations and notes get`)
      } else if (!first) targets.set(id, node)
      else log.report('id-is-unique', source.place(node), `The id “#${id}” is given twice in this pack`, { actual: id })
    }
  }
  const counts = new Map<string, number>()
  for (const [node, wish] of unnamed) {
    const id = unique(wish, targets, counts)
    node.data = { ...node.data, id }
    targets.set(id, node)
  }
  return targets
}

function defaultId(node: OpenNode): string | undefined {
  if (node.type === 'heading') return slug(wordsOf(node)) || 'section'
  if (node.type !== 'figure') return undefined
  const image = node.children?.find(({ type }) => type === 'image')
  const name = image ? slug(String(image.url).replace(/\.\w+$/, '')) : ''
  return name ? `${String(node.kind)}-${name}` : String(node.kind)
}

/** Ids of citations, notes and works, which `resolve` gives. */
const reserved = /^(?:cite|note|ref)-/

/** Lower-case Latin letters and digits, joined by hyphens, from a letter on; empty when there are none. */
export function slug(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '')
}

/** `wish`, or it with the next free number: `counts` has the last number that each was given. */
function unique(wish: string, taken: ReadonlyMap<string, unknown>, counts: Map<string, number>): string {
  const base = reserved.test(wish) ? `on-${wish}` : wish
  if (!taken.has(base)) return base
  let number = (counts.get(base) ?? 1) + 1
  while (taken.has(`${base}-${number}`)) number++
  counts.set(base, number)
  return `${base}-${number}`
}
