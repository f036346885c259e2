import { cp, mkdir, readdir } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import type { Options } from 'yargs'
import { type Command, exit, UsageError } from '../command.ts'

const options = {
  ci: { choices: ['github', 'gitlab'], describe: 'Write a pipeline that checks and builds it there' },
} as const satisfies Record<string, Options>

export const initCommand: Command<typeof options> = {
  usage: 'init [folder]',
  summary: 'Start a project: an invented corpus, the templates, schemas for editors; it builds at once',
  examples: [
    ['$0 init my-pack && cd my-pack && briefpack build', 'from nothing to a PDF'],
    ['$0 init', 'in this folder, which must be empty'],
    ['$0 init my-pack --ci github', 'with a workflow that checks and builds it'],
  ],
  positionals: { folder: { type: 'string', default: '.', describe: 'Where; the folder must be empty or new' } },
  options,
  async run(args, world) {
    const [{ diskHost, packageRoot }, { editorSettings, schemaFiles, schemaFolder }, { encode }] = await Promise.all([
      import('../host.ts'),
      import('../schemas.ts'),
      import('../../host.ts'),
    ])
    const folder = resolve(world.folder, String(args.folder))
    await checkEmpty(folder)
    await mkdir(folder, { recursive: true })
    await cp(join(packageRoot(), 'assets', 'sample'), folder, { recursive: true })
    await cp(join(packageRoot(), 'templates'), join(folder, 'templates'), { recursive: true })
    await diskHost(folder, world.env).write(
      new Map([
        ...schemaFiles(schemaFolder),
        ['.vscode/settings.json', editorSettings()],
        ['.gitignore', encode(ignored)],
      ]),
    )
    if (args.ci !== undefined) {
      const { ciFiles } = await import('../ci-files.ts')
      const [path, text] = ciFiles[args.ci as keyof typeof ciFiles]
      await diskHost(folder, world.env).write(new Map([[path, encode(text)]]))
    }
    world.out(`${folder}\n`)
    const way = relative(process.cwd(), folder)
    if (!world.quiet)
      world.err(`✔ a project with an invented corpus; next: ${way === '' ? '' : `cd ${way} && `}briefpack build\n`)
    return exit.done
  },
}

const ignored = `/out/
/.briefpack/
# Texts are usually copyrighted: they stay on your disk. \`briefpack check --update-lock\` writes what others need instead.
/texts/
`

async function checkEmpty(folder: string): Promise<void> {
  const there = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    if (error.code === 'ENOTDIR') throw new UsageError(`“${folder}” is a file, or lies below one`)
    throw error
  })
  if (there.some((name) => name !== '.git'))
    throw new UsageError(`“${folder}” is not empty`, 'name a new folder: briefpack init my-pack')
}
