import type { Options } from 'yargs'
import { type Command, exit } from '../command.ts'
import { formatPlace, hintAtErrors } from '../records.ts'

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
  summary: 'A register: id, label and place of each record',
  examples: [['$0 list judgments', 'every judgment']],
  positionals: { kind: { choices: kinds, demandOption: true, describe: 'Which register' } },
  options,
  async run(args, world) {
    const [{ load }, { labelOf, nameOf }, { Log }, { diskHost }] = await Promise.all([
      import('../../corpus/load.ts'),
      import('../../evidence/graph.ts'),
      import('../../log.ts'),
      import('../host.ts'),
    ])
    const log = new Log()
    const corpus = await load(diskHost(world.folder, world.env), log)
    const plural = args.kind as (typeof kinds)[number]
    const kind = plural.slice(0, -1) as Parameters<typeof nameOf>[0]
    if (args.json === true) world.out(`${JSON.stringify([...corpus[plural].values()], null, 2)}\n`)
    else
      for (const id of corpus[plural].keys())
        world.out(`${id}  ${labelOf(corpus, nameOf(kind, id))}  ${formatPlace(corpus.place(kind, id))}\n`)
    world.err(hintAtErrors(log))
    return exit.done
  },
}
