import type { Options } from 'yargs'
import { itemAt, nearest } from '../../core/index.ts'
import { type Command, globalOptions, nameOf, UsageError } from './command.ts'

/** What yargs found wrong with the words, said so that it can be mended: yargs does not say what was meant. */
export function usageError(message: string, words: readonly string[], commands: readonly Command[]): UsageError {
  const command = commands.find((it) => words.includes(nameOf(it)))
  const help = `see briefpack ${command ? `${nameOf(command)} ` : ''}--help`
  const unknown = /^Unknown (?:arguments?|commands?): (.+)$/.exec(message)
  if (unknown) return unknownWord(itemAt(itemAt(unknown, 1).split(','), 0).trim(), words, command, commands, help)
  const choice = /Argument: (\S+), Given: "(.*)", Choices: (.*)/.exec(message)
  if (choice) {
    const [, name = '', given = '', list = ''] = choice
    const known = [...list.matchAll(/"([^"]*)"/g)].map((match) => itemAt(match, 1))
    const where = command?.options && name in command.options ? dashed(name) : command ? nameOf(command) : name
    return new UsageError(`“${where}” does not take “${given}”`, meaning(given, known, `one of ${known.join(', ')}`))
  }
  if (message === 'Name a command') {
    const known = new Set(Object.entries<Options>(globalOptions).flatMap(([name, { alias }]) => [name, String(alias)]))
    const given = words.flatMap((word) => /^--?(?:no-)?([^=]+)/.exec(word)?.[1] ?? [])
    const strange = given.find((word) => !known.has(word))
    if (strange !== undefined) return unknownWord(strange, words, command, commands, help)
  }
  if (command && message.startsWith('Not enough non-option arguments')) {
    const wanted = command.usage.match(/<[^>]+>/g) ?? []
    return new UsageError(`${nameOf(command)} needs ${wanted.join(' and ')}`, `briefpack ${command.usage}; ${help}`)
  }
  const bare = /^Not enough arguments following: (\S+)$/.exec(message)
  if (bare) return new UsageError(`“${dashed(itemAt(bare, 1))}” needs a value`, help)
  return new UsageError(message.charAt(0).toLowerCase() + message.slice(1), help)
}

/** The known word that is nearest, or that begins like it, as a question; or else `otherwise`. */
export function meaning(word: string, known: readonly string[], otherwise: string): string {
  const meant =
    known.find((it) => it.startsWith(`${word}-`)) ??
    nearest(word, known) ??
    known.find((it) => word.length > 2 && it.startsWith(word)) ??
    // The same word in another language: “artikel”, “paragraf”.
    known.find((it) => word.length > 4 && it.slice(0, 4) === word.slice(0, 4).toLowerCase())
  return meant === undefined ? otherwise : `did you mean “${meant}”?`
}

/** What to do where there is no rule of this name. */
export function ruleMeant(id: string, rules: ReadonlyMap<string, unknown>): string {
  return meaning(id, [...rules.keys()], 'briefpack explain lists them')
}

function unknownWord(
  word: string,
  words: readonly string[],
  command: Command | undefined,
  commands: readonly Command[],
  help: string,
): UsageError {
  if (!words.some((it) => it === `--${word}` || it.startsWith(`--${word}=`) || it.startsWith(`-${word}`))) {
    const what = command ? 'argument' : 'command'
    return new UsageError(
      `unknown ${what} “${word}”`,
      command ? help : `${meaning(word, commands.map(nameOf), '')} ${help}`.trim(),
    )
  }
  const known = Object.keys({ ...globalOptions, ...command?.options }).map(dashed)
  return new UsageError(`unknown option “${dashed(word)}”`, `${meaning(dashed(word), known, '')} ${help}`.trim())
}

const dashed = (name: string) => (name.length === 1 ? `-${name}` : `--${name}`)
