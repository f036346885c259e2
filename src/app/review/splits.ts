import type { Paragraph } from './word-file.ts'

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
  const [left, there] = [wordsIn(now), wordsIn(other)]
  const gone = [...wordsIn(before)].filter((word) => !left.has(word))
  return gone.length > 0 && gone.filter((word) => there.has(word)).length > gone.length * 0.6
}

const wordsIn = (text: string) => new Set(text.match(/[\p{L}\p{N}\p{M}]+/gu))
