import { Log } from '../../../core/index.ts'
import { defineCommand, exit, UsageError } from '../command.ts'
import { diskHost } from '../host.ts'
import { outputPath } from '../output-path.ts'
import { meaning } from '../usage.ts'

export const themeCommand = defineCommand({
  usage: 'theme [name]',
  summary: 'Write a specimen of a theme as PDF; without a name, list the themes',
  examples: [
    ['$0 theme', 'default, and those of templates/themes/'],
    ['$0 theme house', 'writes out/house.specimen.pdf, with each kind of block'],
  ],
  positionals: { name: { type: 'string', describe: 'Which theme, e.g. default' } },
  options: {
    out: { alias: 'o', type: 'string', default: 'out', describe: 'The folder in the project that it is written to' },
  },
  async run(args, world) {
    const { loadTheme, themeNames } = await import('../../../write/theme/load.ts')
    const host = diskHost(world.folder, world.env)
    const names = await themeNames(host)
    if (args.name === undefined) {
      world.out(`${names.join('\n')}\n`)
      return exit.done
    }
    const name = args.name
    const out = outputPath(args.out, 'out')
    if (!names.includes(name)) {
      throw new UsageError(`there is no theme “${name}”`, meaning(name, names, `themes: ${names.join(', ')}`))
    }
    const log = new Log()
    const theme = await loadTheme(host, name, log)
    if (log.findings.length > 0) {
      await (await import('../findings.ts')).printFindings(log.findings, host, world)
      return exit.findings
    }
    const [{ writePdf }, { stylesDocument }, { assetsOf }] = await Promise.all([
      import('../../../write/pdf/write-pdf.ts'),
      import('../../../write/docx/styles-document.ts'),
      import('../../../write/fonts/families.ts'),
    ])
    const { meta, body } = stylesDocument()
    const named = {
      ...meta,
      name: `${name}.specimen`,
      title: name,
      shortTitle: name,
      description: `The theme ${name}.`,
    }
    const context = { theme, attachments: [], stats: {}, asset: assetsOf(host, theme) }
    const files = await writePdf({ meta: named, body }, context)
    const placed = new Map([...files].map(([path, bytes]) => [`${out}/${path}`, bytes]))
    await host.write(placed)
    world.out(`${[...placed.keys()].join('\n')}\n`)
    return exit.done
  },
})
