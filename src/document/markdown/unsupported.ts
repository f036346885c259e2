import type { Paragraph, Root } from 'mdast'
import type { VFile } from 'vfile'
import { type DraftNode, itemAt } from '../../core/index.ts'
import { complain } from './problem.ts'
import { sourceOf } from './report-blocks.ts'

/** What other readers take for more than text. The source is looked at: what is escaped is text. */
const unsupported: readonly (readonly [pattern: RegExp, reason: string, note: string])[] = [
  [
    /(?<![\\$])\$\$?(?![\s$])[^$\n]*?(?<![\s\\])\$(?!\d)|^\$\$[ \t]*$/m,
    'Mathematics is not supported',
    'write it in characters of Unicode, or as a picture; a “$” that is text is written “\\$”',
  ],
  [
    /(?<!\\)\\(?:(?:begin|end|cite|ref|label|emph|text\w+|[hv]space)\{|(?:newpage|pagebreak|clearpage)\b)/,
    'TeX is not supported',
    'write it in characters of Unicode, or as a picture; pages break by themselves',
  ],
  [/^(?:\(@[\w-]*\)|#\.)[ \t]/m, 'A list that numbers itself is not supported', 'write “1.” before its first item'],
  [/^\*\[[^\]\n]+\]:/m, 'An abbreviation, “*[…]: …”, is not supported', 'write it in full, or into the glossary'],
  [/(?<![=\\])==(?![\s=])[^=\n]+(?<!\s)==(?!=)/, 'Marked words, “==…==”, are not supported', 'write “**…**”'],
  [/(?<![\\\]])\^\[/, 'A note inside the text, “^[…]”, is not supported', 'write “[^name]”, and “[^name]: …” below'],
  [/^\+[-=:]+\+/, 'A table drawn with “+” is not supported', 'write a table with “|”'],
  [/^:{3,}/, '“:::” opens or closes no box', 'put it on a line of its own, between empty lines'],
  [
    /(?<!\\)(?:!\[[^\]\n]*\]\(|\[[^\]\n]+\]\((?=https?:|mailto:|[#<]))/,
    'A picture or link cannot be read',
    'an address with spaces stands in “<…>”, and a quotation mark in a title is written “\\"”',
  ],
  [/^(?:-{3,}[ \t]+)+-{3,}$/m, 'A table drawn with spaces is not supported', 'write a table with “|”'],
  [
    /(?<!\\)(?:\\\\)*\\(?:\s|$)/,
    'A backslash before a space or the end of a paragraph is printed, and breaks no line',
    'take it out; one that is text is written “\\\\”, and a space that holds words together is the character U+00A0',
  ],
  [
    /(?<![\\\]])\[[^[\]\n]+\]\[(?![\^@])[^[\]\n]+\]/,
    'Nothing defines the address of a link',
    'define it below, “[name]: https://…”; a bracket that is text is written “\\[”',
  ],
  [/(?<!\\)\[\[[^[\]\n@]+\]\]/, 'A link of a wiki, “[[…]]”, is not supported', 'write “[words](address)”'],
  [
    /(?<![\w+\\])\+\+(?![\s+])[^+\n]*(?<!\s)\+\+(?!\+)/,
    'Inserted words, “++…++”, are not supported',
    'leave the marks out',
  ],
  [/(?<!\\)\{(?:\+\+|--|~~|==|>>)/, 'A mark of an edit, “{++…++}”, is not supported', 'take the edit, or leave it out'],
  [/(?<!\\)\{%/, 'Tags in “{%…%}” are not supported', 'templates have “{{#if …}}” and “{{#each …}}”'],
]

/** The same, for what a whole paragraph begins with. */
const openings: readonly (readonly [pattern: RegExp, reason: string, note: string])[] = [
  [
    /^#{1,6}(?=[\p{L}\p{Pi}"*_])/u,
    'A heading has a space behind “#”',
    'put one there; a “#” that is text is written “\\#”',
  ],
  [/^(?:\[TOC\]|\[\[_?toc_?\]\]|\$\{toc\})$/i, 'The contents are called in another way', 'write {{list "contents"}}'],
]

/** What people put before the items of a list, and Markdown does not know: the lines would run into one. */
const marked = /^(?:\(?(?:[a-z]|[ivx]{1,5}|\d{1,3})\)|(?:[a-z]|[ivx]{1,5})\.|[•‣▪●◦·–—])[ \t]+\S/

export function checkParagraph(paragraph: Paragraph, file: VFile): void {
  const source = sourceOf(paragraph, file)
  const told = (reason: string, ...notes: string[]) => complain(file, paragraph, reason, notes)
  for (const [pattern, reason, note] of openings) if (pattern.test(source)) told(reason, note)
  const lines = source.split(/\n[ \t>]*/)
  const isBroken = (line: string) => /(?:\\| {2})$/.test(line)
  if (marked.test(source) && lines.some((line, at) => at > 0 && marked.test(line) && !isBroken(itemAt(lines, at - 1))))
    told(
      'The lines of a list with such marks run into one',
      'begin them with “-” or “1.”, or end each with a backslash',
    )
}

/** What leaves a gap where it stands. */
export function checkEmpty(node: DraftNode, file: VFile): void {
  const told = (reason: string, ...notes: string[]) => complain(file, node, reason, notes)
  if (!('children' in node)) return
  if (node.type === 'table' && node.children.length === 1)
    told('The table has no rows', 'leave it out where there is nothing to list: {{#if …}}')
  if (node.children.length > 0) return
  if (node.type === 'heading') told('The heading has no words')
  if (node.type === 'listItem') told('The item of the list is empty')
  if (node.type === 'link' && /^(?:https?|mailto):/i.test(node.url))
    told('The link has no words, and would not be printed')
}

/** Lines for another program, at the head of the file. */
const frontMatter = /^(?:---[ \t]*\n(?:\w[\w-]*:[^\n]*\n|[ \t#-][^\n]*\n)+(?:---|\.\.\.)[ \t]*(?:\n|$)|% \S)/

export function checkHead(tree: Root, file: VFile): void {
  const [first] = tree.children
  if (first && frontMatter.test(String(file)))
    complain(file, first, 'A head of fields is not read here', [
      'title, authors and dates stand in the file of the pack',
    ])
}

export function checkText(
  text: Extract<DraftNode, { type: 'text' }>,
  before: DraftNode | undefined,
  file: VFile,
): void {
  const offset = text.position?.start.offset
  if (offset === undefined) return
  const source = sourceOf(text, file)
  const told = (index: number, reason: string, note: string) => {
    const start = { line: 1, column: 1, offset: offset + index }
    complain(file, { ...text, position: { start, end: start } }, reason, [note])
  }
  for (const [pattern, reason, note] of unsupported) {
    // What a plugin of the project took is no longer in the text.
    const index = pattern.test(text.value) ? pattern.exec(source)?.index : undefined
    if (index !== undefined) told(index, reason, note)
  }
  if ((before?.type === 'link' || before?.type === 'inlineCode') && /^\{[#.\w][^{}\n]*\}/.test(source))
    told(0, 'Links and code take no attributes', 'words in brackets do: [words]{lang=ru}')
}
