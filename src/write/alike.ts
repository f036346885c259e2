/** What all formats do alike. */
import { type Block, type Contents, type Link, type Meta, type Node, type Paragraph, textOf } from '../core/index.ts'

/** The file of the pack beside this one that a link leads into; `undefined` where there is none in this format. */
export function fileBeside(
  { pack }: Pick<Link, 'pack'>,
  beside: Meta['beside'],
  format: 'pdf' | 'docx' | 'html' | 'md' | 'myst',
): string | undefined {
  const isThere = beside?.some(({ name, formats }) => name === pack && formats.includes(format))
  return isThere ? `${pack}.${format === 'myst' ? 'myst.md' : format}` : undefined
}

/** Whether a block belongs to a cover that a template made: it stands before the text, on a page of its own. */
export const isOfCover = (block: Block | undefined) => block?.data?.role === 'cover'

/** Words that only lead to a list: a label in bold, or words that end in a colon. They stand on its page. */
export function leadsToList(node: Paragraph, next: Block | undefined): boolean {
  if (next?.type !== 'list') return false
  const said = node.children.filter((it) => it.type !== 'text' || it.value.trim() !== '')
  return said.every(({ type }) => type === 'strong') || /:\s*$/.test(textOf<Node>(node))
}

/** What contents or a list of figures or tables is called. */
export const titleOf = ({ of }: Contents, { contents, figures, tables }: Meta['words']): string =>
  ({ headings: contents, figures, tables })[of]

/** What stands before a task of a list. */
export const taskBox = (isDone: boolean): string => (isDone ? '☑' : '☐')

/** How large a logo stands in running heads, which have 90 by 18 points for it. */
export function sizeInHead({ width, height }: { readonly width: number; readonly height: number }) {
  const scale = Math.min(18 / height, 90 / width)
  return { width: width * scale, height: height * scale }
}
