import { defineCommand, exit, textsOption, UsageError } from '../command.ts'
import { formatPlace, hintAtErrors } from '../records.ts'

export const showCommand = defineCommand({
  usage: 'show <id>',
  summary: 'One record and its place; for a judgment, how high its confidence may be and why',
  examples: [
    ['$0 show fields-fed-wells', 'a judgment, with the confidence that its evidence carries'],
    ['$0 show source:brandt-review-2021 --json', 'where an id names records of several kinds'],
  ],
  positionals: { id: { type: 'string', demandOption: true, describe: 'A record’s id, or kind:id' } },
  options: {
    json: { type: 'boolean', default: false, describe: 'Print the record as JSON' },
    texts: textsOption,
  },
  async run(args, world) {
    const [{ ceilingOf, partsOf, recordOf }, { printYaml }, { opened, recordMeant }] = await Promise.all([
      import('../../../evidence/index.ts'),
      import('../../../corpus/read-yaml.ts'),
      import('../opened.ts'),
    ])
    const { log, project } = await opened(args.texts, world)
    const { corpus, evidence } = project
    const name = recordMeant(corpus, args.id)
    const { kind, id } = partsOf(name)
    const record = recordOf(corpus, name)
    if (!record || corpus.faulty.has(`${kind}:${id}`))
      throw new UsageError(
        `the ${kind} “${id}” is not right yet`,
        `see briefpack check; it is in ${formatPlace(corpus.place(kind, id))}`,
      )
    if (args.json) world.out(`${JSON.stringify(record, null, 2)}\n`)
    else {
      const place = `# ${kind}, ${formatPlace(corpus.place(kind, id))}`
      world.out(`${world.paint.out('dim', place)}\n${printYaml(withoutEmpty(record))}`)
    }
    const judgment = kind === 'judgment' ? corpus.judgments.get(id) : undefined
    const ceiling = judgment && ceilingOf(judgment, corpus, evidence.shared)
    if (ceiling && !args.json) {
      const lines = [
        `# the evidence carries at most ${ceiling.level} confidence`,
        ...[...ceiling.reasons, ...ceiling.independence.remarks].map((it) => `#   ${it}`),
      ]
      world.out(`${world.paint.out('dim', lines.join('\n'))}\n`)
    }
    world.err(hintAtErrors(log))
    return exit.done
  },
})

/** What nobody wrote says nothing: lists that are empty only for want of entries. */
function withoutEmpty(record: object): object {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => !Array.isArray(value) || value.length > 0))
}
