import type { VFile } from 'vfile'
import type { DraftNode } from '../../core/index.ts'
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
]

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
    complain(file, 'markdown-is-supported', { ...text, position: { start, end: start } }, reason, [note])
  }
  for (const [pattern, reason, note] of unsupported) {
    // What a plugin of the project took is no longer in the text.
    const index = pattern.test(text.value) ? pattern.exec(source)?.index : undefined
    if (index !== undefined) told(index, reason, note)
  }
  if ((before?.type === 'link' || before?.type === 'inlineCode') && /^\{[#.\w][^{}\n]*\}/.test(source))
    told(0, 'Links and code take no attributes', 'words in brackets do: [words]{lang=ru}')
}
