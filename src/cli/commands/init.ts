import { cp, mkdir, readdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Options } from 'yargs'
import { type Command, exit, UsageError } from '../command.ts'

const options = {} as const satisfies Record<string, Options>

export const initCommand: Command<typeof options> = {
  usage: 'init [folder]',
  summary: 'Start a project: an invented corpus, the templates, a schema for editors; it builds at once',
  examples: [['$0 init my-pack && cd my-pack && briefpack build', 'from nothing to a PDF']],
  positionals: { folder: { type: 'string', default: '.', describe: 'Where; the folder must be empty or new' } },
  options,
  async run(args, world) {
    const { packageRoot } = await import('../host.ts')
    const folder = resolve(world.folder, String(args.folder))
    const there = await readdir(folder).catch(() => [])
    if (there.some((name) => name !== '.git')) {
      throw new UsageError(`“${folder}” is not empty`, 'name a new folder: briefpack init my-pack')
    }
    await mkdir(folder, { recursive: true })
    await cp(join(packageRoot(), 'assets', 'sample'), folder, { recursive: true })
    await cp(join(packageRoot(), 'templates'), join(folder, 'templates'), { recursive: true })
    await writeSchemas(folder)
    await writeFile(
      join(folder, '.gitignore'),
      'out/\n.briefpack/\n# Texts are usually copyrighted: they stay on your disk.\ntexts/\n',
    )
    world.out(`${folder}\n`)
    if (!world.quiet) world.err('✔ a project with an invented corpus; next: briefpack build\n')
    return exit.done
  },
}

/** JSON Schemas for editors that complete YAML; `.vscode/settings.json` ties them to the files. */
async function writeSchemas(folder: string): Promise<void> {
  const { folders, jsonSchema, registers } = await import('../../corpus/kinds.ts')
  await mkdir(join(folder, '.briefpack', 'schema'), { recursive: true })
  await mkdir(join(folder, '.vscode'), { recursive: true })
  const globs: Record<string, string[]> = {}
  for (const [name, kind] of Object.entries({ ...folders, ...registers })) {
    const file = `.briefpack/schema/${kind}.json`
    await writeFile(join(folder, file), `${JSON.stringify(jsonSchema(kind), null, 2)}\n`)
    globs[`./${file}`] = name in folders ? [`corpus/${name}/*.yaml`] : [`corpus/${name}.yaml`, `corpus/${name}/*.yaml`]
  }
  await writeFile(join(folder, '.vscode', 'settings.json'), `${JSON.stringify({ 'yaml.schemas': globs }, null, 2)}\n`)
}
