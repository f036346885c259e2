import type { Options } from 'yargs'
import type { Finding } from '../../log.ts'
import { nearest } from '../../nearest.ts'
import { rules } from '../../rules.ts'
import { type Command, exit, UsageError, type World } from '../command.ts'
import { printFindings } from '../findings.ts'

const formats = ['pretty', 'json', 'ndjson', 'sarif', 'github', 'gitlab', 'junit'] as const

const options = {
  strict: { type: 'boolean', default: false, describe: 'Fail on warnings too' },
  select: { type: 'string', describe: 'Only these rules, with commas' },
  ignore: { type: 'string', describe: 'All but these rules, with commas' },
  'output-format': { choices: formats, default: 'pretty', describe: 'How findings are printed' },
  'output-file': { type: 'string', describe: 'Write the findings to this file of the project' },
  texts: { type: 'string', default: 'texts', describe: 'The folder of the full texts' },
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
    const [{ check }, { diskHost }] = await Promise.all([import('../../build.ts'), import('../host.ts')])
    const chosen = chooser(args.select, args.ignore)
    const host = diskHost(world.folder, world.env)
    const texts = String(args.texts)
    const result = await check(host, { packs: args.packs as string[], texts })
    const findings = result.findings.filter(chosen)
    const format = args['output-format'] as (typeof formats)[number]
    const report = format === 'pretty' ? undefined : await print(format, findings, result.files)
    if (args['output-file'] !== undefined) {
      const { pretty } = await import('../reporters/pretty.ts')
      const text = report ?? (await pretty(findings, async () => undefined, false))
      await host.write(new Map([[String(args['output-file']), new TextEncoder().encode(text)]]))
    } else if (report !== undefined) world.out(report)
    else await printFindings(findings, host, world)
    if (findings.length === 0 && !world.quiet) world.err(`✔ nothing found in ${result.files.length} files\n`)
    const failed = findings.some((it) => it.fatal || args.strict === true)
    if (args['update-lock'] === true && !(await updateLock(texts, world))) return exit.findings
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
    if (Object.hasOwn(rules, id)) continue
    const meant = nearest(id, Object.keys(rules))
    throw new UsageError(
      `there is no rule “${id}”`,
      meant ? `did you mean “${meant}”?` : 'briefpack explain lists them',
    )
  }
  return new Set(ids)
}

async function print(
  format: Exclude<(typeof formats)[number], 'pretty'>,
  findings: readonly Finding[],
  files: readonly string[],
): Promise<string> {
  if (format === 'sarif') return (await import('../reporters/sarif.ts')).sarif(findings)
  if (format === 'json' || format === 'ndjson') return (await import('../reporters/json.ts'))[format](findings)
  return (await import('../reporters/ci.ts'))[format](findings, files)
}

/** The lock is written only from passages that were all found in their texts; says whether it was. */
async function updateLock(texts: string, world: World): Promise<boolean> {
  const [{ open }, { lockFile, writeLock }, { Log }, { diskHost }] = await Promise.all([
    import('../../build/project.ts'),
    import('../../evidence/lock.ts'),
    import('../../log.ts'),
    import('../host.ts'),
  ])
  const host = diskHost(world.folder, world.env)
  const { evidence } = await open(host, new Log(), { texts })
  const lock = writeLock(evidence)
  if (lock === undefined) {
    world.err(`briefpack: ${lockFile} stays as it was: not every passage was found in its text\n`)
    return false
  }
  await host.write(new Map([[lockFile, new TextEncoder().encode(lock)]]))
  world.out(`${lockFile}\n`)
  return true
}
