import { entryOf, grouped, itemAt } from '../../core/index.ts'
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
  for (const step of difference<Built, Paragraph>(missing, bare, textOf))
    if (step.kind === 'same') take(step.after, step.before)
  rest()
  // What was written anew with its changes recorded says itself what it was.
  for (const step of difference<Built, Paragraph>(missing, bare, (it) => ('was' in it && it.was) || it.text))
    if (step.kind === 'same') take(step.after, step.before)
  rest()
  // What was put elsewhere.
  for (const paragraph of bare) {
    const at = missing.findIndex(({ text }) => text === paragraph.text)
    if (at >= 0) take(paragraph, itemAt(missing.splice(at, 1), 0))
  }
  rest()
  const guessed = new Set<string>()
  const likeness = (a: Built, b: Paragraph) => overlap(wordsOf(a.text), wordsOf(b.text))
  for (const { before, after } of pairs(missing, bare, likeness)) {
    if (!before || !after) continue
    take(after, before)
    guessed.add(before.mark)
  }
  return {
    paragraphs: paragraphs.map((it) => (found.has(it) ? { ...it, marks: [entryOf(found, it)], looks: undefined } : it)),
    guessed,
  }
}

/** A paragraph as somebody left it, with the words that they parted from it. */
export interface Rejoined extends Paragraph {
  /** The further paragraphs that were made of it. */
  readonly parted: readonly string[]
}

/** Paragraphs with those joined to them that were split off; `textOf` gives what a mark was built with. */
export function rejoined(paragraphs: readonly Paragraph[], textOf: (mark: string) => string | undefined): Rejoined[] {
  const met = new Set<string>()
  const found: Rejoined[] = []
  for (const paragraph of paragraphs) {
    const marks = paragraph.marks.filter((mark) => !met.has(mark))
    for (const mark of marks) met.add(mark)
    const last = found.at(-1)
    const before = last && textOf(last.marks.at(-1) ?? '')
    if (last && before !== undefined && marks.length === 0 && isPartOf(before, last.text, paragraph.text)) {
      const isApart = /\s$/.test(last.text) || /^\s/.test(paragraph.text)
      found[found.length - 1] = {
        ...last,
        text: `${last.text}${isApart ? '' : ' '}${paragraph.text}`,
        looks: undefined,
        by: [...last.by, ...paragraph.by],
        parted: [...last.parted, paragraph.text],
      }
    } else found.push({ ...paragraph, marks, parted: [] })
  }
  return found
}

/** Whether most of the words that went from a text stand in another. */
function isPartOf(before: string, now: string, other: string): boolean {
  const [left, there] = [wordsOf(now), wordsOf(other)]
  const gone = [...wordsOf(before)].filter((word) => !left.has(word))
  return gone.length > 0 && gone.filter((word) => there.has(word)).length > gone.length * 0.6
}

/** What is told of a row of a table that a person added or took out, once for all its cells. */
export interface Row {
  readonly text: string
  readonly first: Paragraph
}

/** The rows of which no paragraph is known to the other file, by their numbers. */
export function strangeRows(paragraphs: readonly Paragraph[], isKnown: (mark: string) => boolean): Map<number, Row> {
  const cells = grouped(paragraphs, ({ row }) => row?.toString())
  return new Map(
    [...cells].flatMap(([row, all]) => {
      const [first] = all.filter(({ text }) => text.trim() !== '')
      if (!first || all.some(({ marks }) => marks.some(isKnown))) return []
      return [[Number(row), { first, text: all.map(({ text }) => text.trim()).join(' | ') }] as const]
    }),
  )
}

/**
 * Of the marks that a file lacks those that stand where it has paragraphs of another state of the records, as many as are lacking:
 * these say the same otherwise.
 */
export function saidOtherwise(built: readonly string[], paragraphs: readonly Paragraph[]): ReadonlySet<string> {
  const known = new Set(built)
  const marks = paragraphs.flatMap((it) => it.marks)
  const there = new Set(marks)
  /** Between the paragraphs that both have, by the one before. */
  const gaps = (all: readonly string[], isStranger: (mark: string) => boolean) => {
    let before = ''
    return grouped(
      all.flatMap((mark) => {
        if (isStranger(mark)) return [{ mark, before }]
        before = mark
        return []
      }),
      (it) => it.before,
    )
  }
  const other = gaps(marks, (mark) => !known.has(mark))
  const lacking = gaps(built, (mark) => !there.has(mark))
  return new Set(
    [...lacking].flatMap(([before, all]) =>
      (other.get(before)?.length ?? 0) >= all.length ? all.map(({ mark }) => mark) : [],
    ),
  )
}

const wordsOf = (text: string) => new Set(text.match(/[\p{L}\p{N}\p{M}]+/gu))
