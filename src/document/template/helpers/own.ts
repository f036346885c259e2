import { escapeMarkdown } from '../escape.ts'
import { Markdown } from '../markdown.ts'
import { anything, type Helper, type HelperContext } from './helper.ts'
import { helpers } from './index.ts'

/** A helper of a project: `{{name value option=value}}`. A text that it gives is printed as text, escaped. */
export interface OwnHelper {
  run(values: readonly unknown[], options: Readonly<Record<string, unknown>>, context: OwnContext): unknown
}

interface OwnContext extends HelperContext {
  /** Markdown that stands as it is; what of it is data goes through `escape` first. */
  markdown(text: string): unknown
  escape(text: string): string
}

/** Our helpers and those of a project, by name; none of ours can be replaced. */
export function withOwnHelpers(own: Readonly<Record<string, OwnHelper>> = {}): ReadonlyMap<string, Helper> {
  return new Map([...Object.entries(own).map(([name, it]) => [name, helperOf(name, it)] as const), ...helpers])
}

function helperOf(name: string, own: OwnHelper): Helper {
  return {
    name,
    family: 'own',
    summary: 'A helper of this project.',
    example: { template: `{{${name}}}`, gives: '' },
    takes: [],
    rest: anything('value'),
    least: 0,
    options: {},
    open: true,
    run: (values, options, context) => {
      try {
        const markdown = (text: string) => new Markdown(text)
        return own.run(values, options, { ...context, markdown, escape: escapeMarkdown })
      } catch (error) {
        return context.refuse('template-is-valid', `the project’s helper “${name}” failed: ${String(error)}`)
      }
    },
  }
}
