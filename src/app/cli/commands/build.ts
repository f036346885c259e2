import type { CheckResult } from '../../../build.ts'
import type { Host } from '../../../core/index.ts'
import { formats } from '../../../formats.ts'
import { citationModes } from '../../../write/index.ts'
import type { Cache } from '../../cache/index.ts'
import type { WordRequest } from '../../pipeline/word.ts'
import { checkAction, runCached } from '../cache.ts'
import { cacheOption, defineCommand, exit, textsOption, UsageError, type World } from '../command.ts'
import { printFindings } from '../findings.ts'
import { diskHost } from '../host.ts'
import { outputPath } from '../output-path.ts'
import { textsFolder } from '../records.ts'
import { uncheckedOf } from '../reporters/report.ts'
import { count, printable } from '../terminal.ts'
import { meaning } from '../usage.ts'
import { noteWritten, tellMixed, tellStale } from '../written.ts'

export const buildCommand = defineCommand({
  usage: 'build [packs..]',
  summary: 'Write packs to out/: Markdown, PDF, Word, HTML',
  examples: [
    ['$0 build', 'every pack, in every format it asks for'],
    ['$0 build alder-water -f pdf,html', 'one pack, two formats'],
    ['$0 build alder-water -f docx --docx-citations zotero', 'a Word file whose citations stay live'],
    ['$0 build --watch', 'after every save'],
    ['$0 build alder-water -f docx --draft', 'for reviewers, though there are errors: each stands at its place'],
    ['$0 build alder-water -f docx --compare 2021-07', 'what changed since an issue, as tracked changes'],
    ['$0 build alder-water --issue 2021-07', 'what goes out, with the record by which later doubts are traced'],
  ],
  positionals: {
    packs: { type: 'string', array: true, default: [], describe: 'Packs by name; all when none is named' },
  },
  options: {
    format: {
      alias: 'f',
      type: 'string',
      array: true,
      describe: `Only these formats, with commas: ${formats.join(', ')}`,
    },
    out: { alias: 'o', type: 'string', default: 'out', describe: 'Write below this folder of the project' },
    csl: { type: 'string', describe: 'Cite in this style instead of each pack’s: a name, or the path of a .csl file' },
    'docx-citations': {
      choices: citationModes,
      describe: 'Keep citations in Word as words, or as Zotero goes on with them',
    },
    'reference-doc': { type: 'string', describe: 'Make Word files look like this .docx or .dotx of the project' },
    'embed-fonts': { type: 'boolean', describe: 'Let the theme’s fonts travel in Word files' },
    compare: { type: 'string', describe: 'Track in Word files what changed since this issue, commit or .docx' },
    strict: {
      type: 'boolean',
      default: false,
      describe: 'Let warnings stop a pack too, and what could not be checked',
    },
    texts: textsOption,
    cache: cacheOption,
    watch: { type: 'boolean', default: false, describe: 'Build again after every change, until it is stopped' },
    draft: {
      type: 'boolean',
      default: false,
      describe: 'Write <pack>.draft.* with errors too: marked as a draft, in Word with findings as comments',
    },
    issue: { type: 'string', describe: 'Record the packs as issued under this name, in corpus/issues/' },
  },
  async run(args, world) {
    const read = new Set<string>()
    const disk = diskHost(world.folder, world.env)
    const host: Host = {
      ...disk,
      read: (path) => {
        read.add(path)
        return disk.read(path)
      },
      digests: {
        ...disk.digests,
        of: (path) => {
          read.add(path)
          return disk.digests.of(path)
        },
      },
    }
    refuseTogether(args)
    const issue = args.issue === undefined ? undefined : await newIssue(args.issue, host)
    const asked = {
      packs: args.packs,
      formats: readFormats(args.format, Object.keys((await world.ownCode()).config.writers ?? {})),
      out: outputPath(args.out, 'out', args.texts),
      csl: args.csl,
      word: wordRequest({
        citations: args['docx-citations'],
        reference: args['reference-doc'],
        embedFonts: args['embed-fonts'],
      }),
      strict: args.strict,
      draft: args.draft,
      texts: await textsFolder(args.texts, host),
      issue,
    }
    if (args.compare !== undefined) {
      const { earlierFiles } = await import('../earlier.ts')
      const { config } = await world.ownCode()
      const before = await earlierFiles(args.compare, world.folder, host, { ...asked, config })
      Object.assign(asked, { word: { ...asked.word, before } })
    }
    const action = { name: 'build', options: asked }
    const run = async (watched: Host, cache: Cache | undefined) => {
      const { build } = await import('../../../build.ts')
      return build(watched, { ...asked, cache, config: (await world.ownCode()).config })
    }
    const isPlain = [asked.formats, asked.csl, asked.word, issue].every((it) => it === undefined)
    const isAsChecked = isPlain && !asked.strict && !asked.draft
    const answered = isAsChecked ? { action: checkAction(asked), result: asChecked } : undefined
    const once = async (): Promise<number> => {
      const started = performance.now()
      const result = await runCached({ asked: args.cache, host, world }, action, run, answered)
      await printFindings(result.findings, host, world, { brief: !args.strict })
      for (const { text } of uncheckedOf({ ...result, hidden: [] })) world.err(`! ${printable(text)}\n`)
      printPacks(result, performance.now() - started, world)
      await noteWritten(host, result.packs)
      await tellStale(host, world)
      tellMixed(
        world,
        result.packs.flatMap(({ paths }) => paths),
      )
      const isSound = asked.draft || !result.findings.some((it) => it.fatal || asked.strict)
      if (isSound && result.packs.length > 0 && result.packs.every((pack) => pack.sound)) return exit.done
      return result.packs.some((pack) => pack.sound) ? exit.partly : exit.findings
    }
    if (!args.watch) return once()
    const { keepBuilding } = await import('../watch.ts')
    const stop = new AbortController()
    const told = (files: readonly string[]) => world.err(`\n${files.map(printable).join(', ')}\n`)
    const again = async () => {
      read.clear()
      await once()
      // Pictures, data and styles lie where the project likes; what the tool wrote itself is no input.
      return [...read].filter((path) => !path.startsWith('.') && !path.startsWith(`${asked.out}/`))
    }
    await keepBuilding(world.folder, ['corpus', 'templates', args.texts], again, told, stop.signal)
    return exit.done
  },
})

