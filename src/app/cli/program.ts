import { existsSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import yargs, { type Argv, type Options } from 'yargs'
import { PathError, version } from '../../core/index.ts'
import { OwnCodeError } from '../pipeline/config.ts'
import { type Command, exit, globalOptions, nameOf, UsageError, type World } from './command.ts'
import { commands } from './commands.ts'
import { loadConfig } from './config.ts'
import { epochOf } from './host.ts'
import { isColoured, painter, printable } from './terminal.ts'
import { usageError } from './usage.ts'

/** Where a command prints, and the environment that it heeds. */
interface Surroundings {
  readonly stdout: Stream
  readonly stderr: Stream
  readonly env: NodeJS.ProcessEnv
}

interface Stream {
  readonly isTTY?: boolean
  write(text: string): unknown
}

/** The program as a process. Never calls `process.exit` when all is well, which cuts short what is still being written. */
export async function main(words: readonly string[]): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', endOfStream)
  process.once('SIGINT', () => interrupt('SIGINT', exit.interrupted))
  process.once('SIGTERM', () => interrupt('SIGTERM', exit.terminated))
  process.exitCode = await runProgram(words, process)
}

/** Runs the command that the words name, and gives the exit code. */
export async function runProgram(words: readonly string[], surroundings: Surroundings): Promise<number> {
  let code: number = exit.done
  try {
    await parser(words, async (command, args) => {
      code = await command.run(args, worldOf(args, surroundings, nameOf(command) !== 'init'))
    }).parseAsync()
  } catch (error) {
    code = explain(error, surroundings.stderr)
  }
  return code
}

type Runner = (command: Command, args: Record<string, unknown>) => Promise<void>

function parser(words: readonly string[], run: Runner): Argv {
  const program = yargs([...words])
    .scriptName('briefpack')
    .parserConfiguration({ 'greedy-arrays': false, 'strip-dashed': false })
    .options(withValues(globalOptions))
    .strict()
    .locale('en')
    .version(false)
    .help(false)
    .exitProcess(false)
    .showHelpOnFail(false)
    .demandCommand(1, 'Name a command')
    .fail((message, error) => {
      if (error && error.name !== 'YError') throw error
      throw usageError(message ?? error.message, words, commands)
    })
  // To make all of them ready takes a tenth of a run in which nothing changed.
  const named = commands.filter((command) => words.includes(nameOf(command)))
  for (const command of named.length > 0 ? named : commands) addCommand(program, command, run)
  return program
}

function addCommand(program: Argv, command: Command, run: Runner): void {
  program.command(
    command.usage,
    command.summary,
    (builder) => {
      for (const [name, option] of Object.entries(command.positionals ?? {})) builder.positional(name, option)
      return builder.options(withValues(command.options))
    },
    (given) => run(command, lastOfEach(given, { ...globalOptions, ...command.options })),
  )
}

/** Options that take a value, made to ask for it: `--out` alone is a slip, not the default. */
function withValues(options: Readonly<Record<string, Options>>): Record<string, Options> {
  const entries = Object.entries(options).map(([name, option]) => [
    name,
    option.type === 'boolean' ? option : { ...option, requiresArg: true },
  ])
  return Object.fromEntries(entries)
}

/** An option that is given twice counts as it was given last; one that wants a value has one. */
function lastOfEach(
  args: Record<string, unknown>,
  options: Readonly<Record<string, Options>>,
): Record<string, unknown> {
  const last = { ...args }
  for (const [name, option] of Object.entries(options)) {
    const given = args[name]
    const value = Array.isArray(given) && !option.array ? given.at(-1) : given
    if (value !== given) last[name] = value
    if (value === '' || (Array.isArray(value) && value.includes(''))) throw new UsageError(`“--${name}” needs a value`)
    if (option.type === 'number' && Number.isNaN(value)) throw new UsageError(`“--${name}” needs a number`)
  }
  return last
}

