import { encode, type Meta, type Node, type Root } from '../core/index.ts'
import { toMarkdown } from './markdown.ts'
import { metadata, type Printable } from './markdown-cover.ts'
import type { Artefacts } from './writer.ts'

/** What goes to pandoc: the text with its citations, the works as CSL-JSON, the style as CSL. */
export interface PandocInput {
  readonly meta: Meta
  /** A citation is a span that carries its `citeGroup`; pandoc fills the bibliography. */
  readonly body: Root
  readonly works: readonly object[]
  /** Keys of works that are listed without being cited. */
  readonly uncited: readonly string[]
  readonly style: string
}

/** Writes `<name>.pandoc.md`, `<name>.csl.json`, `<name>.csl` and the figures, for those who go on with pandoc or Quarto. */
export function writePandoc({ meta, body, works, uncited, style }: PandocInput): Artefacts {
  const { name } = meta
  const { markdown, figures } = toMarkdown({ meta, body }, `${name}.figures`, 'pandoc', forPandoc)
  const fields = [
    `bibliography: ${JSON.stringify(`${name}.csl.json`)}`,
    `csl: ${JSON.stringify(`${name}.csl`)}`,
    'link-citations: true',
    ...(uncited.length > 0 ? [`nocite: ${JSON.stringify(uncited.map((key) => `@${key}`).join(', '))}`] : []),
  ]
  const head = metadata(meta)
  const text = markdown.slice(head.length)
  return new Map([
    [
      `${name}.pandoc.md`,
      encode(`${head.slice(0, -'---\n'.length)}${fields.join('\n')}\n---\n\n${howTo(name)}${text}`),
    ],
    [`${name}.csl.json`, encode(`${JSON.stringify(works, undefined, 2)}\n`)],
    [`${name}.csl`, encode(style)],
    ...figures,
  ])
}

/** Citations that pandoc words itself, and the place of the bibliography that it makes of them. */
function forPandoc(node: Node): Printable[] | undefined {
  if (node.type === 'bibliography') return [{ type: 'division', data: { id: 'refs' } }]
  return node.type === 'span' && node.data?.citeGroup ? [node.data.citeGroup as Printable] : undefined
}

/** A comment that pandoc does not print. */
function howTo(name: string): string {
  return `<!--
Go on with pandoc 2.11 or newer, in this folder:
  pandoc -f markdown-smart --citeproc --toc -s -o ${name}.html ${name}.pandoc.md
or, with librsvg for the figures, -o ${name}.docx;
or with Quarto: rename the file to ${name}.qmd and run
  quarto render ${name}.qmd --to docx
The citations come from ${name}.csl.json; another style is another CSL file: --csl FILE.
-->
`
}
