import type { Options } from 'yargs'
import { type Command, exit, UsageError } from '../command.ts'
import { columns } from '../terminal.ts'
import { ruleMeant } from '../usage.ts'

const options = {} as const satisfies Record<string, Options>

export const explainCommand: Command<typeof options> = {
  usage: 'explain [rule]',
  summary: 'A rule: what holds when all is well, why, its norm and an example; without a name, all rules',
  examples: [
    ['$0 explain passage-matches', 'what the rule asks and where it comes from'],
    ['$0 explain', 'every rule in a line'],
  ],
  positionals: { rule: { type: 'string', describe: 'A rule’s id' } },
  options,
  async run(args, world) {
    const id = args.rule
    const { rules } = await import('../../lint/rule-table.ts')
    if (id === undefined) {
      const rows = [...rules.values()].map(({ id, severity, summary }) => [id, severity, summary])
      world.out(columns(rows, (text, column) => (column === 0 ? world.paint.out('bold', text) : text)))
      return exit.done
    }
    const rule = rules.get(String(id))
    if (!rule) throw new UsageError(`there is no rule “${id}”`, ruleMeant(String(id), rules))
    const { ruleSection } = await import('../../lint/reference.ts')
    world.out(`${world.paint.out('bold', rule.id)}\n\n${ruleSection(rule)}\n`)
    return exit.done
  },
}
