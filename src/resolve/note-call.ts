import type { Citation } from '../tree.ts'
import type { OpenNode } from './node.ts'

const punctuation = /^[.,;:!?…]+(?:["'”’»](?![\p{L}\p{N}]))?|^["'”’»](?![\p{L}\p{N}])[.,;:!?…]*/u

/**
 * Sets the calls that a note style made of citations: no space before them, and behind the punctuation that follows
 * where the language has it so. In an author's note, the full stop of a citation gives way to what follows it,
 * and a comma closes one that is part of the sentence.
 */
export function placeNote(node: OpenNode, behind: boolean): void {
  const children = node.children
  if (!children) return
  for (const [index, child] of children.entries()) {
    if (child.made) setCall(children, index, behind)
    else if (child.cited) dropStop(child, children[index + 1])
    else if (isWorded(child)) setWords(children, index)
    else placeNote(child, behind)
  }
}

function setCall(children: OpenNode[], index: number, behind: boolean): void {
  const previous = children[index - 1]
  if (previous?.type === 'text' && previous.value) previous.value = previous.value.replace(/[ \t\n\u00a0]+$/, '')
  let next = index + 1
  while (children[next]?.made || isGap(children, next)) next++
  const following = children[next]
  if (!behind || following?.type !== 'text' || !following.value) return
  const [found = ''] = punctuation.exec(following.value) ?? []
  if (found === '') return
  following.value = following.value.slice(found.length)
  if (previous?.type === 'text') previous.value = (previous.value ?? '') + withoutDouble(previous.value ?? '', found)
  else children.splice(index, 0, { type: 'text', value: found })
}

/** A citation in words, in brackets of some kind: not a note, and not a name in the sentence. */
function isWorded({ data }: OpenNode): boolean {
  const citation = data?.citation as Citation | undefined
  return citation !== undefined && !citation.narrative
}

/** Sets a citation in words apart from the words before it, and before the stop that a note would stand behind. */
function setWords(children: OpenNode[], index: number): void {
  const previous = children[index - 1]
  if (previous?.type !== 'text' || !previous.value || /[\s([“‘«]$/.test(previous.value)) return
  const [stop = ''] = /[.,;:!?…]+$/.exec(previous.value) ?? []
  previous.value = `${previous.value.slice(0, previous.value.length - stop.length)} `
  if (stop !== '') children.splice(index + 1, 0, { type: 'text', value: stop })
}

/** Nothing but space between two calls, which is taken away. */
function isGap(children: OpenNode[], index: number): boolean {
  const [gap, following] = [children[index], children[index + 1]]
  if (gap?.type !== 'text' || !following?.made || gap.value?.trim() !== '') return false
  gap.value = ''
  return true
}

/** “U.S. [@a].” has one full stop at its end, not two. */
function withoutDouble(words: string, found: string): string {
  return words.endsWith('.') && found.startsWith('.') ? found.slice(1) : found
}

function dropStop(citation: OpenNode, following: OpenNode | undefined): void {
  if (following === undefined) return
  let last: OpenNode | undefined = citation
  while (last?.children) last = last.children.at(-1)
  if (last?.value?.endsWith('.')) last.value = last.value.slice(0, -1)
  if (citation.inSentence && /^\s+[\p{L}\p{N}]/u.test(following.value ?? '')) following.value = `,${following.value}`
}
