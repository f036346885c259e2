/**
 * Notes at the foot of the page on which they are called, in one pass. When a line or a table row with a call is about
 * to be placed, its notes are laid out and the room they take is taken from the page; what has no room is carried to
 * the next page, and when not even its first lines have, the line goes there too. A column of text is a page here.
 */
import { itemAt, lastOf } from '../../../core/index.ts'
import { BETWEEN, cut, drawFeet, type Foot, GAP } from './feet.ts'
import { markRepeated, notesOf, StretchWriter } from './flow-writer.ts'
import { TextLine } from './lines.ts'
import type { Fragment, LineLike, Page, Position } from './pdfmake-internals.ts'
import type { SheetContext } from './sheets.ts'
import { stretch } from './stretch.ts'

/** A page keeps at least this much for its own text when a note of the page before goes on, and when columns begin on it. */
export const LEAST_TEXT = 90
/** Between what stands across and the columns below it. */
const ABOVE_COLUMNS = 8
/** A note is begun on a page when this much of it has room. */
const LEAST_NOTE = 24

export class NoteWriter extends StretchWriter {
  readonly #lay: (note: string, width: number) => Fragment
  readonly #rule: string
  readonly #called = new Set<string>()
  readonly #feet = new Map<Page, Foot>()
  #carried: Fragment[] = []

  constructor(context: SheetContext, lay: (note: string, width: number) => Fragment, rule: string) {
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

  /** pdfmake tries the next page; columns below what stands across may be too short for what has room in others. */
  override _fitOnPage(add: () => Position | boolean): Position | boolean {
    const { page } = this.context()
    let position = super._fitOnPage(add)
    while (!position && this.#isOnPage && (this.sheets.isTighter || this.context().page === page)) {
      this.moveToNextPage()
      position = add()
    }
    return position
  }

  override moveToNextPage(orientation?: string): void {
    if (this.#isOnPage && this.#lengthen()) return
    const context = this.context()
    const { x, availableWidth } = context
    const isNewSheet = this.#isOnPage && !this.sheets.goesOn
    const isTurnedBack = isNewSheet && this.sheets.across(() => this.beforePage())
    const beginsAcross = isNewSheet && this.beginsAcross()
    this.sheets.inColumns &&= !beginsAcross
    super.moveToNextPage(isTurnedBack ? (orientation ?? 'portrait') : orientation)
    if (isTurnedBack && orientation === undefined) Object.assign(context, { x, availableWidth })
    if (!this.#isOnPage) return
    if (beginsAcross) {
      this.onPage()
      this.enterColumns()
      Object.assign(context, { x, availableWidth })
    } else {
      this.#placeCarried()
      this.onPage()
      if (this.sheets.isOpen) this.onColumns()
    }
  }

  /** No column stays empty because it was to end with others. */
  #lengthen(): boolean {
    const context = this.context()
    const spare = this.#spare
    if (spare === 0 || context.y > context.pageMargins.top) return false
    context.availableHeight += spare
    this.sheets.fillHeight()
    return true
  }

  #placeCarried(): void {
    const context = this.context()
    const foot = this.#feet.get(context.getCurrentPage())
    if (foot) context.availableHeight -= Math.max(0, foot.height - this.sheets.slackOf(context.getCurrentPage()))
    else if (this.#carried.length > 0) this.#place(this.#takeCarried(), context.availableHeight - LEAST_TEXT)
  }

  /** Columns below what stands here, which is kept with them, or on the next sheet where there is no room for them. */
  enterColumns(isKept = false): void {
    const context = this.context()
    if (!isKept && this.sheets.isBegun) context.moveDown(ABOVE_COLUMNS)
    if (!isKept && this.sheets.isBegun && context.availableHeight < LEAST_TEXT) {
      this.sheets.inColumns = true
      this.moveToNextPage()
      this.sheets.fillWidth()
      return
    }
    this.sheets.enterColumns()
    this.#placeCarried()
    this.onColumns()
  }

  leaveColumns(): void {
    if (!this.sheets.isColumn) return
    this.sheets.leaveColumns(this.#footOf)
    this.#placeCarried()
  }

  /** What would be left of the sheet below the columns. */
  get heightBelow(): number {
    return this.sheets.heightBelow(this.#footOf)
  }

  readonly #footOf = (page: Page) => this.#feet.get(page)?.height ?? 0

  onColumns: () => void = () => {}

  /** Whether something waits that stands across the top of a sheet with columns. */
  beginsAcross: () => boolean = () => false

  /** Called when a page ends, to place turned pages; says whether it did. */
  beforePage: () => boolean = () => false

  /** Called when a page begins, before anything else stands on it. */
  onPage: () => void = () => {}

  /** Place what is still carried, on further pages, and draw the notes of all pages. */
  finish(): void {
    const { pages } = this.context()
    this.context().page = pages.length - 1
    while (this.#carried.length > 0) this.moveToNextPage()
    const { sheets } = this.sheets
    for (const sheet of sheets.slice(0, -1)) {
      const [page, ...others] = sheet.flat()
      if (page && others.length === 0) stretch(page, this.startsOn(page), this.#footOf(page))
    }
    for (const bands of sheets) drawFeet(bands, this.#feet, this.sheets.bottomOf(itemAt(bands.flat(), 0)), this.#rule)
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
    if (context.availableHeight + this.#spare - height < least && !isFresh) this.moveToNextPage()
    this.#place(fragments, context.availableHeight - height)
  }

  /** What is free at the foot of a column that is no longer than those beside it, and not taken by notes. */
  get #spare(): number {
    const page = this.context().getCurrentPage()
    return Math.max(0, this.sheets.slackOf(page) - this.#footOf(page))
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
    let left = room + this.#spare - this.#gap
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
  #reserve(taken: number): void {
    const height = Math.max(0, taken - this.#spare)
    const context = this.context()
    context.availableHeight -= height
    for (const snapshot of context.snapshots) {
      if (snapshot.page === context.page) snapshot.availableHeight -= height
      const { bottomMost } = snapshot
      if (bottomMost?.page === context.page) bottomMost.availableHeight -= height
    }
  }
}
