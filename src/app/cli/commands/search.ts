import { must } from '../../../core/index.ts'
import type { Found } from '../../../evidence/index.ts'
import { defineCommand, exit, textsOption } from '../command.ts'
import { printable } from '../terminal.ts'

export const searchCommand = defineCommand({
  usage: 'search <words..>',
  summary: 'Where words stand: in the held texts, claims, actors and sources',
  examples: [['$0 search filters wells', 'paragraphs and records with both words']],
  positionals: {
    words: { type: 'string', array: true, demandOption: true, describe: 'Each as the beginning of a word' },
  },
  options: {
    json: { type: 'boolean', default: false, describe: 'Print what is found as JSON' },
    texts: textsOption,
  },
  async run(args, world) {
    const { proposalTools } = await import('../proposal-tools.ts')
    const tool = must(proposalTools(world, args.texts, false).find(({ name }) => name === 'search'))
    const { value } = await tool.call({ words: args.words.join(' ') })
    const found: readonly Found[] = Array.isArray(value) ? value : []
    if (args.json) world.out(`${JSON.stringify(found, null, 2)}\n`)
    else
      for (const { kind, id, para, words } of found)
        world.out(`${kind} ${id}${para === undefined ? '' : `, para. ${para}`}: ${printable(words)}\n`)
    if (found.length === 0) world.err('briefpack: nothing has all of these words\n')
    return found.length === 0 ? exit.findings : exit.done
  },
})
