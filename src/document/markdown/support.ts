import type { FootnoteDefinition, List, Root, Table, TableCell, TableRow, Text } from 'mdast'
import type { Plugin } from 'unified'
import type { VFile } from 'vfile'
import {
  type CitePrefix,
  type CiteSuffix,
  type DraftNode,
  depthOf,
  didYouMean,
  itemAt,
  nodesOf,
  replaceBelow,
  walk,
} from '../../core/index.ts'
import { complain } from './problem.ts'
import { sourceOf } from './report-blocks.ts'

/** Deeper nesting than this is no text that somebody reads, and would exhaust the stack of those who recurse. */
const maximumNesting = 64

/** Empties a text that is nested too deep. */
export const limitedNesting: Plugin<[], Root> = () => (tree, file) => {
  if (depthOf<DraftNode>(tree) <= maximumNesting) return
  complain(file, tree, `The text is nested more than ${maximumNesting} levels deep`)
  tree.children = []
}

/** Reports what writers could not print, or would print other than meant, and drops comments. */
export const supportedMarkdown: Plugin<[], Root> = () => (tree, file) => {
  dropComments(tree, file)
  const defined = new Map([...nodesOf(tree, 'footnoteDefinition')].map((node) => [node.identifier, node]))
  for (const node of walk<DraftNode>(tree)) {
    if (node.type === 'footnoteDefinition') checkNote(node, file)
    if (node.type === 'list' && node.ordered) checkNumbers(node, file)
    if (node.type === 'thematicBreak' && /-{2}[ \t]+-{2}/.test(sourceOf(node, file)))
      complain(file, node, 'A table drawn with spaces is not supported', [
        'write a table with “|”; a line across the page is “***”',
      ])
    if (node.type === 'citePrefix' || node.type === 'citeSuffix') checkAffix(node, file)
  }
  for (const node of nodesOf(tree, 'table')) {
    checkRows(node, file)
    for (const row of node.children) joinCells(row, file)
  }
  for (const node of nodesOf(tree, 'text')) checkCalls(node, [...defined.keys()], file)
}

/** Items count on from the first, whatever is written before them, as CommonMark has it; one number before all is a habit. */
function checkNumbers(list: List, file: VFile): void {
  const numbers = list.children.map((item) => Number.parseInt(sourceOf(item, file), 10))
  const [first = 1] = numbers
  if (numbers.some(Number.isNaN) || numbers.every((number) => number === first)) return
  const wrong = numbers.findIndex((number, i) => number !== first + i)
  if (wrong < 0) return
  complain(file, itemAt(list.children, wrong), `“${numbers[wrong]}.” would be printed as “${first + wrong}.”`, [
    'items of a list count on from the first; begin another list after a paragraph, or write its number in the text',
  ])
}

/** Reports notes that nobody calls, when captions are in the tree. */
export const calledNotes: Plugin<[], Root> = () => (tree, file) => {
  const called = new Set([...nodesOf(tree, 'footnoteReference')].map(({ identifier }) => identifier))
  const defined = new Map([...nodesOf(tree, 'footnoteDefinition')].map((node) => [node.identifier, node]))
  for (const [identifier, node] of defined) {
    if (called.has(identifier)) continue
    const reason = `The note “[^${identifier}]” is never called, and would not be printed`
    complain(file, node, reason)
  }
}

const inMarkdown: Readonly<Record<string, string>> = {
  b: '**bold**',
  strong: '**bold**',
  i: '*italic*',
  em: '*italic*',
  s: '~~struck out~~',
  del: '~~struck out~~',
  sup: '^raised^',
  sub: '~lowered~',
  code: '`code`',
  br: 'a backslash at the end of the line',
  p: 'an empty line between paragraphs',
  a: '[words](https://…)',
  img: '![a caption](images/a.png)',
  h1: '# A heading',
  h2: '## A heading',
  h3: '### A heading',
  hr: '*** between empty lines',
  li: '- an item of a list',
  ul: '- an item of a list',
  ol: '1. an item of a list',
  blockquote: '> a quotation',
}

/** A comment is dropped; other HTML has no meaning in a PDF or Word file. */
export function dropComments(tree: Root, file: VFile): void {
  const open = new Set<string>()
  const onOneLine = new Set(
    [...nodesOf(tree, 'tableCell'), ...nodesOf(tree, 'heading')].flatMap((node) => [...nodesOf(node, 'html')]),
  )
  for (const node of walk<DraftNode>(tree)) if ('children' in node) joinSpaces(node.children)
  replaceBelow<DraftNode>(tree, (node) => {
    if (node.type !== 'html') return undefined
    if (!/^(?:\s*<!--[\s\S]*?-->)+\s*$/.test(node.value)) {
      const [line = ''] = node.value.split('\n')
      const [, isEnd, name = ''] = /^<(\/?)([a-z][a-z0-9]*)/i.exec(line) ?? []
      // The end of a tag is told with its beginning.
      if (isEnd && open.delete(name)) return []
      if (!isEnd) open.add(name)
      const instead = Object.hasOwn(inMarkdown, name.toLowerCase()) ? inMarkdown[name.toLowerCase()] : undefined
      complain(file, node, `HTML is not supported: “${line.slice(0, 80)}”`, [
        instead && onOneLine.has(node) && /^(?:br|p|[uo]l|li)$/i.test(name)
          ? 'a cell or a heading is one line: write a row for each, or a comma'
          : instead
            ? `write ${instead}`
            : 'a “<” that is text is written “\\<”',
      ])
    }
    return []
  })
  replaceBelow<DraftNode>(tree, (node) => (node.type === 'paragraph' && node.children.length === 0 ? [] : undefined))
}

