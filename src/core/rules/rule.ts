export type Severity = 'error' | 'warning'

/**
 * Changes to the small project of `test/lint/small-project`, by what they change: a record (`source:lind-2004`), whose
 * fields are laid over it in YAML (`null` takes one away); any twenty claims more (`claims:20`); a template (`body`); any other file by its path. `null` for a
 * file takes it away.
 */
export type Example = Readonly<Record<string, string | null>>

/** All that is true of a rule, whoever checks it. */
export interface Rule {
  /** Says what holds when all is well. */
  readonly id: string
  /** An error is what data decides: a pack cannot lower it. A warning is a heuristic or advice. */
  readonly severity: Severity
  /** What holds when all is well, in one sentence. */
  readonly summary: string
  /** The published norm behind it, where there is one. */
  readonly norm?: string
  /** Why it matters and what it looks at, in Markdown. */
  readonly reason: string
  /**
   * Without it a record or file cannot be read: no waiver lets it pass, whatever is selected it is told, and what other rules
   * find in such a record is not.
   */
  readonly structural?: true
  /** Whoever could waive it could waive anything. */
  readonly waivable?: false
  /** It holds or fails for a record or a template by itself, whatever else the corpus holds. */
  readonly standsAlone?: true
  /** `check --fix` writes the one expected value: over the whole that was found, or at the one place where that stands in it. */
  readonly fix?: 'whole' | 'within'
  readonly fails: Example
  /** What the rule says of `fails`: `record or file: reason`. */
  readonly findings: readonly string[]
  readonly passes: Example
}

/** A rule whose id the compiler knows. */
export function rule<const Id extends string>(it: Rule & { readonly id: Id }): Rule & { readonly id: Id } {
  return it
}

/** A section of the small project, of these paragraphs. */
export const exampleSection = (...paragraphs: readonly string[]): string =>
  ['# The harbour of Arden', ...paragraphs].join('\n\n')

/** A paragraph that cites both sources and explains the scale: with it a section has no findings. */
export const harbourIsOpen =
  'The harbour has been open again since March 2005 [@ortega-2005; @lind-2004]. “Likely” stands for 55–80%.'

export const quay =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20"><path d="M0 15H40"/></svg>'
