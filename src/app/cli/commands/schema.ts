import type { Options } from 'yargs'
import { type Command, exit } from '../command.ts'
import { outputPath } from '../output-path.ts'

const options = {
  out: { alias: 'o', type: 'string', default: '.briefpack/schema', describe: 'Write below this folder of the project' },
} as const satisfies Record<string, Options>

export const schemaCommand: Command<typeof options> = {
  usage: 'schema',
  summary: 'Write JSON Schemas, with which editors complete and check the corpus',
  examples: [['$0 schema', 'after an update, or where another person began the project']],
  options,
  async run(args, world) {
    const [{ diskHost }, { schemaFiles }] = await Promise.all([import('../host.ts'), import('../schemas.ts')])
    const files = schemaFiles(outputPath(String(args.out), '.briefpack/schema').replace(/\/+$/, ''))
    await diskHost(world.folder, world.env).write(files)
    for (const path of files.keys()) world.out(`${path}\n`)
    return exit.done
  },
}
