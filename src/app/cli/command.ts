import type { InferredOptionTypes, Options, PositionalOptions } from 'yargs'
import { itemAt } from '../../core/index.ts'
import type { OwnCode } from './config.ts'
import type { Paint } from './terminal.ts'

/** A subcommand. Its module is light: what it works with is imported when it runs. */
export interface Command {
  /** As yargs writes it, e.g. `build [packs..]`. */
  readonly usage: string
  /** One line for the list of commands. */
  readonly summary: string
  readonly examples: readonly (readonly [string, string])[]
  readonly positionals?: Readonly<Record<string, PositionalOptions>>
  readonly options: Readonly<Record<string, Options>>
  /** Gives the exit code. */
  run(args: Record<string, unknown>, world: World): Promise<number>
}

/** A command whose arguments are known by what it declares of them. */
export const defineCommand = <
  const O extends Readonly<Record<string, Options>>,
  const P extends Readonly<Record<string, PositionalOptions>> = Record<never, never>,
>(
  command: Omit<Command, 'run' | 'options' | 'positionals'> & {
    readonly positionals?: P
    readonly options: O
    run(args: InferredOptionTypes<O & P>, world: World): Promise<number>
  },
): Command => command

/** What a command sees of the terminal. Results go to `out`, everything else to `err`. */
export interface World {
  readonly folder: string
  readonly quiet: boolean
  /** What the project adds of its own; `--no-config` leaves it out, and then none of its code runs. */
  ownCode(): Promise<OwnCode>
  readonly env: Readonly<Record<string, string | undefined>>
  /** Colours what goes to `out`, and to `err`. */
  readonly paint: { readonly out: Paint; readonly err: Paint }
  out(text: string): void
  err(text: string): void
}

/** The options that every command has. */
export const globalOptions = {
  directory: { alias: 'C', type: 'string', default: '.', describe: 'Work in this project' },
  quiet: { alias: 'q', type: 'boolean', default: false, describe: 'Print findings and results only' },
  color: { choices: ['auto', 'always', 'never'], default: 'auto', describe: 'Colour the output' },
  config: {
    type: 'boolean',
    default: true,
    describe: 'Use briefpack.config.js of the project; --no-config runs none of its code',
  },
  help: { alias: 'h', type: 'boolean', default: false, describe: 'Print this help' },
} as const satisfies Record<string, Options>

/** Where the full texts of the sources are, for every command that reads them. */
export const textsOption = { type: 'string', default: 'texts', describe: 'The folder of the full texts' } as const

/** For every command that keeps what it made. */
export const cacheOption = {
  type: 'boolean',
  default: true,
  describe: 'Use what earlier runs left in .briefpack/cache; --no-cache makes everything anew',
} as const

/** The time of the run, where a record is dated by it or a report says it: SOURCE_DATE_EPOCH where it is set. */
export const timeOf = ({ epoch }: { readonly epoch?: number | undefined }): Date =>
  epoch === undefined ? new Date() : new Date(epoch * 1000)

/** The day of the run, as EDTF. */
export const today = (host: { readonly epoch?: number | undefined }): string => timeOf(host).toISOString().slice(0, 10)

/** The word that calls a command. */
export const nameOf = (command: Command): string => itemAt(command.usage.split(' '), 0)

/** The exit codes, as `briefpack --help` lists them. */
export const exit = {
  done: 0,
  findings: 1,
  usage: 2,
  partly: 3,
  bug: 70,
  temporary: 75,
  interrupted: 130,
  terminated: 143,
} as const

/** Wrong use of the command line: said in one sentence, exit 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
  readonly hint: string | undefined
  constructor(message: string, hint?: string) {
    super(message)
    this.hint = hint
  }
}
