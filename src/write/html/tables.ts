import type { Element } from 'hast'
import { h } from 'hastscript'
import { type Data, type Node, type Table, type TableCell, textOf } from '../../core/index.ts'
import { uncovered } from '../cells.ts'
import { cellPadding } from '../table-type.ts'
import { common } from './attributes.ts'
import { inlines } from './inlines.ts'
import type { Setting } from './setting.ts'
import { sortKeys } from './sort-keys.ts'

/**
 * A table in a box that scrolls where the screen is too narrow, by touch and by keyboard. Its name is its caption, at
 * `captionId`, or the heading above it.
 */
export function table(node: Table, data: Data | undefined, setting: Setting, captionId?: string): Element {
  const columns = Math.max(0, ...node.children.map((row) => row.children.length))
  const [head, ...rows] = node.children
  const keyOf = sortKeys(node, setting.document.meta.language)
  const cells = (row: Table['children'][number] | undefined, index: number) =>
    h(
      'tr',
      common(row?.data),
      uncovered(row).map(({ cell, column }) =>
        tableCell(cell, index < 0, node.align[column], keyOf(index, column), setting),
      ),
    )
  const isShort = columns > 1 && columns <= 3 && node.children.every((row) => uncovered(row).length === columns)
  const name = captionId ?? setting.section.id
  const properties = name ? { ariaLabelledBy: name } : {}
  return h(
    'div',
    {
      className: ['table', sizeClass(columns), ...(isShort ? ['short'] : [])],
      role: name ? 'group' : undefined,
      tabIndex: 0,
      ...properties,
    },
    h(
      'table',
      {
        ...common(data),
        ...properties,
        style: isShort ? namesOf(head, setting.document.meta.words.colon) : undefined,
      },
      columnGroup(node, columns),
      h('thead', cells(head, -1)),
      rows.length > 0
        ? h(
            'tbody',
            rows.map((row, index) => cells(row, index)),
          )
        : undefined,
    ),
  )
}

/** A longer name of a column is not repeated in every row. */
const LONG_NAME = 20

/** The names of columns, for phones, on which the cells of a short row stand below one another, each with its name. */
function namesOf(head: Table['children'][number] | undefined, colon: string): string {
  const names = (head?.children ?? []).map((cell) =>
    textOf<Node>(cell).replace(/["\\<>&\n]/g, (it) => `\\${it.charCodeAt(0).toString(16)} `),
  )
  return names
    .flatMap((name, at) =>
      at > 0 && name ? [`--${name.length > LONG_NAME ? 'f' : 'n'}${at + 1}:"${name}${colon}"`] : [],
    )
    .join(';')
}

/** Wide tables keep a width on narrow screens at which their cells can be read. */
const sizeClass = (columns: number) => (columns > 5 ? 'wide' : columns > 2 ? 'middling' : 'narrow')

function columnGroup({ widths }: Table, columns: number): Element | undefined {
  if (widths?.length !== columns) return undefined
  const total = widths.reduce((sum, width) => sum + width + cellPadding, 0)
  return h(
    'colgroup',
    widths.map((width) => h('col', { style: `width:${(((width + cellPadding) / total) * 100).toFixed(2)}%` })),
  )
}

function tableCell(
  cell: TableCell,
  heading: boolean,
  align: Table['align'][number],
  dataSort: string | undefined,
  setting: Setting,
): Element {
  const className = align && align !== 'left' ? [align] : undefined
  const looks = { ...(className && { className }), colSpan: cell.data?.span, dataSort }
  const properties = { ...common(cell.data), ...looks }
  const children = inlines(cell.children, setting)
  if (heading) return h('th', { ...properties, scope: cell.data?.span ? 'colgroup' : 'col' }, children)
  return cell.header ? h('th', { ...properties, scope: 'row' }, children) : h('td', properties, children)
}
