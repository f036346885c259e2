import type { Options } from 'yargs'
import { type Command, exit } from '../command.ts'
import { printFindings } from '../findings.ts'

const options = {
  strict: { type: 'boolean', default: false, describe: 'Treat warnings as errors' },
} as const satisfies Record<string, Options>

export const checkCommand: Command<typeof options> = {
  usage: 'check [packs..]',
  summary: 'Find what is wrong, without writing anything',
  examples: [
    ['$0 check', 'the whole project'],
    ['$0 check --strict', 'fail on warnings too'],
  ],
  positionals: {
    packs: { type: 'string', array: true, default: [], describe: 'Packs by name; all when none is named' },
  },
  options,
  async run(args, world) {
    const [{ check }, { diskHost }] = await Promise.all([import('../../build.ts'), import('../host.ts')])
    const host = diskHost(world.folder, world.env)
    const { findings, files } = await check(host, { packs: args['packs'] as string[], strict: args['strict'] === true })
    await printFindings(findings, host, world)
    if (findings.length === 0 && !world.quiet) world.err(`✔ nothing found in ${files} files\n`)
    return findings.some((it) => it.fatal) ? exit.findings : exit.done
  },
}
