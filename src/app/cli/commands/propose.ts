import { must } from '../../../core/index.ts'
import { defineCommand, exit, textsOption, UsageError } from '../command.ts'

export const proposeCommand = defineCommand({
  usage: 'propose <what>',
  summary: 'Hold a proposed claim or sentence against the texts; a claim that agrees becomes a draft',
  examples: [
    ['$0 propose claim < claim.json', 'says whether it agrees with its passage'],
    ['$0 propose claim --write < claim.json', 'and adds it as a draft that no pack prints'],
    ['$0 propose sentence < sentence.json', 'gives it back with its citations'],
  ],
  positionals: {
    what: {
      choices: ['claim', 'sentence'],
      demandOption: true,
      describe: 'What is proposed, as JSON on standard input',
    },
  },
  options: {
    write: { type: 'boolean', default: false, describe: 'Write the draft of a claim; without it nothing is written' },
    texts: textsOption,
  },
  async run(args, world) {
    const { proposalTools } = await import('../proposal-tools.ts')
    const tool = must(proposalTools(world, args.texts, args.write).find(({ name }) => name === `propose_${args.what}`))
    let input: unknown
    try {
      input = JSON.parse(await standardInput())
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      throw new UsageError(
        'standard input is no JSON',
        'briefpack propose claim < claim.json; docs/proposals.md has the fields',
      )
    }
    const { isError, value } = await tool.call(input)
    world.out(`${JSON.stringify(value, null, 2)}\n`)
    return isError ? exit.findings : exit.done
  },
})

async function standardInput(): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}
