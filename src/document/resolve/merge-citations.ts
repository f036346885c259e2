import { type Cite, type CiteGroup, type DraftNode, inRanges, itemAt, type Section, textOf } from '../../core/index.ts'

/**
 * The sections with one group of citations where several stand side by side; where each is a note, one of all in a
 * sentence, at its end. A work that is cited twice in a group is named once, with all its paragraphs. The trees are new.
 */
export function withMergedCitations(sections: readonly Section[], inSentences: boolean): readonly Section[] {
  return sections.map((section) => {
    const tree = copyOf(section.tree)
    merge(tree, inSentences)
    return { ...section, tree }
  })
}

/** The nodes are new; what is said of them is shared, and nothing of it is changed in place. */
function copyOf<N extends DraftNode>(node: N): N {
  return 'children' in node
    ? { ...node, children: node.children.map((child) => copyOf<DraftNode>(child)) }
    : { ...node }
}

function merge(node: DraftNode, inSentences: boolean): void {
  if (!('children' in node)) return
  const children: DraftNode[] = node.children
  // A citation in an author's note is none itself.
  for (const child of children) merge(child, inSentences && child.type !== 'footnoteDefinition')
  let second = children.findLastIndex(isGroup)
  for (let first = second - 1; first >= 0; first--) {
    const [one, two] = [children[first], children[second]]
    if (!one || !two || !isGroup(one) || !isGroup(two)) continue
    const between = children.slice(first + 1, second)
    const words = between.map((it) => textOf<DraftNode>(it)).join('')
    // “[@a]; [@b]” is “[@a; @b]”.
    if (/^\s*[;,]\s*$/.test(words)) between.length = 0
    else if (words.trim() !== '' && !(inSentences && isOneSentence(wordsBefore(children, first), words))) {
      second = first
      continue
    }
    one.children = [...one.children, ...two.children]
    const [before, after] = [children[first - 1], between[0]]
    // What stood on both sides of the first is set together again.
    if (before?.type === 'text' && after?.type === 'text' && /^[.,;:!?…)]/.test(after.value))
      before.value = before.value.trimEnd()
    else if (after?.type === 'text' && before?.type === 'text' && /\s$/.test(before.value))
      after.value = after.value.trimStart()
    const kept = between.filter((it) => it.type !== 'text' || it.value !== '')
    // The later place is kept: the first group moves there, and what stood between stays before it.
    children.splice(first, second - first + 1, ...kept, one)
    second = first + kept.length
  }
  for (const child of children) if (isGroup(child)) child.children = joined(child.children)
}

const isGroup = (node: DraftNode): node is CiteGroup => node.type === 'citeGroup' && node.kind === 'parenthetical'
const sentenceEnd = /[.!?…]["'”’»)\]]*\s/u

/** Whether a citation between these words can stand at the end of their sentence: not one that answers a colon. */
function isOneSentence(before: string, after: string): boolean {
  const end = /[.!?…]["'”’»)\]]*$/u.exec(before)?.[0] ?? ''
  // A citation in brackets is of what they hold, and not of what stands before them.
  return !sentenceEnd.test(end + after) && !/:\s*$/.test(before) && !/[([][^)\]]*$/.test(after)
}

/** The words that notes and citations before `at` stand behind. */
function wordsBefore(children: readonly DraftNode[], at: number): string {
  let node = at - 1
  while (node >= 0 && (isGroup(itemAt(children, node)) || itemAt(children, node).type === 'footnoteReference')) node--
  return node < 0 ? '' : textOf<DraftNode>(itemAt(children, node))
}

/** The same works with the same words, each once. */
function joined(cites: readonly Cite[]): Cite[] {
  const made: Cite[] = []
  const known = new Map<string, Cite>()
  for (const cite of cites) {
    const key = keyOf(cite)
    const same = known.get(key)
    if (same) {
      if (same.locator && cite.locator)
        same.locator = { ...same.locator, value: placesOf(same.locator.value, cite.locator.value) }
      same.claims = [...new Set([...(same.claims ?? []), ...(cite.claims ?? [])])]
      continue
    }
    const own = { ...cite }
    made.push(own)
    known.set(key, own)
  }
  return made
}

/** What citations that can be one have in common. */
function keyOf({ identifier, partial, locator, children }: Cite): string {
  return JSON.stringify([identifier, partial, locator?.label, children.map(withoutPlace)])
}

const withoutPlace = ({ type, children }: Cite['children'][number]) => [
  type,
  children.map((it) => textOf<DraftNode>(it)).join(''),
]

const areNumbers = (value: string) => /^\d+(?:-\d+)?(?:, \d+(?:-\d+)?)*$/.test(value)

/** The places of two citations: numbers in their order, others as they were written. */
function placesOf(one: string, two: string): string {
  if (areNumbers(one) && areNumbers(two)) return numbersOf(one, two)
  return one === two ? one : `${one}, ${two}`
}

/** Two lists of numbers and ranges as one, `2, 4-6`. */
function numbersOf(...values: readonly string[]): string {
  const all = new Set<number>()
  for (const part of values.flatMap((value) => value.split(', '))) {
    const [from = 0, to = from] = part.split('-').map(Number)
    for (let number = from; number <= to; number++) all.add(number)
  }
  return inRanges([...all].sort((a, b) => a - b))
}
