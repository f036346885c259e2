import type { Options } from 'yargs'
import { type Command, exit } from '../command.ts'
import { formatPlace, hintAtErrors, requireCorpus } from '../records.ts'
import { columns, printable } from '../terminal.ts'

const kinds = [
  'sources',
  'claims',
  'actors',
  'events',
  'measures',
  'threats',
  'judgments',
  'questions',
  'disagreements',
  'packs',
] as const

const options = {
  json: { type: 'boolean', default: false, describe: 'Print the records as JSON' },
} as const satisfies Record<string, Options>

export const listCommand: Command<typeof options> = {
  usage: 'list <kind>',
  summary: 'A register: id, place and label of each record',
  examples: [
    ['$0 list judgments', 'every judgment'],
    ['$0 list claims --json', 'every claim, for other tools'],
  ],
  positionals: { kind: { choices: kinds, demandOption: true, describe: 'Which register' } },
  options,
  async run(args, world) {
    const [{ openCorpus }, { labelOf, nameOf }, { Log }, { diskHost }, { cacheOf }] = await Promise.all([
      import('../../build/project.ts'),
      import('../../evidence/graph.ts'),
      import('../../log.ts'),
      import('../host.ts'),
      import('../cache.ts'),
    ])
    const log = new Log()
    const host = diskHost(world.folder, world.env)
    const corpus = await openCorpus(host, log, await cacheOf(host, world))
    requireCorpus(corpus)
    const plural = args.kind as (typeof kinds)[number]
    const kind = plural.slice(0, -1) as Parameters<typeof nameOf>[0]
    const right = [...corpus[plural].values()].filter(({ id }) => !corpus.faulty.has(nameOf(kind, id)))
    if (args.json === true) world.out(`${JSON.stringify(right, null, 2)}\n`)
    else {
      const rows = right.map(({ id }) => [
        id,
        formatPlace(corpus.place(kind, id)),
        printable(labelOf(corpus, nameOf(kind, id))),
      ])
      world.out(columns(rows, (text, column) => world.paint.out((['bold', 'dim', 'reset'] as const)[column]!, text)))
    }
    if (right.length === 0 && !world.quiet) world.err(`  there are no ${plural}\n`)
    world.err(hintAtErrors(log))
    return exit.done
  },
}
