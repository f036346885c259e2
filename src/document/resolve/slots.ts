import {
  type Bibliography,
  type BibliographyEntry,
  type Block,
  type Contents,
  type ContentsEntry,
  type Heading,
  type Node,
  nodesOf,
  type Root,
  type Section,
  type Slot,
  textOf,
  walk,
} from '../../core/index.ts'

/** Which works a bibliography lists: those held and cited, those known through others, those consulted only. */
const bibliographyGroups = ['held', 'quoted', 'consulted'] as const
export type BibliographyGroup = (typeof bibliographyGroups)[number]

/** The keys that the bibliographies of the text list together: what citations can link to. */
export function listedWorks(
  sections: readonly Section[],
  groupOf: (key: string) => BibliographyGroup,
  keys: Iterable<string>,
): Set<string> {
  const slots = sections.flatMap(({ tree }) => [...nodesOf(tree, 'slot')])
  const asked = new Set(slots.flatMap(({ name, options }) => (name === 'bibliography' ? [options.group ?? 'all'] : [])))
  return new Set([...keys].filter((key) => asked.has('all') || asked.has(groupOf(key))))
}

export interface Works {
  readonly entries: readonly BibliographyEntry[]
  readonly hanging: boolean
  groupOf(key: string): BibliographyGroup
}

/** Fills bibliographies in the order of the text: a work is listed once. */
export function bibliographies({ entries, hanging, groupOf }: Works) {
  const printed = new Set<string>()
  return ({ options: { group } }: Slot, complain: (reason: string) => void): Bibliography | undefined => {
    if (group !== undefined && !bibliographyGroups.some((known) => known === group)) {
      complain(`The bibliography has no group “${group}”; groups are ${bibliographyGroups.join(', ')}`)
    }
    const children = entries.filter(({ identifier }) => {
      const isAsked = (group === undefined || groupOf(identifier) === group) && !printed.has(identifier)
      if (isAsked) printed.add(identifier)
      return isAsked
    })
    return children.length > 0 ? { type: 'bibliography', hanging, children } : undefined
  }
}

/** A table of contents, or list of figures or tables, still without its entries, and down to which level it goes. */
export function emptyContents(
  { name, options }: Slot,
  complain: (reason: string) => void,
): readonly [Contents, number] {
  const depth = options.depth ?? '3'
  const levels = Number(depth)
  if (!Number.isInteger(levels) || levels < 1 || levels > 6)
    complain(`The depth “${depth}” is not a number from 1 to 6`)
  const of = name === 'figures' || name === 'tables' ? name : 'headings'
  return [{ type: 'contents', of, entries: [] }, levels]
}

/** Lists that share their section with other text: the heading above is that of the section, and stays with it. */
export function markInText(blocks: readonly Block[]): void {
  for (const [at, node] of blocks.entries()) {
    if (node.type !== 'contents') continue
    const isOther = ({ type }: Block) => type !== 'contents'
    const [before, after] = [blocks.slice(0, at).findLast(isOther), blocks.slice(at).find(isOther)]
    if ([before, after].some((it) => it !== undefined && it.type !== 'heading')) node.inText = true
  }
}

/** Fills the contents of a document with what stands in it outside notes, but for their own title. */
export function fillContents(contents: Iterable<readonly [Contents, number]>, body: Root): void {
  const nodes = body.children.flatMap((block) => (block.type === 'footnoteDefinition' ? [] : [...walk<Node>(block)]))
  for (const [list, levels] of contents) {
    const title = list.inText ? undefined : body.children[body.children.indexOf(list) - 1]
    list.entries = nodes.flatMap((node) =>
      node === title && node.type === 'heading' ? [] : entry(node, list.of, levels),
    )
  }
}

function entry(node: Node, of: Contents['of'], levels: number): ContentsEntry[] {
  const id = node.data?.id ?? ''
  if (node.type === 'heading' && of === 'headings') {
    if (node.depth > levels || isUnlisted(node)) return []
    const number = node.data?.number
    // A heading that has no other words keeps those before its source.
    const words = wordsOf([node]) || textOf<Node>(node).trim()
    if (typeof number !== 'string') return [{ id, depth: node.depth, text: words }]
    return [{ id, depth: node.depth, label: number, text: words.slice(number.length).trim() }]
  }
  if (node.type !== 'figure' || `${node.kind}s` !== of || !node.label) return []
  return [
    {
      id,
      depth: 1,
      label: node.label,
      text: wordsOf(node.caption),
    },
  ]
}

/** The words alone: of “Source: [@ash], rounded” the last. A citation that pandoc will word leaves the space before it. */
function wordsOf(nodes: readonly Node[]): string {
  const text = nodes.map((it) => textOf<Node>(it)).join('')
  const isCalled = nodes.some((node) =>
    [...walk<Node>(node)].some((it) => it.type === 'footnoteReference' || it.data?.citation),
  )
  const answered = isCalled ? text.replace(/(?<=^|[.;] )[^.;:,]*:(?=[.,;]|$)[.,;]? ?/g, '') : text
  return answered.replace(/ +(?= |[.,](?: |$))/g, '').trim()
}

/** As in pandoc: `## Title {.unlisted}` stands in no contents, nor does what a cover says. */
function isUnlisted({ data }: Heading): boolean {
  return (data?.role ?? '').split(' ').some((it) => it === 'unlisted' || it === 'cover')
}