/** An issue is what went out: recorded once, and no draft, which nothing stops. */
function refuseTogether({ watch, issue, draft, strict }: Record<string, unknown>): void {
  const refuse = (reason: string, names: string) => {
    throw new UsageError(reason, `${names} do not go together`)
  }
  if (watch === true && issue !== undefined) refuse('an issue is recorded once', '--watch and --issue')
  if (draft === true && issue !== undefined) refuse('a draft does not go out', '--draft and --issue')
  if (draft === true && strict === true) refuse('nothing stops a draft', '--draft and --strict')
}

/** What is asked of Word files; `undefined` when nothing is. */
function wordRequest(request: WordRequest): WordRequest | undefined {
  return Object.values(request).every((it) => it === undefined) ? undefined : request
}

/** What a check of the same packs would have given: it finds what a build finds. */
function asChecked(built: CheckResult): CheckResult {
  return { ...built, packs: built.packs.map((pack) => ({ ...pack, paths: [], stats: {} })) }
}

/** The name of an issue that is not there yet: what went out once is not written anew. */
async function newIssue(name: string, host: Host): Promise<string> {
  if (!/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/.test(name))
    throw new UsageError(
      `“${name}” is no name for an issue`,
      'use lower-case letters, digits and hyphens, e.g. 2021-07',
    )
  const { recordsOf } = await import('../../../evidence/issue.ts')
  if ((await recordsOf(name, host)).length > 0)
    throw new UsageError(
      `there is an issue “${name}” already`,
      'what was issued is not recorded anew: take another name',
    )
  return name
}

function readFormats(given: readonly string[] | undefined, own: readonly string[]): string[] | undefined {
  if (given === undefined) return undefined
  const known = [...formats, ...own]
  return given
    .flatMap((words) => words.split(','))
    .map((word) => {
      const format = known.find((it) => it === word.trim())
      if (!format)
        throw new UsageError(
          `there is no format “${word.trim()}”`,
          meaning(word, known, `formats are ${known.join(', ')}`),
        )
      return format
    })
}

function printPacks({ packs }: CheckResult, milliseconds: number, world: World): void {
  for (const { name, sound, paths, stats } of packs) {
    for (const path of paths) world.out(`${path}\n`)
    if (world.quiet) continue
    world.err(sound ? `✔ ${name}  ${sayStats(stats)}\n` : `✖ ${name}  not written: what was there before stays\n`)
  }
  if (!world.quiet) world.err(`  ${(milliseconds / 1000).toFixed(1)} s\n`)
}

/** e.g. `17 pages · 3 sources`; what there is none of is not said. */
function sayStats(stats: Readonly<Record<string, number>>): string {
  const words = (name: string) => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return Object.entries(stats)
    .filter(([, number]) => number > 0)
    .map(([name, number]) => count(number, words(name).replace(/s$/, '')))
    .join(' · ')
}
