import type { Options } from 'yargs'
import type { Corpus } from '../../corpus/corpus.ts'
import { type Command, exit, UsageError } from '../command.ts'
import { formatPlace, hintAtErrors, recordMeant } from '../records.ts'

const options = {
  json: { type: 'boolean', default: false, describe: 'Print the record as JSON' },
} as const satisfies Record<string, Options>

export const showCommand: Command<typeof options> = {
  usage: 'show <id>',
  summary: 'One record and its place; for a judgment, how high its confidence may be and why',
  examples: [['$0 show reform-line-2005', 'a judgment with its ceiling']],
  positionals: { id: { type: 'string', demandOption: true, describe: 'A record’s id, or kind:id' } },
  options,
  async run(args, world) {
    const [{ open }, { partsOf }, { Log }, { diskHost }, { printYaml }] = await Promise.all([
      import('../../build/project.ts'),
      import('../../evidence/graph.ts'),
      import('../../log.ts'),
      import('../host.ts'),
      import('../../corpus/yaml.ts'),
    ])
    const log = new Log()
    const { corpus, assessment } = await open(diskHost(world.folder, world.env), log)
    const { kind, id } = partsOf(recordMeant(corpus, String(args.id)))
    const record = corpus[`${kind}s` as keyof Corpus & `${typeof kind}s`].get(id)
    if (!record)
      throw new UsageError(
        `the ${kind} “${id}” is not right yet`,
        `see briefpack check; it is in ${formatPlace(corpus.place(kind, id))}`,
      )
    if (args.json === true) world.out(`${JSON.stringify(record, null, 2)}\n`)
    else world.out(`# ${kind}, ${formatPlace(corpus.place(kind, id))}\n${printYaml(record)}`)
    const ceiling = kind === 'judgment' ? assessment.ceilingOf(id) : undefined
    if (ceiling)
      world.out(
        `# the evidence carries at most ${ceiling.level} confidence\n${ceiling.reasons.map((it) => `#   ${it}\n`).join('')}`,
      )
    world.err(hintAtErrors(log))
    return exit.done
  },
}
