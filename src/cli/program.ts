import { styleText } from 'node:util'
import yargs, { type Argv } from 'yargs'
import { nearest } from '../nearest.ts'
import { version } from '../version.ts'
import { type Command, exit, UsageError, type World } from './command.ts'
import { commands } from './commands.ts'

const globalOptions = {
  directory: { alias: 'C', type: 'string', default: '.', describe: 'Work in this project' },
  quiet: { alias: 'q', type: 'boolean', default: false, describe: 'Print findings and results only' },
  color: { choices: ['auto', 'always', 'never'], default: 'auto', describe: 'Colour the output' },
} as const

/** Runs the command that the words name and sets the exit code. Never calls `process.exit`, which cuts short what is still being written. */
export async function main(words: readonly string[]): Promise<void> {
  // A reader that stops early, as `head` does, is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  process.once('SIGINT', () => interrupt('SIGINT', exit.interrupted))
  process.once('SIGTERM', () => interrupt('SIGTERM', exit.terminated))
  try {
    await parser(words).parseAsync()
  } catch (error) {
    process.exitCode = explain(error)
  }
}

function parser(words: readonly string[]): Argv {
  const program = yargs([...words])
    .scriptName('briefpack')
    .usage('$0 <command> [options]\n\nCited briefing packs from a corpus of described sources.')
    .example('$0 init my-pack', 'start a project that builds at once')
    .example('$0 build', 'write every pack to out/')
    .parserConfiguration({ 'greedy-arrays': false, 'strip-dashed': false, 'duplicate-arguments-array': true })
    .options(globalOptions)
    .strict()
    .locale('en')
    .version(version)
    .alias('version', 'V')
    .alias('help', 'h')
    .wrap(Math.min(100, process.stdout.columns ?? 100))
    .exitProcess(false)
    .showHelpOnFail(false)
    .demandCommand(1, 'name a command')
    .epilogue(
      'Exit codes: 0 done, 1 findings, 2 wrong usage, 3 some packs failed, 70 our bug, 75 try again, 130 and 143 interrupted.',
    )
    .fail((message, error) => {
      throw error ?? usageError(message, words)
    })
  for (const command of commands) addCommand(program, command)
  return program
}

function addCommand(program: Argv, command: Command): void {
  program.command(
    command.usage,
    command.summary,
    (builder) => {
      for (const [name, option] of Object.entries(command.positionals ?? {})) builder.positional(name, option)
      for (const [call, meaning] of command.examples) builder.example(call, meaning)
      return builder.options(command.options)
    },
    async (args) => {
      process.exitCode = await command.run(args, worldOf(args))
    },
  )
}

function worldOf(args: Record<string, unknown>): World {
  const setting = args.color
  const colour = setting === 'auto' ? styleText('red', 'x', { stream: process.stderr }) !== 'x' : setting === 'always'
  return {
    folder: String(args.directory),
    quiet: args.quiet === true,
    colour,
    env: process.env,
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  }
}

/** yargs says which word it does not know, but not what was meant. */
function usageError(message: string, words: readonly string[]): UsageError {
  const unknown = /^Unknown (argument|arguments|command): (.+)$/.exec(message)
  const command = commands.find((it) => nameOf(it) === words.find((word) => !word.startsWith('-')))
  const help = `see briefpack ${command ? `${nameOf(command)} ` : ''}--help`
  if (!unknown) return new UsageError(message.charAt(0).toLowerCase() + message.slice(1), help)
  const word = unknown[2]!.split(',')[0]!.trim()
  const isFlag = words.some((it) => it === `--${word}` || it.startsWith(`--${word}=`) || it === `-${word}`)
  const known = isFlag ? Object.keys({ ...globalOptions, ...command?.options }) : commands.map(nameOf)
  const meant = nearest(word, known)
  const shown = isFlag ? `--${word}` : word
  return new UsageError(
    `unknown ${isFlag ? 'option' : command ? 'argument' : 'command'} “${shown}”`,
    [meant && `did you mean “${isFlag ? '--' : ''}${meant}”?`, help].filter(Boolean).join(' '),
  )
}

const nameOf = (command: Command) => command.usage.split(' ')[0]!

function explain(error: unknown): number {
  if (error instanceof UsageError) {
    process.stderr.write(`briefpack: ${error.message}\n${error.hint ? `  ${error.hint}\n` : ''}`)
    return exit.usage
  }
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EMFILE') {
    process.stderr.write(
      `briefpack: ${message}\n  the artefacts that were there before are untouched; make room and try again\n`,
    )
    return exit.temporary
  }
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') {
    process.stderr.write(`briefpack: ${message}\n`)
    return exit.usage
  }
  process.stderr.write(
    `briefpack ${version} failed, and the fault is ours. Please report this:\n${(error as Error).stack ?? String(error)}\n`,
  )
  return exit.bug
}

/** Writing is one rename a file, so leaving at any moment leaves whole files. */
function interrupt(signal: NodeJS.Signals, code: number): void {
  process.stderr.write(`\nbriefpack: stopped by ${signal}; nothing is half-written\n`)
  process.exit(code)
}
