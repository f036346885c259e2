import type { Link, Meta } from '../core/index.ts'

/** The file of the pack beside this one that a link leads into; `undefined` where there is none in this format. */
export function fileBeside(
  { pack }: Pick<Link, 'pack'>,
  beside: Meta['beside'],
  format: 'pdf' | 'docx' | 'html' | 'md' | 'myst',
): string | undefined {
  const isThere = beside?.some(({ name, formats }) => name === pack && formats.includes(format))
  return isThere ? `${pack}.${format === 'myst' ? 'myst.md' : format}` : undefined
}