/** Of the spaces round a comment one is left, and none at the edge of what it stands in. */
function joinSpaces(children: readonly DraftNode[]): void {
  for (const [at, { type }] of children.entries()) {
    const [before, after] = [children[at - 1], children[at + 1]]
    if (type !== 'html') continue
    if (after?.type === 'text' && !(before?.type === 'text' && /\S$/.test(before.value)))
      after.value = after.value.replace(/^[ \t]+/, '')
    if (!after && before?.type === 'text') before.value = before.value.trimEnd()
  }
}

function checkNote(note: FootnoteDefinition, file: VFile): void {
  for (const node of nodesOf(note, 'footnoteReference')) {
    complain(file, node, `The note “[^${node.identifier}]” is called inside another note`)
  }
}

/** The words before and after a work in a citation go through the citation style, which knows italics and bold only. */
function checkAffix(affix: CitePrefix | CiteSuffix, file: VFile): void {
  const part = affix.type === 'citePrefix' ? 'prefix' : 'suffix'
  const report = (node: DraftNode, reason: string, notes?: readonly string[]) => complain(file, node, reason, notes)
  for (const node of walk<DraftNode>(affix)) {
    if (node.type === 'citeGroup') {
      report(node, `A citation stands inside the ${part} of another`, [
        'separate the works of one citation by semicolons',
      ])
    } else if (node.type === 'link' || node.type === 'image') {
      report(node, `A ${node.type} stands inside the ${part} of a citation`)
    } else if (node.type === 'footnoteReference') report(node, `A note is called inside the ${part} of a citation`)
  }
}

/** A cell without a header says nothing to a reader who hears the table, and a row that is short may be one that is cut. */
function checkRows({ children: [head, ...rows] }: Table, file: VFile): void {
  const wanted = head?.children.length ?? 0
  for (const row of rows) {
    const { length } = row.children
    if (length === wanted) continue
    const notes =
      length > wanted
        ? ['a vertical bar that is text is written “\\|”, in code too']
        : ['an empty cell is written too: “| |”']
    const cells = (count: number) => `${count} cell${count === 1 ? '' : 's'}`
    complain(file, row, `The row has ${cells(length)}, and the header ${wanted}`, notes)
  }
}

/** A cell with nothing between its bars, as in `| wide || c |`, belongs to the one before it, as in MultiMarkdown. */
function joinCells({ children }: TableRow, file: VFile): void {
  let wide: TableCell | undefined
  for (const cell of children) {
    const source = sourceOf(cell, file)
    const isJoined = cell.children.length === 0 && /^\|+$/.test(source)
    if (isJoined && wide) wide.data = { ...wide.data, span: (wide.data?.span ?? 1) + 1 }
    else wide = cell.children.length > 0 ? cell : undefined
    if (/^\|?\s*\^\^\s*\|?$/.test(source))
      complain(file, cell, 'A cell over several rows, “^^”, is not supported', [
        'write its words again, or leave the cell empty: “| |”',
      ])
  }
}

/** `[^x]` without a definition is left as text by GFM: a reader would see it. */
function checkCalls(text: Text, defined: readonly string[], file: VFile): void {
  const { start, end } = text.position ?? {}
  if (!text.value.includes('[^')) return
  const source = String(file).slice(start?.offset, end?.offset)
  for (const [, name = ''] of source.matchAll(/(?<!\\)\[\^([^\]\s]+)\]/g)) {
    const reason = `No note is defined for “[^${name}]” in this section`
    complain(file, text, reason, didYouMean(name, defined), 'cross-reference-resolves')
  }
}

/** Every node that the passes leave and `resolve` takes; `false` for those that they take out or report. */
const known: Readonly<Record<DraftNode['type'], boolean>> = {
  ...{ root: true, paragraph: true, heading: true, blockquote: true, list: true, listItem: true, table: true },
  ...{ tableRow: true, tableCell: true, code: true, thematicBreak: true, text: true, inlineCode: true, break: true },
  ...{
    emphasis: true,
    strong: true,
    delete: true,
    superscript: true,
    subscript: true,
    span: true,
    link: true,
    image: true,
  },
  ...{ footnoteReference: true, footnoteDefinition: true, citeGroup: true, cite: true, citePrefix: true },
  ...{
    citeSuffix: true,
    crossReference: true,
    usesCall: true,
    figureCall: true,
    slot: true,
    imageCall: true,
    captionedTable: true,
  },
  ...{ html: false, definition: false, linkReference: false, imageReference: false, yaml: false, division: false },
}

/** Takes out nodes that no writer knows, which only a plugin can have made, and reports them. */
export const knownNodes: Plugin<[], Root> = () => (tree, file) =>
  replaceBelow<DraftNode>(tree, (node) => {
    if (Object.hasOwn(known, node.type) && known[node.type]) return undefined
    complain(file, node, `A plugin left a “${node.type}”, which no writer knows`, [
      'make nodes of mdast of it, in a plugin that runs after it',
    ])
    return []
  })
