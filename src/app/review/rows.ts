import type { Paragraph } from './word-file.ts'

/** What is told of a row of a table that a person added or took out, once for all its cells. */
export interface Row {
  readonly text: string
  readonly first: Paragraph
}

/** The rows of which no paragraph is known to the other file, by their numbers. */
export function strangeRows(paragraphs: readonly Paragraph[], isKnown: (mark: string) => boolean): Map<number, Row> {
  const cells = new Map<number, Paragraph[]>()
  for (const paragraph of paragraphs) {
    const { row } = paragraph
    if (row !== undefined) cells.set(row, [...(cells.get(row) ?? []), paragraph])
  }
  return new Map(
    [...cells].flatMap(([row, all]) => {
      const [first] = all.filter(({ text }) => text.trim() !== '')
      if (!first || all.some(({ marks }) => marks.some(isKnown))) return []
      return [[row, { first, text: all.map(({ text }) => text.trim()).join(' | ') }] as const]
    }),
  )
}
