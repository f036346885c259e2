import { type OpenSection, walk } from './node.ts'

/** Numbers headings `1`, `1.1` … down to `depth` levels: the number is text before the words, and a hint in the data. */
export function numberHeadings(sections: readonly OpenSection[], depth: number): void {
  if (depth === 0) return
  const counts = [0, 0, 0, 0, 0, 0]
  for (const { tree } of sections) {
    for (const node of walk(tree)) {
      if (node.type !== 'heading') continue
      const level = Number(node.depth)
      if (level > depth) continue
      counts[level - 1] = (counts[level - 1] ?? 0) + 1
      counts.fill(0, level)
      const number = counts.slice(0, level).join('.')
      node.data = { ...node.data, number }
      node.children = [{ type: 'text', value: `${number}\u2002` }, ...(node.children ?? [])]
    }
  }
}
