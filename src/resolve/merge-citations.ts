import type { Cite, CiteGroup } from '../tree.ts'
import { type OpenNode, wordsOf } from './node.ts'

/**
 * Makes one group of citations that stand side by side; where each is a note, of all in a sentence, at its end. A work
 * that is cited twice in a group is named once, with all its paragraphs.
 */
export function mergeCitations(node: OpenNode, inSentences: boolean): void {
  const { children } = node
  if (!children) return
  for (const child of children) mergeCitations(child, inSentences)
  let second = children.findLastIndex(isGroup)
  for (let first = second - 1; first >= 0; first--) {
    if (!isGroup(children[first]!)) continue
    const between = children.slice(first + 1, second)
    const words = between.map(wordsOf).join('')
    if (inSentences ? sentenceEnd.test(words) : words.trim() !== '') {
      second = first
      continue
    }
    const [one, two] = [children[first], children[second]] as unknown as [CiteGroup, CiteGroup]
    one.children = joined([...one.children, ...two.children])
    const [before, after] = [children[first - 1], between[0]]
    // What stood on both sides of the first is set together again.
    if (before?.type === 'text' && /^[.,;:!?…)]/.test(after?.value ?? '')) before.value = before.value!.trimEnd()
    else if (after?.type === 'text' && /\s$/.test(before?.value ?? '')) after.value = after.value!.trimStart()
    const kept = between.filter((node) => node.type !== 'text' || node.value !== '')
    // The later place is kept: the first group moves there, and what stood between stays before it.
    children.splice(first, second - first + 1, ...kept, children[first]!)
    second = first + kept.length
  }
  for (const child of children) {
    if (isGroup(child)) (child as unknown as CiteGroup).children = joined((child as unknown as CiteGroup).children)
  }
}

const isGroup = (node: OpenNode) => node.type === 'citeGroup' && node.kind === 'parenthetical'
const sentenceEnd = /[.!?…]["'”’»)\]]*\s/u

/** The same works with the same words, each once. */
function joined(cites: readonly Cite[]): Cite[] {
  const made: Cite[] = []
  for (const cite of cites) {
    const same = made.find((other) => isAlike(other, cite))
    if (!same) made.push({ ...cite })
    else {
      if (same.locator && cite.locator)
        same.locator = { ...same.locator, value: numbersOf(same.locator.value, cite.locator.value) }
      same.claims = [...new Set([...(same.claims ?? []), ...(cite.claims ?? [])])]
    }
  }
  return made
}

function isAlike(one: Cite, other: Cite): boolean {
  const plain = (cite: Cite) =>
    cite.locator === undefined || /^\d+(?:-\d+)?(?:, \d+(?:-\d+)?)*$/.test(cite.locator.value)
  return (
    one.identifier === other.identifier &&
    one.partial === other.partial &&
    one.locator?.label === other.locator?.label &&
    plain(one) &&
    plain(other) &&
    JSON.stringify(one.children.map(withoutPlace)) === JSON.stringify(other.children.map(withoutPlace))
  )
}

const withoutPlace = ({ type, children }: Cite['children'][number]) => [
  type,
  wordsOf({ type, children } as unknown as OpenNode),
]

/** Two lists of numbers and ranges as one, `2, 4-6`. */
function numbersOf(...values: readonly string[]): string {
  const all = new Set<number>()
  for (const part of values.flatMap((value) => value.split(', '))) {
    const [from = 0, to = from] = part.split('-').map(Number)
    for (let number = from; number <= to; number++) all.add(number)
  }
  const runs: [number, number][] = []
  for (const number of [...all].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && last[1] === number - 1) last[1] = number
    else runs.push([number, number])
  }
  return runs.map(([from, to]) => (from === to ? from : `${from}-${to}`)).join(', ')
}
