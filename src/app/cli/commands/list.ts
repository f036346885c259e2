import { itemAt, Log } from '../../../core/index.ts'
import type { RecordKind } from '../../../corpus/index.ts'
import { cacheOf } from '../cache.ts'
import { defineCommand, exit, UsageError } from '../command.ts'
import { diskHost } from '../host.ts'
import { formatPlace, hintAtErrors, requireCorpus } from '../records.ts'
import { columns, printable } from '../terminal.ts'
import { meaning } from '../usage.ts'

export const listCommand = defineCommand({
  usage: 'list [kind]',
  summary: 'A register: id, place and label of each record; without a name, the registers',
  examples: [
    ['$0 list judgments', 'every judgment'],
    ['$0 list claims --json', 'every claim, for other tools'],
  ],
  positionals: { kind: { type: 'string', describe: 'Which register, e.g. judgments' } },
  options: {
    json: { type: 'boolean', default: false, describe: 'Print the records as JSON' },
  },
  async run(args, world) {
    const [{ kinds }, { idsOf, recordsOf }, { openCorpus }, { labelOf, nameOf }] = await Promise.all([
      import('../../../corpus/kinds.ts'),
      import('../../../corpus/corpus.ts'),
      import('../../pipeline/project.ts'),
      import('../../../evidence/graph.ts'),
    ])
    const asked = kinds.find(({ name, plural }) => plural === args.kind || name === args.kind)
    if (args.kind !== undefined && !asked) {
      const known = kinds.map(({ plural }) => plural)
      const help = meaning(args.kind, known, `one of ${known.join(', ')}`)
      throw new UsageError(`“${args.kind}” is no kind`, help)
    }
    const log = new Log()
    const host = diskHost(world.folder, world.env)
    const corpus = await openCorpus(host, log, await cacheOf(host, world))
    requireCorpus(corpus)
    const soundOf = (kind: RecordKind) =>
      [...recordsOf(corpus, kind).values()].filter(({ id }) => !corpus.faulty.has(nameOf(kind, id)))
    if (!asked) {
      const counts = kinds.map(({ name, plural }) => [plural, soundOf(name).length] as const)
      if (args.json) world.out(`${JSON.stringify(Object.fromEntries(counts), null, 2)}\n`)
      else world.out(columns(counts.map(([plural, number]) => [plural, String(number)])))
      world.err(hintAtErrors(log))
      return exit.done
    }
    const { name: kind, plural } = asked
    const right = soundOf(kind)
    if (args.json) world.out(`${JSON.stringify(right, null, 2)}\n`)
    else {
      const rows = right.map(({ id }) => [
        id,
        formatPlace(corpus.place(kind, id)),
        printable(labelOf(corpus, nameOf(kind, id))),
      ])
      world.out(
        columns(rows, (text, column) => world.paint.out(itemAt(['bold', 'dim', 'reset'] as const, column), text)),
      )
    }
    const preset = right.length === 0 ? idsOf(corpus, kind) : []
    const note = preset.length > 0 ? `${plural} of its own; those that it has are ${preset.join(', ')}` : plural
    if (right.length === 0 && !world.quiet) world.err(`  there are no ${note}\n`)
    world.err(hintAtErrors(log))
    return exit.done
  },
})
