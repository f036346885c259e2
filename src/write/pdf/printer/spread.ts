/** The rows of a table on turned pages, where no text goes on: they fill as few pages as they can, with less space or with more. */

/** What each row has less or more above and below it, and the rows before which a page ends. */
export interface Spread {
  readonly space: number
  readonly breaks: readonly number[]
}

/** Points. */
const [TIGHTEST, AIRIEST, STEP] = [-2.5, 10, 0.5]

/** Rows of these heights, of which as much has room on the first page and on each after it. */
export function spread(rows: readonly number[], first: number, whole: number): Spread {
  const breaksAt = (space: number, part: number) => {
    const breaks: number[] = []
    let left = first * part
    rows.forEach((row, i) => {
      if (row + space > left) {
        breaks.push(i)
        left = whole * part
      }
      left -= row + space
    })
    return breaks
  }
  const fewest = breaksAt(TIGHTEST, 1).length
  const isFew = (space: number, part: number) => breaksAt(space, part).length === fewest
  const space = falling(AIRIEST, TIGHTEST, STEP).find((each) => isFew(each, 1)) ?? TIGHTEST
  // Evenly: no page is filled more than it must be.
  const part = falling(1, 0.5, 0.02).findLast((each) => isFew(space, each)) ?? 1
  return { space, breaks: breaksAt(space, part) }
}

const falling = (from: number, to: number, by: number) =>
  Array.from({ length: Math.round((from - to) / by) + 1 }, (_, i) => from - i * by)
