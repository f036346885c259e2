import type { Blockquote, List, Paragraph, Parents, PhrasingContent, Root, RootContent } from 'mdast'
import type { Plugin } from 'unified'
import type { VFile } from 'vfile'
import { type DraftNode, didYouMean, isKeyOf, itemAt, lastOf, localeOf, nodesOf, walk } from '../../core/index.ts'
import { parseAttributes } from './attributes.ts'
import { complain } from './problem.ts'
import { dataOf } from './span-tree.ts'
import { checkEmpty, checkHead, checkParagraph, checkText } from './unsupported.ts'

/**
 * Boxes (`> [!NOTE]` of GitHub, `::: note` of pandoc), definition lists and line blocks as nodes that every writer has: a
 * quotation or a list with a role, and breaks. Reports what is none of them, and mathematics.
 */
export const reportBlocks: Plugin<[], Root> = () => (tree, file) => {
  for (const node of walk<DraftNode>(tree)) {
    if (!('children' in node)) continue
    joinDivisions(node, file)
    joinDefinitions(node, file)
    checkEmpty(node, file)
  }
  for (const node of nodesOf(tree, 'paragraph')) {
    checkParagraph(node, file)
    makeLines(node, file)
  }
  checkHead(tree, file)
  for (const node of nodesOf(tree, 'blockquote')) makeBox(node, file)
  for (const node of walk<DraftNode>(tree)) {
    const children: DraftNode[] = 'children' in node ? node.children : []
    for (const [at, child] of children.entries()) if (child.type === 'text') checkText(child, children[at - 1], file)
  }
}

export const sourceOf = ({ position }: DraftNode, file: VFile) =>
  String(file).slice(position?.start.offset, position?.end.offset)

function makeBox(quote: Blockquote, file: VFile): void {
  const [first] = quote.children
  const [text] = first?.type === 'paragraph' ? first.children : []
  if (first?.type !== 'paragraph' || text?.type !== 'text') return
  const [opening, kind = ''] = /^\[!([\w-]+)\][+-]?[ \t]*/.exec(text.value) ?? []
  if (opening === undefined || !sourceOf(text, file).startsWith('[!')) return
  text.value = text.value.slice(opening.length)
  const title = takeLine(first)
  if (first.children.length === 0) quote.children.shift()
  box(quote, kind, title, quote, file)
}

/** The first line of a paragraph, with what stands in it; the paragraph goes on with the next. */
function takeLine(paragraph: Paragraph): PhrasingContent[] {
  const { children } = paragraph
  const last = children.findIndex((it) => it.type === 'break' || (it.type === 'text' && it.value.includes('\n')))
  const line = children.splice(0, last === -1 ? children.length : last)
  const end = children.shift()
  if (end?.type === 'text') {
    const [first = '', ...rest] = end.value.split('\n')
    line.push(...asWords(first))
    children.unshift(...asWords(rest.join('\n')))
  }
  return line.filter((it) => it.type !== 'text' || it.value !== '')
}

const asWords = (words: string): PhrasingContent[] => (words === '' ? [] : [{ type: 'text', value: words }])

/** Gives a quotation the role of a box, and its title. */
function box(quote: Blockquote, name: string, title: readonly PhrasingContent[], at: DraftNode, file: VFile): void {
  const kind = name.toLowerCase().replace(/^callout-/, '')
  const { boxes } = localeOf(String(file.data.language))
  const isKnown = isKeyOf(boxes, kind)
  if (!isKnown && kind !== 'box') {
    const known = [...Object.keys(boxes), 'box']
    const notes = [...didYouMean(kind, known), `boxes are ${known.join(', ')}`]
    complain(file, at, `There is no box “${name}”`, notes)
  }
  const own = isKnown ? asWords(boxes[kind]) : []
  const words = title.length > 0 ? [...title] : own
  quote.data = { ...quote.data, role: isKnown ? `box ${kind}` : 'box' }
  if (words.length > 0) quote.children.unshift({ type: 'paragraph', children: [{ type: 'strong', children: words }] })
}

const fence = /^:{3,}[ \t]*([^\n]*?)[ \t]*:*$/

