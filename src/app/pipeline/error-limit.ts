import type { Log } from '../../core/index.ts'
import type { Pack } from '../../corpus/index.ts'
import type { Project } from './project.ts'

/**
 * House value: of a corpus with more faulty records no pack is rendered. What it prints of them are stand-ins, and a
 * text of many lists takes micromark the square of their number.
 */
const maxFaulty = 1000

/** Whether a pack is better not looked at, because next to nothing that it prints would be right; that is reported. */
export function isOverErrorLimit({ corpus }: Project, pack: Pack, log: Log): boolean {
  const faulty = corpus.faulty.size
  if (faulty <= maxFaulty) return false
  const place = corpus.place('pack', pack.id, ['sections'])
  log.report('section-is-present', place, `the pack was not looked at: ${faulty} records have errors of form`)
  return true
}
