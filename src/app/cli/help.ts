import type { Options } from 'yargs'
import { type Command, globalOptions, nameOf } from './command.ts'
import { columns } from './terminal.ts'

/** What `briefpack --help` prints: two examples first. Made without yargs, so that it is there at once. */
export function programHelp(commands: readonly Command[]): string {
  return sections([
    ['briefpack: cited briefing packs from a corpus of described sources', ''],
    [
      'Examples',
      columns([
        ['briefpack init my-pack && cd my-pack', 'start a project that builds at once'],
        ['briefpack build', 'write every pack to out/'],
      ]),
    ],
    ['Commands', columns(commands.map((command) => [command.usage, command.summary]))],
    ['Options', optionRows({ ...globalOptions, version: { alias: 'V', describe: 'Print the version' } })],
    [
      'Exit codes',
      columns([
        ['0', 'done; there may be warnings'],
        ['1', 'errors were found'],
        ['2', 'wrong usage or configuration, or a path that may not be read or written'],
        ['3', 'some packs have errors, the others are written; or check --strict could not check everything'],
        ['70', 'our bug'],
        ['75', 'a full disk or the like: try again'],
        ['130, 143', 'interrupted; nothing is half-written'],
      ]),
    ],
  ])
}

/** What `briefpack <command> --help` prints. */
export function commandHelp(command: Command): string {
  const examples = command.examples.map(([call, meaning]) => [call.replaceAll('$0', 'briefpack'), meaning])
  const positionals = Object.entries(command.positionals ?? {}).map(([name, option]) => [name, describe(option)])
  return sections([
    [`briefpack ${command.usage}`, `${command.summary}.\n`],
    [examples.length === 1 ? 'Example' : 'Examples', columns(examples)],
    ...(positionals.length ? [['Arguments', columns(positionals)] as const] : []),
    ['Options', optionRows({ ...command.options, ...globalOptions })],
  ])
}

/** The command that the words ask help for, if any. */
export function commandAsked(words: readonly string[], commands: readonly Command[]): Command | undefined {
  return commands.find((command) => words.includes(nameOf(command)))
}

function sections(parts: readonly (readonly [string, string])[]): string {
  return parts.map(([title, body]) => `${title}\n${body.replace(/^(?=.)/gm, '  ')}`).join('\n')
}

function optionRows(options: Readonly<Record<string, Options>>): string {
  return columns(
    Object.entries(options).map(([name, option]) => {
      const value =
        option.choices || option.type === 'string' || option.type === 'number' ? ` ${placeholder(name)}` : ''
      return [`${option.alias ? `-${String(option.alias)}, ` : '    '}--${name}${value}`, describe(option)]
    }),
  )
}

const placeholder = (name: string) => `<${name.split('-').at(-1)}>`

function describe({ describe: text, choices, default: value }: Options): string {
  const chosen = choices ? `: ${choices.join(', ')}` : ''
  const usual = typeof value === 'string' && value !== '' ? ` (${value})` : ''
  return `${text}${chosen}${usual}`
}
