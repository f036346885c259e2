import { rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Log } from '../../../core/index.ts'
import { defineCommand, exit, UsageError } from '../command.ts'
import { diskHost } from '../host.ts'
import { requireCorpus } from '../records.ts'
import { count, printable } from '../terminal.ts'
import { forgetWritten, staleFiles } from '../written.ts'

export const cleanCommand = defineCommand({
  usage: 'clean',
  summary: 'Remove files that build wrote for packs that are no more, and no others',
  examples: [['$0 clean --stale', 'the files of a pack that was renamed']],
  options: {
    stale: { type: 'boolean', default: false, describe: 'What was built of packs that are renamed or gone' },
    'dry-run': { type: 'boolean', default: false, describe: 'Say what would be removed, and remove nothing' },
  },
  async run(args, world) {
    if (!args.stale) throw new UsageError('say what to remove', 'briefpack clean --stale')
    const { openCorpus } = await import('../../pipeline/project.ts')
    const host = diskHost(world.folder, world.env)
    requireCorpus(await openCorpus(host, new Log()))
    const stale = await staleFiles(host)
    const ours = stale.filter(({ isOurs }) => isOurs).map(({ path }) => path)
    for (const { path, isOurs } of stale)
      if (isOurs) world.out(`${printable(path)}\n`)
      else world.err(`  ${printable(path)} was changed since it was built: it stays\n`)
    if (!args['dry-run'] && ours.length > 0) {
      await host.remove?.(ours)
      // A folder with anything else in it stays.
      for (const folder of new Set(ours.map((it) => dirname(it))))
        await rmdir(join(world.folder, folder)).catch(() => undefined)
      await forgetWritten(host, ours)
    }
    const done = args['dry-run'] ? 'would be removed' : 'removed'
    if (!world.quiet) world.err(`${world.paint.err('green', '✔')} ${count(ours.length, 'file')} ${done}\n`)
    return exit.done
  },
})
