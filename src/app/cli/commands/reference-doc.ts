import { must } from '../../../core/index.ts'
import { defineCommand, exit, UsageError } from '../command.ts'
import { diskHost } from '../host.ts'

export const referenceDocCommand = defineCommand({
  usage: 'reference-doc [file]',
  summary: 'Write a Word file to start one’s own paper from',
  examples: [
    ['$0 reference-doc house.docx', 'change its styles, page, header and footer in Word'],
    ['$0 build -f docx --reference-doc house.docx', 'then build with it'],
  ],
  positionals: {
    file: { type: 'string', default: 'reference.docx', describe: 'The file to write, in the project' },
  },
  options: {},
  async run(args, world) {
    const [{ writeDocx }, { stylesDocument }, { defaultTheme }] = await Promise.all([
      import('../../../write/docx/docx.ts'),
      import('../../../write/docx/styles-document.ts'),
      import('../../../write/theme.ts'),
    ])
    const host = diskHost(world.folder, world.env)
    const path = args.file
    if (!path.endsWith('.docx'))
      throw new UsageError(`“${path}” is no name of a Word file`, 'it ends in .docx, e.g. house.docx')
    if ((await host.read(path)) !== undefined)
      throw new UsageError(`there is a file “${path}” already`, 'move it away, or name another')
    const context = { theme: defaultTheme, attachments: [], stats: {}, asset: (file: string) => host.asset(file) }
    const [bytes] = [...(await writeDocx(stylesDocument(), context)).values()]
    await host.write(new Map([[path, must(bytes)]]))
    world.out(`${path}\n`)
    return exit.done
  },
})
