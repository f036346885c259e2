import { type DatedItem, fullTitle } from './dates.ts'
import { tallest } from './fit.ts'
import type { Part } from './looks.ts'
import { laneInk } from './palette.ts'
import type { Pen } from './pen.ts'

/** A dated item with the number that its mark bears. */
export type Entry = DatedItem & { readonly number: number }

const look = { size: 7.2 }
const leading = 8.6
const gutter = 14

/**
 * What each number stands for, in two columns: with dates where there is room, without where not. `undefined` when not
 * wanted, or with `auto` when the figure, with a note below where there is one, would outgrow a page.
 */
export function legend(
  top: number,
  entries: readonly Entry[],
  wanted: 'auto' | 'yes' | 'no',
  noteBelow: boolean,
  pen: Pen,
): Part | undefined {
  if (wanted === 'no') return undefined
  const lowest = tallest - (noteBelow ? 15 : 4)
  const full = columns(top, entries, true, pen)
  if (full.bottom <= lowest) return full
  const short = columns(top, entries, false, pen)
  return short.bottom <= lowest || wanted === 'yes' ? short : undefined
}

function columns(top: number, entries: readonly Entry[], withDates: boolean, pen: Pen): Part {
  const width = (pen.width - gutter) / 2
  const numberWidth = pen.measure(String(entries.length), { ...look, bold: true }) + 5
  const widestDate = Math.max(...entries.map((entry) => pen.measure(entry.date.text, look)))
  const dateWidth = withDates ? Math.min(62, widestDate) + 6 : 0
  const told = entries.map((entry) => {
    const dates = withDates ? pen.wrap(entry.date.text, dateWidth - 5, look) : []
    const titles = pen.wrap(fullTitle(entry, pen), width - numberWidth - dateWidth, look)
    return { entry, dates, titles, height: Math.max(dates.length, titles.length) * leading + 1 }
  })
  const whole = told.reduce((sum, one) => sum + one.height, 0)
  let [left, y, bottom, passed] = [0, top, top, 0]
  const body = told.flatMap(({ entry, dates, titles, height }) => {
    if (left === 0 && passed >= whole / 2) [left, y] = [width + gutter, top]
    const number = { ...look, bold: true, anchor: 'end', fill: laneInk[entry.lane] } as const
    const drawn = [
      pen.text(left + numberWidth - 5, y, String(entry.number), number),
      pen.lines(left + numberWidth, y, dates, leading, { ...look, fill: pen.colours.muted }),
      pen.lines(left + numberWidth + dateWidth, y, titles, leading, look),
    ]
    y += height
    passed += height
    bottom = Math.max(bottom, y - leading)
    return drawn
  })
  return { body, bottom }
}
