import { defineCommand, exit } from '../command.ts'

export const lspCommand = defineCommand({
  usage: 'lsp',
  summary: 'A language server: ids, fields and values as you type, what they mean, and what is wrong',
  examples: [['$0 lsp', 'started by an editor; docs/editors.md says how']],
  options: {
    stdio: { type: 'boolean', default: true, describe: 'Speak over standard input and output, as editors ask for' },
  },
  async run(_args, world) {
    const { serve } = await import('../language-server.ts')
    await serve(process.stdin, process.stdout, world.folder)
    return exit.done
  },
})
