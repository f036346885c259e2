import type { Options } from 'yargs'
import type { CheckResult } from '../../build.ts'
import { type Format, formats } from '../../corpus/formats.ts'
import { type Command, exit, UsageError, type World } from '../command.ts'
import { printFindings } from '../findings.ts'

const options = {
  format: { alias: 'f', type: 'string', describe: `Only these formats, with commas: ${formats.join(', ')}` },
  out: { alias: 'o', type: 'string', default: 'out', describe: 'Write below this folder of the project' },
  strict: { type: 'boolean', default: false, describe: 'Let warnings stop a pack too' },
  texts: { type: 'string', default: 'texts', describe: 'The folder of the full texts' },
} as const satisfies Record<string, Options>

export const buildCommand: Command<typeof options> = {
  usage: 'build [packs..]',
  summary: 'Write packs to out/: Markdown, PDF, Word, HTML',
  examples: [
    ['$0 build', 'every pack, in every format it asks for'],
    ['$0 build kazakhstan-ct -f pdf,html', 'one pack, two formats'],
  ],
  positionals: {
    packs: { type: 'string', array: true, default: [], describe: 'Packs by name; all when none is named' },
  },
  options,
  async run(args, world) {
    const [{ build }, { diskHost }] = await Promise.all([import('../../build.ts'), import('../host.ts')])
    const started = performance.now()
    const host = diskHost(world.folder, world.env)
    const result = await build(host, {
      packs: args.packs as string[],
      formats: readFormats(args.format),
      out: String(args.out),
      strict: args.strict === true,
      texts: String(args.texts),
    })
    await printFindings(result.findings, host, world, { brief: args.strict !== true })
    printPacks(result, performance.now() - started, world)
    if (result.packs.length > 0 && result.packs.every((pack) => pack.sound)) return exit.done
    return result.packs.some((pack) => pack.sound) ? exit.partly : exit.findings
  },
}

function readFormats(given: unknown): Format[] | undefined {
  if (given === undefined) return undefined
  return String(given)
    .split(',')
    .map((word) => {
      const format = formats.find((it) => it === word.trim())
      if (!format) throw new UsageError(`there is no format “${word.trim()}”`, `formats are ${formats.join(', ')}`)
      return format
    })
}

function printPacks({ packs }: CheckResult, milliseconds: number, world: World): void {
  for (const { name, sound, paths, stats } of packs) {
    for (const path of paths) world.out(`${path}\n`)
    if (world.quiet) continue
    const counts = Object.entries(stats).map(([what, count]) => `${count} ${what}`)
    world.err(sound ? `✔ ${name}  ${counts.join(' · ')}\n` : `✖ ${name}  not written: what was there before stays\n`)
  }
  if (!world.quiet) world.err(`  ${(milliseconds / 1000).toFixed(1)} s\n`)
}
