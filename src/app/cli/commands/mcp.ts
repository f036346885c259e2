import { createInterface } from 'node:readline'
import { defineCommand, exit, textsOption } from '../command.ts'

export const mcpCommand = defineCommand({
  usage: 'mcp',
  summary: 'A server for language models (MCP, standard input and output): search, and propose drafts',
  examples: [['$0 mcp --write', 'started by an MCP client; docs/proposals.md says how']],
  options: {
    write: { type: 'boolean', default: false, describe: 'Let claims that agree be written as drafts' },
    texts: textsOption,
  },
  async run(args, world) {
    const [{ answer }, { proposalTools }, { version }] = await Promise.all([
      import('../../../evidence/proposals/index.ts'),
      import('../proposal-tools.ts'),
      import('../../../core/version.ts'),
    ])
    const tools = proposalTools(world, args.texts, args.write)
    // One after another: two drafts must not be written into one file at once.
    for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
      const reply = await answer(line, tools, version)
      if (reply !== undefined) world.out(`${reply}\n`)
    }
    return exit.done
  },
})
