import { type Draft, type Log, type Place, ruleNamed, type Section } from '../../core/index.ts'
import type { Problem } from './problem.ts'

/** One rendered section. */
export interface SectionSource {
  readonly name: string
  readonly markdown: string
  /** What the author wrote that became the character at an offset. */
  place(offset: number): Place
  /** The name of the record that the character at an offset was printed from. */
  record(offset: number): string | undefined
  isWritten?(offset: number): boolean
  readonly isFaulty?: boolean
}

/** A section's tree and its problems, as plain data: what a cache keeps, under the digest of the Markdown. */
export interface Parsed {
  readonly tree: Draft
  readonly problems: readonly Problem[]
}

/** The tree of one section, with sugar. What cannot be read as meant is reported in `log`. */
export function parse(source: SectionSource, log: Log, parsed: Parsed): Section {
  for (const { rule, offset, reason, notes } of parsed.problems) {
    log.report(ruleNamed(rule), source.place(offset), reason, notes ? { notes } : {})
  }
  return {
    name: source.name,
    tree: parsed.tree,
    place: ({ position }) => source.place(position?.start.offset ?? 0),
    record: ({ position }) => source.record(position?.start.offset ?? 0),
    isWritten: ({ position }) => source.isWritten?.(position?.start.offset ?? 0) ?? true,
    isFaulty: source.isFaulty,
  }
}
