import { compare, must } from '../../core/index.ts'
import { compareEdtf, edtf } from '../../corpus/index.ts'

/**
 * In the order of time: by the first day that a date can mean. What is only known to have been by some day stands at that
 * day; what has no date comes last.
 */
export function byFirstDay(a: { readonly date: string | null }, b: { readonly date: string | null }): number {
  if (a.date === null || b.date === null) return (a.date === null ? 1 : 0) - (b.date === null ? 1 : 0)
  const [one, two] = [edtf(a.date), edtf(b.date)]
  return compare(must(one.min ?? one.max), must(two.min ?? two.max)) || compareEdtf(one, two)
}

/** Works in the order of time; those of one day, and those without a date, by id. */
export function byIssue(a: Issued, b: Issued): number {
  return byFirstDay({ date: a.issued ?? null }, { date: b.issued ?? null }) || compare(a.id, b.id)
}

interface Issued {
  readonly id: string
  readonly issued?: string | null | undefined
}
