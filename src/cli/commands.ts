import type { Command } from './command.ts'
import { buildCommand } from './commands/build.ts'
import { checkCommand } from './commands/check.ts'
import { initCommand } from './commands/init.ts'

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [initCommand, buildCommand, checkCommand]
