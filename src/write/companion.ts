import type { Link, Meta } from '../tree.ts'

/** The companion’s file, beside this pack’s, that a link leads into; `undefined` where there is none in this format. */
export function companionFile(
  { pack }: Pick<Link, 'pack'>,
  companion: Meta['companion'],
  format: 'pdf' | 'docx' | 'html' | 'md',
): string | undefined {
  const isThere = pack !== undefined && companion?.name === pack && companion.formats.includes(format)
  return isThere ? `${pack}.${format}` : undefined
}
