import type { Options } from 'yargs'
import type { CheckResult } from '../../build.ts'
import type { Host } from '../../host.ts'
import type { Finding } from '../../log.ts'
import { rules } from '../../rules.ts'
import { type Command, cacheOption, exit, textsOption, UsageError, type World } from '../command.ts'
import { describeChecked, printFindings } from '../findings.ts'
import { textsFolder } from '../records.ts'
import { count } from '../terminal.ts'
import { meaning } from '../usage.ts'

const formats = ['pretty', 'json', 'ndjson', 'sarif', 'github', 'gitlab', 'junit'] as const
type OutputFormat = (typeof formats)[number]

const options = {
  strict: { type: 'boolean', default: false, describe: 'Fail on warnings too' },
  fix: {
    type: 'boolean',
    default: false,
    describe: 'Write what is safe to: new paragraphs of moved passages, spelling of names',
  },
  select: { type: 'string', describe: 'Only these rules, with commas' },
  ignore: { type: 'string', describe: 'All but these rules, with commas' },
  'output-format': { choices: formats, default: 'pretty', describe: 'How findings are printed' },
  'output-file': { type: 'string', describe: 'Write the findings to this file of the project' },
  texts: textsOption,
  cache: cacheOption,
  'update-lock': {
    type: 'boolean',
    default: false,
    describe: 'Write corpus/evidence.lock.json, when every passage holds',
  },
} as const satisfies Record<string, Options>

export const checkCommand: Command<typeof options> = {
  usage: 'check [packs..]',
  summary: 'Find what is wrong, without writing a pack',
  examples: [
    ['$0 check', 'the whole project'],
    ['$0 check --strict --output-format github', 'in CI'],
    ['$0 check --update-lock', 'after the texts were read again'],
  ],
  positionals: {
    packs: { type: 'string', array: true, default: [], describe: 'Packs by name; all when none is named' },
  },
  options,
  async run(args, world) {
    const [{ runCached }, { diskHost }] = await Promise.all([import('../cache.ts'), import('../host.ts')])
    const chosen = chooser(args.select, args.ignore)
    const host = diskHost(world.folder, world.env)
    const texts = await textsFolder(args.texts, host)
    const asked = { packs: args.packs as string[], texts }
    const run = () =>
      runCached({ asked: args.cache, host, world }, { name: 'check', options: asked }, async (watched, cache) => {
        const { check } = await import('../../build.ts')
        return check(watched, { ...asked, cache })
      })
    let result = await run()
    if (args.fix === true && (await fix(result.findings.filter(chosen), host, world))) result = await run()
    const findings = result.findings.filter(chosen)
    await report(findings, result, args, host, world)
    const failed = findings.some((it) => it.fatal || args.strict === true)
    if (args['update-lock'] === true && !(await updateLock(texts, host, world))) return exit.findings
    return failed ? exit.findings : exit.done
  },
}

function chooser(select: unknown, ignore: unknown): (finding: Finding) => boolean {
  const [wanted, unwanted] = [ruleList(select), ruleList(ignore)]
  return ({ ruleId }) => (wanted === undefined || wanted.has(ruleId)) && !unwanted?.has(ruleId)
}

function ruleList(given: unknown): Set<string> | undefined {
  if (given === undefined) return undefined
  const ids = String(given)
    .split(',')
    .map((it) => it.trim())
  for (const id of ids) {
    if (!Object.hasOwn(rules, id))
      throw new UsageError(`there is no rule “${id}”`, meaning(id, Object.keys(rules), 'briefpack explain lists them'))
  }
  return new Set(ids)
}

/** Writes the safe corrections and prints each; says whether there were any. */
async function fix(findings: readonly Finding[], host: Host, world: World): Promise<boolean> {
  const { applyFixes } = await import('../fix.ts')
  const fixes = await applyFixes(findings, host)
  for (const { file, line, column, rule, was, is } of fixes)
    world.err(`fixed  ${file}:${line}:${column}  ${rule}  ${was} → ${is}\n`)
  if (!world.quiet) world.err(fixes.length ? `✔ ${count(fixes.length, 'correction')}\n` : '  nothing to fix safely\n')
  return fixes.length > 0
}

async function report(
  findings: readonly Finding[],
  { files, checked }: CheckResult,
  args: Record<string, unknown>,
  host: Host,
  world: World,
): Promise<void> {
  const format = args['output-format'] as OutputFormat
  const text = format === 'pretty' ? undefined : await print(format, findings, files)
  const path = args['output-file']
  if (path !== undefined) {
    const [{ pretty }, { lineReader }, { encode }] = await Promise.all([
      import('../reporters/pretty.ts'),
      import('../findings.ts'),
      import('../../host.ts'),
    ])
    const plain = (_style: unknown, words: string) => words
    await host.write(new Map([[String(path), encode(text ?? (await pretty(findings, lineReader(host), plain)))]]))
    world.out(`${String(path)}\n`)
  } else if (text !== undefined) world.out(text)
  else await printFindings(findings, host, world)
  if (world.quiet) return
  const { line, isAll } = describeChecked(checked)
  if (findings.length === 0) world.err(`${isAll ? '✔' : '!'} nothing found in ${count(files.length, 'file')}\n`)
  world.err(`  ${line}\n`)
}

async function print(
  format: Exclude<OutputFormat, 'pretty'>,
  findings: readonly Finding[],
  files: readonly string[],
): Promise<string> {
  if (format === 'sarif') return (await import('../reporters/sarif.ts')).sarif(findings)
  if (format === 'json' || format === 'ndjson') return (await import('../reporters/json.ts'))[format](findings)
  return (await import('../reporters/ci.ts'))[format](findings, files)
}

/** The lock is written only from passages that were all found in their texts; says whether it was. */
async function updateLock(texts: string, host: Host, world: World): Promise<boolean> {
  const [{ open }, { lockFile, writeLock }, { Log }, { encode }] = await Promise.all([
    import('../../build/project.ts'),
    import('../../evidence/lock.ts'),
    import('../../log.ts'),
    import('../../host.ts'),
  ])
  const { evidence, corpus } = await open(host, new Log(), { texts })
  const lock = corpus.faulty.size === 0 ? writeLock(evidence) : undefined
  if (lock === undefined) {
    const why = corpus.faulty.size === 0 ? 'not every passage was found in its text' : 'the corpus has errors'
    world.err(`briefpack: ${lockFile} stays as it was: ${why}\n`)
    return false
  }
  await host.write(new Map([[lockFile, encode(lock)]]))
  world.out(`${lockFile}\n`)
  return true
}
