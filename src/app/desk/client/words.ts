/** Where words stand in a paragraph, in UTF-16 units. */
export interface Stretch {
  readonly para: number
  readonly from: number
  readonly to: number
}

/** What is selected in a text whose paragraphs have `data-para`; a selection over several is cut at the end of the first. */
export function selectedIn(root: HTMLElement): (Stretch & { readonly isCut: boolean }) | undefined {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  if (!root.contains(range.startContainer)) return undefined
  const all = [...root.querySelectorAll<HTMLElement>('[data-para]')]
  const first = all.find((it) => it.contains(range.startContainer)) ?? all.find((it) => range.intersectsNode(it))
  if (!first) return undefined
  const from = first.contains(range.startContainer) ? offsetIn(first, range.startContainer, range.startOffset) : 0
  const endsHere = first.contains(range.endContainer)
  const to = endsHere ? offsetIn(first, range.endContainer, range.endOffset) : (first.textContent ?? '').length
  if (from >= to) return undefined
  const next = all[all.indexOf(first) + 1]
  return {
    para: Number(first.dataset.para),
    from,
    to,
    isCut: !endsHere && next !== undefined && wordsBehind(range, next),
  }
}

/** A triple click ends at the start of the next paragraph, with none of its words. */
function wordsBehind(range: Range, next: HTMLElement): boolean {
  return next.contains(range.endContainer)
    ? offsetIn(next, range.endContainer, range.endOffset) > 0
    : range.intersectsNode(next) && !next.parentElement?.contains(range.endContainer)
}

function offsetIn(paragraph: HTMLElement, node: Node, offset: number): number {
  const before = document.createRange()
  before.selectNodeContents(paragraph)
  before.setEnd(node, offset)
  return before.toString().length
}

/** Shows words of a paragraph as selected. */
export function select(paragraph: HTMLElement, from: number, to: number): void {
  const [start, end] = [placeOf(paragraph, from), placeOf(paragraph, to)]
  if (start && end) getSelection()?.setBaseAndExtent(start.node, start.offset, end.node, end.offset)
}

function placeOf(paragraph: HTMLElement, at: number): { node: Node; offset: number } | undefined {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
  let left = at
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length } = node.textContent ?? ''
    if (left <= length) return { node, offset: left }
    left -= length
  }
  return undefined
}

/** Where the words of a text begin and end. */
export function wordsOf(text: string): readonly (readonly [number, number])[] {
  return [...text.matchAll(/\S+/g)].map((it) => [it.index, it.index + it[0].length] as const)
}
