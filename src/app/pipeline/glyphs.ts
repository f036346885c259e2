import { type DraftNode, fieldOf, type Place, type Section } from '../../core/index.ts'
import type { Corpus } from '../../corpus/index.ts'
import type { Resolved } from '../../document/index.ts'
import { type MissingGlyph, nameOf, partsOf, placeOf, recordNamed, recordOf } from '../../evidence/index.ts'
import { type Fonts, missingGlyphs } from '../../write/index.ts'

/** What the fonts lack of the text: each at the datum that it is printed from, where that is known. */
export function glyphsOfSections(sections: readonly Section[], corpus: Corpus, fonts: Fonts): MissingGlyph[] {
  return sections.flatMap((section) =>
    missingGlyphs<DraftNode>(section.tree, fonts).map(({ grapheme, node, count }) => ({
      character: grapheme,
      count,
      place: datumPlace(section, node, grapheme, corpus) ?? section.place(node),
    })),
  )
}

/** The datum with `text` in it, of the records that a node was printed from, or of those that they name. */
function datumPlace(section: Section, { position }: DraftNode, text: string, corpus: Corpus): Place | undefined {
  if (position?.start.offset === undefined || position.end.offset === undefined) return undefined
  const seen = new Set<string>()
  for (let offset = position.start.offset; offset < position.end.offset; offset++) {
    const printed = section.record({ position: { ...position, start: { ...position.start, offset } } })
    if (printed === undefined || seen.has(printed)) continue
    seen.add(printed)
    const name = recordNamed(corpus, printed)
    if (!name) continue
    const { kind, id } = partsOf(name)
    for (const each of [name, ...corpus.references(kind, id).map(({ to, value }) => nameOf(to, value))]) {
      const path = pathTo(recordOf(corpus, each), text)
      if (path) return placeOf(corpus, each, path)
    }
  }
  return undefined
}

function pathTo(value: unknown, text: string): (string | number)[] | undefined {
  if (typeof value === 'string') return value.includes(text) ? [] : undefined
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, inner] of Object.entries(value)) {
    const path = pathTo(inner, text)
    if (path) return [Array.isArray(value) ? Number(key) : key, ...path]
  }
  return undefined
}

/** What the fonts lack of the works that the text cites and lists. */
export function glyphsOfWorks(works: Resolved['works'], corpus: Corpus, fonts: Fonts): MissingGlyph[] {
  return works.flatMap((work) =>
    Object.entries(work).flatMap(([field, value]) =>
      missingGlyphs({ type: 'text', value: wordsIn(value) }, fonts).map(({ grapheme, count }) => ({
        character: grapheme,
        count,
        place: corpus.place('source', work.id, [
          field,
          ...(pathTo(fieldOf(corpus.sources.get(work.id), field), grapheme) ?? []),
        ]),
      })),
    ),
  )
}

function wordsIn(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'object' && value !== null ? Object.values(value).map(wordsIn).join(' ') : ''
}
