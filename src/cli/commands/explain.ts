import type { Options } from 'yargs'
import { rules } from '../../rules.ts'
import { type Command, exit, UsageError } from '../command.ts'
import { columns } from '../terminal.ts'
import { meaning } from '../usage.ts'

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
    if (id === undefined) {
      const rows = Object.entries(rules).map(([name, { severity, summary }]) => [name, severity, summary])
      world.out(columns(rows, (text, column) => (column === 0 ? world.paint.out('bold', text) : text)))
      return exit.done
    }
    if (!Object.hasOwn(rules, String(id))) {
      const known = Object.keys(rules)
      throw new UsageError(`there is no rule “${id}”`, meaning(String(id), known, 'briefpack explain lists them'))
    }
    const rule: { severity: string; summary: string; norm?: string } = rules[id as keyof typeof rules]
    const { ruleReference } = await import('../rule-reference.ts')
    const section = (await ruleReference())(String(id))
    const own = `*${rule.severity}* · ${rule.summary}\n${rule.norm ? `\nNorm: ${rule.norm}\n` : ''}`
    world.out(`${world.paint.out('bold', String(id))}\n\n${section ?? own}\n`)
    return exit.done
  },
}
