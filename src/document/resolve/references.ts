import type { Heading } from 'mdast'
import { type DraftNode, type Locale, type Section, textOf, walk } from '../../core/index.ts'
import type { Figures } from './figures.ts'
import type { Target } from './ids.ts'

/** What a pack refers to and does not print. */
export interface Elsewhere {
  /** How it is called in running text; may be empty. */
  readonly words: string
  /** The companion pack that prints it. */
  readonly pack?: string | undefined
}

/** By id. */
export type Elsewheres = ReadonlyMap<string, Elsewhere>

/** The ids that sections refer to and do not give themselves. */
export function idsMissing(sections: readonly Pick<Section, 'tree'>[]): ReadonlySet<string> {
  const nodes = sections.flatMap(({ tree }) => [...walk<DraftNode>(tree)])
  const missing = new Set(nodes.flatMap((node) => identifierOf(node) ?? []))
  for (const { data } of nodes) if (data?.id !== undefined) missing.delete(data.id)
  return missing
}

/** How each id that some sections give is called where they are not printed, so that it has no number. */
export function targetWords(sections: readonly Pick<Section, 'tree'>[]): ReadonlyMap<string, string> {
  const nodes = sections.flatMap(({ tree }) => [...walk<DraftNode>(tree)])
  return new Map(nodes.flatMap((node) => (node.data?.id === undefined ? [] : [[node.data.id, ownWords(node)]])))
}

/** What a target is called by itself: its label, or its heading or caption. */
export const ownWords = (node: DraftNode): string =>
  labelOf(node) ?? plainWords(node.type === 'captionedTable' ? node.children[1] : node)

/** The id that a node refers to; `undefined` where it refers to none. */
export function identifierOf(node: DraftNode): string | undefined {
  if (node.type === 'crossReference') return node.identifier
  return node.type === 'link' && node.url.startsWith('#') ? node.url.slice(1) : undefined
}

/** `Figure 2`, a heading’s own label, `section 3.1`, or the words of the target themselves. */
export function phrase(
  target: Target,
  id: string,
  { figures, numbers, words }: { figures: Figures; numbers: ReadonlyMap<Heading, string>; words: Locale['references'] },
): string {
  switch (target.type) {
    case 'work':
      return target.title
    case 'captionedTable':
    case 'figureCall':
    case 'imageCall':
      return figures.get(target)?.label || id
    case 'heading': {
      const number = numbers.get(target)
      const label = labelOf(target) ?? (number === undefined ? undefined : `${words.section}\u00a0${number}`)
      return label ?? (plainWords(target) || id)
    }
    default:
      return plainWords(target) || id
  }
}

/** Where a note stood among them, one space is left. */
const plainWords = (node: DraftNode) =>
  textOf<DraftNode>(node)
    .replace(/[ \t\n]+/g, ' ')
    .trim()

/** What a heading is called where it is referred to, `{label="KJ 2"}`. */
export function labelOf({ data }: DraftNode): string | undefined {
  return data?.label ? String(data.label) : undefined
}
