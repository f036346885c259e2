/**
 * Notes at the foot of the page on which they are called, in one pass. When a line or a table row with a call is about
 * to be placed, its notes are laid out and the room they take is taken from the page; what has no room is carried to
 * the next page, and when not even its first lines have, the line goes there too.
 */
import { lastOf } from '../../../core/index.ts'
import { justify, TextLine } from './lines.ts'
import {
  type DocumentContext,
  type Fragment,
  type LineLike,
  type Page,
  PageElementWriter,
  type PageItem,
  type Position,
} from './pdfmake-internals.ts'
import { bottomOf, move, topOf } from './placed.ts'
import { keepSegments } from './segments.ts'
import { type Start, squeeze, stretch } from './stretch.ts'

/** pdfmake stretches every gap between runs of a justified line; this one stretches the spaces. */
export class FlowWriter extends PageElementWriter {
  override alignLine(line: LineLike): void {
    if (line instanceof TextLine && line.inlines[0]?.style.alignment === 'justify') {
      justify(line, this.context().availableWidth)
    } else super.alignLine(line)
  }

  /** A line that is placed is kept as it will be drawn: its words take most of the memory of a long document. */
  override addLine(line: LineLike, isBeside?: boolean, index?: number): Position | false {
    const position = super.addLine(line, isBeside, index)
    if (position && line instanceof TextLine) keepSegments(line)
    return position
  }
}

interface Foot {
  readonly notes: Fragment[]
  height: number
}

/** Above the first note of a page, with the rule in its middle. */
const GAP = 15
/** Above the other notes. */
const BETWEEN = 1.5
/** A page keeps at least this much for its own text when a note of the page before goes on. */
const LEAST_TEXT = 90
/** A note is begun on a page when this much of it has room. */
const LEAST_NOTE = 24

export class NoteWriter extends FlowWriter {
  readonly #lay: (note: string, width: number) => Fragment
  readonly #rule: string
  readonly #called = new Set<string>()
  readonly #feet = new Map<Page, Foot>()
  #carried: Fragment[] = []

  constructor(context: DocumentContext, lay: (note: string, width: number) => Fragment, rule: string) {
    super(context)
    this.#lay = lay
    this.#rule = rule
  }

