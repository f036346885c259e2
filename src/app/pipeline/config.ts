import type { PluggableList } from 'unified'
import type { OwnHelper } from '../../document/index.ts'
import type { CorpusRule, LintRule, PackRule, Report, WritingRule } from '../../evidence/index.ts'
import type { Write } from '../../write/index.ts'

/**
 * What a project adds of its own: the default export of `briefpack.config.js` at its root. Plugins are unified's. All of it
 * is code that runs with your rights, and must give the same for the same input: what it made is cached.
 */
export interface Config {
  /** Syntax that Markdown has besides ours: remark plugins that extend the parser, e.g. remark-math. */
  readonly syntax?: PluggableList
  /** Passes over the mdast tree of each section, when our own are done: citations are `citeGroup` nodes, figures `figureCall`. */
  readonly markdown?: PluggableList
  /** Passes over the tree of the whole document, when every citation, number and figure is in place (see `Root`). */
  readonly document?: PluggableList
  /** Helpers of templates, by name. */
  readonly helpers?: Readonly<Record<string, OwnHelper>>
  /** Checks, whose levels and waivers stand in packs like those of ours. */
  readonly rules?: readonly OwnRule[]
  /** Formats, by the name that `build -f` takes. */
  readonly writers?: Readonly<Record<string, Write>>
}

/** A rule without the documentation that those of ours have. Its id has a slash, e.g. `house/no-passive`. */
export type OwnRule = Own<CorpusRule> | Own<PackRule> | Own<WritingRule>
type Own<R extends LintRule> = Pick<R, 'id' | 'severity' | 'summary' | 'scope' | 'check'>

/** Where it stands. */
export const configFile = 'briefpack.config.js'

/** Code of the project failed where there is nothing to go on with. */
export class OwnCodeError extends Error {
  override readonly name = 'OwnCodeError'
}

/** Gives the config back: for its types. */
export const defineConfig = (config: Config): Config => config

/** The rules of a project as the others are. */
export function ownRules({ rules = [] }: Config): readonly LintRule[] {
  return rules.map(({ check, ...rule }): LintRule => {
    const guarded = (input: never, report: Report) => {
      try {
        check(input, report)
      } catch (error) {
        report({ file: configFile }, `the rule “${rule.id}” failed: ${String(error)}`)
      }
    }
    return { reason: rule.summary, fails: {}, findings: [], passes: {}, ...rule, check: guarded }
  })
}
