import { cutAtHeadings, isUndivided } from './pieces.ts'

const division = /^:{3}/m
/** A block that is read with the one before it, or as part of it. */
const leaning = /^\s|(?:^|\n):/
const delimiterRow = /^\|?[ \t]*:?-+:?[ \t]*(?:\||$)/

/** As much of a section's Markdown as tells how these ids, which it may give, are called: most of it is not read for that. */
export function aboutIds(markdown: string, ids: ReadonlySet<string>): string {
  if (isUndivided(markdown) || division.test(markdown)) return markdown
  const names = (text: string) => [...text.matchAll(/#([^\s#.={}"]+)/g)].some(([, id = '']) => ids.has(id))
  const pieces = cutAtHeadings(markdown, 1).filter(names)
  return pieces.map((piece) => blocksOf(piece, names)).join('\n\n')
}

function blocksOf(piece: string, names: (text: string) => boolean): string {
  const blocks = piece.split(/\n(?:[ \t]*\n)+/)
  const naming = blocks.filter(names)
  if (naming.some((block) => leaning.test(block))) return piece
  return naming.map((block) => rowsOf(block, names)).join('\n\n')
}

/** Of a table the rows that name an id, up to the cell that does. */
function rowsOf(block: string, names: (text: string) => boolean): string {
  const [head = '', delimiters = '', ...rows] = block.split('\n')
  if (!delimiterRow.test(delimiters) || !head.startsWith('|') || rows.some((row) => !row.startsWith('|'))) return block
  const cut = rows.filter(names).map((row) => {
    const cells = row.split(/(?<!\\)\|/)
    return cells.slice(0, cells.findLastIndex(names) + 1).join('|')
  })
  return [head, delimiters, ...cut].join('\n')
}
