import type { Command } from './command.ts'
import { addCommand } from './commands/add.ts'
import { buildCommand } from './commands/build.ts'
import { checkCommand } from './commands/check.ts'
import { cleanCommand } from './commands/clean.ts'
import { dataCommand } from './commands/data.ts'
import { deskCommand } from './commands/desk.ts'
import { explainCommand } from './commands/explain.ts'
import { exportCommand } from './commands/export.ts'
import { impactCommand } from './commands/impact.ts'
import { initCommand } from './commands/init.ts'
import { listCommand } from './commands/list.ts'
import { lspCommand } from './commands/lsp.ts'
import { mcpCommand } from './commands/mcp.ts'
import { pinCommand } from './commands/pin.ts'
import { proposeCommand } from './commands/propose.ts'
import { readBackCommand } from './commands/read-back.ts'
import { referenceDocCommand } from './commands/reference-doc.ts'
import { renameCommand } from './commands/rename.ts'
import { schemaCommand } from './commands/schema.ts'
import { searchCommand } from './commands/search.ts'
import { showCommand } from './commands/show.ts'
import { themeCommand } from './commands/theme.ts'
import { traceCommand } from './commands/trace.ts'

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  initCommand,
  addCommand,
  buildCommand,
  checkCommand,
  exportCommand,
  pinCommand,
  searchCommand,
  proposeCommand,
  deskCommand,
  traceCommand,
  impactCommand,
  showCommand,
  listCommand,
  dataCommand,
  renameCommand,
  readBackCommand,
  referenceDocCommand,
  themeCommand,
  explainCommand,
  schemaCommand,
  cleanCommand,
  lspCommand,
  mcpCommand,
]
