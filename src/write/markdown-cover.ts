import type { tree } from '../core/index.ts'
import { print } from '../document/index.ts'

/** A printable node: mdast's, and the few that `print` knows besides. */
export interface Printable {
  type: string
  children?: Printable[]
  data?: { id?: string | undefined; lang?: string | undefined; [hint: string]: unknown }
  [field: string]: unknown
}

/** For whom the Markdown is: for pandoc with attributes, for others with HTML. */
export type Reader = 'github' | 'myst' | 'pandoc'

/** The title, the authors and so on, as YAML, by the names that the reader knows; pandoc reads Markdown there. */
export function metadata(meta: tree.Meta, reader: Reader = 'pandoc'): string {
  const plain = reader === 'pandoc' ? inOneLine : (value: string) => value
  const isMyst = reader === 'myst'
  const fields: [string, unknown][] = [
    ['title', plain(meta.title)],
    ['subtitle', meta.subtitle && plain(meta.subtitle)],
    [isMyst ? 'authors' : 'author', meta.authors.map(plain)],
    isMyst
      ? ['affiliations', meta.organisation ? [meta.organisation] : []]
      : ['institute', meta.organisation && plain(meta.organisation)],
    ['date', meta.date.slice(0, 10)],
    ['lang', isMyst ? undefined : meta.language],
    ['description', plain(meta.description)],
    ['keywords', meta.keywords.map(plain)],
  ]
  const known = fields.filter(([, value]) => value !== undefined && value !== '' && !isEmptyList(value))
  return `---\n${known.map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`).join('')}---\n`
}

/** The marking is the first and the last line, and the watermark goes with it. */
export function marked({ marking, watermark }: tree.Meta, blocks: readonly Printable[]): readonly Printable[] {
  const words = [marking?.text, watermark].filter((each) => each !== undefined)
  if (words.length === 0) return blocks
  const line: Printable = {
    type: 'paragraph',
    children: [{ type: 'strong', children: [{ type: 'text', value: words.join(' · ') }] }],
  }
  return [line, ...blocks, line]
}

/** What the cover of other formats says besides: the question, and the printed facts. */
export function cover({ question, facts, words }: tree.Meta): Printable[] {
  const text = (value: string): Printable => ({ type: 'text', value })
  const paragraph = (child: Printable): Printable => ({ type: 'paragraph', children: [child] })
  const items = facts.map(({ label, value }) => ({
    type: 'listItem',
    spread: false,
    children: [paragraph(text(`${label}${words.colon}${value}`))],
  }))
  return [
    ...(question ? [paragraph({ type: 'strong', children: [text(question)] })] : []),
    ...(items.length > 0 ? [{ type: 'list', ordered: false, spread: false, children: items }] : []),
  ]
}

const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0

/** Text as Markdown in one line. */
function inOneLine(value: string): string {
  return print({
    type: 'root',
    children: [{ type: 'paragraph', children: [{ type: 'text', value }] }],
  }).trimEnd()
}
