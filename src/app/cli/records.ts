import type { Host, Log, Place } from '../../core/index.ts'
import type { Corpus } from '../../corpus/index.ts'
import { textsOption, UsageError } from './command.ts'
import { count, printable } from './terminal.ts'

/** A command that only reads has nothing to read where there is no corpus. */
export function requireCorpus(corpus: Corpus): void {
  if (corpus.digests.size === 0)
    throw new UsageError(
      'there is no corpus here: the folder “corpus” is missing or empty',
      'run `briefpack init` for a new project, or name the project with -C DIR',
    )
}

/** The folder of the texts, once it is sure that a folder which was asked for is there. */
export async function textsFolder(given: unknown, host: Host): Promise<string> {
  const folder = String(given)
  // What is there and no folder is told, not taken for texts that are elsewhere.
  if ((await host.list(folder)).length === 0 && folder !== textsOption.default)
    throw new UsageError(`there are no texts in “${folder}”`, 'name a folder inside the project: --texts DIR')
  return folder
}

/** A place as people read it, and as editors open it. */
export function formatPlace({ file, start }: Place): string {
  return printable(start ? `${file}:${start.line}:${start.column}` : file)
}

/** What a command that only reads must say when the project itself is at fault. */
export function hintAtErrors(log: Log): string {
  const errors = log.findings.filter((it) => it.fatal).length
  return errors === 0 ? '' : `  the project has ${count(errors, 'error')} (briefpack check)\n`
}
