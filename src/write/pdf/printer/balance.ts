/** How long columns are that end on their page: as short as they can be, each nearly as long as the others. */

/** What stands in one column. Lengths are points. */
export interface Unit {
  /** Space above it, but at the top of a column, and below it, but at the foot. */
  above: number
  readonly height: number
  below: number
  /** It stands with the next. */
  isKept: boolean
  /** Notes called in it. */
  readonly notes: number
}

/** The least height at which the units fill no more than so many columns, with their notes no higher than `room`; `undefined` where there is none. */
export function balanced(units: readonly Unit[], columns: number, room: number): number | undefined {
  const groups = grouped(units)
  const whole = groups.reduce((sum, { above, height, below }) => sum + above + height + below, 0)
  const highest = Math.max(0, ...groups.map(({ height }) => height).filter((height) => height <= room))
  for (let height = Math.max(highest, whole / columns - 4 * STEP) + STEP; height <= room; height += STEP)
    if (columnsOf(groups, height, room) <= columns) return height
  return columnsOf(groups, room, room) <= columns ? room : undefined
}

/** Points. */
const STEP = 3

function grouped(units: readonly Unit[]): Unit[] {
  const groups: Unit[] = []
  for (const unit of units) {
    const last = groups.at(-1)
    if (last?.isKept) {
      const height = last.height + last.below + unit.above + unit.height
      groups[groups.length - 1] = { ...unit, above: last.above, height, notes: last.notes + unit.notes }
    } else groups.push(unit)
  }
  return groups
}

function columnsOf(groups: readonly Unit[], most: number, room: number): number {
  let [columns, used, notes, space] = [1, 0, 0, 0]
  for (const group of groups) {
    const end = used + (used > 0 ? space + group.above : 0) + group.height
    const isFull = used > 0 && (end > most || end + notes + group.notes > room)
    if (isFull) columns += 1
    used = isFull ? group.height : end
    notes = isFull ? group.notes : notes + group.notes
    space = group.below
  }
  return columns
}

/** What is left of units of which so much is placed. */
export function after(units: readonly Unit[], placed: number): readonly Unit[] {
  let at = 0
  const from = units.findIndex(({ above, height, below }) => {
    at += above + height + below
    return at > placed + 1
  })
  return placed === 0 ? units : from < 0 ? [] : units.slice(from)
}
