import { entryOf, itemAt } from '../../core/index.ts'
import { difference, overlap, pairs } from '../../write/index.ts'
import type { Paragraph } from './word-file.ts'

/** A paragraph of the pack as it is built. */
interface Built {
  readonly mark: string
  readonly text: string
}

/** Paragraphs with the marks that they must have had, and those of them whose text is another: what became of them is a guess. */
export interface Marked {
  readonly paragraphs: readonly Paragraph[]
  readonly guessed: ReadonlySet<string>
}

/**
 * Some programs take bookmarks out, all or some. A paragraph without one that says just what a missing one says is that, first
 * of all in its order; one that stands where one is missing and says much the same has been edited.
 */
export function marked(paragraphs: readonly Paragraph[], built: readonly Built[]): Marked {
  const met = new Set(paragraphs.flatMap(({ marks }) => marks))
  let missing = built.filter(({ mark }) => !met.has(mark))
  let bare = paragraphs.filter(({ marks, text }) => marks.length === 0 && text.trim() !== '')
  const found = new Map<Paragraph, string>()
  const take = (paragraph: Paragraph, { mark }: Built) => found.set(paragraph, mark)
  const rest = () => {
    const taken = new Set(found.values())
    missing = missing.filter(({ mark }) => !taken.has(mark))
    bare = bare.filter((paragraph) => !found.has(paragraph))
  }
  const textOf = ({ text }: { readonly text: string }) => text
  for (const step of difference<Built | Paragraph>(missing, bare, textOf))
    if (step.kind === 'same') take(step.after as Paragraph, step.before as Built)
  rest()
  // What was put elsewhere.
  for (const paragraph of bare) {
    const at = missing.findIndex(({ text }) => text === paragraph.text)
    if (at >= 0) take(paragraph, itemAt(missing.splice(at, 1), 0))
  }
  rest()
  const guessed = new Set<string>()
  const likeness = (a: Built, b: Paragraph) => overlap(wordsOf(a.text), wordsOf(b.text))
  for (const { before, after } of pairs<Built | Paragraph>(missing, bare, (a, b) =>
    likeness(a as Built, b as Paragraph),
  )) {
    if (!before || !after) continue
    take(after as Paragraph, before as Built)
    guessed.add((before as Built).mark)
  }
  return {
    paragraphs: paragraphs.map((it) => (found.has(it) ? { ...it, marks: [entryOf(found, it)], looks: undefined } : it)),
    guessed,
  }
}

const wordsOf = (text: string) => new Set(text.match(/[\p{L}\p{N}\p{M}]+/gu))
