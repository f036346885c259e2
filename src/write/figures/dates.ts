import { compare } from '../../core/index.ts'
import type { Dated, Span, TimelineItem } from './figure.ts'
import type { Pen } from './pen.ts'

/** The days that are known of a date: where one end is open, the other stands for it. */
export function known({ open, from, to }: Dated): Span {
  if (open === 'from') return { from: to, to }
  return open === 'to' ? { from, to: from } : { from, to }
}

export type DatedItem = TimelineItem & { readonly date: Dated }

export const isIn = (item: TimelineItem, period: Span): item is DatedItem =>
  item.date !== undefined && item.date.from <= period.to && item.date.to >= period.from

export const byDate = (a: DatedItem, b: DatedItem): number =>
  compare(known(a.date).from, known(b.date).from) || compare(a.date.to, b.date.to) || compare(a.title, b.title)

/** The title as printed, with the status of what had not happened. */
export const fullTitle = ({ title, pending, status }: TimelineItem, { words }: Pen): string =>
  pending ? `${title} (${status ?? words.pending})` : title