/** The blocks between `::: note` and `:::`, each on a line of its own, perhaps at the edge of a paragraph. */
function joinDivisions(parent: Parents, file: VFile): void {
  const children = parent.children as RootContent[]
  if (!children.some((child) => child.type === 'paragraph' && sourceOf(child, file).includes(':::'))) return
  const blocks = children.flatMap((child): RootContent[] =>
    child.type === 'paragraph' ? apart(child, file) : lifted(child, file),
  )
  const open: { readonly opening: Paragraph; readonly words: string; readonly from: number }[] = []
  const made: RootContent[] = []
  let stray: RootContent | undefined
  for (const block of blocks) {
    const words = block.type === 'paragraph' ? fenceOf(block, file) : undefined
    if (words && block.type === 'paragraph') open.push({ opening: block, words, from: made.length })
    const last = words === '' ? open.pop() : undefined
    if (last) made.push(division(last.opening, last.words, made.splice(last.from), file))
    // Of a row of fences that close nothing the first is told.
    else if (!words && !(words === '' && stray && stray === made.at(-1))) made.push(block)
    if (words === '' && !last) stray = made.at(-1)
  }
  const [outer, ...inner] = open
  if (outer)
    complain(file, outer.opening, 'The box is never closed', [
      'close it with “:::”, between empty lines',
      ...(inner.length > 0 ? [`boxes that begin below it and are not closed either: ${inner.length}`] : []),
    ])
  children.splice(0, children.length, ...made)
}

function division(opening: Paragraph, words: string, children: RootContent[], file: VFile): Blockquote {
  const attributes = parseAttributes(/^\{(.*)\}$/.exec(words)?.[1] ?? '')
  const [name = '', ...others] = attributes ? attributes.roles : words.split(/\s+/)
  const quote: Blockquote = { type: 'blockquote', children: children as Blockquote['children'] }
  if (opening.position) quote.position = opening.position
  if (attributes?.id) quote.data = dataOf({ id: attributes.id, roles: [], pairs: {} })
  box(quote, name, asWords(attributes?.pairs.title ?? (attributes ? '' : others.join(' '))), opening, file)
  return quote
}

/** What stands behind the colons of a fence, empty for one that closes; `undefined` for any other paragraph. */
function fenceOf({ children: [text, ...others] }: Paragraph, file: VFile): string | undefined {
  if (text?.type !== 'text' || others.length > 0 || !sourceOf(text, file).startsWith(':::')) return undefined
  return fence.exec(text.value)?.[1]
}

/** A paragraph whose first or last line is a fence, in pieces. */
function apart(paragraph: Paragraph, file: VFile): Paragraph[] {
  if (!/(?:^|\n):::/.test(sourceOf(paragraph, file))) return [paragraph]
  return pieces(paragraph, /\n(?=:::)|(?<=^:::[^\n]*)\n/, file)
}

/** A fence right below a list or a quotation, which Markdown reads as a line of its last paragraph, behind it. */
function lifted(block: RootContent, file: VFile): RootContent[] {
  let last: DraftNode | undefined = block
  while (last && last.type !== 'paragraph') last = 'children' in last ? last.children.at(-1) : undefined
  if (!last || !/\n:{3,}[ \t]*$/.test(sourceOf(last, file))) return [block]
  const [words, ...fences] = pieces(last, /\n(?=:{3,}[ \t]*$)/, file)
  if (words) Object.assign(last, words)
  return [block, ...fences]
}

/** Where the lines of a text begin in the source, behind what marks a quotation. */
function lineStarts(text: DraftNode, file: VFile): number[] {
  const from = text.position?.start.offset ?? 0
  return [
    from,
    ...[...sourceOf(text, file).matchAll(/\n[ \t>]*/g)].map(({ 0: mark, index }) => from + index + mark.length),
  ]
}

/** A paragraph cut at ends of lines where a text in it matches; each piece stands where its first words do. */
function pieces({ children, position }: Paragraph, cut: RegExp, file: VFile): Paragraph[] {
  const made: Paragraph[] = [{ type: 'paragraph', children: [] }]
  for (const child of children) {
    const parts = child.type === 'text' ? child.value.split(cut) : []
    if (child.type !== 'text' || parts.length === 1) {
      lastOf(made).children.push(child)
      continue
    }
    const starts = lineStarts(child, file)
    let line = 0
    for (const [at, value] of parts.entries()) {
      const start = { line: 1, column: 1, offset: itemAt(starts, line) }
      line += value.split('\n').length
      if (at > 0) made.push({ type: 'paragraph', children: [] })
      const end = { line: 1, column: 1, offset: starts[line] ?? child.position?.end.offset ?? 0 }
      if (value !== '') lastOf(made).children.push({ type: 'text', value, position: { start, end } })
    }
  }
  for (const piece of made) {
    const at = piece.children[0]?.position ?? position
    if (at) piece.position = { start: at.start, end: piece.children.at(-1)?.position?.end ?? at.end }
  }
  return made.filter(({ children: words }) => words.length > 0)
}

