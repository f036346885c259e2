/** The feet of pages, where notes stand. */
import type { Fragment, Page } from './pdfmake-internals.ts'
import { bottomOf, move, topOf } from './placed.ts'

export interface Foot {
  readonly notes: Fragment[]
  height: number
}

/** Above the first note of a page, with the rule in its middle. */
export const GAP = 15
/** Above the other notes. */
export const BETWEEN = 1.5

/** Draw the notes of a sheet, its feet ending at `bottom`: in each column, those of each band below those of the bands above it. */
export function drawFeet(
  bands: readonly (readonly Page[])[],
  feet: ReadonlyMap<Page, Foot>,
  bottom: number,
  colour: string,
): void {
  const most = Math.max(...bands.map((pages) => pages.length))
  for (let column = 0; column < most; column++) {
    const pages = bands.flatMap((pages) => pages[column] ?? [])
    let y = bottom - pages.reduce((sum, page) => sum + (feet.get(page)?.height ?? 0), 0)
    for (const page of pages) {
      const foot = feet.get(page)
      if (!foot) continue
      draw(page, foot, y, colour)
      y += foot.height
    }
  }
}

function draw({ pageMargins, items }: Page, foot: Foot, top: number, lineColor: string): void {
  let y = top + GAP
  const x = pageMargins.left
  const rule = { x1: x, x2: x + 96, y1: y - GAP / 2, y2: y - GAP / 2, lineWidth: 0.5, lineColor }
  items.push({ type: 'vector', item: { type: 'line', ...rule } })
  for (const note of foot.notes) {
    y += BETWEEN
    for (const { item } of note.items) move(item, x, y)
    items.push(...note.items)
    y += note.height
  }
}

/** The first part of a note, which is at most `room` high, and the rest. */
export function cut(note: Fragment, room: number): [Fragment | undefined, Fragment | undefined] {
  if (note.height <= room) return [note, undefined]
  const at = note.items.map(({ item }) => topOf(item)).sort((a, b) => a - b)
  const fits = (y: number) =>
    y <= room && note.items.every(({ item }) => topOf(item) >= y || bottomOf(item) <= y + 0.01)
  const height = at.filter((y) => y > 0 && fits(y)).at(-1)
  if (height === undefined) return [undefined, note]
  const now = note.items.filter(({ item }) => topOf(item) < height)
  const later = note.items.filter(({ item }) => topOf(item) >= height)
  for (const { item } of later) move(item, 0, -height)
  return [
    { items: now, height },
    { items: later, height: note.height - height },
  ]
}
