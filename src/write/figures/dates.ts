import type { Dated, Span } from './figure.ts'

/** The days that are known of a date: where one end is open, the other stands for it. */
export function known({ open, from, to }: Dated): Span {
  if (open === 'from') return { from: to, to }
  return open === 'to' ? { from, to: from } : { from, to }
}