/** `Term`, then `: what it means` below it, with or without an empty line. */
function joinDefinitions(parent: Parents, file: VFile): void {
  const children = parent.children as RootContent[]
  const isMeaning = (node: RootContent | undefined): node is Paragraph =>
    node?.type === 'paragraph' && /^:[ \t]/.test(sourceOf(node, file))
  const made: RootContent[] = []
  for (const child of children) {
    const inside = child.type === 'paragraph' && /\n:[ \t]/.test(sourceOf(child, file))
    if (inside) joinBreaks(child)
    const [term, ...meanings] = inside ? pieces(child, /\n(?=:[ \t])/, file) : []
    const last = made.at(-1)
    if (term && meanings.length > 0 && !isMeaning(term)) define(made, term, meanings)
    else if (isMeaning(child) && last?.type === 'paragraph' && !isMeaning(last))
      define(made, made.pop() as Paragraph, inside ? [term!, ...meanings] : [child])
    else if (isMeaning(child) && isDefinitions(last)) lastOf(last.children).children.push(...[child].map(meaningOf))
    else {
      if (child.type === 'code' && isDefinitions(last) && !/^[`~]/.test(sourceOf(child, file).trim()))
        complain(file, child, 'Indented lines below a definition are code', [
          'write them into its paragraph, or behind another “: ”',
        ])
      made.push(child)
    }
  }
  children.splice(0, children.length, ...made)
}

/** Spaces at the end of a term are no break before what it means. */
function joinBreaks({ children }: Paragraph): void {
  for (const [at, text] of children.entries()) {
    const gap = children[at - 1]
    if (gap?.type !== 'break' || text.type !== 'text' || !/^:[ \t]/.test(text.value)) continue
    text.value = `\n${text.value}`
    if (text.position && gap.position) text.position = { ...text.position, start: gap.position.start }
    children.splice(at - 1, 1)
  }
}

const isDefinitions = (node: RootContent | undefined): node is List =>
  node?.type === 'list' && node.data?.role === 'definitions'

function define(made: RootContent[], term: Paragraph, meanings: readonly Paragraph[]): void {
  const strong: PhrasingContent = { type: 'strong', children: term.children }
  const item = {
    type: 'listItem' as const,
    spread: false,
    children: [{ ...term, children: [strong] }, ...meanings.map(meaningOf)],
  }
  const last = made.at(-1)
  if (isDefinitions(last)) last.children.push(item)
  else made.push({ type: 'list', ordered: false, spread: false, data: { role: 'definitions' }, children: [item] })
}

function meaningOf(paragraph: Paragraph): Paragraph {
  const [first] = paragraph.children
  if (first?.type !== 'text') return paragraph
  const { value } = first
  first.value = value.replace(/^:[ \t]+/, '')
  const [start, end] = [paragraph.position?.start, paragraph.position?.end]
  // It begins behind its colon, so that it is not taken for a meaning again.
  const offset = (start?.offset ?? 0) + value.length - first.value.length
  return { ...paragraph, ...(start && end && { position: { start: { ...start, offset }, end } }) }
}

/** Pandoc’s line block: each line begins with a bar, and stays a line; its indent stays, too. */
function makeLines(paragraph: Paragraph, file: VFile): void {
  if (!/^\| /.test(sourceOf(paragraph, file))) return
  const lines = pieces(paragraph, /\n(?=\|(?: |$))/, file)
  paragraph.children = lines.flatMap(({ children }, at): PhrasingContent[] => {
    const [first] = children
    if (first?.type === 'text')
      first.value = first.value.replace(/^\| ?/, '').replace(/^ +/, (spaces) => '\u00a0'.repeat(spaces.length))
    return at === 0 ? children : [{ type: 'break' }, ...children]
  })
}
