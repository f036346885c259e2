/** Artefacts as text that a person can compare: what is said, in what structure, and nothing of how it is packed. */
import { parsePart, textOf, unpack } from '../docx/read.ts'

/** A page without its styles, fonts and pictures, a line to each block. */
export function readableHtml(html: string): string {
  return `${html
    .replace(/<style>[\s\S]*?<\/style>|<script\b[\s\S]*?<\/script>/g, '')
    .replace(/sha256-[A-Za-z0-9+/]+=*(?=&#x27;)/, 'sha256-…')
    .replace(/data:[a-z/+0-9-]+;base64,[A-Za-z0-9+/=]+/g, 'data:…')
    .replace(
      /<svg[\s\S]*?<\/svg>/g,
      (svg) => `<svg>${[...svg.matchAll(/>([^<>]+)</g)].map((it) => it[1]).join(' ')}</svg>`,
    )
    .replace(/\n+/g, ' ')
    .replace(/(?=<(?:h\d|p|li|table|tr|section|aside|figure|nav|main|header|footer|blockquote|dl|dt|body)\b)/g, '\n')
    .trim()}\n`
}

/** The paragraphs of a Word file, each with its style and the numbers of its comments, and those of its notes and comments. */
export function readableDocx(bytes: Uint8Array): string {
  const parts = unpack(bytes)
  const texts = ['word/document.xml', 'word/footnotes.xml', 'word/comments.xml'].filter((path) => parts.has(path))
  return texts.map((path) => `${path}\n${paragraphsOf(parsePart(parts, path)).join('\n')}\n`).join('\n')
}

function paragraphsOf(node: Parameters<typeof textOf>[0]): string[] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return []
    if (child.name === 'w:comment') return [`‹${child.attributes['w:id']}›`, ...paragraphsOf(child)]
    if (child.name !== 'w:p') return paragraphsOf(child)
    const style = /"w:pStyle","attributes":\{"w:val":"([^"]+)"/.exec(JSON.stringify(child))?.[1] ?? 'Normal'
    const comments = JSON.stringify(child).matchAll(/"w:commentReference","attributes":\{"w:id":"(\d+)"/g)
    const called = [...comments].map(([, id]) => ` ‹${id}›`).join('')
    return [`${style}: ${textOf(child).trim().replace(/\n/g, ' ⏎ ')}${called}`]
  })
}
