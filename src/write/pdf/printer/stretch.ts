/**
 * Pages that would end in more white than they may have a little more space between their blocks, and between the rows of
 * their tables; where a few points are lacking for what should stand on a page, its blocks give of the space above them.
 */
import { itemAt } from '../../../core/index.ts'
import type { DefinitionNode } from '../definition.ts'
import type { LayoutNode, Page } from './pdfmake-internals.ts'
import { bottomOf, move, type Placed, topOf } from './placed.ts'

/** What part of a page may be white at its foot, and what part is white on purpose. */
const WHITE = 0.075
const ON_PURPOSE = 0.2
/** Where a block or a row begins, by how much the space above it may grow at most, and how much it may give. Points. */
export interface Start {
  readonly y: number
  readonly most: number
  readonly gives: number
}
export const [ABOVE_BLOCK, ABOVE_ROW] = [12, 6]
/** What part of the space above a block may be given. */
export const GIVES = 0.25

/** `foot` is what notes take. */
export function stretch({ items, pageSize, pageMargins }: Page, starts: readonly Start[], foot: number): void {
  const end = pageSize.height - pageMargins.bottom - foot
  const height = pageSize.height - pageMargins.top - pageMargins.bottom
  const white = end - Math.max(...items.map(({ item }) => bottomOf(item)))
  if (white < height * WHITE || white > height * ON_PURPOSE) return
  const tops = items.map(({ item }) => topOf(item))
  const last = Math.max(...tops)
  const gaps = starts.filter(({ y }, i) => {
    const isFirst = starts.findIndex((other) => other.y === y) === i
    return isFirst && y > pageMargins.top + 1 && last >= y - 0.01
  })
  const most = gaps.reduce((sum, gap) => sum + gap.most, 0)
  const part = Math.min(1, (white - height * WHITE) / most)
  items.forEach(({ item }, i) => {
    const above = gaps.filter(({ y }) => y <= itemAt(tops, i) + 0.01).reduce((sum, gap) => sum + gap.most, 0)
    if (above > 0) move(item, 0, above * part)
  })
}

/** What part of its height a photograph may lose; the words of a drawing would be too small. */
const SHRINKS = 0.15

/** A block, or a measured photograph. */
interface Measured extends DefinitionNode {
  height?: number
  _width?: number
  _height?: number
}
const isPhotograph = (item: Placed): item is LayoutNode => 'image' in item && item.image !== undefined

const photographsIn = (node: Measured): Measured[] =>
  node.image === undefined ? (node.stack ?? []).flatMap(photographsIn) : [node]

const spareOf = ({ _height = 0, height = 0 }: Measured) => Math.max(0, _height - height * (1 - SHRINKS))

function shrink(photograph: Measured, by: number): void {
  const { _width = 0, _height = 0 } = photograph
  Object.assign(photograph, { _width: _width * (1 - by / _height), _height: _height - by })
}

/** The photographs of a block become lower by `lack` in all; says whether they may. */
export function shrunk(node: Measured, lack: number): boolean {
  const photographs = photographsIn(node)
  const spare = photographs.reduce((sum, each) => sum + spareOf(each), 0)
  if (spare < lack) return false
  for (const each of photographs) shrink(each, (spareOf(each) * lack) / spare)
  return true
}

/** What stands on the page moves up by `lack` in all, each block by its part, and where that is not enough photographs become lower; the starts as they are then, or nothing when it is too much. */
export function squeeze(
  { items, pageMargins }: Page,
  starts: readonly Start[],
  lack: number,
  withPhotographs: boolean,
): Start[] | undefined {
  const givers = starts.filter(({ y }) => y > pageMargins.top + 1)
  const photographs = items.flatMap(({ item }) =>
    withPhotographs && isPhotograph(item) ? [{ item, y: bottomOf(item), gives: spareOf(item) }] : [],
  )
  const spaces = givers.reduce((sum, { gives }) => sum + gives, 0)
  const heights = photographs.reduce((sum, { gives }) => sum + gives, 0)
  if (spaces + heights < lack) return undefined
  const part = spaces > 0 ? Math.min(1, lack / spaces) : 0
  const rest = heights > 0 ? (lack - spaces * part) / heights : 0
  const given = [
    ...givers.map(({ y, gives }) => ({ y, gives: gives * part })),
    ...photographs.map(({ y, gives }) => ({ y, gives: gives * rest })),
  ]
  const above = (y: number) => given.reduce((sum, giver) => sum + (giver.y <= y + 0.01 ? giver.gives : 0), 0)
  for (const { item } of items) move(item, 0, -above(topOf(item)))
  for (const { item, gives } of photographs) shrink(item, gives * rest)
  return starts.map((start) => ({ ...start, y: start.y - above(start.y), gives: start.gives * (1 - part) }))
}
