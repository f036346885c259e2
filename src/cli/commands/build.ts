import type { Options } from 'yargs'
import { type Command, exit, UsageError } from '../command.ts'
import { printFindings } from '../findings.ts'

const options = {
  format: { alias: 'f', type: 'string', describe: 'Only these formats: pdf, docx, html, md, pandoc (comma-separated)' },
  out: { alias: 'o', type: 'string', default: 'out', describe: 'Write below this folder of the project' },
  strict: { type: 'boolean', default: false, describe: 'Treat warnings as errors' },
} as const satisfies Record<string, Options>

export const buildCommand: Command<typeof options> = {
  usage: 'build [packs..]',
  summary: 'Write packs to out/: Markdown, PDF, Word, HTML',
  examples: [
    ['$0 build', 'every pack, in every format it asks for'],
    ['$0 build kazakhstan-ct -f pdf', 'one pack, one format'],
  ],
  positionals: {
    packs: { type: 'string', array: true, default: [], describe: 'Packs by name; all when none is named' },
  },
  options,
  async run(args, world) {
    const [{ build, outputs }, { diskHost }] = await Promise.all([import('../../build.ts'), import('../host.ts')])
    const formats =
      args['format'] === undefined
        ? undefined
        : String(args['format'])
            .split(',')
            .map((it) => it.trim())
    for (const format of formats ?? []) {
      if (!(outputs as readonly string[]).includes(format)) {
        throw new UsageError(`there is no format “${format}”`, `formats are ${outputs.join(', ')}`)
      }
    }
    const host = diskHost(world.folder, world.env)
    const started = performance.now()
    const result = await build(host, {
      packs: args['packs'] as string[],
      formats: formats as (typeof outputs)[number][] | undefined,
      out: String(args['out']),
      strict: args['strict'] === true,
    })
    await printFindings(result.findings, host, world, { brief: true })
    for (const pack of result.packs) {
      for (const path of pack.paths) world.out(`${path}\n`)
      if (!world.quiet)
        world.err(
          `${pack.written ? '✔' : '✖'} ${pack.name}  ${pack.written ? describe(pack.stats) : 'not written: what was there before stays'}\n`,
        )
    }
    if (!world.quiet) world.err(`  ${((performance.now() - started) / 1000).toFixed(1)} s\n`)
    if (result.packs.every((pack) => pack.written) && result.packs.length > 0) return exit.done
    return result.packs.some((pack) => pack.written) ? exit.partly : exit.findings
  },
}

function describe(stats: Readonly<Record<string, number>>): string {
  return Object.entries(stats)
    .map(([name, count]) => `${count} ${name}`)
    .join(' · ')
}