  override addLine(line: LineLike, isBeside?: boolean, index?: number): Position | false {
    if (this.#isOnPage && !isBeside && line instanceof TextLine) this.#makeRoom(line.getHeight(), line.notes)
    return super.addLine(line, isBeside, index)
  }

  /** A fragment is what was laid out apart: a table row, a block kept whole, or a table's header on a further page. */
  override addFragment(fragment: Fragment, useX?: boolean, useY?: boolean, keepPosition?: boolean): boolean {
    const isRepeated = useX === true && useY !== true
    if (this.#isOnPage && !useX) this.#makeRoom(fragment.height, notesOf(fragment.items))
    const from = this.context().getCurrentPage()
    const count = from.items.length
    const placed = super.addFragment(fragment, useX, useY, keepPosition)
    if (!placed) throw new Error('A block taller than a page was not made breakable')
    if (isRepeated) markRepeated(from.items.slice(count))
    return placed
  }

  override moveToNextPage(orientation?: string): void {
    const context = this.context()
    const { x, availableWidth } = context
    const isTurnedBack = this.#isOnPage && this.beforePage()
    super.moveToNextPage(isTurnedBack ? (orientation ?? 'portrait') : orientation)
    if (isTurnedBack && orientation === undefined) Object.assign(context, { x, availableWidth })
    if (!this.#isOnPage) return
    const foot = this.#feet.get(context.getCurrentPage())
    if (foot) context.availableHeight -= foot.height
    else if (this.#carried.length > 0) this.#place(this.#takeCarried(), context.availableHeight - LEAST_TEXT)
    this.onPage()
  }

  /** Called when a page ends, to place turned pages; says whether it did. */
  beforePage: () => boolean = () => false

  /** Called when a page begins, before anything else stands on it. */
  onPage: () => void = () => {}

  /** Place what is still carried, on further pages, and draw the notes of all pages. */
  finish(): void {
    const { pages } = this.context()
    this.context().page = pages.length - 1
    while (this.#carried.length > 0) this.moveToNextPage()
    for (const page of pages.slice(0, -1)) stretch(page, this.#startsOn(page), this.#feet.get(page)?.height ?? 0)
    for (const [page, foot] of this.#feet) this.#draw(page, foot)
  }

  /** Where blocks and rows begin on each page. */
  readonly #starts = new Map<Page, Start[]>()
  readonly #startsOn = (page: Page) => this.#starts.get(page) ?? []

  /** The space above may grow here by so many points, or give some. */
  mayGrow(most: number, gives = 0): void {
    const { y } = this.context()
    const page = this.context().getCurrentPage()
    this.#starts.set(page, [...this.#startsOn(page), { y, most, gives }])
  }

  /** Make room for what lacks so many points, and a little more, for sums are rounded; says whether there is. */
  gain(wanted: number, withPhotographs: boolean): boolean {
    const lack = wanted + 0.1
    const context = this.context()
    const page = context.getCurrentPage()
    const starts = context.snapshots.length === 0 && squeeze(page, this.#startsOn(page), lack, withPhotographs)
    if (!starts) return false
    this.#starts.set(page, starts)
    context.y -= lack
    context.availableHeight += lack
    return true
  }

  /** The height that these notes would take from the current page, as far as they are not called yet. */
  heightOf(notes: readonly string[]): number {
    const fresh = notes.filter((note) => !this.#called.has(note))
    if (fresh.length === 0) return 0
    return this.#laid(fresh).reduce((sum, note) => sum + note.height + BETWEEN, this.#gap)
  }

  /** Not within a block that is laid out apart before it is placed. */
  get #isOnPage(): boolean {
    return this.contextStack.length === 0
  }

  get #gap(): number {
    return this.#feet.has(this.context().getCurrentPage()) ? 0 : GAP
  }

  readonly #layouts = new Map<string, Fragment>()
  #laid(notes: readonly string[]): Fragment[] {
    const { pageSize, pageMargins } = this.context().getCurrentPage()
    const width = pageSize.width - pageMargins.left - pageMargins.right
    return notes.map((note) => {
      const fragment = this.#layouts.get(note) ?? this.#lay(note, width)
      this.#layouts.set(note, fragment)
      return fragment
    })
  }

  #makeRoom(height: number, notes: readonly string[]): void {
    const fresh = notes.filter((note) => !this.#called.has(note))
    if (fresh.length === 0) return
    for (const note of fresh) this.#called.add(note)
    const fragments = this.#laid(fresh)
    const context = this.context()
    const last = lastOf(fragments)
    const needed = fragments.reduce((sum, note) => sum + note.height + BETWEEN, this.#gap)
    const least = needed - last.height + Math.min(last.height, LEAST_NOTE)
    const isFresh = context.y <= context.pageMargins.top + 1
    if (context.availableHeight - height < least && !isFresh) this.moveToNextPage()
    this.#place(fragments, context.availableHeight - height)
  }

  #takeCarried(): Fragment[] {
    const carried = this.#carried
    this.#carried = []
    return carried
  }

  /** Put as much of the notes as has room at the foot of the current page, in order, and carry the rest. */
  #place(notes: readonly Fragment[], room: number): void {
    const page = this.context().getCurrentPage()
    const foot = this.#feet.get(page) ?? { notes: [], height: 0 }
    let left = room - this.#gap
    let taken = 0
    for (const note of notes) {
      const [now, later] = this.#carried.length > 0 ? [undefined, note] : cut(note, left - BETWEEN)
      if (now) {
        foot.notes.push(now)
        taken += now.height + BETWEEN
        left -= now.height + BETWEEN
        this.#makeRoom(0, notesOf(now.items))
      }
      if (later) this.#carried.push(later)
    }
    if (taken === 0) return
    this.#reserve(taken + this.#gap)
    foot.height += taken + this.#gap
    this.#feet.set(page, foot)
  }

  /** Columns of a row that breaks over pages begin again at the height where the row began. */
  #reserve(height: number): void {
    const context = this.context()
    context.availableHeight -= height
    for (const snapshot of context.snapshots) {
      if (snapshot.page === context.page) snapshot.availableHeight -= height
      const { bottomMost } = snapshot
      if (bottomMost?.page === context.page) bottomMost.availableHeight -= height
    }
  }

  #draw(page: Page, foot: Foot): void {
    const { pageMargins, pageSize, items } = page
    let y = pageSize.height - pageMargins.bottom - foot.height + GAP
    const x = pageMargins.left
    const rule = { x1: x, x2: x + 96, y1: y - GAP / 2, y2: y - GAP / 2, lineWidth: 0.5, lineColor: this.#rule }
    items.push({ type: 'vector', item: { type: 'line', ...rule } })
    for (const note of foot.notes) {
      y += BETWEEN
      for (const { item } of note.items) move(item, x, y)
      items.push(...note.items)
      y += note.height
    }
  }
}

function notesOf(items: readonly PageItem[]): string[] {
  return items.flatMap(({ item }) => (item instanceof TextLine ? item.notes : []))
}

/** The first part of a note, which is at most `room` high, and the rest. */
function cut(note: Fragment, room: number): [Fragment | undefined, Fragment | undefined] {
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

/** A table's header is read once; where it is repeated it is decoration. */
function markRepeated(items: readonly PageItem[]): void {
  for (const { item } of items) {
    if (!(item instanceof TextLine)) continue
    item.element = undefined
    item.artifact = '/Type /Pagination'
    item.anchors = []
    item.bookmark = undefined
  }
}
