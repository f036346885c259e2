import type { Printable } from './markdown-cover.ts'

/**
 * Blocks in a form that Markdown has: no empty paragraphs, quotes or lists, no empty markup, no break at the edge of a
 * line, the same emphasis once.
 */
export function tidyBlocks(nodes: readonly Printable[]): Printable[] {
  return nodes.flatMap((node) => {
    if (node.type === 'paragraph') return withContent(node, tidyLine(node.children ?? [], true))
    if (node.type === 'heading' || node.type === 'tableCell')
      return [{ ...node, children: tidyLine(node.children ?? [], false) }]
    if (!node.children) return [node]
    if (node.type === 'captionedTable') return [captioned(node)]
    const children = tidyBlocks(node.children)
    if (node.type === 'listItem') return [{ ...node, spread: isSpread(children), children }]
    if (node.type === 'list') return withContent({ ...node, spread: children.some(({ spread }) => spread) }, children)
    return node.type === 'blockquote' ? withContent(node, children) : [{ ...node, children }]
  })
}

/** A caption is one line. */
function captioned(node: Printable): Printable {
  const [table, caption] = node.children ?? []
  const words = tidyLine(caption?.children ?? [], false)
  return { ...node, children: [...tidyBlocks(table ? [table] : []), { type: 'paragraph', children: words }] }
}

/** Blocks of an item are apart, but for a list below its words. */
function isSpread([, second, ...others]: readonly Printable[]): boolean {
  return second !== undefined && (second.type !== 'list' || others.length > 0 || Boolean(second.spread))
}

function withContent(node: Printable, children: Printable[]): Printable[] {
  return children.length > 0 ? [{ ...node, children }] : []
}

function tidyLine(nodes: readonly Printable[], breaks: boolean): Printable[] {
  const tidied = tidy(nodes, { breaks, marks: [] })
  while (isSpace(tidied[0])) tidied.shift()
  while (isSpace(tidied.at(-1))) tidied.pop()
  const [first, last] = [tidied[0], tidied.at(-1)]
  if (first?.type === 'text') tidied[0] = { ...first, value: String(first.value).replace(/^[ \t]+/, '') }
  if (last?.type === 'text')
    tidied.splice(-1, 1, { ...last, value: String((tidied.at(-1) ?? last).value).replace(/[ \t]+$/, '') })
  return tidied
}

function isSpace(node: Printable | undefined): boolean {
  return node?.type === 'break' || (node?.type === 'text' && /^[ \t]*$/.test(String(node.value)))
}

interface State {
  /** May a line have breaks? A heading and a cell are one line. */
  readonly breaks: boolean
  /** The types of the markup around. */
  readonly marks: readonly string[]
}

const mayBreak = new Set(['emphasis', 'strong', 'delete', 'span', 'link'])
const once = new Set(['emphasis', 'strong', 'delete', 'superscript', 'subscript', 'link'])

function tidy(nodes: readonly Printable[], state: State): Printable[] {
  const result: Printable[] = []
  for (const node of withoutTildes(nodes.flatMap((child) => tidyNode(child, state)))) {
    const last = result.at(-1)
    if (node.type === 'break' && last?.type === 'break') continue
    if (node.type === 'break' && last?.type === 'text') last.value = String(last.value).replace(/[ \t]+$/, '')
    if (node.type === 'text' && last?.type === 'break') node.value = String(node.value).replace(/^[ \t]+/, '')
    if (last && isAlike(last, node)) result[result.length - 1] = joined(last, node, state)
    else result.push(node)
  }
  return result
}

/** The tildes of a subscript and of what is struck through would run together: beside it the subscript is words. */
function withoutTildes(nodes: readonly Printable[]): Printable[] {
  return nodes.flatMap((node, at) => {
    const meets = node.type === 'subscript' && [nodes[at - 1], nodes[at + 1]].some((it) => it && isStruck(it))
    return meets ? (node.children ?? []) : [node]
  })
}

/** Is it struck through, or does it hold words that are? */
function isStruck({ type, children = [] }: Printable): boolean {
  return type === 'delete' || children.some(isStruck)
}

function tidyNode(node: Printable, state: State): Printable[] {
  if (node.type === 'text') return node.value === '' ? [] : [{ ...node }]
  if (node.type === 'inlineCode' && node.value === '') return []
  if (node.type === 'break' && (!state.breaks || state.marks.some((mark) => !mayBreak.has(mark))))
    return [{ type: 'text', value: ' ' }]
  if (!node.children || node.type === 'citeGroup') return [node]
  const children = tidy(node.children, { ...state, marks: [...state.marks, node.type] })
  const isSaid = once.has(node.type) && state.marks.includes(node.type)
  const hasCall = (node.type === 'superscript' || node.type === 'subscript') && children.some(callsNote)
  const meetsTildes = node.type === 'subscript' && (state.marks.includes('delete') || children.some(isStruck))
  if (isSaid || hasCall || meetsTildes) return children
  // Emphasis begins and ends at a word: a break at its edge stands beside it.
  const isBreak = (child: Printable | undefined) => child?.type === 'break'
  const before = isBreak(children[0]) ? children.splice(0, 1) : []
  const after = isBreak(children.at(-1)) ? children.splice(-1, 1) : []
  const inside = children.length > 0 || node.type === 'span' ? [{ ...node, children }] : []
  return [...before, ...inside, ...after]
}

/** A raised call of a note would read as pandoc's note in the text, `^[…]`. */
function callsNote({ type, children = [] }: Printable): boolean {
  return type === 'footnoteReference' || children.some(callsNote)
}

/** Neighbours that Markdown would run together: two texts, two stretches of the same emphasis. */
function isAlike(a: Printable, b: Printable): boolean {
  return a.type === b.type && ['text', 'emphasis', 'strong', 'delete', 'superscript', 'subscript'].includes(a.type)
}

function joined(a: Printable, b: Printable, state: State): Printable {
  if (a.type === 'text') return { type: 'text', value: `${String(a.value)}${String(b.value)}` }
  return {
    ...a,
    children: tidy([...(a.children ?? []), ...(b.children ?? [])], { ...state, marks: [...state.marks, a.type] }),
  }
}
