import { defineCommand, exit } from '../command.ts'
import { diskHost } from '../host.ts'
import { outputPath } from '../output-path.ts'

export const schemaCommand = defineCommand({
  usage: 'schema',
  summary: 'Write JSON Schemas, with which editors complete and check the corpus',
  examples: [['$0 schema', 'after an update, or where another person began the project']],
  options: {
    out: {
      alias: 'o',
      type: 'string',
      default: '.briefpack/schema',
      describe: 'Write below this folder of the project',
    },
  },
  async run(args, world) {
    const { schemaFiles } = await import('../schemas.ts')
    const files = schemaFiles(outputPath(args.out, '.briefpack/schema').replace(/\/+$/, ''))
    await diskHost(world.folder, world.env).write(files)
    for (const path of files.keys()) world.out(`${path}\n`)
    return exit.done
  },
})