function worldOf(
  { directory, quiet, color, config }: Record<string, unknown>,
  { stdout, stderr, env }: Surroundings,
  looksAbove: boolean,
): World {
  let folder = String(directory)
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`there is no folder “${printable(folder)}”`, 'name the project’s folder: -C DIR')
  if (Number.isNaN(epochOf(env.SOURCE_DATE_EPOCH)))
    throw new UsageError(`SOURCE_DATE_EPOCH is “${env.SOURCE_DATE_EPOCH}”, not a number of seconds since 1970`)
  const above = looksAbove ? projectAbove(folder) : undefined
  if (above !== undefined) {
    folder = relative(process.cwd(), above) || '.'
    if (quiet !== true) stderr.write(`briefpack: the project is ${printable(folder)}\n`)
  }
  return {
    folder,
    quiet: quiet === true,
    ownCode: async () => (config === false ? { config: {}, digest: '' } : loadConfig(folder)),
    env,
    paint: {
      out: painter(isColoured(color, stdout.isTTY === true, env)),
      err: painter(isColoured(color, stderr.isTTY === true, env)),
    },
    out: (text) => stdout.write(text),
    err: (text) => stderr.write(text),
  }
}

/** The nearest folder above one that is no project itself, as git looks for a repository; never the root of the disk. */
function projectAbove(folder: string): string | undefined {
  const isProject = (it: string) => ['corpus/packs', 'corpus/sources'].some((below) => existsSync(join(it, below)))
  for (let at = resolve(folder); !isProject(at); at = dirname(at)) {
    const above = dirname(at)
    if (dirname(above) === above) return undefined
    if (isProject(above)) return above
  }
  return undefined
}

/** Says what went wrong, and gives the exit code. */
function explain(error: unknown, stderr: Stream): number {
  const say = (message: string, hint?: string) =>
    stderr.write(`briefpack: ${printable(message)}\n${hint ? `  ${printable(hint)}\n` : ''}`)
  if (error instanceof UsageError || error instanceof PathError || error instanceof OwnCodeError) {
    say(
      error.message,
      error instanceof UsageError ? error.hint : error instanceof PathError ? error.notes[0] : undefined,
    )
    return exit.usage
  }
  const { code: named, errno = 0, message, replaced = 0 } = error as NodeJS.ErrnoException & { replaced?: number }
  // Node has no name for a quota that is used up.
  const code = quotas.has(errno) ? 'EDQUOT' : named
  if (code !== undefined && Object.hasOwn(temporary, code)) {
    const kept =
      replaced === 0 ? 'what was there before is untouched' : `of the files ${replaced} are new, the rest old`
    say(
      code === named
        ? message
        : message.replace(/^(?:Unknown system error -\d+(?:: )?)+/, `${code}: the quota of the disk is used up`),
      `${kept}; ${temporary[code]}try again`,
    )
    return exit.temporary
  }
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') {
    say(message)
    return exit.usage
  }
  stderr.write(
    `briefpack ${version} failed, and the fault is ours. Please report this:\n${(error instanceof Error && error.stack) || String(error)}\n`,
  )
  return exit.bug
}

/** What passes, and what to do first: no room, too many files open, a disk or a network that is away. */
const temporary: Readonly<Record<string, string>> = {
  ENOSPC: 'make room and ',
  EDQUOT: 'make room and ',
  EFBIG: 'allow larger files (ulimit -f) and ',
  EMFILE: '',
  ENFILE: '',
  EBUSY: '',
  EIO: '',
  ETIMEDOUT: '',
  ESTALE: '',
}

/** EDQUOT of Linux and of macOS. */
const quotas: ReadonlySet<number> = new Set([-122, -69])

/** A reader that stops early, as `head` does, is no error. A full disk behind `>` is one: what was printed is not all there. */
function endOfStream(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') process.exit(explain(error, process.stderr))
}

/** Writing is one rename a file, so leaving at any moment leaves whole files. */
function interrupt(signal: NodeJS.Signals, code: number): void {
  process.stderr.write(`\nbriefpack: stopped by ${signal}; nothing is half-written\n`)
  process.exit(code)
}
