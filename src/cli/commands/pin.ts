import type { Options } from 'yargs'
import { type Command, exit, textsOption, UsageError } from '../command.ts'

const options = {
  to: {
    type: 'string',
    describe: 'The last words of the passage; without them it is the sentence that holds the first',
  },
  para: { alias: 'p', type: 'number', describe: 'Look in this paragraph only' },
  digest: { type: 'boolean', default: false, describe: 'Print the source’s `text` field instead' },
  texts: textsOption,
} as const satisfies Record<string, Options>

export const pinCommand: Command<typeof options> = {
  usage: 'pin <source> [words..]',
  summary: 'Find a passage in a held text and write its record',
  examples: [
    ['$0 pin harbour-courier-2020 "The customs service"', 'the sentence with these words'],
    ['$0 pin harbour-courier-2020 "In March" --to "in May."', 'from these words to those'],
  ],
  positionals: {
    source: { type: 'string', demandOption: true, describe: 'The source’s key' },
    words: { type: 'string', array: true, default: [], describe: 'The first words of the passage' },
  },
  options,
  async run(args, world) {
    const [{ describeText, pin }, { diskHost }, { readText }] = await Promise.all([
      import('../../evidence/pin.ts'),
      import('../host.ts'),
      import('../../host.ts'),
    ])
    const path = `${String(args.texts)}/${String(args.source)}.txt`
    const text = await readText(diskHost(world.folder, world.env), path)
    if (text === undefined)
      throw new UsageError(`there is no text ${path}`, 'put the source’s full text there; it stays out of git')
    if (args.digest === true) {
      world.out(`text: ${flow(describeText(text))}\n`)
      return exit.done
    }
    const start = (args.words as string[]).join(' ')
    if (start === '')
      throw new UsageError('name the first words of the passage', 'briefpack pin <source> "first words"')
    const request = {
      start,
      ...(args.to ? { end: String(args.to) } : {}),
      ...(args.para ? { para: Number(args.para) } : {}),
    }
    const found = pin(text, request)
    for (const { span, passage } of found) {
      world.err(`  para. ${span.para}: ${span.text}\n`)
      if (passage) world.out(`- ${flow(passage)}\n`)
      else world.err('  these words stand twice in the paragraph, and nothing tells the two apart: take longer ones\n')
    }
    if (found.length === 1 && found[0]!.passage) return exit.done
    if (found.length === 0) world.err(`briefpack: these words do not stand in ${path}\n`)
    else world.err(`briefpack: ${found.length} passages answer to these words; take longer ones, or --para\n`)
    return exit.findings
  },
}

/** One line of YAML; JSON’s quotes are YAML’s too. */
function flow(record: object): string {
  const pairs = Object.entries(record).map(
    ([key, value]) =>
      `${key}: ${typeof value === 'string' && !/^[0-9a-z]+$/i.test(value) ? JSON.stringify(value) : value}`,
  )
  return `{${pairs.join(', ')}}`
}
